// Work that takes long shows how far it is and can be cancelled; then everything is as it was before, and the same can be done again.
import assert from 'node:assert/strict';
import { stallEngine } from './support/faults.mjs';
import { focused, tabTo } from './support/keyboard.mjs';
import { path } from './support/places.mjs';
import { exportWorkbook, go, seeResults, take } from './support/team.mjs';
import { crosswise } from './support/ways.mjs';
import { words } from './support/words.mjs';

const say = words('zh-CN');
const MONTH = 'samples/s7/2026-10.json';
const CANCEL = say('dialog.cancel');
const REASON = '取消过一次的一笔';

crosswise('long work shows its progress and can be cancelled', async ({ page, address }) => {
  await page.before(stallEngine);
  await page.goto(await address('workbench'));
  await page.see(say('start.schemes'));
  await page.click('button', say('start.team'), { exact: true });
  await page.see(say('team.intro'));
  await cancelsReading(page);
  await take(page, MONTH);
  await go(page, 'partResults');
  await seeResults(page, [['K03', '104.00', '3 / 12']]);
  await cancelsAnExplanation(page);
  await cancelsAnEntry(page);
  await entersItAfterAll(page);
  await cancelsFiles(page);
});

const stallAt = (page, method) => page.evaluate((at) => (globalThis.stall.at = at), method);
const tell = (page, stage, done, total) => page.evaluate((progress) => globalThis.stall.say(progress), { stage, done, total });

/** Before there is a workbook. */
async function cancelsReading(page) {
  const before = await shape(page);
  await stallAt(page, 'load');
  await page.drop([path(MONTH)], 'kaohe-team');
  await page.see(say('team.working'));
  assert.deepEqual(await bar(page), { name: say('team.working'), value: null, max: null });
  await tell(page, 'read', 370, 1000);
  await page.see(say('team.readingFar', { percent: 37 }));
  assert.deepEqual(await bar(page), { name: say('team.reading'), value: '370', max: '1000' });
  const said = await readOut(page);
  await tell(page, 'read', 380, 1000);
  await page.see(say('team.readingFar', { percent: 38 }));
  assert.deepEqual([said, await readOut(page)], [say('team.reading'), say('team.reading')]);
  assert.deepEqual(await shape(page), before);
  assert.deepEqual(await page.axe(), []);
  await tabTo(page, CANCEL);
  await page.press('Enter');
  await page.see(say('team.cancelled'), say('team.intro'));
  await page.until('for the keyboard to go on at the files', async () => (await focused(page)) === say('team.pickFiles'));
  assert.equal(await page.has('button', CANCEL), false);
}

/** In a dialog, which leaves nothing else to be pressed. */
async function cancelsAnExplanation(page) {
  const open = () => page.click('button', say('team.openNumber', { name: '样例甲三', value: '104.00' }));
  await stallAt(page, 'explain');
  await open();
  await page.see(say('team.working'));
  await page.click('button', CANCEL, { exact: true, within: say('team.explainHelp') });
  await page.see(say('team.cancelled'));
  await page.gone(say('team.explainHelp'));
  await open();
  await page.see(say('team.explainTitle', { name: '样例甲三' }), '104.00');
  await page.press('Escape');
  await page.gone(say('team.explainHelp'));
}

async function cancelsAnEntry(page) {
  const { bytes } = await exportWorkbook(page);
  await go(page, 'partRecords');
  await fillIn(page);
  await stallAt(page, 'appraise');
  await page.click('button', say('team.recordSave'), { exact: true });
  await page.see(say('team.working'));
  await tell(page, 'score', 41_000, 100_000);
  await page.see(say('team.scoringFar', { done: '41,000', total: '100,000' }));
  await page.click('button', CANCEL, { exact: true });
  await page.see(say('team.cancelled'));
  assert.equal(await page.has('row', REASON), false);
  assert.equal(await page.value(say('team.reason')), REASON);
  assert.deepEqual((await exportWorkbook(page)).bytes, bytes);
}

/** What was typed is still there, and a new engine takes it. */
async function entersItAfterAll(page) {
  await page.click('button', say('team.recordSave'), { exact: true });
  await page.until('for the record', () => page.has('row', REASON));
  await go(page, 'partResults');
  await seeResults(page, [['K03', '94', '6 / 12']]);
  assert.equal((await exportWorkbook(page)).bytes.toString().split(REASON).length, 2, 'the record is there once');
}

async function cancelsFiles(page) {
  const file = { name: 'nothing.json', bytes: Buffer.from('{}') };
  const { bytes } = await exportWorkbook(page);
  await stallAt(page, 'addAll');
  await page.drop([file], 'kaohe-team');
  await page.see(say('team.progress', { done: 0, total: 1 }));
  await page.click('button', CANCEL, { exact: true });
  await page.see(say('team.cancelled'));
  assert.equal((await page.text()).includes(file.name), false);
  assert.deepEqual((await exportWorkbook(page)).bytes, bytes);
  await page.drop([file], 'kaohe-team');
  await page.see(say('team.outcomesTitle', { count: 1 }), file.name);
}

async function fillIn(page) {
  await page.choose(say('team.subject'), 'K03');
  await page.choose(say('team.criterion'), '业务处理');
  await page.fill(say('team.recordPoints'), '-10');
  await page.date(say('team.date'), '2026-10-20');
  await page.fill(say('team.recordAuthor'), '示例班长');
  await page.fill(say('team.reason'), REASON);
}

async function inLine(page, selector, read) {
  const handle = await page.tab.evaluateHandle((wanted) => {
    const search = (root) =>
      root.querySelector(wanted) ?? [...root.querySelectorAll('*')].map((one) => one.shadowRoot && search(one.shadowRoot)).find(Boolean);
    return search(document);
  }, selector);
  return handle.evaluate(read);
}

const bar = (page) =>
  inLine(page, 'progress', (one) => ({
    name: one.ariaLabel ?? one.getAttribute('aria-label'),
    value: one.getAttribute('value'),
    max: one.getAttribute('max'),
  }));
const readOut = (page) => inLine(page, 'kaohe-progress', (one) => one.shadowRoot.querySelector('[role=status]').textContent);
/** Where things are on the page. */
const shape = (page) =>
  inLine(page, 'kaohe-team', (one) =>
    [one, ...one.shadowRoot.querySelectorAll('h1, .drop')].map((each) => JSON.stringify(each.getBoundingClientRect())),
  );
