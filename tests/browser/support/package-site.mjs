// The package as somebody serves it who has unpacked it beside a page: over plain http, on a host that browsers trust no more than any
// server of an intranet. The page holds the HTML of the package's own README, so that what is tried is what is promised.
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { test } from 'node:test';
import { build } from 'vite';
import { browserNames, INTRANET, start } from './browsers.mjs';
import { path } from './places.mjs';

const TYPES = { '.js': 'text/javascript', '.wasm': 'application/wasm' };
const WASM = '/kaohe/form-engine/kaohe_form_bg.wasm';

/** The first HTML of pkg/README.md. */
export const README = /```html\n([\s\S]*?)```/.exec(readFileSync(path('pkg/README.md'), 'utf8'))[1];
/** The same with another element in it. */
export const withForm = (element) => README.replace(/<kaohe-form[\s\S]*?<\/kaohe-form>/, element);

let built;
const buildElement = () => (built ??= build({ configFile: path('www/vite.config.ts'), mode: 'element', logLevel: 'error' }));

/**
 * @param options.body the page's body
 * @param options.policy its content policy
 * @param options.wasm the status that the engine's file is answered with, or a promise of one, which holds it back
 */
export async function servePackage({ body = README, policy, wasm = 200 } = {}) {
  await buildElement();
  const site = { body, wasm, handedIn: [] };
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://site');
    if (pathname === '/') {
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...(policy ? { 'Content-Security-Policy': policy } : {}) });
      return response.end(pageOf(site.body));
    }
    if (pathname === '/appraisals') {
      let text = '';
      for await (const piece of request) text += piece;
      site.handedIn.push(new URLSearchParams(text));
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
      return response.end('<p>handed in</p>');
    }
    const file = path(`pkg${pathname.replace(/^\/kaohe/, '')}`);
    const status = pathname === WASM ? await site.wasm : pathname.startsWith('/kaohe/') && existsSync(file) ? 200 : 404;
    if (status !== 200) return response.writeHead(status).end();
    response.writeHead(200, { 'Content-Type': TYPES[extname(pathname)] ?? 'text/plain', 'Cache-Control': 'no-store' });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://${INTRANET}:${server.address().port}`;
  return Object.assign(site, {
    address: `${base}/`,
    wasmAddress: `${base}${WASM}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  });
}

const pageOf = (body) => `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>考核</title><link rel="icon" href="data:,">
<script type="importmap">{ "imports": { "kaohe/": "/kaohe/" } }</script>
<script>
  // Whatever the element says, from its first word.
  var said = [];
  for (const event of ['kaohe-change', 'kaohe-who', 'kaohe-error']) addEventListener(event, ({ detail }) => said.push({ event, ...detail }));
</script></head>
<body><main>${body}</main></body></html>`;

/** One page of the package, tried in Chromium and Firefox; `walk({ page, site, browser })`. */
export function embedded(what, options, walk, { browsers = browserNames } = {}) {
  for (const browserName of browsers) {
    test(`${what}: ${browserName}`, async () => {
      const site = await servePackage(options);
      try {
        const browser = await start(browserName);
        try {
          await walk({ page: await browser.newPage(), site, browser });
        } finally {
          await browser.close();
        }
      } finally {
        site.close();
      }
    });
  }
}

/** What the element is to the form around it, as the browser has it, and the form that would be handed in. */
export const control = (page) =>
  page.evaluate(() => {
    const element = document.querySelector('kaohe-form');
    const form = element.closest('form');
    const value = new FormData(form).get('form');
    return {
      valid: element.checkValidity(),
      allValid: form.checkValidity(),
      why: element.validationMessage,
      rating: value && JSON.parse(value).rating,
    };
  });

/** What the element has said, by the name of the event. */
export const said = (page, event) => page.evaluate((wanted) => globalThis.said.filter((one) => one.event === wanted), event);

/** Waits until the last change said this. */
export async function changed(page, expected) {
  let last;
  await page.until(
    `for kaohe-change with ${JSON.stringify(expected)}`,
    async () => {
      last = (await said(page, 'kaohe-change')).at(-1);
      return last !== undefined && Object.entries(expected).every(([key, value]) => last[key] === value);
    },
    () => `it says ${JSON.stringify(last)}`,
  );
}
