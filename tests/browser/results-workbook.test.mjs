// The results as a workbook for Excel: the page's file is the one that node writes from the same results, byte for byte, and
// shows what the page shows. It is read back with the page's own reader.
import assert from 'node:assert/strict';
import { go, openAnother, openWorkbook, seeResults } from './support/team.mjs';
import { everywhere } from './support/ways.mjs';
import { words } from './support/words.mjs';
import { loadWriter } from '../web/results-workbook-support.mjs';
import { loadReader } from '../web/spreadsheet-support.mjs';
import { loadEngine, read } from '../web/support.mjs';

const say = words('zh-CN');
const writer = await loadWriter();
const reader = await loadReader();
const engine = await loadEngine();

everywhere('export the results for Excel', async ({ page, address, placeName }) => {
  await openWorkbook(page, address, 'samples/s7/2026-10.json');
  await go(page, 'partResults');
  await seeResults(page, [['K01', '115', '1 / 12']]);
  const fetched = () => page.requests.filter((url) => url.includes('results-workbook')).length;
  assert.equal(fetched(), 0, 'the writer is fetched when it is wanted');
  const month = await exported(page, 's7/2026-10');
  // The title names the month already.
  assert.equal(month.name, `${say('resultsBook.file')}_95595 客户服务中心 CSR 绩效考核 2026-10（虚构样例）.xlsx`);
  assert.equal(fetched(), placeName === 'served' ? 1 : 0);
  await page.see(say('team.exported', { name: month.name }));
  assert.deepEqual(
    month.tables.map(({ name }) => name),
    ['全部', '信用卡组', '综合组', '白金卡组'],
  );
  assert.deepEqual(lineOf(month, 1, 'K01').slice(0, 8), [
    'K01',
    '样例甲一',
    '信用卡组',
    say('team.stateActive'),
    say('table.final'),
    '115',
    '1',
    '12',
  ]);

  await openAnother(page, 'samples/s9/2026-10.json');
  await go(page, 'partResults');
  await seeResults(page, [
    ['N06', '88'],
    ['N07', say('team.provisional')],
  ]);
  const forms = await exported(page, 's9/2026-10');
  assert.deepEqual(
    forms.tables.map(({ name }) => name),
    ['全部', '热线组', '后援组'],
  );
  const head = forms.tables[0].table.rows[2].cells;
  assert.ok(
    ['业绩小计（40）', '目标完成度（10）', '责任感（5）'].every((title) => head.includes(title)),
    String(head),
  );
  const waiting = lineOf(forms, 0, 'N07');
  assert.equal(waiting[head.indexOf(say('table.status'))], say('table.provisional'));
  assert.match(waiting[head.indexOf(say('resultsBook.missing'))], /示例组长二/);
});

/** What the button gives, read back; held to what node writes. */
async function exported(page, sample) {
  const { name, bytes } = await page.download(() => page.click('button', say('resultsBook.export')));
  const book = new engine.Workbook(read(`samples/${sample}.json`));
  const expected = await writer.resultsWorkbook(new writer.Names(book.open().value), book.appraise().value);
  book.free();
  assert.ok(bytes.equals(expected), `${sample}: ${page.browserName} and node write different bytes`);
  return { name, ...(await reader.readFile(name, bytes)) };
}

const lineOf = ({ tables }, sheet, id) => tables[sheet].table.rows.find(({ cells }) => cells[0] === id).cells;
