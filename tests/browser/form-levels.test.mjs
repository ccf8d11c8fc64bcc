// A scheme of one's own with levels in words, filled in by the keyboard alone, exported, and opened again without a loss.
import assert from 'node:assert/strict';
import { focused, tabTo, type } from './support/keyboard.mjs';
import { path } from './support/places.mjs';
import { crosswise } from './support/ways.mjs';
import { words } from './support/words.mjs';

const say = words('zh-CN');
const COMMENT = '两次主动回访；"没有"推诿。';
// 有问必答 7.5 + 没有差错 20 + 8.5 = 36, and the first grade begins there.
const TOTAL = `${say('form.total')} 36.00,`;

crosswise('fill in levels by the keyboard alone', async ({ page, address, placeName }) => {
  await page.goto(await address(placeName === 'served' ? 'workbench' : 'form'));
  await page.see(say(placeName === 'served' ? 'start.title' : 'who.title'));
  await page.drop([path('tests/data/levels.json')], 'kaohe-app');
  await page.see(say('start.schemeOpened', { name: '分档评分（测试用）' }));
  if (placeName === 'served') await activate(page, say('start.fill'));
  await whoRatesWhom(page);
  await fillIn(page);
  await holdsEverything(page);

  const first = await page.download(() => activate(page, say('form.export')));
  exportedAsChosen(JSON.parse(first.bytes));
  await activate(page, say('form.clear'));
  await page.see(say('form.clearAsk'));
  await tabTo(page, say('form.clearYes'), { back: true });
  await page.press('Enter');
  await page.see(say('who.title'));
  await page.drop([first], 'kaohe-app');
  await holdsEverything(page);
  const second = await page.download(() => activate(page, say('form.export')));
  assert.equal(second.bytes.toString(), first.bytes.toString(), 'the same form exported again is the same file');
});

async function activate(page, name) {
  await tabTo(page, name);
  await page.press('Enter');
}

async function whoRatesWhom(page) {
  await page.see(say('who.title'));
  await tabTo(page, say('who.rater'));
  await type(page, 'E001');
  await tabTo(page, say('who.raterName'));
  await type(page, '王芳');
  await activate(page, say('who.begin'));
  await page.see(say('form.missing', { count: 3 }));
}

/** The arrows go through the levels of a criterion, the Tab key on to the next one. */
async function fillIn(page) {
  await tabTo(page, '主动');
  await page.press('ArrowDown');
  await page.see(say('form.missing', { count: 2 }));
  await tabTo(page, say('form.commentOf', { criterion: '服务意识' }));
  await type(page, COMMENT);
  await tabTo(page, say('form.commentOf', { criterion: '差错控制' }));
  await tabTo(page, '学习进度');
  await type(page, '8.5');
  // What was left out is named when the file is asked for, and the keyboard is led to it.
  await activate(page, say('form.export'));
  await page.see(say('form.summaryMissing'));
  await activate(page, say('form.notScored', { criterion: '差错控制' }));
  await page.until('for the keyboard on the first level', async () => (await focused(page)).startsWith('没有差错'));
  await page.press(' ');
  await page.see(say('form.nothingMissing'));
}

async function holdsEverything(page) {
  await page.find('button', TOTAL);
  await page.see('甲等');
  for (const level of ['主动', '有问必答', '被动', '没有差错', '一两次', '三次以上']) {
    const checked = await (await page.find('choice', level)).evaluate((one) => one.checked);
    assert.equal(checked, ['有问必答', '没有差错'].includes(level), level);
  }
  assert.equal(await page.value('学习进度', { exact: true }), '8.5');
  assert.equal(await page.value(say('form.commentOf', { criterion: '服务意识' })), COMMENT);
}

function exportedAsChosen({ rating, scheme }) {
  assert.deepEqual(rating.scores, [
    { criterion: 'attitude', level: 'asked', comment: COMMENT },
    { criterion: 'errors', level: 'none' },
    { criterion: 'study', score: '8.5' },
  ]);
  assert.equal(scheme.id, 'test-levels');
}
