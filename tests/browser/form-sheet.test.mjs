// One's own result sheet: read on a phone, answered in two goes, and refused where it cannot be shown.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { saved } from './support/form.mjs';
import { go, openWorkbook } from './support/team.mjs';
import { crosswise } from './support/ways.mjs';
import { words } from './support/words.mjs';

const say = words('zh-CN');
const REASON = '有一笔扣分不对';
const PHONE = { width: 360, height: 740 };

crosswise('read and answer one’s own sheet on a phone', async ({ page, address, browser }) => {
  const sheet = await sheetOf(page, address, '样例丁一');
  const phone = await browser.newPage();
  await phone.resize(PHONE);
  await phone.goto(await address('form'));
  await phone.see(say('who.title'));
  await phone.drop([sheet], 'kaohe-app');
  await phone.see(say('sheet.intro'));
  await everyFigureIsSeen(phone);
  assert.deepEqual(await phone.axe(), []);
  await phone.click('choice', say('sheet.disagree'));
  await phone.fill(say('sheet.text'), REASON);
  await saved(phone);

  // The sheet is not kept; what was written is.
  const again = await browser.newPage();
  await again.goto(`${await address('form')}#view=sheet`);
  await again.see(say('sheet.notKept'), say('who.title'));
  await again.drop([sheet], 'kaohe-app');
  await again.see(say('sheet.restored', { date: '\n' }).split('\n')[0]);
  assert.equal(await again.value(say('sheet.text')), REASON);
  const { name, bytes } = await again.download(() => again.click('button', say('sheet.export')));
  await again.see(say('sheet.exported', { name }));
  const { acknowledgement } = JSON.parse(bytes);
  assert.deepEqual([acknowledgement.answer, acknowledgement.text], ['disagree', REASON]);
  await again.click('button', say('sheet.clear'));
  await again.click('button', say('sheet.clear'), { exact: true, within: say('sheet.clearAsk') });
  await again.see(say('start.cleared'));
  await refusesWhatCannotBeShown(again, JSON.parse(sheet.bytes));
  for (const one of [phone, again]) one.quiet();
});

async function sheetOf(page, address, name) {
  await openWorkbook(page, address, 'samples/s9/2026-10.json');
  await go(page, 'partResults');
  await page.click('button', say('team.openSheetOf', { name }));
  return page.download(() => page.click('button', say('team.exportSheet')));
}

/** None is cut off at the edge, and each says of what it is. */
async function everyFigureIsSeen(page) {
  const cells = await page.evaluate(() => {
    const root = document.querySelector('kaohe-app').shadowRoot.querySelector('kaohe-sheet').shadowRoot;
    return [...root.querySelectorAll('.panel-table td')].map((one) => ({
      right: one.getBoundingClientRect().right,
      of: one.dataset.of,
      said: getComputedStyle(one, '::before').content,
    }));
  });
  assert.ok(cells.length > 40, `only ${cells.length} figures`);
  for (const { right, of, said } of cells) {
    assert.ok(right <= PHONE.width, `${of} ends at ${right}`);
    assert.match(of, /满分|评分|得分/);
    assert.match(said, /data-of|满分|评分|得分/);
  }
}

/** Its checksum is right: the engine looks at nothing else of a sheet. */
async function refusesWhatCannotBeShown(page, good) {
  for (const damage of [
    (sheet) => delete sheet.result,
    (sheet) => delete sheet.result.sections,
    (sheet) => (sheet.result.total = 97),
    (sheet) => delete sheet.steps,
  ]) {
    const { checksum: _, ...damaged } = structuredClone(good);
    damage(damaged.sheet);
    const bytes = Buffer.from(
      JSON.stringify({ ...damaged, checksum: `sha256:${createHash('sha256').update(canonical(damaged)).digest('hex')}` }),
    );
    await page.drop([{ name: 'own.json', bytes }], 'kaohe-app');
    await page.see('这份结果单不完整，显示不出来');
    await page.drop([{ name: 'good.json', bytes: Buffer.from(JSON.stringify(good)) }], 'kaohe-app');
    await page.see(say('sheet.intro'));
    // What was cleared does not come back.
    assert.equal(await page.value(say('sheet.text')), '');
  }
}

/** RFC 8785, of what a sheet holds: its numbers are whole. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  return `{${Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)
    .join(',')}}`;
}
