// What follows from the figures: in S7 a query with its correction and a ruling, in S8 pay and the steps of the month, in S9 what was
// observed and the talk about it. The figures are those of samples/README.md, and K03's is reckoned here.
import assert from 'node:assert/strict';
import { go, openAnother, openWorkbook, sameAsCommandLine, seeResults } from './support/team.mjs';
import { crosswise } from './support/ways.mjs';
import { words } from './support/words.mjs';

const say = words('zh-CN');
const topic = (page, name) => page.click('button', say(`follow.topic${name}`), { part: true });

crosswise('answer, rule, mark and talk', async ({ page, address }) => {
  await openWorkbook(page, address, 'samples/s7/2026-10.json');
  await ask(page);
  await correct(page);
  await answer(page);
  await rule(page);
  await openAnother(page, 'samples/s8/2026-10.json');
  await pay(page);
  await month(page);
  await openAnother(page, 'samples/s9/2026-10.json');
  await observe(page);
  await talk(page);
});

async function ask(page) {
  await go(page, 'follow.part');
  await topic(page, 'Queries');
  await page.choose(say('team.subject'), 'K03');
  await page.choose(say('team.criterion'), '品质监控');
  await page.date(say('team.date'), '2026-10-28');
  await page.fill(say('follow.queryText'), '10月3日的录音不是我的，请复听');
  await page.click('button', say('follow.save'), { exact: true });
  await page.see(
    say('follow.querySaved'),
    say('follow.queryList', { count: 3 }),
    say('follow.queryOpen'),
    say('follow.openCount', { count: 1 }),
  );
}

/** The record is not changed: another takes its place, and 0 annuls it. */
async function correct(page) {
  await go(page, 'partRecords');
  await page.click('button', say('team.recordCorrectOf', { name: '样例甲三', date: '2026年10月3日' }));
  await page.fill(say('team.recordPoints'), '0');
  await page.date(say('team.date'), '2026-10-29');
  await page.fill(say('team.recordAuthor'), '示例质检岗');
  await page.fill(say('team.reason'), '复听：是同名账号，不是本人');
  await page.click('button', say('team.recordCorrectSave'));
  await page.see(say('team.recordCorrected'));
}

async function answer(page) {
  await go(page, 'follow.part');
  await page.click('button', say('follow.answerOf', { name: '样例甲三' }));
  const form = { group: say('follow.answerTitle') };
  await page.date(say('team.date'), '2026-10-29', form);
  await page.fill(say('follow.answerText'), '复听属实，已撤销这一笔', form);
  await page.click('button', say('follow.answerSave'), form);
  // Whether it is upheld must be said.
  await page.until('for the refusal beside the list', () => page.invalid(say('follow.upheld'), 'list'));
  await page.choose(say('follow.upheld'), say('follow.upheldYes'), form);
  const record = { date: '2026年10月29日', points: '0', reason: '复听：是同名账号，不是本人' };
  await page.choose(say('follow.correction'), say('follow.correctionOption', record), form);
  await page.click('button', say('follow.answerSave'), form);
  await page.see(
    say('follow.answerSaved'),
    say('follow.answerLine', { date: '2026年10月29日', author: '示例质检岗' }),
    say('follow.correctedBy', record),
  );
  await page.gone(say('follow.openCount', { count: 1 }));
}

/** Nothing follows by itself: a named person confirms with a reason, and the last word holds. */
async function rule(page) {
  await go(page, 'partResults');
  await seeResults(page, [
    // 100 + 5, the point that was taken is given back
    ['K03', '105', '3 / 12'],
    ['K01', '2300.00'],
    ['K10', '1720.00', '部门负责人谈话', say('sheet.waits')],
    ['K12', '1656.00', say('sheet.overruled')],
  ]);
  await page.click('button', say('follow.ruleOf', { name: '样例甲十', what: '部门负责人谈话' }));
  await page.choose(say('follow.rulingAnswer'), say('follow.confirm'));
  await page.fill(say('follow.ruler'), '示例部门负责人');
  await page.date(say('team.date'), '2026-11-03');
  await page.click('button', say('follow.rulingSave'));
  await page.until('for the refusal beside the reason', () => page.invalid(say('team.reason')));
  await page.fill(say('team.reason'), '连续两个月后三名，先谈原因，再定培训');
  await page.click('button', say('follow.rulingSave'));
  await page.see(say('follow.rulingSaved'));
  await page.seeInRow('K10', say('sheet.confirmed'), '示例部门负责人', '2026年11月3日', '先谈原因');
  const { workbook } = await sameAsCommandLine(page);
  const { record, upheld } = workbook.answers.find(({ text }) => text.startsWith('复听属实'));
  assert.equal(upheld, true);
  assert.equal(workbook.records.find(({ id }) => id === record).replaces, 'record-2026-10-005');
}

async function pay(page) {
  await go(page, 'partResults');
  await seeResults(page, [
    ['X01', '88.50', '1770.00'],
    ['X02', '60.00', '1200.00'],
    ['X03', '59.99', '839.86', '0.7', say('sheet.confirmed')],
    ['X04', '83.33', '2499.90'],
    ['H01', '93.75', '2250.00'],
    ['H02', '55.00', '693.00', '0.7'],
    ['H03', say('team.provisional')],
  ]);
  await page.click('button', say('follow.ruleOf', { name: '样例丑二', what: say('sheet.pay') }));
  await page.choose(say('follow.rulingAnswer'), say('follow.overrule'));
  await page.fill(say('team.reason'), '两件投诉还在复核，暂按上月发');
  await page.date(say('team.date'), '2026-11-18');
  await page.click('button', say('follow.rulingSave'));
  await page.see(say('follow.rulingSaved'));
  await page.seeInRow('H02', '693.00', say('sheet.overruled'), '暂按上月发');
}

/** Each scheme has its own calendar: the step is done in one and open in the other. */
async function month(page) {
  await go(page, 'follow.partPlanning');
  const [sales, afterSales] = ['销售部', '售后服务部'].map((name) => ({ group: `客户服务满意度与绩效考核：${name}月绩效考核表` }));
  const step = '核查真实性，核算';
  await page.click('button', say('follow.markOf', { step }), sales);
  await page.fill(say('follow.stepAuthor'), '示例会计');
  await page.date(say('team.date'), '2026-11-17');
  await page.click('button', say('follow.markSave'));
  await page.see(say('follow.marked'));
  await page.find(
    'row',
    `${step} ${say('follow.stepDone')} ${say('follow.stepDoneLine', { date: '2026年11月17日', author: '示例会计' })}`,
    sales,
  );
  assert.ok(await page.has('button', say('follow.markOf', { step }), afterSales));
  await sameAsCommandLine(page);
}

async function observe(page) {
  await go(page, 'follow.part');
  await topic(page, 'Observations');
  await page.choose(say('team.subject'), 'N05');
  await page.date(say('team.date'), '2026-10-20');
  await page.fill(say('follow.observer'), '示例组长二');
  await page.fill(say('follow.fact'), '系统升级当晚留守到23点，处理 <12> 单');
  await page.click('button', say('follow.save'), { exact: true });
  await page.until('for the refusal beside the list', () => page.invalid(say('follow.judgement'), 'list'));
  await page.choose(say('follow.judgement'), 'good');
  await page.choose(say('follow.cause'), say('follow.causeAttitude'));
  await page.click('button', say('follow.save'), { exact: true });
  await page.see(say('follow.observationSaved'), say('follow.observationList', { count: 3 }));
  await page.seeInRow('系统升级当晚', say('follow.good'), '处理 <12> 单', say('follow.causeAttitude'), '示例组长二');
}

/** With the result and the observation at hand; saved twice, both drafts are kept. */
async function talk(page) {
  await topic(page, 'Interviews');
  await page.choose(say('team.subject'), 'N05');
  await page.click('button', say('follow.atHand'));
  await page.see(`${say('team.total')} 82.00`, '处理 <12> 单');
  await page.date(say('team.date'), '2026-11-05');
  await page.fill(say('follow.strengths'), '责任心强');
  await page.fill(say('follow.improvements'), '表达再简洁一些');
  await page.click('button', say('follow.save'), { exact: true });
  await page.see(say('follow.interviewSaved'), say('follow.interviewList', { count: 2 }), say('follow.unsigned'));
  await page.click('button', say('follow.changeOf', { name: '样例丁五', what: say('follow.topicInterviews') }));
  await page.fill(say('follow.subjectView'), '同意');
  await page.date(say('follow.signedOn'), '2026-11-06');
  await page.click('button', say('follow.saveRevision'));
  await page.see(say('follow.signedLine', { date: '2026年11月6日' }), say('follow.interviewList', { count: 2 }));
  const { workbook } = await sameAsCommandLine(page);
  const drafts = workbook.interviews.filter(({ subject }) => subject === 'N05');
  assert.deepEqual(
    drafts.map(({ revision, subjectView, signed }) => [revision, subjectView, signed]),
    [
      [1, undefined, undefined],
      [2, '同意', '2026-11-06'],
    ],
  );
}
