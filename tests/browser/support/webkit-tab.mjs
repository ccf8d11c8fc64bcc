// A tab of WebKit with as much of the other drivers' tabs as page.mjs asks for.
import { asElement, elementId } from './webdriver.mjs';

/** What the standard calls the keys that write nothing. */
const KEYS = {
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Escape: '\uE00C',
  ArrowUp: '\uE013',
  ArrowDown: '\uE015',
  Delete: '\uE017',
};

/** Self-contained: its text is sent into the page. Where its complaints are gathered, from the first question to it on. */
function complaintsInPage() {
  const key = Symbol.for('complaints');
  if (!globalThis[key]) {
    const complaints = (globalThis[key] = []);
    const say = console.error;
    console.error = (...words) => {
      complaints.push(words.map(String).join(' '));
      say.apply(console, words);
    };
    addEventListener('error', ({ error, message }) => complaints.push(String(error?.stack ?? message)));
    addEventListener('unhandledrejection', ({ reason }) => complaints.push(`unhandled: ${reason?.stack ?? reason}`));
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
      complaints.push(`refused by ${effectiveDirective}: ${blockedURI}`),
    );
  }
  return globalThis[key];
}

/**
 * Self-contained. WebKit scrolls to what has got the keyboard after the key was answered, and the driver clicks where a thing
 * was when it looked: a click waits until the thing stands still.
 */
async function standStillInPage(one) {
  const frame = () => new Promise(requestAnimationFrame);
  const place = () => {
    const { x, y } = one.getBoundingClientRect();
    return `${x} ${y}`;
  };
  for (let before; before !== place(); ) {
    one.scrollIntoView({ block: 'center', behavior: 'instant' });
    before = place();
    await frame();
    await frame();
  }
}

export class WebKitTab {
  listeners = new Map();

  constructor(session, handle) {
    this.session = session;
    this.handle = handle;
    this.keyboard = {
      type: (text) => this.keys([...text].flatMap(stroke)),
      press: (key) => this.keys(stroke(key)),
      down: (key) => this.keys(stroke(key).slice(0, 1)),
      up: (key) => this.keys(stroke(key).slice(1)),
    };
  }

  /** The standard knows no events: complaints of a page come with the next answer from it, and requests are not told. */
  on(event, listener) {
    this.listeners.set(event, listener);
  }

  goto(url) {
    return this.post('url', { url });
  }

  reload() {
    return this.post('refresh');
  }

  /** Runs a function or a text in the page, and waits for what it promises. */
  async evaluate(run, ...values) {
    const call = typeof run === 'string' ? `(() => { ${run}\n })()` : `(${run})(...arguments)`;
    const script = `const complaints = (${complaintsInPage})();
      return Promise.resolve(${call}).then((value) => ({ value, complaints: complaints.splice(0) }));`;
    const { value, complaints } = await this.post('execute/sync', { script, args: values });
    for (const complaint of complaints) this.listeners.get('pageerror')?.(complaint);
    return value;
  }

  async evaluateHandle(run, ...values) {
    const value = await this.evaluate(run, ...values);
    const id = elementId(value);
    return id === undefined ? { asElement: () => null, jsonValue: async () => value } : new WebKitElement(this, id);
  }

  bringToFront() {
    return this.session.in(this.handle);
  }

  close() {
    return this.session.closeTab(this.handle);
  }

  keys(actions) {
    return this.post('actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  post(what, content) {
    return this.session.post(this.handle, what, content);
  }
}

class WebKitElement {
  constructor(tab, id) {
    this.tab = tab;
    this.id = id;
  }

  asElement() {
    return this;
  }

  evaluate(run, value) {
    return this.tab.evaluate(run, asElement(this.id), value);
  }

  async click() {
    await this.evaluate(standStillInPage);
    await this.tab.post(`element/${this.id}/click`);
  }
}

const stroke = (key) => ['keyDown', 'keyUp'].map((type) => ({ type, value: KEYS[key] ?? key }));
