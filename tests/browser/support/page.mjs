// One page as a person uses it, the same in Chromium (playwright-core), Firefox (puppeteer-core over WebDriver BiDi) and WebKit
// (plain WebDriver, which cannot do `before` and knows no `requests`).
// Every wait is for a state; only when a state never comes does a clock end the test.
import { readFile, readdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { dropInPage, findInPage, textInPage } from './find.mjs';

const PATIENCE = 20_000;
const POLL = 40;
const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export class Page {
  /**
   * @param tab the driver's page; all of them know goto, reload, evaluate, evaluateHandle and keyboard
   * @param downloads the folder in which the browser puts what is downloaded
   */
  constructor(tab, downloads, browserName) {
    this.tab = tab;
    this.downloads = downloads;
    this.browserName = browserName;
    this.complaints = [];
    /** The addresses of all that the page has asked for, its workers too. */
    this.requests = [];
    tab.on('request', (request) => this.requests.push(request.url()));
    tab.on('pageerror', (error) => this.complaints.push(String(error?.stack ?? error)));
    tab.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
  }

  async goto(url) {
    await this.tab.goto(url, { waitUntil: 'load' });
  }

  /** Runs in every document of this tab before its own scripts; for what the browser or the machine does to a page. */
  async before(run, argument) {
    if (this.browserName === 'Chromium') await this.tab.addInitScript(run, argument);
    else await this.tab.evaluateOnNewDocument(run, argument);
  }

  async resize(size) {
    if (this.tab.setViewportSize) return this.tab.setViewportSize(size);
    // Beside the size the driver asks for an orientation, which an older Firefox does not know.
    await this.tab.setViewport(size).catch((error) => {
      if (!String(error).includes('setScreenOrientationOverride')) throw error;
    });
    return this.until('for the window to be resized', () => this.tab.evaluate((width) => innerWidth === width, size.width));
  }

  async reload() {
    await this.tab.reload({ waitUntil: 'load' });
  }

  /** The text that is shown. */
  text() {
    return this.tab.evaluate(textInPage);
  }

  evaluate(run, argument) {
    return this.tab.evaluate(run, argument);
  }

  /** Waits until all of these are shown; a pattern must match. */
  async see(...expected) {
    for (const one of expected) {
      await this.until(`to see ${one}`, async () => {
        const text = await this.text();
        return one instanceof RegExp ? one.test(text) : text.includes(one);
      });
    }
  }

  async gone(unexpected) {
    await this.until(`${unexpected} to go`, async () => !(await this.text()).includes(unexpected));
  }

  /** The one shown element of this role and name; `within` names words of what holds it, `group` the title of a fieldset, group or table. */
  async find(role, name, { exact = false, part = false, within, group } = {}) {
    let explanation;
    const found = await this.until(
      `for ${role} ${name}`,
      async () => {
        const handle = await this.tab.evaluateHandle(findInPage, { role, name, exact, part, within, group });
        const element = handle.asElement();
        if (element !== null) return element;
        explanation = await handle.jsonValue();
        return undefined;
      },
      () => `${explanation?.count ?? 0} fit; there are: ${explanation?.names?.join(' | ')}`,
    );
    return found;
  }

  async has(role, name, options = {}) {
    const handle = await this.tab.evaluateHandle(findInPage, { role, name, ...options });
    return handle.asElement() !== null;
  }

  async click(role, name, options) {
    const element = await this.find(role, name, options);
    await element.evaluate((one) => one.scrollIntoView({ block: 'center', behavior: 'instant' }));
    await element.click();
  }

  /** Types with real keys over what stands in the field, and leaves it. */
  async fill(label, text, options) {
    const element = await this.find('field', label, options);
    await element.evaluate((one) => one.scrollIntoView({ block: 'center', behavior: 'instant' }));
    await element.evaluate((one) => {
      one.focus();
      one.select();
    });
    if (text === '') await this.tab.keyboard.press('Delete');
    else await this.tab.keyboard.type(text);
    await this.tab.keyboard.press('Tab');
  }

  /** Puts a copied table into a field at once, over what stands in it: keys cannot type its tabs. */
  async paste(label, text, options) {
    const element = await this.find('field', label, options);
    await element.evaluate((one, pasted) => {
      one.focus();
      one.select();
      document.execCommand('insertText', false, pasted);
    }, text);
  }

  async value(label, options) {
    const element = await this.find('field', label, options);
    return element.evaluate((one) => one.value);
  }

  /** A date field shows its date as the machine is used to; what it means is always written the same way. */
  async date(label, day, options) {
    const element = await this.find('field', label, options);
    await element.evaluate((one, value) => {
      one.value = value;
      one.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
      one.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
    }, day);
  }

  /** The text of the one table row that holds these words, its cells apart. */
  async row(words) {
    const element = await this.find('row', words);
    return element.evaluate((one) => [...one.cells].map((cell) => cell.innerText.replace(/\s+/g, ' ').trim()).join(' | '));
  }

  /** Whether the field (or the list to choose from) is marked as refused. */
  async invalid(label, role = 'field') {
    const element = await this.find(role, label);
    return element.evaluate((one) => one.getAttribute('aria-invalid') === 'true');
  }

  /** Waits until that row shows all of these. */
  async seeInRow(words, ...expected) {
    let text = '';
    await this.until(
      `for the row of ${words} to show ${expected.join(', ')}`,
      async () => {
        text = await this.row(words);
        return expected.every((one) => text.includes(one));
      },
      () => `it shows: ${text}`,
    );
  }

  /** Chooses an option of a list by what it shows. */
  async choose(label, option, options) {
    const element = await this.find('list', label, options);
    await element.evaluate((one, wanted) => {
      const found = [...one.options].find((each) => each.label.includes(wanted) || each.value === wanted);
      if (!found) throw new Error(`no option ${wanted} among ${[...one.options].map((each) => each.label).join(' | ')}`);
      one.value = found.value;
      one.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
      one.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
    }, option);
  }

  async press(key) {
    await this.tab.keyboard.press(key);
  }

  /** Drops files onto the element that the selector names inside any shadow root (the page itself if none). */
  async drop(files, selector = 'body') {
    const contents = await Promise.all(files.map(asDropped));
    const handle = await this.tab.evaluateHandle((wanted) => {
      const search = (root) =>
        root.querySelector(wanted) ?? [...root.querySelectorAll('*')].map((one) => one.shadowRoot && search(one.shadowRoot)).find(Boolean);
      return search(document);
    }, selector);
    await handle.evaluate(dropInPage, contents);
  }

  /** Chooses files in the browser's own dialog, which a page cannot see: what it sees are the files and the change. */
  async pick(label, files, options) {
    const contents = await Promise.all(files.map(asDropped));
    const element = await this.find('file', label, options);
    await element.evaluate((one, chosen) => {
      const transfer = new DataTransfer();
      for (const { name, base64 } of chosen)
        transfer.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name));
      one.files = transfer.files;
      one.dispatchEvent(new Event('change', { bubbles: true }));
    }, contents);
  }

  /** Does what starts a download and gives back its name and bytes. */
  async download(start) {
    const before = new Set(await readdir(this.downloads));
    await start();
    let last = -1;
    const name = await this.until('for a download', async () => {
      const files = (await readdir(this.downloads)).filter((file) => !before.has(file));
      const unfinished = files.some((file) => /\.(part|crdownload|tmp)$/.test(file));
      if (files.length === 0 || unfinished) return undefined;
      // Firefox renames its temporary file when it is done: one that is gone is one not yet there.
      const size = (await readFile(join(this.downloads, files[0])).catch(() => '')).length;
      // Firefox makes the empty file first: finished is what holds something and no longer grows.
      const done = size > 0 && size === last;
      last = size;
      return done ? files[0] : undefined;
    });
    const path = join(this.downloads, name);
    const bytes = await readFile(path);
    await rm(path);
    return { name, bytes };
  }

  /** Fails on anything the page complained of: a script's error, or something its policy refused. */
  quiet() {
    if (this.complaints.length > 0) throw new Error(`${this.browserName} complained:\n${this.complaints.join('\n')}`);
  }

  /** What axe finds wrong on the screen as it is now. */
  async axe() {
    if (!(await this.tab.evaluate(() => 'axe' in globalThis))) await this.tab.evaluate(axeSource);
    return this.tab.evaluate(async () => {
      const { violations } = await globalThis.axe.run(document, { resultTypes: ['violations'] });
      return violations.map(
        ({ id, help, nodes }) =>
          `${id}: ${help}\n${nodes.map((node) => `    ${node.target.flat().join(' >>> ')}  ${node.html.slice(0, 200)}`).join('\n')}`,
      );
    });
  }

  async until(what, ask, explain = () => '') {
    const end = Date.now() + PATIENCE;
    for (;;) {
      const answer = await ask();
      if (answer) return answer;
      if (Date.now() > end)
        throw new Error(
          `${this.browserName} waited in vain ${what}\n${explain()}\n--- shown:\n${await this.text()}\n--- complaints:\n${this.complaints.join('\n')}`,
        );
      await pause(POLL);
    }
  }

  close() {
    return this.tab.close();
  }
}

async function asDropped(file) {
  if (typeof file === 'string') return { name: basename(file), base64: (await readFile(file)).toString('base64') };
  return { name: file.name, base64: Buffer.from(file.bytes).toString('base64') };
}
