// The harness on a page of its own: if this fails, the browsers or their drivers are at fault, not the forms.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { allBrowserNames, start } from './support/browsers.mjs';

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>harness</title></head><body><main>
<h1>Harness</h1><test-form></test-form></main><script>
customElements.define('test-form', class extends HTMLElement {
  connectedCallback() {
    const root = this.attachShadow({ mode: 'open' });
    root.innerHTML = '<p hidden>never shown</p><label for="score">目标完成度</label> <input id="score" value="1"> <output></output>' +
      '<ul><li>first <button>take</button></li><li>second <button>take</button></li></ul><p class="taken"></p><p class="dropped"></p>';
    const [field, output] = [root.querySelector('input'), root.querySelector('output')];
    field.addEventListener('input', () => (output.textContent = 'typed ' + field.value));
    for (const button of root.querySelectorAll('button')) button.addEventListener('click', () => {
      root.querySelector('.taken').textContent = 'took ' + button.parentNode.firstChild.data;
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob(['{"a":1}'], { type: 'application/json' }));
      link.download = '表.json';
      link.click();
    });
    this.addEventListener('drop', async (event) => (root.querySelector('.dropped').textContent = 'dropped ' + await event.dataTransfer.files[0].text()));
  }
});
</script></body></html>`;

for (const name of allBrowserNames) {
  describe(`harness in ${name}`, () => {
    let browser, page, folder;
    before(async () => {
      browser = await start(name);
      folder = await mkdtemp(join(tmpdir(), 'kaohe-harness-'));
      await writeFile(join(folder, 'page.html'), PAGE);
      page = await browser.newPage();
      await page.goto(pathToFileURL(join(folder, 'page.html')).href);
    });
    after(async () => {
      await browser?.close();
      await rm(folder, { recursive: true, force: true });
    });

    test('sees what is shown, through shadow roots, and nothing hidden', async () => {
      await page.see('Harness', '目标完成度');
      assert.ok(!(await page.text()).includes('never shown'));
    });

    test('types with real keys over what stood there', async () => {
      await page.fill('目标完成度', '9.5');
      await page.see('typed 9.5');
      assert.equal(await page.value('目标完成度'), '9.5');
    });

    test('tells two buttons of one name apart by their row, and receives the download', async () => {
      const { name: file, bytes } = await page.download(() => page.click('button', 'take', { within: 'second' }));
      await page.see('took second');
      assert.equal(file, '表.json');
      assert.equal(bytes.toString(), '{"a":1}');
    });

    test('drops a file', async () => {
      await page.drop([{ name: 'a.json', bytes: Buffer.from('考核') }], 'test-form');
      await page.see('dropped 考核');
    });

    test('asks axe', async () => {
      assert.deepEqual(await page.axe(), []);
      // It also looks into shadow roots: an empty answer is an answer.
      await page.evaluate(() => document.querySelector('test-form').shadowRoot.append(document.createElement('button')));
      assert.match((await page.axe()).join(), /button-name/);
    });

    test("a page of one's own disk may not read another file", async () => {
      await assert.rejects(page.evaluate(() => fetch('other.json').then((answer) => answer.text())));
    });
  });
}
