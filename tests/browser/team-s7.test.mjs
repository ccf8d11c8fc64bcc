// A month of 95595: a record moves a rank only with a reason, warnings name their months, the month is closed,
// carried on, and reopened. The figures are those calculated by hand in samples/README.md.
import assert from 'node:assert/strict';
import { closePeriod, exportWorkbook, go, openWorkbook, sameAsCommandLine, seeResults } from './support/team.mjs';
import { everywhere } from './support/ways.mjs';
import { words } from './support/words.mjs';

const say = words('zh-CN');
const MONTH = { year: '2026', month: '10' };

everywhere('close a month of records', async ({ page, address }) => {
  await openWorkbook(page, address, 'samples/s7/2026-10.json');
  await go(page, 'partResults');
  await seeResults(page, [
    ['K01', '115', '1 / 12'],
    ['K03', '104', '3 / 12'],
    ['K07', '90', '9 / 12', '第 9 名'],
    // Bottom 3 in September and October: both months are named.
    ['K10', '86', '12 / 12', '2026年10月', '2026年9月'],
    ['K11', '92', '7 / 12', '2026年10月', '2026年9月', '2026年8月'],
    ['B09', say('team.provisional')],
    ['Z06', say('team.stateLeave'), say('team.unranked')],
  ]);
  await page.see(say('team.ladderNote'));

  await enterRecord(page);
  // K03 104 − 10 = 94: behind 115, 106, 101 (K04), 98 (K05) and 97 (K06).
  await go(page, 'partResults');
  await seeResults(page, [
    ['K03', '94', '6 / 12'],
    ['K04', '101', '3 / 12'],
  ]);
  await sameAsCommandLine(page);
  const csv = await page.download(() => page.click('button', say('team.exportCsv')));
  assert.deepEqual([...csv.bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);

  const next = await close(page);
  await reopen(page);
  await openNext(page, next);
});

/** Without a reason nothing is stored; with one the record counts. */
async function enterRecord(page) {
  await go(page, 'partRecords');
  const before = await count(page);
  await page.choose(say('team.subject'), 'K03');
  await page.choose(say('team.criterion'), '业务处理');
  await page.fill(say('team.recordPoints'), '－１０');
  await page.date(say('team.date'), '2026-10-20');
  await page.fill(say('team.recordAuthor'), '示例班长');
  await page.click('button', say('team.recordSave'), { exact: true });
  await page.until('for the refusal beside the reason', () => page.invalid(say('team.reason')));
  assert.equal(await count(page), before);

  await page.fill(say('team.reason'), '10月20日来电未按流程核实身份');
  await page.click('button', say('team.recordSave'), { exact: true });
  await page.see(say('team.recordSaved'), say('team.recordList', { count: before + 1 }));
}

async function count(page) {
  const [before, after] = say('team.recordList', { count: '#' }).split('#');
  const text = await page.text();
  const start = text.indexOf(before) + before.length;
  return Number(text.slice(start, text.indexOf(after, start)));
}

/** Closes, and gives back the next month's file. */
async function close(page) {
  await closePeriod(page);
  await page.see(say('team.closedTitle', { period: say('period.month', MONTH) }), say('team.verifyOk'));

  const next = await page.download(() => page.click('button', say('team.nextButton')));
  await page.click('button', say('team.nextStay'));
  const document = JSON.parse(next.bytes);
  assert.equal(document.period, '2026-11');
  assert.deepEqual(
    document.history.map(({ period }) => period),
    ['2026-07', '2026-08', '2026-09', '2026-10'],
  );
  return next;
}

async function reopen(page) {
  await page.click('button', say('team.reopenButton'), { exact: true });
  await page.until('for the refusal beside the reason', () => page.invalid(say('team.reason')));
  await page.fill(say('team.reason'), '一笔记录的日期有误');
  await page.click('button', say('team.reopenButton'), { exact: true });
  await page.see(say('team.reopenedDone'), '一笔记录的日期有误');
  const { reopenings } = JSON.parse((await exportWorkbook(page)).bytes);
  assert.deepEqual(
    reopenings.map(({ author, reason }) => [author, reason]),
    [['示例经理一', '一笔记录的日期有误']],
  );
}

/** In the next month nobody has a record yet: everybody of the card group is at 100, first of all. */
async function openNext(page, next) {
  await page.click('button', say('team.putAway'));
  await page.see(say('team.intro'));
  await page.drop([next], 'kaohe-team');
  await go(page, 'partResults');
  await page.see(say('team.resultsTitle', { period: say('period.month', { year: '2026', month: '11' }) }));
  await seeResults(page, [['K10', '100', '1 / 12']]);
}
