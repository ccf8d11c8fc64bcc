// Where a page comes from: served on this machine, or double-clicked on disk.
import { access } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { site } from '../../../xtask/serve.mjs';

const root = new URL('../../../', import.meta.url);
export const path = (relative) => fileURLToPath(new URL(relative, root));

export const placeNames = ['served', 'from disk'];

/** `address('form' | 'workbench')`, and `close()`. */
export async function openPlace(name) {
  if (name === 'from disk') return { address: onDisk, close: async () => {} };
  const server = await site();
  const base = server.resolvedUrls.local[0];
  return { address: async (page) => `${base}${page === 'workbench' ? '' : `${page}.html`}`, close: () => server.close() };
}

async function onDisk(page) {
  const file = path(`www/dist-single/${page}.html`);
  await access(file);
  return pathToFileURL(file).href;
}
