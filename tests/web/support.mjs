// The built package as a page loads it, and the command line beside it.
import { execFile } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = new URL('../../', import.meta.url);

export const path = (relative) => fileURLToPath(new URL(relative, root));
export const read = (relative) => readFileSync(path(relative));
/** The JSON files in a folder and below. */
export const list = (folder) =>
  readdirSync(path(folder), { recursive: true })
    .filter((name) => name.endsWith('.json'))
    .map((name) => `${folder}/${name}`)
    .sort();

export const loadEngine = () => started('pkg/engine/kaohe');
/** The one that a page fills in a form with: the same engine, without its workbooks. */
export const loadFormEngine = () => started('pkg/form-engine/kaohe_form');

async function started(built) {
  const engine = await import(new URL(`${built}.js`, root));
  await engine.default({ module_or_path: read(`${built}_bg.wasm`) });
  return engine;
}

/** What `kaohe …` prints, as bytes. */
export async function kaohe(...words) {
  const folder = process.env.CARGO_TARGET_DIR ?? path('target');
  const { stdout } = await run(`${folder}/release/kaohe`, words, { encoding: 'buffer', maxBuffer: 1 << 28, cwd: path('.') });
  return stdout;
}
