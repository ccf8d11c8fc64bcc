// Customers' forms of S3: one is entered, one refuted by a named person; the counts of every channel follow, and so do the results.
// The sample's figures are those of samples/README.md; W02's are reckoned here. Answers are 1 to 5: a mean of 1 earns nothing, of 5 all.
import assert from 'node:assert/strict';
import { go, openWorkbook, sameAsCommandLine, seeResults } from './support/team.mjs';
import { crosswise } from './support/ways.mjs';
import { words } from './support/words.mjs';

const say = words('zh-CN');
const NUMBER = 'F-2026-10-001';
const CHANNELS = { group: say('feedback.channelsTitle') };

crosswise("enter and check customers' forms", async ({ page, address }) => {
  await openWorkbook(page, address, 'samples/s3/2026-10.json');
  await go(page, 'feedback.part');
  await channel(page, '回访电话 3 0 0', '客户意见反馈表 6 1 0', '定期拜访客户 2 0 1', '座谈会 1 0 1', '啄木鸟 0 0 2', '建议表格 1 0 1');
  await enter(page);
  await channel(page, '客户意见反馈表 7 1 0');
  // 21 ÷ 5 = 4.2: 3.2 ÷ 4 × 30 = 24; 4.2: 3.2 ÷ 4 × 40 = 32; 22 ÷ 5 = 4.4: 3.4 ÷ 4 × 30 = 25.5; 81.5 − 4 − 2 = 75.5
  await results(page, '75.50');
  await refute(page);
  await channel(page, '客户意见反馈表 6 2 0');
  // Without its 3, 4, 4: 18 ÷ 4 = 4.5: 3.5 ÷ 4 × 30 = 26.25; 17 ÷ 4 = 4.25: 32.5; 18 ÷ 4 = 4.5: 26.25; 85 − 4 − 2 = 79
  await results(page, '79.00');
  kept(await sameAsCommandLine(page));
});

/** Each line: the channel, its forms that count, those refuted, its records. */
async function channel(page, ...lines) {
  for (const line of lines) await page.find('row', line, CHANNELS);
}

async function results(page, total) {
  await go(page, 'partResults');
  await seeResults(page, [
    ['W01', '88.50', '良好', '1 / 3'],
    ['W02', total, '合格', '2 / 3'],
    ['W03', '41.83', '不合格', '3 / 3'],
  ]);
}

async function enter(page) {
  await page.fill(say('feedback.number'), 'W02-1');
  await page.choose(say('team.subject'), 'W02');
  await page.date(say('feedback.date'), '2026-10-29');
  await page.choose(say('feedback.channel'), 'form');
  await page.fill(say('feedback.customer'), '样例客户W02-5');
  await page.fill(say('feedback.service'), '燃气灶更换点火针');
  for (const [question, score] of [
    ['服务及时性', '５'],
    ['维修质量', '6'],
    ['服务态度', '5'],
  ])
    await page.fill(question, score);
  await page.fill(say('feedback.remark'), '当天就修好了');
  const save = () => page.click('button', say('feedback.save'), { group: say('feedback.entryTitle') });
  await save();
  // A number stands on one form only, and nobody can give more than 5.
  await page.see(say('feedback.numberTaken', { number: 'W02-1' }));
  await page.fill(say('feedback.number'), NUMBER);
  await save();
  await page.until('for the refusal beside the answer', () => page.invalid('维修质量'));
  await page.fill('维修质量', '4');
  await save();
  await page.see(
    say('feedback.saved'),
    say('feedback.listTitle', { count: 15 }),
    say('feedback.stateCount', { state: say('feedback.refuted'), count: 1 }),
  );
  await page.seeInRow(NUMBER, '2026年10月29日', '样例维修二组', '服务及时性 5', '维修质量 4', say('feedback.unchecked'));
}

async function refute(page) {
  await go(page, 'feedback.part');
  await page.click('button', say('feedback.checkOf', { number: 'W02-2' }));
  const form = { group: say('feedback.checkTitle', { number: 'W02-2' }) };
  await page.choose(say('feedback.found'), say('feedback.refuted'), form);
  await page.date(say('team.date'), '2026-10-30', form);
  await page.click('button', say('feedback.checkSave'), form);
  // Not without a name.
  await page.until('for the refusal beside the name', () => page.invalid(say('feedback.checker')));
  await page.fill(say('feedback.checker'), '示例监察员', form);
  await page.fill(say('feedback.checkNote'), '客户当日没有报修', form);
  await page.click('button', say('feedback.checkSave'), form);
  await page.see(say('feedback.checked'), say('feedback.stateCount', { state: say('feedback.refuted'), count: 2 }));
  await page.seeInRow('样例客户W02-2', say('feedback.refuted'), '示例监察员', '2026年10月30日', '客户当日没有报修');
}

function kept({ workbook, result }) {
  assert.ok(
    workbook.feedback.some(({ id }) => id === 'W02-2'),
    'what was refuted stays',
  );
  const { state, author } = workbook.feedbackChecks.find(({ feedback }) => feedback === 'W02-2');
  assert.deepEqual([state, author], ['refuted', '示例监察员']);
  assert.deepEqual(
    result.channels.find((one) => one.channel === 'form'),
    { channel: 'form', feedback: 6, refuted: 2, records: 0 },
  );
}
