// The static server of `cargo xtask serve` and of the browser tests: Vite's own, on this machine only.
import { fileURLToPath } from 'node:url';
import { preview } from 'vite';

const FIRST_PORT = 5170;

/** Serves `www/dist`; without a port, on the first free one. */
export function site(port) {
  return preview({
    root: fileURLToPath(new URL('../www', import.meta.url)),
    configFile: false,
    appType: 'mpa', // a page that is not there is a 404, not the start page
    logLevel: 'error',
    build: { outDir: 'dist' },
    preview: { host: '127.0.0.1', port: port ?? FIRST_PORT, strictPort: port !== undefined, open: false },
  });
}

async function main([port]) {
  let server;
  try {
    server = await site(port === undefined ? undefined : Number(port));
  } catch (error) {
    console.error(`error: cannot serve on port ${port}: ${error.message}; try \`cargo xtask serve --port ${Number(port) + 1}\``);
    process.exit(1);
  }
  const url = server.resolvedUrls.local[0];
  console.log(`考核表已就绪，请在浏览器中打开：${url}　（按 Ctrl-C 结束）`);
  console.log(`The forms are ready; open in a browser: ${url}  (Ctrl-C to stop)`);
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));
