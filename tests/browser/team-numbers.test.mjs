// Numbers of S1: typed, pasted from a spreadsheet with one wrong row, corrected with a note; then the plan with its effect, the report
// and the programme that follow from them. Figures that change are reckoned here, the others are those of samples/README.md.
import assert from 'node:assert/strict';
import { go, openWorkbook, sameAsCommandLine, seeResults } from './support/team.mjs';
import { crosswise } from './support/ways.mjs';
import { words } from './support/words.mjs';

const say = words('zh-CN');
const DAY = '2026-10-31'; // after the sample's 28th: of a subject's numbers the latest counts
const ENTRY = { group: say('indicators.title') };
const PASTE = { group: say('indicators.pasteTitle') };
const rows = (satisfactionOfP02) => `工号\t姓名\t客户满意度（%）\t客户留存率
P01\t样例戊一\t88\t
P02\t样例戊二\t${satisfactionOfP02}\t
D03\t样例售后部\t９５\t86.0
`;

crosswise('enter the numbers of a month', async ({ page, address }) => {
  await openWorkbook(page, address, 'samples/s1/2026-10.json');
  await go(page, 'indicators.part');
  await typeOne(page);
  await pasteTable(page);
  await asksAboutShares(page);
  await correct(page);
  await go(page, 'partResults');
  await seeResults(page, [
    // satisfaction 95 = 30, no appeals, no complaint = 20, retention 86: 36 ÷ 40 × 15 = 13.5, repurchase 13.5: 77 × 100 ÷ 80
    ['D03', '96.25', '优秀', '1 / 3'],
    // satisfaction 81: 21 ÷ 35 × 30 = 18 in the place of 21: 75.1833 − 3 = 72.1833
    ['D02', '72.18', '合格', '3 / 3'],
    // satisfaction 88: 28 ÷ 35 × 30 = 24 in the place of 30: (74 − 6) × 100 ÷ 80 = 85
    ['P01', '85.00', '良好', '3 / 5'],
    // satisfaction 88 = 24 in the place of 21: 75.3636 + 3
    ['P02', '78.36', '合格', '4 / 5'],
    ['P04', '88.25', '良好', '1 / 5'],
    // repurchase 30: 30 ÷ 40 × 15 = 11.25; 24 + 20 + 13.5 + 11.25 = 68.75, × 100 ÷ 80 = 85.9375
    ['P05', '85.94', '良好', '2 / 5'],
    ['P03', '61.00', '合格', '5 / 5'],
  ]);
  await plan(page);
  await report(page);
  await programme(page);
  kept(await sameAsCommandLine(page));
});

/** The one number that a result still waits for. */
async function typeOne(page) {
  await page.see(say('indicators.lacks', { name: '样例戊五', list: '客户重复购买率' }));
  await page.date(say('indicators.date'), DAY, ENTRY);
  await page.fill(say('indicators.author'), '示例统计员', ENTRY);
  const cell = say('indicators.cellValue', { name: '样例戊五', indicator: '客户重复购买率' });
  // 300 % is no share of customers.
  await page.fill(cell, '300');
  await page.click('button', say('indicators.save', { count: 1 }), ENTRY);
  await page.until('for the refusal in the cell', () => page.invalid(cell));
  await page.fill(cell, '３０');
  await page.click('button', say('indicators.save', { count: 1 }), ENTRY);
  await page.see(say('indicators.saved'), say('indicators.nobodyLacks'), say('indicators.listTitle', { count: 32 }));
}

/** Rows in = rows taken + rows there already + rows refused; the refused one stays until it is mended. */
async function pasteTable(page) {
  await page.click('button', PASTE.group);
  await page.date(say('indicators.date'), DAY, PASTE);
  await page.paste(say('indicators.pasteLabel'), rows('八十八'));
  await page.see(
    say('indicators.pasteRead', { rows: 3, taken: 2, numbers: 3, known: 0, refused: 1 }),
    say('team.pasteRow', { row: 3 }),
    say('indicators.tidied', { text: '９５' }),
  );
  await page.click('button', say('indicators.save', { count: 3 }), PASTE);
  await page.see(say('indicators.saved'), say('indicators.listTitle', { count: 35 }));
  await page.see(say('indicators.pasteRead', { rows: 3, taken: 0, numbers: 0, known: 2, refused: 1 }), say('team.pasteRow', { row: 3 }));
  await page.paste(say('indicators.pasteLabel'), rows('88'));
  await page.see(say('indicators.pasteRead', { rows: 3, taken: 1, numbers: 1, known: 2, refused: 0 }));
  await page.click('button', say('indicators.save', { count: 1 }), PASTE);
  await page.see(say('indicators.listTitle', { count: 36 }));
  assert.equal(await page.value(say('indicators.pasteLabel')), '');
}

/** 0.88 in a column that counts in percent may be 88 %, and is asked; of two people in one row neither gets the number. */
async function asksAboutShares(page) {
  const heading = '客户留存率（%）';
  await page.paste(say('indicators.pasteLabel'), `序号\t工号\t姓名\t${heading}\n1\tP03\t样例戊三\t0.7\n2\tP04\t样例戊五\t0.9\n合计\t\t\t`);
  const question = { group: say('indicators.percentAsk', { heading, number: '0.7' }) };
  await page.see(say('team.rowTwoPeople', { id: 'P04', person: '样例戊四', name: '样例戊五' }), say('indicators.percentFirst'));
  await page.see(say('team.pasteLeftOut', { count: 1, rows: say('team.pasteLeftOutRow', { row: 4, words: '合计' }) }));
  assert.equal(await (await page.find('button', say('indicators.save', { count: 1 }), PASTE)).evaluate((one) => one.disabled), true);
  assert.deepEqual(await page.axe(), []);
  await page.click('choice', say('indicators.percentIs', { number: '0.7' }), question);
  await page.gone(say('indicators.percentFirst'));
  await page.click('choice', say('indicators.percentIs', { number: '70' }), question);
  await page.see(say('indicators.tidied', { text: '0.7' }));
  await page.click('button', say('indicators.save', { count: 1 }), PASTE);
  // 70 again, of another day: no result changes.
  await page.see(say('indicators.listTitle', { count: 37 }));
  await page.paste(say('indicators.pasteLabel'), '');
}

async function correct(page) {
  await page.click('button', say('indicators.correctOf', { name: '样例销售部', indicator: '客户满意度' }));
  const form = { group: say('indicators.correctTitle') };
  await page.fill(say('indicators.newValue'), '81', form);
  await page.fill(say('indicators.why'), '回访表抄错一行', form);
  await page.click('button', say('team.recordCorrectSave'), form);
  await page.see(say('indicators.corrected'), say('team.recordIsCorrection'), '回访表抄错一行', say('indicators.listTitle', { count: 38 }));
}

/** September had 77.5; the measure was done in it, so October's 88 is after it: + 10.5. */
async function plan(page) {
  await go(page, 'follow.part');
  await page.click('button', say('follow.topicPlans'), { part: true });
  await page.seeInRow('来电两小时内回电', '88 % → 91.5 %', '+3.5 个百分点');
  await page.choose(say('team.subject'), 'P02');
  await page.choose(say('follow.prompted'), '2026-09');
  await page.choose(say('follow.planCriterion'), '客户满意度');
  await page.fill(say('follow.problemFound'), '九月回访：客户说不清处理到哪一步');
  await page.fill(say('follow.measure'), '每单当日告知进度');
  await page.fill(say('follow.owner'), '示例客服班长');
  await page.date(say('follow.due'), '2026-09-30');
  await page.choose(say('follow.planState'), say('follow.planDone'));
  await page.click('button', say('follow.save'), { exact: true });
  // Done, and nobody said when.
  await page.until('for the refusal beside the day', () => page.invalid(say('follow.doneOn')));
  await page.date(say('follow.doneOn'), '2026-09-29');
  await page.click('button', say('follow.save'), { exact: true });
  await page.see(say('follow.planSaved'));
  await page.seeInRow('每单当日告知进度', say('follow.planDone'), '77.5 % → 88 %', '+10.5 个百分点');
}

async function report(page) {
  await page.click('button', say('follow.topicReports'), { part: true });
  await page.choose(say('team.subject'), 'D02');
  await page.date(say('team.date'), '2026-11-10');
  await page.fill(say('follow.writer'), '示例绩效管理岗');
  await page.fill(say('follow.problemsFound'), '满意度比九月没有提高');
  await page.fill(say('follow.direction'), '报价写明交货期');
  await page.click('button', say('follow.save'), { exact: true });
  await page.see(say('follow.reportSaved'), say('follow.reportList', { count: 1 }), say('follow.notTold'));
  await page.click('button', say('follow.changeOf', { name: '样例销售部', what: say('follow.topicReports') }));
  await page.date(say('follow.told'), '2026-11-12');
  await page.click('button', say('follow.saveRevision'));
  await page.see(say('follow.reportList', { count: 1 }), say('follow.toldLine', { date: '2026年11月12日' }));
}

/** Who agreed, agreed to these words: after a change nobody has agreed yet. */
async function programme(page) {
  await go(page, 'follow.partPlanning');
  await page.see(say('follow.agreed'));
  const text = `${await page.value(say('follow.programmeText'))}\n十月起加测重复购买率。`;
  await page.paste(say('follow.programmeText'), text);
  await page.see(say('follow.programmeAnew'));
  await page.click('button', say('follow.save'), { exact: true });
  await page.see(say('follow.programmeSaved'), say('follow.agreedNone'));
  await page.fill(say('follow.department'), '样例客服部');
  await page.fill(say('follow.agreedBy'), '示例客服经理');
  await page.date(say('team.date'), '2026-11-02');
  await page.click('button', say('follow.agreedSave'));
  await page.see(
    say('follow.agreedSaved'),
    say('follow.agreedLine', { department: '样例客服部', author: '示例客服经理', date: '2026年11月2日' }),
  );
}

function kept({ workbook }) {
  const correction = workbook.indicators.find(({ replaces }) => replaces !== undefined);
  assert.deepEqual(
    [correction.replaces, correction.value, correction.note],
    ['indicator-2026-10-D02-satisfaction', '81', '回访表抄错一行'],
  );
  assert.ok(
    workbook.indicators.some(({ id }) => id === correction.replaces),
    'what was wrong stays',
  );
  assert.deepEqual(
    workbook.reports.map(({ revision, told }) => [revision, told]),
    [
      [1, undefined],
      [2, '2026-11-12'],
    ],
  );
  assert.deepEqual(
    workbook.programme.agreed.map(({ department, date }) => [department, date]),
    [['样例客服部', '2026-11-02']],
  );
}
