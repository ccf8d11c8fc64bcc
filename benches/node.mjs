// One measurement in a process of its own, so that no other has warmed or filled it: `node node.mjs '{"task":…}'`.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { tasks } from './tasks.mjs';

/** Where a file may stand: drawn by us, or written by the engine. */
export const folders = ['drawn', 'engine'];

export function nodeHost({ data, engine, peers }) {
  const bytes = (name) => readFileSync(folders.map((folder) => join(data, folder, name)).find(existsSync));
  const text = (name) => bytes(name).toString('latin1');
  let memory;
  return {
    clock: cpu,
    bytes,
    text,
    json: (name) => JSON.parse(text(name)),
    memory: () => memory?.buffer.byteLength,
    engine: async () => {
      const module = await import(pathToFileURL(join(engine, 'kaohe.js')));
      ({ memory } = await module.default({ module_or_path: readFileSync(join(engine, 'kaohe_bg.wasm')) }));
      return module;
    },
    peer: async (name) => (await import(pathToFileURL(join(peers, 'peers', `${name}.mjs`)))).init(),
  };
}

/** CPU milliseconds of this process, all its threads. */
function cpu() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** A fresh process: from the bytes of the form engine to the first score, and from those of the other to the first team. */
async function start({ data, engine, formEngine }) {
  const host = nodeHost({ data, engine });
  const [scheme, form, team] = [host.text('scheme.json'), host.text('form.json'), host.bytes('workbook-20.json')];
  const [forms, teams] = [join(formEngine, 'kaohe_form_bg.wasm'), join(engine, 'kaohe_bg.wasm')].map((file) => readFileSync(file));
  const begin = performance.now();
  const { default: init, LiveForm } = await import(pathToFileURL(join(formEngine, 'kaohe_form.js')));
  await init({ module_or_path: forms });
  if (new LiveForm(scheme, form).enter('c1', '9.5').total !== '9.50') throw new Error('the first score is wrong');
  const scored = performance.now();
  const module = await import(pathToFileURL(join(engine, 'kaohe.js')));
  await module.default({ module_or_path: teams });
  if (new module.Workbook(team).standings().value.length !== 20) throw new Error('the first team is wrong');
  return { form: scored - begin, team: performance.now() - scored };
}

if (process.argv[1] === import.meta.filename) {
  const { task, ...options } = JSON.parse(process.argv[2]);
  const measured = await (task === 'start' ? start(options) : tasks[task](nodeHost(options), options));
  process.stdout.write(JSON.stringify(measured));
}
