// Where a page comes from: served on this machine, double-clicked on disk, or served on an intranet without encryption,
// where a browser gives a page less.
import { access } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { site } from '../../../xtask/serve.mjs';
import { INTRANET } from './browsers.mjs';

const root = new URL('../../../', import.meta.url);
export const path = (relative) => fileURLToPath(new URL(relative, root));

export const placeNames = ['served', 'from disk'];

/** `address('form' | 'workbench')`, and `close()`; beside the places above there is `plain http`. */
export async function openPlace(name) {
  if (name === 'from disk') return { address: onDisk, close: async () => {} };
  const plain = name === 'plain http';
  const server = await site(undefined, plain ? [INTRANET] : []);
  const [local] = server.resolvedUrls.local;
  const base = plain ? local.replace(new URL(local).hostname, INTRANET) : local;
  return { address: async (page) => `${base}${page === 'workbench' ? '' : `${page}.html`}`, close: () => server.close() };
}

async function onDisk(page) {
  const file = path(`www/dist-single/${page}.html`);
  await access(file);
  return pathToFileURL(file).href;
}
