// The page's own modules as node runs them: built from their sources, since node reads no TypeScript.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { path } from './support.mjs';

/** For an entry: where a source of www/src is. */
export const source = (file) => JSON.stringify(path(`www/src/${file}`));

/** What this entry exports. Nothing is drawn: Lit, which wants a document, is not there. */
export async function loadSources(entry) {
  const modules = { entry, lit: 'export const html = undefined, nothing = undefined;' };
  const built = await build({
    configFile: false,
    logLevel: 'error',
    root: path('www'),
    plugins: [
      {
        name: 'entry',
        enforce: 'pre',
        resolveId: (id) => modules[id.split('/').at(-1)] && `\0${id.split('/').at(-1)}`,
        load: (id) => (id.startsWith('\0') ? modules[id.slice(1)] : null),
      },
    ],
    build: {
      write: false,
      minify: false,
      lib: { entry: 'entry', formats: ['es'], fileName: 'sources' },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const [{ code }] = [built].flat()[0].output;
  const folder = mkdtempSync(join(tmpdir(), 'kaohe-sources-'));
  try {
    writeFileSync(join(folder, 'sources.mjs'), code);
    return await import(pathToFileURL(join(folder, 'sources.mjs')));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
