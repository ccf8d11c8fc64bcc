// Chromium, each measurement in a page and a profile of its own: no other has compiled or warmed anything for it.
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { folders } from './node.mjs';

const TYPES = { '.mjs': 'text/javascript', '.js': 'text/javascript', '.wasm': 'application/wasm', '.json': 'application/json' };
const HERE = fileURLToPath(new URL('.', import.meta.url));

/** @returns {Promise<{ measure(question: object): Promise<object>, version: string, close(): Promise<void> }>} */
export async function chromium({ program, data, engine, formEngine }) {
  const { chromium: driver } = await import('playwright-core');
  const server = await serve({ data, engine, formEngine });
  const address = `http://127.0.0.1:${server.address().port}/`;
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'];
  const browser = await driver.launch({ executablePath: program, headless: true, args });
  return {
    version: browser.version(),
    measure: async (question) => {
      const context = await browser.newContext();
      try {
        const page = await context.newPage();
        page.setDefaultTimeout(0);
        await page.goto(address);
        return await page.evaluate(async (asked) => (await import('/benches/page.mjs')).run(asked), question);
      } finally {
        await context.close();
      }
    },
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}

function serve({ data, engine, formEngine }) {
  const find = (path) => {
    const [, root, ...rest] = path.split('/');
    const name = rest.join('/');
    if (root === 'benches') return join(HERE, name);
    if (root === 'engine') return join(engine, name);
    if (root === 'samples') return join(HERE, '..', root, name);
    if (root === 'form-engine') return join(formEngine, name);
    return root === 'data' ? folders.map((folder) => join(data, folder, name)).find(existsSync) : undefined;
  };
  const server = createServer(({ url }, response) => {
    // Isolated, since only then a page's clock is fine enough to time a keystroke by.
    const headers = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };
    if (url === '/') return response.writeHead(200, { ...headers, 'Content-Type': 'text/html' }).end('<!doctype html><title>bench</title>');
    const file = find(url);
    if (file === undefined || !existsSync(file)) return response.writeHead(404, headers).end();
    return response.writeHead(200, { ...headers, 'Content-Type': TYPES[extname(file)] ?? 'text/plain' }).end(readFileSync(file));
  });
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)));
}
