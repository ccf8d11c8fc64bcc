// Spreadsheet files beside every field that takes a pasted table: the same list as by pasting, with what was read said above
// it; what is no such file is refused in a sentence; elsewhere on the pages it is said where such a file goes.
import assert from 'node:assert/strict';
import { path } from './support/places.mjs';
import { go, openWorkbook } from './support/team.mjs';
import { crosswise, everywhere } from './support/ways.mjs';
import { words } from './support/words.mjs';
import { rows, text, xlsx } from '../web/spreadsheet-support.mjs';

const say = words('zh-CN');
const STAFF = ['tests/web/spreadsheet/staff-libreoffice.xlsx', 'tests/web/spreadsheet/staff-openpyxl.xlsx'].map(path);
const csv = (name, content) => ({ name, bytes: Buffer.from(content) });
const pickFor = (label) => say('spreadsheet.pickFor', { label });
const staff = pickFor(say('team.staffLabel'));
/** The part of a sentence before what is filled in. */
const begin = (key) => say(key).split('{')[0];

everywhere('make a workbook from a spreadsheet of people', async ({ page, address, placeName }) => {
  await start(page, address);
  const fetched = () => page.requests.filter((url) => url.includes('read-file')).length;
  assert.equal(fetched(), 0, 'the reader is fetched when it is wanted');
  await page.pick(staff, [STAFF[0]]);
  await page.see(say('spreadsheet.which', { name: 'staff-libreoffice.xlsx', count: 2 }));
  assert.equal(fetched(), placeName === 'served' ? 1 : 0);
  // The keyboard is where the question is.
  await page.until('for the list of worksheets to be focused', () => focused(page, 'SELECT'));
  await accessible(page);
  await page.choose(say('spreadsheet.worksheet'), '人员');
  await page.click('button', say('spreadsheet.take'));
  await page.see(
    say('spreadsheet.readBook', { name: 'staff-libreoffice.xlsx', sheet: '人员', rows: 4, columns: 4, range: 'A1:D5' }),
    say('spreadsheet.hiddenSheets', { sheets: '底稿' }),
    say('spreadsheet.remarkDate'),
  );
  assert.equal(
    await page.value(say('team.staffLabel')),
    '工号\t姓名\t考核单元\t入职\n0012\t张三\t信用卡组\t2026-10-31\n3-4\t李四\t信用卡组\t1999-01-01\n\n1E5\t=1+1\t"两行\n单元"\t',
  );
  await page.until('for the keyboard to go on at the button', () => focused(page, 'BUTTON'));
  await accessible(page);
  await page.click('choice', '客户服务代表绩效评估表');
  // The heading says what a column is: the day somebody came is not read, and that is said.
  // `=1+1` is nobody's name.
  await page.see(say('team.staffRead', { people: 2, units: 1, refused: 1 }), say('team.pasteUnread', { headings: '入职' }));
  // Another file would replace what stands there, and is asked about.
  await page.pick(staff, [csv('名单.csv', '\ufeff工号;姓名;考核单元\r\n0012;张三;信用卡组\r\n1E5;"李;四";信用卡组\r\n')]);
  await page.see(say('spreadsheet.replaceTitle'));
  await page.click('button', say('spreadsheet.replaceNo'));
  assert.match(await page.value(say('team.staffLabel')), /2026-10-31/);
  await page.pick(staff, [csv('名单.csv', '\ufeff工号;姓名;考核单元\r\n0012;张三;信用卡组\r\n1E5;"李;四";信用卡组\r\n')]);
  await page.click('button', say('spreadsheet.replaceYes'));
  await page.see(
    say('spreadsheet.readCsv', { name: '名单.csv', rows: 3, columns: 3, range: 'A1:C3', separator: say('spreadsheet.separatorSemicolon') }),
    say('team.staffRead', { people: 2, units: 1, refused: 0 }),
  );
  await page.click('button', say('team.newButton'));
  await page.see(say('team.exportWorkbook'));
  await go(page, 'partPeople');
  await page.seeInRow('0012 张三', '信用卡组');
  await page.seeInRow('1E5 李;四', '信用卡组');
});

crosswise('numbers and working days from files', async ({ page, address }) => {
  await openWorkbook(page, address, 'samples/s1/2026-10.json');
  await go(page, 'indicators.part');
  await page.click('button', say('indicators.pasteTitle'));
  const percent = '<cellXfs><xf/><xf numFmtId="10"/></cellXfs>';
  const book = xlsx(
    [
      rows(
        ['工号', '姓名', '客户满意度（%）'].map(text).join(''),
        `${text('P01')}${text('&lt;样例>')}<c s="1"><v>0.91</v></c>`,
        `${text('P02')}${text('样例戊二')}<c s="1"><v>0.88</v></c>`,
        `${text('P03')}${text('样例戊三')}<c t="e"><v>#N/A</v></c>`,
      ),
    ],
    { styles: percent },
  );
  await page.drop([{ name: '十月.xlsx', bytes: book }], '#numbers');
  await page.see(
    say('spreadsheet.remarkPercent'),
    say('spreadsheet.remarkError'),
    say('indicators.pasteRead', { rows: 3, taken: 1, numbers: 1, known: 0, refused: 2 }),
  );
  // Somebody else's name beside a number: nobody's figure.
  await page.see(say('team.rowTwoPeople', { id: 'P01', person: '样例戊一', name: '<样例>' }));
  assert.equal(
    await page.value(say('indicators.pasteLabel')),
    '工号\t姓名\t客户满意度（%）\nP01\t<样例>\t91%\nP02\t样例戊二\t88%\nP03\t样例戊三\t#N/A',
  );
  await page.paste(say('indicators.pasteLabel'), '工号\t客户满意度\t客户满意度\nP01\t1\t2');
  await page.see(say('spreadsheet.edited'), say('team.pasteTwoColumns', { one: '客户满意度', other: '客户满意度' }));
  // Forms and workbooks are still the workbench's own, wherever they are dropped.
  await page.drop([path('samples/s9/forms/new.json')], '#numbers');
  await page.see(say('team.outcomesTitle', { count: 1 }));
  await page.click('button', say('team.putAway'));
  await page.see(say('team.intro'));
  await page.drop([path('samples/s4/2026-10.json')], 'kaohe-team');
  await go(page, 'register.part');
  await page.click('button', say('register.calendarTitle'));
  await page.pick(pickFor(say('register.holidays')), [csv('放假.csv', '2026-10-01\n2026/10/2\n国庆\n')]);
  await page.click('button', say('spreadsheet.replaceYes'));
  await page.see(say('register.daysRead', { count: 2, refused: 1 }), say('register.daysRefused', { list: '国庆' }));
});

crosswise('what is no such file, and where such a file is not taken', async ({ page, address }) => {
  await start(page, address);
  for (const [file, key] of [
    [csv('旧.xls', Buffer.from('d0cf11e0a1b11ae10000', 'hex')), 'isOldExcel'],
    [csv('网页.xls', '<html><table>'), 'isHtml'],
    [csv('<img src=x onerror=alert(1)>.csv', 'a,"b\nc,d\n'), 'quoteOpen'],
    [{ name: '远.xlsx', bytes: xlsx(['<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>']) }, 'tooFar'],
  ]) {
    await page.pick(staff, [file]);
    await page.see(say('spreadsheet.refused', { name: file.name }), begin(`spreadsheet.${key}`));
    assert.equal(await page.value(say('team.staffLabel')), '');
  }
  await accessible(page);
  // GBK is shown before it is taken.
  await page.pick(staff, [csv('旧.csv', Buffer.from('b9a4bac52cd0d5c3fb0a303031322cd5c5c8fd', 'hex'))]);
  await page.see(say('encoding.title'), '0012,张三');
  await page.click('button', say('encoding.no'));
  await page.see(say('spreadsheet.encoding'));
  await page.pick(staff, [csv('旧.csv', Buffer.from('b9a4bac52cd0d5c3fb0a303031322cd5c5c8fd', 'hex'))]);
  await page.click('button', say('encoding.yes'));
  await page.see(say('team.staffRead', { people: 1, units: 0, refused: 0 }));
  // Beside the fields.
  await page.drop([STAFF[0], STAFF[1]], 'kaohe-team');
  await page.see(say('team.outcomesTitle', { count: 2 }), say('start.spreadsheet'));
  assert.equal(await page.value(say('team.staffLabel')), '工号\t姓名\n0012\t张三');
  await page.click('link', say('app.home'));
  await page.see(say('start.title'));
  await page.drop([csv('名单.csv', Buffer.from('b9a4bac52cd0d5c3fb0a303031322cd5c5c8fd', 'hex'))]);
  await page.see(say('start.unknown', { name: '名单.csv' }), say('start.spreadsheet'));
});

crosswise('a list with hidden rows and one without a number column', async ({ page, address }) => {
  await start(page, address);
  await page.click('choice', '客户服务代表绩效评估表');
  const row = (number, cells, hidden = '') => `<row r="${number}"${hidden}>${cells.map(text).join('')}</row>`;
  const list = xlsx([
    `<sheetData>${row(1, ['工号', '姓名', '组'])}${row(2, ['0012', '张三', '一组'])}${row(3, ['0013', '李四', '一组'], ' hidden="1"')}</sheetData>`,
  ]);
  const taken = (people) => say('team.staffRead', { people, units: 1, refused: 0 });
  await page.pick(staff, [{ name: '筛选.xlsx', bytes: list }]);
  await page.see(say('spreadsheet.hiddenTitle'), say('spreadsheet.hiddenText', { count: 1, rows: '3' }));
  await accessible(page);
  await page.click('button', say('spreadsheet.hiddenNo'));
  await page.see(taken(1), say('spreadsheet.remarkHiddenRowsLeft'));
  await page.pick(staff, [{ name: '筛选.xlsx', bytes: list }]);
  await page.click('button', say('spreadsheet.hiddenYes'));
  await page.click('button', say('spreadsheet.replaceYes'));
  await page.see(taken(2), say('spreadsheet.remarkHiddenRows'));
  await page.paste(say('team.staffLabel'), '序号\t姓名\t组\n1\t张三\t一组');
  await page.see(say('team.pasteLacksColumn', { column: '工号', headings: '序号、姓名、组' }));
  await page.click('button', say('team.newButton'));
  await page.see(say('team.newRowsFirst', { count: 1 }));
});

async function start(page, address) {
  await page.goto(await address('workbench'));
  await page.see(say('start.title'));
  await page.click('button', say('start.team'), { exact: true });
  await page.see(say('team.newTitle'));
}

/** axe in one browser: the page is the same in the other. */
async function accessible(page) {
  if (page.browserName === 'Chromium') assert.deepEqual(await page.axe(), []);
}

/** The innermost element that has the keyboard. */
function focused(page, tag) {
  return page.evaluate((wanted) => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at?.tagName === wanted;
  }, tag);
}
