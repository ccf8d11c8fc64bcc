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

export const run = ({ task, ...options }) => (task === 'start' ? start() : tasks[task](host, options));

/** From the bytes of the engine, all fetched, to the first score of a form, and on to the first team. */
async function start() {
  const [script, wasm, team] = await Promise.all([text('/engine/kaohe.js'), bytes('/engine/kaohe_bg.wasm'), host.bytes('workbook-20.json')]);
  const [scheme, form] = await Promise.all([host.text('scheme.json'), host.text('form.json')]);
  const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  const begin = performance.now();
  const module = await import(address);
  await module.default({ module_or_path: wasm });
  const live = new module.LiveForm(scheme, form);
  if (live.enter('c1', '9.5').total !== '9.50') throw new Error('the first score is wrong');
  const scored = performance.now();
  if (new module.Workbook(team).appraise().value.results.length !== 20) throw new Error('the first team is wrong');
  return { form: scored - begin, team: performance.now() - scored };
}
