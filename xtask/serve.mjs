// The static server of `cargo xtask serve` and of the browser tests: Vite's own, on this machine only.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { preview } from 'vite';

const FIRST_PORT = 5170;

/**
 * Serves `www/dist`; without a port, on the first free one.
 * @param names under which browsers may ask for it, beside this machine's own
 */
export function site(port, names = []) {
  return preview({
    root: fileURLToPath(new URL('../www', import.meta.url)),
    configFile: false,
    appType: 'mpa', // a page that is not there is a 404, not the start page
    logLevel: 'error',
    build: { outDir: 'dist' },
    preview: {
      host: '127.0.0.1',
      port: port ?? FIRST_PORT,
      strictPort: port !== undefined,
      open: false,
      allowedHosts: names,
      headers: { 'Content-Security-Policy': policy() },
    },
  });
}

/** The one that the build wrote into every page (www/build/policy.ts): as a header it binds all that is served. */
function policy() {
  const page = readFileSync(new URL('../www/dist/index.html', import.meta.url), 'utf8');
  const [, content] = /<meta http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page) ?? [];
  if (content === undefined) throw new Error('www/dist/index.html carries no content policy; build the pages again');
  return content;
}

async function main([port]) {
  let server;
  try {
    server = await site(port === undefined ? undefined : Number(port));
  } catch (error) {
    const [where, remedy] = port === undefined ? ['', ''] : [` on port ${port}`, `; try \`cargo xtask serve --port ${Number(port) + 1}\``];
    console.error(`error: cannot serve${where}: ${error.message}${remedy}`);
    process.exit(1);
  }
  const url = server.resolvedUrls.local[0];
  console.log(`考核表已就绪，请在浏览器中打开：${url}　（按 Ctrl-C 结束）`);
  console.log(`The forms are ready; open in a browser: ${url}  (Ctrl-C to stop)`);
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));
