// A page as the host of a measurement. There is no CPU time in a page: the clock on the wall has to do, and what else
// runs on the machine is in it.
import { tasks } from './tasks.mjs';

async function fetched(path) {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path} is not there`);
  return response;
}

const bytes = async (path) => new Uint8Array(await (await fetched(path)).arrayBuffer());
const text = async (path) => (await fetched(path)).text();

let memory;
const host = {
  clock: () => performance.now(),
  bytes: (name) => bytes(`/data/${name}`),
  text: (name) => text(`/data/${name}`),
  json: async (name) => (await fetched(`/data/${name}`)).json(),
  memory: () => memory?.buffer.byteLength,
  engine: async () => {
    const module = await import('/engine/kaohe.js');
    ({ memory } = await module.default({ module_or_path: await bytes('/engine/kaohe_bg.wasm') }));
    return module;
  },
};

export const run = ({ task, ...options }) => ({ start, first })[task]?.(options) ?? tasks[task](host, options);

/** From the bytes of the form engine, all fetched, to the first score, and from those of the other to the first team. */
async function start() {
  const address = (script) => URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  const engines = ['/form-engine/kaohe_form', '/engine/kaohe'];
  const [forms, teams] = (await Promise.all(engines.map((engine) => text(`${engine}.js`)))).map(address);
  const [formBytes, teamBytes] = await Promise.all(engines.map((engine) => bytes(`${engine}_bg.wasm`)));
  const [scheme, form, team] = [await host.text('scheme.json'), await host.text('form.json'), await host.bytes('workbook-20.json')];
  const begin = performance.now();
  const { default: init, LiveForm } = await import(forms);
  await init({ module_or_path: formBytes });
  if (new LiveForm(scheme, form).enter('c1', '9.5').total !== '9.50') throw new Error('the first score is wrong');
  const scored = performance.now();
  const module = await import(teams);
  await module.default({ module_or_path: teamBytes });
  if (new module.Workbook(team).standings().value.length !== 20) throw new Error('the first team is wrong');
  return { form: scored - begin, team: performance.now() - scored };
}

/** As often as the workbench's worker practises on each of its two samples before a file is opened. */
const ROUNDS = 60;

/** A thousand people in a page that has opened nothing before: read, appraised in full, and both once more. */
async function first({ practised }) {
  const { Workbook } = await host.engine();
  const samples = practised ? [await bytes('/samples/s9/2026-10.json'), await bytes('/samples/s7/2026-10.json')] : [];
  for (const sample of Array.from({ length: ROUNDS }, () => samples).flat()) {
    const book = new Workbook(sample);
    for (const asked of ['open', 'appraiseText', 'conflicts', 'toJson']) book[asked]();
    book.free();
  }
  const document = await host.bytes('workbook-1000.json');
  const [begin, read, appraised] = [performance.now(), new Workbook(document), performance.now()];
  if (JSON.parse(read.appraiseText()).value.results.length !== 1000) throw new Error('the first thousand are wrong');
  const told = performance.now();
  JSON.parse(read.appraiseText());
  return { read: appraised - begin, appraise: told - appraised, again: performance.now() - told };
}
