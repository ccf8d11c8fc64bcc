// The plain sentence for browsers that cannot run the page: one source for every page, and no module.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';

export function fallback(root: string): Plugin {
  return {
    name: 'kaohe-fallback',
    transformIndexHtml: {
      order: 'pre',
      handler: (page) => page.replace('<!-- fallback -->', readFileSync(resolve(root, 'build/fallback.html'), 'utf8')),
    },
  };
}
