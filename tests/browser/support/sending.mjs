// Every way in which a script in a page could send something out, and a server that hears whatever arrives.
import { createServer } from 'node:http';

/** `heard` holds the ways by which something came. */
export async function listen() {
  const heard = new Set();
  const note = (request) => heard.add(request.url.slice(1).split('?')[0]);
  const server = createServer((request, response) => {
    note(request);
    // Taken by whoever asks: what is refused is refused by the page's own policy.
    const types = {
      style: 'text/css',
      module: 'text/javascript',
      script: 'text/javascript',
      imported: 'text/javascript',
      events: 'text/event-stream',
    };
    const type = types[request.url.slice(1)] ?? 'text/html';
    response
      .writeHead(200, {
        'content-type': type,
        'access-control-allow-origin': '*',
        'access-control-allow-headers': '*',
        connection: 'close',
      })
      .end();
  });
  server.on('upgrade', (request, socket) => {
    note(request);
    socket.destroy();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.close();
    // Chromium opens a connection ahead of a frame that it then refuses, and leaves it open and empty.
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${server.address().port}`, heard, close };
}

/** Self-contained: its text is sent into the page. Tries every way, and gives their names. */
export function sendInPage(base) {
  const to = (way) => `${base}/${way}`;
  const add = (name, attributes) => document.body.append(Object.assign(document.createElement(name), attributes));
  const style = (text) => document.head.append(Object.assign(document.createElement('style'), { textContent: text }));
  const inWorker = (way, text) => {
    const worker = new Worker(URL.createObjectURL(new Blob([text], { type: 'text/javascript' })));
    worker.onmessage = () => document.dispatchEvent(new CustomEvent('refused-in-worker', { detail: to(way) }));
  };
  const ways = {
    fetch: (url) => void fetch(url, { method: 'POST', body: 'a score', mode: 'no-cors' }).catch(() => undefined),
    request: (url) => {
      const request = new XMLHttpRequest();
      request.open('POST', url);
      request.send('a score');
    },
    beacon: (url) => navigator.sendBeacon(url, 'a score'),
    socket: (url) => void new WebSocket(url.replace('http', 'ws')),
    events: (url) => void new EventSource(url),
    image: (url) => (new Image().src = url),
    background: (url) => style(`body { background-image: url(${url}) }`),
    font: (url) => void new FontFace('sent', `url(${url})`).load().catch(() => undefined),
    style: (url) => add('link', { rel: 'stylesheet', href: url }),
    script: (url) => add('script', { src: url }),
    module: (url) => void import(url).catch(() => undefined),
    frame: (url) => add('iframe', { src: url }),
    object: (url) => add('object', { data: url }),
    video: (url) => add('video', { src: url, preload: 'auto' }),
    form: (url) => {
      add('iframe', { name: 'answer' });
      const form = Object.assign(document.createElement('form'), { action: url, method: 'post', target: 'answer' });
      document.body.append(form);
      form.submit();
    },
    worker: (url) => inWorker('worker', `fetch('${url}', { mode: 'no-cors' }).catch(() => postMessage('refused'))`),
    imported: (url) => inWorker('imported', `try { importScripts('${url}') } catch { postMessage('refused') }`),
  };
  for (const [way, send] of Object.entries(ways)) {
    try {
      send(to(way));
    } catch {
      // Firefox refuses a socket on the spot, and reports it too.
    }
  }
  return Object.keys(ways);
}

/** Self-contained: run before the attempts, it writes down in the page what the policy has refused. */
export function noteRefusals() {
  globalThis.refused = [];
  document.addEventListener('securitypolicyviolation', ({ blockedURI, effectiveDirective }) =>
    globalThis.refused.push(effectiveDirective + ' ' + blockedURI),
  );
  document.addEventListener('refused-in-worker', ({ detail }) => globalThis.refused.push(detail));
}
