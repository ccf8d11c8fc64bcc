// A person's ways through the pages in WebKit, from which Safari is made: one form, two workbooks, in both languages. What the
// engine writes there is, byte for byte, what it writes in node and what the command line writes, and so in the other browsers.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { loadEngine } from '../web/support.mjs';
import { COMMENT, SCORES, TOTAL, address as whoRatesWhom, saved, score, seeFigures } from './support/form.mjs';
import { path } from './support/places.mjs';
import { exportWorkbook, go, openAnother, openWorkbook, sameAsCommandLine, seeResults } from './support/team.mjs';
import { everywhere } from './support/ways.mjs';
import { words } from './support/words.mjs';

const WEBKIT = { browsers: ['WebKit'] };
const [zh, en] = ['zh-CN', 'en'].map(words);
const RECORDS = 'samples/s7/2026-10.json';
const FORMS = 'samples/s9/2026-10.json';
const engine = await loadEngine();

everywhere('fill in the S9 form', fillIn, WEBKIT);
everywhere('appraise two months', appraise, WEBKIT);

async function fillIn({ page, address, placeName }) {
  const clean = cleanOf(page, placeName);
  await page.goto(await address('form'));
  await whoRatesWhom(page);
  await score(page);
  await seeFigures(page);
  await refuse(page, zh, '责任感');
  await page.fill(zh('form.commentOf', { criterion: '目标完成度' }), COMMENT);
  await saved(page);

  await page.reload();
  await page.see(zh('form.draftFound', { date: '' }).split('（')[0]);
  await holdsEverything(page);
  await clean();
  const first = await exportForm(page, zh);
  const { rating } = JSON.parse(first.bytes);
  assert.deepEqual(
    rating.scores.map((one) => one.score),
    SCORES.map(([, typed]) => typed.normalize('NFKC')),
  );
  assert.equal(rating.scores[0].comment, COMMENT);

  // Gone from this browser, and back from the file.
  await page.click('button', zh('form.clear'));
  await page.click('button', zh('form.clearYes'), { within: zh('form.clearAsk') });
  await page.see(zh('who.title'));
  await page.drop([first], 'kaohe-app');
  await holdsEverything(page);
  assert.equal((await exportForm(page, zh)).bytes.toString(), first.bytes.toString(), 'the same form exported again is the same file');

  await page.click('button', zh('app.language'));
  await page.find('button', `${en('form.total')} ${TOTAL},`);
  await page.see('B good');
  await clean();
  assert.equal((await exportForm(page, en)).bytes.toString(), first.bytes.toString(), 'a form is the same file in every language');
  await refuse(page, en, 'Responsibility');
}

/** More than the criterion's five points: the sentence stands by the field, no figure counts, and the file is not to be had. */
async function refuse(page, say, criterion) {
  const right = await page.value(criterion, { exact: true });
  await page.fill(criterion, '5.5', { exact: true });
  await page.see(sentence(say, 'score-out-of-range', { score: '5.5' }), say('form.missing', { count: 1 }));
  assert.ok(await page.invalid(criterion));
  await page.click('button', say('form.export'));
  await page.see(say('form.summaryTitle'));
  await page.fill(criterion, right, { exact: true });
  await page.see(say('form.nothingMissing'));
}

/** As a page says it: with quotation marks around people's words. */
const sentence = (say, code, params) => say(`problems.${code}.message`, params).replace(/`([^`]*)`/g, '“$1”');

async function holdsEverything(page) {
  await seeFigures(page);
  for (const [criterion, typed] of SCORES)
    assert.equal((await page.value(criterion, { exact: true })).normalize('NFKC'), typed.normalize('NFKC'), criterion);
  assert.equal(await page.value(zh('form.commentOf', { criterion: '目标完成度' })), COMMENT);
}

const exportForm = (page, say) => page.download(() => page.click('button', say('form.export')));

/** What axe finds: in one place, since the pages are the same in both. */
const cleanOf = (page, placeName) => async () => placeName === 'served' && assert.deepEqual(await page.axe(), []);

async function appraise(way) {
  await appraiseRecords(way);
  await appraiseForms(way);
}

/** Ranks, and warnings with the months they rest on; a record moves a rank, with a reason. Figures: samples/README.md. */
async function appraiseRecords({ page, address, placeName }) {
  await (placeName === 'served' ? openSample(page, await address('workbench')) : openWorkbook(page, address, RECORDS));
  assert.equal((await exportWorkbook(page)).bytes.toString(), readFileSync(path(RECORDS), 'utf8'));
  await go(page, 'partResults');
  await seeResults(page, [
    ['K01', '115', '1 / 12'],
    ['K03', '104', '3 / 12'],
    ['K10', '86', '12 / 12', '2026年10月', '2026年9月'],
    ['B09', zh('team.provisional')],
    ['Z06', zh('team.stateLeave'), zh('team.unranked')],
  ]);
  await enterRecord(page);
  await go(page, 'partResults');
  await seeResults(page, [
    ['K03', '94', '6 / 12'],
    ['K04', '101', '3 / 12'],
  ]);
  const kept = await sameEverywhere(page);

  await page.reload();
  await page.see(zh('team.keptTitle'));
  await page.click('button', zh('period.month', { year: '2026', month: '10' }));
  await page.see(zh('team.exportWorkbook'));
  assert.equal((await exportWorkbook(page)).bytes.toString(), kept, 'what was entered survives a reload');
}

async function openSample(page, address) {
  await page.goto(address);
  const { name } = JSON.parse(readFileSync(path('schemes/s7-csr-card.json')));
  await page.click('button', zh('start.sampleOf', { period: zh('period.month', { year: 2026, month: 10 }), scheme: name['zh-CN'] }));
  await page.see(zh('team.exportWorkbook'));
}

async function enterRecord(page) {
  await go(page, 'partRecords');
  await page.choose(zh('team.subject'), 'K03');
  await page.choose(zh('team.criterion'), '业务处理');
  await page.fill(zh('team.recordPoints'), '－１０');
  await page.date(zh('team.date'), '2026-10-20');
  await page.fill(zh('team.recordAuthor'), '示例班长');
  await page.click('button', zh('team.recordSave'), { exact: true });
  await page.until('for the refusal beside the reason', () => page.invalid(zh('team.reason')));
  await page.fill(zh('team.reason'), '10月20日来电未按流程核实身份');
  await page.click('button', zh('team.recordSave'), { exact: true });
  await page.see(zh('team.recordSaved'));
}

/** Totals and grades, and a number down to what was written. */
async function appraiseForms({ page, placeName }) {
  const clean = cleanOf(page, placeName);
  await openAnother(page, FORMS);
  await go(page, 'partResults');
  await seeResults(page, [
    ['N01', '97.25', 'A 优秀', '1 / 6'],
    ['N04', '73.50', 'D 较差', '6 / 6'],
    ['N08', zh('team.provisional')],
  ]);
  await clean();

  await page.click('button', zh('app.language'));
  await page.see(en('team.exportResult'));
  await seeResults(page, [
    ['N01', '97.25', 'A excellent', '1 / 6'],
    ['N04', '73.50', 'D poor', '6 / 6'],
    ['N08', en('team.provisional')],
  ]);
  await page.click('button', en('team.openNumber', { name: '样例丁一', value: '97.25' }));
  await page.see(en('team.explainTitle', { name: '样例丁一' }), '9.725');
  await clean();
  await page.press('Escape');
  await page.gone(en('team.explainHelp'));
  await page.click('button', en('app.language'));
  await sameEverywhere(page);
}

/** In the page, in node and on the command line. Gives the workbook's text. */
async function sameEverywhere(page) {
  await sameAsCommandLine(page);
  const { bytes } = await exportWorkbook(page);
  const result = await page.download(() => page.click('button', zh('team.exportResult')));
  const workbook = new engine.Workbook(bytes);
  assert.equal(workbook.toJson().value, bytes.toString());
  assert.equal(workbook.result().value, result.bytes.toString());
  workbook.free();
  return bytes.toString();
}
