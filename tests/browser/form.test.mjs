// A person rates herself on the S9 form: types, sees the figures move, loses nothing, hands in a file.
import assert from 'node:assert/strict';
import { COMMENT, SCORES, address as whoRatesWhom, saved, score, seeFigures } from './support/form.mjs';
import { everywhere } from './support/ways.mjs';
import { words } from './support/words.mjs';

const say = words('zh-CN');
const REMARK = '与上季度相比，操作更熟练。';

everywhere('fill in the S9 form', async ({ page, address, placeName }) => {
  if (placeName === 'served') {
    await page.goto(await address('workbench'));
    await page.see(say('start.title'));
    await page.click('button', say('start.fill'), { exact: true });
  } else {
    await page.goto(await address('form'));
  }
  await whoRatesWhom(page);
  await score(page);
  await seeFigures(page);

  await refuseTooMuch(page);
  await page.fill(say('form.commentOf', { criterion: '目标完成度' }), COMMENT);
  await page.fill(say('form.remark'), REMARK);
  await saved(page);

  await page.reload();
  await page.see(say('form.draftFound', { date: '' }).split('（')[0]);
  await holdsEverything(page);

  const first = await page.download(() => page.click('button', say('form.export')));
  await page.see(say('form.exported', { name: first.name }));
  exportedAsTyped(JSON.parse(first.bytes));

  // Gone from this browser, and back from the file.
  await page.click('button', say('form.clear'));
  await page.click('button', say('form.clearYes'), { within: say('form.clearAsk') });
  await page.see(say('who.title'));
  await page.drop([first], 'kaohe-app');
  await holdsEverything(page);
  const second = await page.download(() => page.click('button', say('form.export')));
  assert.equal(second.bytes.toString(), first.bytes.toString(), 'the same form exported again is the same file');
});

/** 5.5 of 5 is no score: it does not count, and the export says so. */
async function refuseTooMuch(page) {
  const [criterion, right] = SCORES.at(-2);
  await page.fill(criterion, '5.5', { exact: true });
  await page.see(say('form.missing', { count: 1 }));
  await page.click('button', say('form.export'));
  await page.see(say('form.summaryTitle'));
  await page.fill(criterion, right, { exact: true });
  await page.see(say('form.nothingMissing'));
}

async function holdsEverything(page) {
  await seeFigures(page);
  for (const [criterion, typed] of SCORES) {
    const value = await page.value(criterion, { exact: true });
    // What was typed full-width comes back from a file as the number it was read as.
    assert.ok(value === typed || value === typed.normalize('NFKC'), `${criterion}: ${value}`);
  }
  assert.equal(await page.value(say('form.commentOf', { criterion: '目标完成度' })), COMMENT);
  assert.equal(await page.value(say('form.remark')), REMARK);
}

function exportedAsTyped(form) {
  assert.equal(form.format, 'kaohe-form');
  assert.match(form.checksum, /^sha256:/);
  assert.deepEqual(
    form.rating.scores.map(({ score }) => score),
    SCORES.map(([, typed]) => typed.normalize('NFKC')),
  );
  assert.equal(form.rating.scores[0].comment, COMMENT);
  assert.equal(form.rating.remark, REMARK);
  assert.equal(form.rating.role, 'self');
  assert.equal(form.rating.rater, form.rating.subject);
}
