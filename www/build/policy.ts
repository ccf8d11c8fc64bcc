// The content policy of every page, written into its first lines after bundling: what runs inline is named by its hash.
// A single file can send nothing at all. A served page fetches its own parts from where it came; the server that we ship
// sends the same policy as a header (xtask/serve.mjs), and a page that is copied to another server keeps it.
import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

export type Origin = 'single' | 'served';

const CHARSET = '<meta charset="utf-8" />';

export function policy(origin: Origin): Plugin {
  return {
    name: 'kaohe-policy',
    enforce: 'post',
    // After vite-plugin-singlefile, which inlines in its own generateBundle.
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type === 'asset' && file.fileName.endsWith('.html')) file.source = withPolicy(String(file.source), origin);
        }
      },
    },
  };
}

export function withPolicy(page: string, origin: Origin): string {
  const own = origin === 'served' ? ["'self'"] : [];
  if (origin === 'single' && /<script\b[^>]*\ssrc=/.test(page)) throw new Error('a script was not inlined');
  if (!page.includes(CHARSET)) throw new Error(`the policy goes behind ${CHARSET}, which the page lacks`);
  const content = [
    "default-src 'none'",
    ['script-src', ...own, ...inlineScripts(page).map(hash), "'wasm-unsafe-eval'"].join(' '),
    "style-src 'unsafe-inline'",
    'img-src data: blob:',
    `connect-src ${own[0] ?? "'none'"}`,
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return page.replace(CHARSET, `${CHARSET}\n    <meta http-equiv="Content-Security-Policy" content="${content}" />`);
}

function inlineScripts(page: string): string[] {
  return [...page.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)]
    .filter((match) => !/\ssrc=/.test(match[1]!))
    .map((match) => match[2]!);
}

function hash(script: string): string {
  return `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
}
