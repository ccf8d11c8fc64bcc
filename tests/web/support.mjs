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
  readdirSync(path(folder), { recursive: true }).filter((name) => name.endsWith('.json')).map((name) => `${folder}/${name}`).sort();

export async function loadEngine() {
  const engine = await import(new URL('pkg/engine/kaohe.js', root));
  await engine.default({ module_or_path: read('pkg/engine/kaohe_bg.wasm') });
  return engine;
}

/** What `kaohe …` prints, as bytes. */
export async function kaohe(...words) {
  const folder = process.env.CARGO_TARGET_DIR ?? path('target');
  const { stdout } = await run(`${folder}/release/kaohe`, words, { encoding: 'buffer', maxBuffer: 1 << 28, cwd: path('.') });
  return stdout;
}
