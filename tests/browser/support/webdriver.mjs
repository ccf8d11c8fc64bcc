// The few calls of W3C WebDriver that a walk needs, each one request and its answer. Libraries were weighed: selenium-webdriver
// brings 17 packages and 20 MB, webdriver (of WebdriverIO) 125 and 47 MB, and neither starts a screen or a browser of this kind.

/** How the standard marks an element in JSON. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
export const asElement = (id) => ({ [ELEMENT]: id });
export const elementId = (value) => value?.[ELEMENT];

/** One browser. Its tabs share it: whoever asks one of them says which. */
export class Session {
  /** @param driver the driver's address */
  static async open(driver) {
    const { sessionId } = await ask('POST', `${driver}/session`, { capabilities: {} });
    const session = new Session(`${driver}/session/${sessionId}`);
    session.current = await ask('GET', `${session.address}/window`);
    return session;
  }

  constructor(address) {
    this.address = address;
  }

  async newTab() {
    return (await this.post(this.current, 'window/new', { type: 'tab' })).handle;
  }

  async closeTab(tab) {
    await this.in(tab);
    await ask('DELETE', `${this.address}/window`);
  }

  async post(tab, what, content = {}) {
    await this.in(tab);
    return ask('POST', `${this.address}/${what}`, content);
  }

  async in(tab) {
    if (tab === this.current) return;
    await ask('POST', `${this.address}/window`, { handle: tab });
    this.current = tab;
  }
}

/** Whether a driver answers there yet. */
export const answers = (driver) =>
  ask('GET', `${driver}/status`).then(
    () => true,
    () => false,
  );

async function ask(method, url, content) {
  const answer = await fetch(url, { method, body: content && JSON.stringify(content) });
  const { value } = await answer.json();
  if (!answer.ok) throw new Error(`${value.message || value.error} (${method} ${new URL(url).pathname.replace(/.*\/session\/[^/]*/, '')})`);
  return value;
}
