// What is open at the end of a month: a conflict keeps it open, everything else is said and kept, and somebody's disagreement
// counts until it is answered, also after the closing.
import assert from 'node:assert/strict';
import { closePeriod, exportWorkbook, go, openWorkbook } from './support/team.mjs';
import { crosswise } from './support/ways.mjs';
import { words } from './support/words.mjs';
import { readFileSync } from 'node:fs';
import { path } from './support/places.mjs';

const say = words('zh-CN');
const WORDS = '我认为目标完成度打低了';

crosswise('close a month, and answer who disagrees', async ({ page, address }) => {
  await openWorkbook(page, address, 'samples/s9/2026-10.json');
  await refuses(page);
  await decides(page);
  await leaves(page);
  await disagrees(page);
  await answers(page);
});

/** A personnel number may have a blank in it: whom the conflict is between is told by name and number all the same. */
crosswise('a conflict between numbers with a blank', async ({ page, address }) => {
  const { checksum: _, ...workbook } = JSON.parse(readFileSync(path('samples/s9/2026-10.json')));
  const text = JSON.stringify(workbook).replaceAll('"N09"', '"张 三"').replaceAll('"M12"', '"李 四 02"');
  await openWorkbook(page, address, { name: 'blanks.json', bytes: [...Buffer.from(text)] });
  await go(page, 'partResults');
  await page.see('“样例丁九 张 三” 的评分表（“示例组长二 李 四 02” 评，“上级评分”）');
});

/** N09 has two different forms of one superior. */
async function refuses(page) {
  await go(page, 'partClosing');
  await page.see('1 处有两份不同的内容，没有决定以哪一份为准：样例丁九');
  await page.fill(say('team.signer'), '示例经理一');
  await page.click('button', say('team.closeButton'), { exact: true, within: say('team.closeHelp') });
  await page.see(say('team.conflictsFirst'));
  assert.equal(JSON.parse((await exportWorkbook(page)).bytes).closed, undefined);
}

async function decides(page) {
  await go(page, 'partCollect');
  const what = say('team.conflictRating', { subject: '样例丁九', rater: '示例组长二', role: '上级评分' });
  await page.fill(say('team.decider'), '示例经理一');
  await page.click('button', say('team.keepOf', { number: 1, what }));
  await page.gone(say('team.conflictsTitle', { count: 1 }));
}

/** Whoever closes sees what is open before it is left so, and afterwards. */
async function leaves(page) {
  await closePeriod(page);
  await page.see(say('team.verifyOk'), say('team.leftOpen'), '4 份评分表没有交齐：样例丁五、样例丁七、样例丁八');
  const { left } = JSON.parse((await exportWorkbook(page)).bytes).closed;
  assert.deepEqual([...new Set(left.map(({ kind }) => kind))], ['form', 'provisional']);
  assert.equal(left.filter(({ kind }) => kind === 'form').length, 4);
}

/** On paper, a week after the sheets were handed out. */
async function disagrees(page) {
  await go(page, 'partResults');
  await page.click('button', say('team.openSheetOf', { name: '样例丁二' }));
  await page.see(say('team.sheetHelp'));
  await page.click('button', say('team.replyPaper'), { exact: true });
  await page.click('choice', say('team.disagreed'), { exact: true });
  await page.fill(say('team.replyText'), WORDS);
  await page.click('button', say('team.replySave'), { exact: true });
  await page.see(say('team.replySaved'));
  await page.click('button', say('team.backToResults'));
  await page.see(say('follow.stepDisagreements', { count: 1 }));
  await go(page, 'partClosing');
  await page.see(say('team.openNow'), '1 人不认可结果，还没有处理：样例丁二');
}

async function answers(page) {
  await page.click('button', say('follow.goQueries'), { exact: true });
  await page.click('button', say('follow.topicQueries'));
  await page.click('button', say('follow.fromReplies', { count: 1 }));
  await page.click('button', say('follow.takeOverOf', { name: '样例丁二' }));
  await page.click('button', say('follow.save'), { exact: true, group: say('follow.queryNew') });
  await page.see(say('follow.stepQueries', { count: 1 }));
  const [query] = JSON.parse((await exportWorkbook(page)).bytes).queries;
  assert.ok(query.acknowledgement, 'the query names the answer that it takes up');
  await page.click('button', say('follow.answerOf', { name: '样例丁二' }));
  await page.choose(say('follow.upheld'), say('follow.upheldNo'));
  await page.fill(say('follow.answerer'), '示例经理一');
  await page.fill(say('follow.answerText'), '复核无误');
  await page.click('button', say('follow.answerSave'), { exact: true });
  await page.see(say('follow.answerSaved'), say('team.stepClosed'));
}
