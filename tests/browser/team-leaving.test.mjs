// Before a workbook makes room for another: what is nowhere else, and what is half typed, is not given up unasked; and a file of
// another workbook is offered to be opened instead, by its title and month.
import assert from 'node:assert/strict';
import { path } from './support/places.mjs';
import { go, openWorkbook, take } from './support/team.mjs';
import { crosswise } from './support/ways.mjs';
import { words } from './support/words.mjs';

const say = words('zh-CN');
const month = say('period.month', { year: 2026, month: 10 });
const CARD = say('team.titled', { title: '95595 客户服务中心 CSR 绩效考核 2026-10（虚构样例）', period: month });
const FORMS = say('team.titled', { title: '客户服务代表绩效评估 2026-10（虚构样例）', period: month });
const REASON = '接待来访客户，书面表扬';

crosswise('a workbook is put away', async ({ page, address }) => {
  await openWorkbook(page, address, 'samples/s7/2026-10.json');
  await keepsWhatIsTyped(page);
  await offersTheOther(page);
  await asksToExport(page);
});

const putAway = (page) => page.click('button', say('team.putAway'));

async function keepsWhatIsTyped(page) {
  await go(page, 'partRecords');
  await page.choose(say('team.subject'), 'K03');
  await page.choose(say('team.criterion'), '业务处理');
  await page.fill(say('team.reason'), REASON);
  await go(page, 'partResults');
  await page.see(say('team.resultsHelp'));
  await go(page, 'partRecords');
  assert.equal(await page.value(say('team.reason')), REASON);
  await putAway(page);
  await page.see(say('team.leaveTyped'));
  assert.deepEqual(await page.axe(), []);
  await page.click('button', say('team.leaveStay'), { exact: true });
  assert.equal(await page.value(say('team.reason')), REASON);
  await page.fill(say('team.recordPoints'), '2');
  await page.date(say('team.date'), '2026-10-20');
  await page.fill(say('team.recordAuthor'), '示例班长');
  await page.click('button', say('team.recordSave'), { exact: true });
  await page.see(say('team.recordSaved'));
}

async function offersTheOther(page) {
  const drop = () => page.drop([path('samples/s9/2026-10.json')], 'kaohe-team');
  await drop();
  await page.see(say('team.otherTitle'), say('team.otherText', { other: FORMS, open: CARD }), say('team.otherKept'));
  await page.click('button', say('team.otherStay'), { exact: true });
  await page.see(say('team.otherSetAside', { other: FORMS, open: CARD }));
  assert.equal((await page.text()).includes('s9-sample'), false);
  await drop();
  await page.click('button', say('team.otherOpen'), { exact: true });
  await page.find('heading', '客户服务代表绩效评估 2026-10（虚构样例）');
  await putAway(page);
  await page.see(say('team.intro'));
}

/** On a public computer the exported file is the only save. */
async function asksToExport(page) {
  await page.click('button', '95595', { within: say('team.keptHelp') });
  await page.see(say('team.exportWorkbook'));
  await page.click('choice', say('form.public'));
  await page.see(say('store.off'));
  await putAway(page);
  await page.see(say('team.leaveUnexported'));
  await page.click('button', say('team.leaveStay'), { exact: true });
  await page.see(say('team.exportWorkbook'));
  await putAway(page);
  const file = await page.download(() => page.click('button', say('team.leaveExport'), { exact: true }));
  await page.see(say('team.intro'));
  assert.equal(file.bytes.toString().split(REASON).length, 2, 'the record is in the file');

  // What was just exported may go, and what somebody gives up knowingly.
  await take(page, file);
  await putAway(page);
  await page.see(say('team.intro'));
  await take(page, file);
  await go(page, 'partRecords');
  await page.choose(say('team.subject'), 'K03');
  await page.choose(say('team.criterion'), '业务处理');
  await page.fill(say('team.recordPoints'), '1');
  await page.date(say('team.date'), '2026-10-21');
  await page.fill(say('team.recordAuthor'), '示例班长');
  await page.fill(say('team.reason'), '又一笔');
  await page.click('button', say('team.recordSave'), { exact: true });
  await page.see(say('team.recordSaved'));
  await putAway(page);
  await page.click('button', say('team.leaveUnexportedAnyway'), { exact: true });
  await page.see(say('team.intro'));
}
