// Spreadsheet files as the page reads them: every value literally or named, every hostile file refused by name. The files of
// tests/web/spreadsheet were made by other programs (see make.py there); the others by hand, as no program makes them.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { loadReader, rows, text, xlsx, zip } from './spreadsheet-support.mjs';
import { path, read } from './support.mjs';

const { readFile, asPasted, asLines, readPasted } = await loadReader();
const refused = (name, bytes, key, params = {}) =>
  assert.rejects(
    () => readFile(name, bytes),
    (refusal) => {
      assert.equal(refusal.key, `spreadsheet.${key}`, refusal.stack);
      for (const [name, value] of Object.entries(params)) assert.equal(refusal.params[name], value, name);
      return true;
    },
  );
const utf8 = (words) => Buffer.from(words);
const utf16 = (words) => Buffer.from(`\ufeff${words}`, 'utf16le');

/** The cells of the only table, and its remarks as `key → cells`. */
async function cells(bytes, name = 'x.xlsx') {
  const { tables } = await readFile(name, bytes);
  assert.equal(tables.length, 1);
  const { table } = tables[0];
  return {
    rows: table.rows.map((row) => row.cells),
    table,
    remarks: Object.fromEntries(table.remarks.map(({ key, cells: where }) => [key.replace('spreadsheet.remark', ''), where.join(' ')])),
  };
}

// What stands in the files of other programs is written down in make.py, in the same order.
for (const name of readdirSync(path('tests/web/spreadsheet')).filter((one) => /^staff-.*\.xlsx$/.test(one))) {
  test(`a list that another program wrote: ${name}`, async () => {
    const { tables, hidden } = await readFile(name, read(`tests/web/spreadsheet/${name}`));
    assert.deepEqual(
      tables.map((one) => one.name),
      ['人员', '指标'],
    );
    assert.deepEqual(hidden, ['底稿']);
    const [staff, numbers] = tables.map(({ table }) => table);
    assert.deepEqual(
      staff.rows.map(({ cells: row }) => row),
      [
        ['工号', '姓名', '考核单元', '入职'],
        ['0012', '张三', '信用卡组', '2026-10-31'],
        ['3-4', '李四', '信用卡组', '1999-01-01'],
        ['1E5', '=1+1', '两行\n单元', ''],
      ],
    );
    assert.deepEqual(
      staff.rows.map(({ number }) => number),
      [1, 2, 3, 5],
    );
    assert.deepEqual(
      numbers.rows.map(({ cells: row }) => row),
      [
        ['工号', '满意度', '完成率', '说明'],
        ['0012', '8.3', '85%', 'TRUE'],
        ['3-4', '-0.5', '7.25%', '#N/A'],
        ['1E5', '1234567', '100%', '“引号”"'],
      ],
    );
    const remarks = Object.fromEntries(numbers.remarks.map(({ key, cells: where }) => [key, where]));
    assert.deepEqual(remarks, {
      'spreadsheet.remarkPercent': ['C2', 'C3', 'C4'],
      'spreadsheet.remarkBoolean': ['D2'],
      'spreadsheet.remarkError': ['D3'],
    });
  });
}

test('what goes into the field comes back from it, cell by cell and row by row', async () => {
  const odd = [
    'tab\there',
    'line\nend',
    '"quoted"',
    'say "x"',
    'a,b，c',
    '  blank ',
    '',
    '<img onerror=alert(1)>',
    '\u202ereversed',
    '=1+1',
    '👩‍💼😀',
  ];
  const xml = `<sheetData><row r="2">${odd.map((one) => text(one.replaceAll('<', '&lt;'))).join('')}</row><row r="5">${text('end')}</row></sheetData>`;
  const { table } = await cells(xlsx([xml]));
  const pasted = readPasted(asPasted(table.rows));
  assert.equal(pasted.unclosedQuote, undefined);
  assert.deepEqual(pasted.rows, [
    {
      number: 2,
      cells: [
        'tab here',
        'line end',
        '"quoted"',
        'say "x"',
        'a,b，c',
        'blank',
        '',
        '<img onerror=alert(1)>',
        '\u202ereversed',
        '=1+1',
        '👩‍💼😀',
      ],
    },
    { number: 5, cells: ['end', ...Array(10).fill('')] },
  ]);
  const single = await cells(xlsx([rows(text('张三,李四'), text('x'))]));
  assert.deepEqual(
    readPasted(asPasted(single.table.rows)).rows.map(({ cells: [first] }) => first),
    ['张三,李四', 'x'],
  );
  assert.equal(asLines(table.rows.slice(1)), 'end');
});

const STYLES = (...formats) =>
  `<numFmts>${formats.map((code, at) => `<numFmt numFmtId="${200 + at}" formatCode="${code.replaceAll('"', '&quot;')}"/>`).join('')}</numFmts>
   <cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats.map((_, at) => `<xf numFmtId="${200 + at}"/>`).join('')}</cellXfs>
   <dxfs><dxf><numFmt numFmtId="200" formatCode="0%"/></dxf></dxfs>`;
const number = (value, style = 0) => `<c s="${style}"><v>${value}</v></c>`;

test('a number is the shortest decimal that means the same, and never quietly an exponent', async () => {
  const values = [
    '8.3000000000000007',
    '85',
    '-0',
    '0.1',
    '1E-3',
    '1.0000000000000001E-9',
    '79.999999999999986',
    '1E21',
    '9007199254740993',
    '100000000000000',
  ];
  const found = await cells(xlsx([rows(values.map((one) => number(one)).join(''))]));
  assert.deepEqual(found.rows[0], [
    '8.3',
    '85',
    '0',
    '0.1',
    '0.001',
    '0.000000001',
    '79.99999999999999',
    '1e+21',
    '9007199254740992',
    '100000000000000',
  ]);
  assert.deepEqual(found.remarks, { Long: 'H1 I1' });
});

test('percent: the point moves two places, digit by digit', async () => {
  const styles = STYLES('0%', '0.00%;[Red]-0.00%', '"约"0.0\\%', '0.00');
  const percents = [
    ['0.85', '85'],
    ['0.07', '7'],
    ['1', '100'],
    ['0.29', '29'],
    ['0.005', '0.5'],
    ['-0.125', '-12.5'],
    ['0.8333333333333334', '83.33333333333334'],
    ['0', '0'],
    ['1E-3', '0.1'],
  ];
  const found = await cells(
    xlsx([rows(percents.map(([value]) => number(value, 1)).join(''), number('0.5', 2), number('85', 3), number('0.85', 4))], { styles }),
  );
  assert.deepEqual(
    found.rows.map((row) => row.filter((cell) => cell !== '')),
    [percents.map(([, shown]) => `${shown}%`), ['50%'], ['85'], ['0.85']],
  );
  assert.equal(found.remarks.Percent.split(' ').length, percents.length + 1);
});

test('dates, times and durations; numbers that a format pads', async () => {
  const styles = STYLES('yyyy"年"m"月"d"日"', '[$-804]aaaa', '[h]:mm', 'h:mm', '0000', '"K"00', '#,##0.00" days"', 'General" mm"');
  const row = (...list) => list.map(([value, style]) => number(value, style)).join('');
  const dates = row(['46326', 1], ['46326', 2], ['1.5', 3], ['0.5', 4], ['46326.25', 1], ['59', 1], ['60', 1], ['61', 1], ['-1', 1]);
  const others = row(['12', 5], ['7', 6], ['1234.5', 7], ['5', 8], ['12345', 5], ['1.5', 5]);
  const found = await cells(xlsx([rows(dates, others, '<c t="d"><v>2026-10-31T00:00:00</v></c>')], { styles }));
  assert.deepEqual(found.rows[0], [
    '2026-10-31',
    '2026-10-31',
    '36:00',
    '12:00',
    '2026-10-31 06:00',
    '1900-02-28',
    '60',
    '1900-03-01',
    '-1',
  ]);
  assert.deepEqual(found.rows[1].slice(0, 6), ['0012', 'K07', '1234.5', '5', '12345', '1.5']);
  assert.deepEqual(found.rows[2][0], '2026-10-31');
  assert.deepEqual([found.remarks.NoDate, found.remarks.Duration], ['G1 I1', 'C1']);
  const mac = await cells(xlsx([rows(number('0', 1) + number('44864', 1))], { styles, book: '<workbookPr date1904="1"/>' }));
  assert.deepEqual(mac.rows[0], ['1904-01-01', '2026-10-31']);
});

test('formulas give what they last came to, and one that came to nothing is named', async () => {
  const found = await cells(
    xlsx([
      rows(
        '<c><f>A2+1</f><v>9</v></c><c t="str"><f>"a"&amp;"b"</f><v>ab</v></c><c><f>SUM(B1:B9)</f><v></v></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c><c t="str"><f>""</f><v></v></c>' +
          text('e'),
      ),
    ]),
  );
  assert.deepEqual(found.rows[0], ['9', 'ab', '=SUM(B1:B9)', '#DIV/0!', '', 'e']);
  assert.deepEqual(found.remarks, { Formula: 'C1', Error: 'D1' });
});

test('shared texts: letters of several kinds, without how they are spoken, with every character', async () => {
  const shared =
    '<si><r><t>信</t></r><r><rPr><b/></rPr><t>用卡</t></r><rPh sb="0" eb="1"><t>シン</t></rPh></si><si><t>a&amp;&#128512;&#x4e2d;_x000D_b_x005F_x0041_</t></si><si><t><![CDATA[<b>]]></t></si><si/>';
  const found = await cells(
    xlsx([rows('<c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="s"><v>3</v></c>' + text('e'))], { shared }),
  );
  assert.deepEqual(found.rows[0], ['信用卡', 'a&😀中\rb_x0041_', '<b>', '', 'e']);
});

test('merged cells, hidden rows and hidden columns are named', async () => {
  const xml = `<cols><col min="2" max="3" hidden="1"/></cols><sheetData><row r="1">${text('a')}${text('b')}</row><row r="2" hidden="1">${text('c')}</row></sheetData><mergeCells><mergeCell ref="A1:A2"/></mergeCells>`;
  assert.deepEqual((await cells(xlsx([xml]))).remarks, { Merged: 'A1:A2', HiddenRows: '2', HiddenColumns: 'B' });
});

test('prefixes, other slashes and letters of names, and a table that begins elsewhere', async () => {
  const prefixed = (parts) =>
    Object.fromEntries(
      Object.entries(parts).map(([name, xml]) => [
        name.replace('xl/sharedStrings', 'xl\\SharedStrings'),
        name.includes('sheet1') ? xml.replace(/<(\/?)(worksheet|sheetData|row|c|v)\b/g, '<$1x:$2').replace('xmlns=', 'xmlns:x=') : xml,
      ]),
    );
  const found = await cells(
    xlsx(['<sheetData><row r="3"><c r="C3" t="s"><v>0</v></c><c r="E3"><v>1</v></c></row></sheetData>'], {
      shared: '<si><t>x</t></si>',
      change: prefixed,
    }),
  );
  assert.deepEqual([found.rows, found.table.range, found.table.rows[0].number], [[['x', '', '1']], 'C3:E3', 3]);
});

test('an empty cell far away is none, a filled one is refused before it grows', async () => {
  assert.equal(
    (
      await cells(
        xlsx(['<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>'], {
          styles: STYLES('0'),
        }),
      )
    ).table.range,
    'A1:A1',
  );
  const far = xlsx(['<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>']);
  assert.ok(far.length < 2500);
  await refused('far.xlsx', far, 'tooFar', { cell: 'XFD1048576' });
  // Every row and every column is allowed by itself.
  const wide = `<sheetData>${Array.from({ length: 5000 }, (_, at) => `<row r="${at + 1}"><c r="${at === 0 ? 'A' : 'ALL'}${at + 1}"><v>1</v></c></row>`).join('')}</sheetData>`;
  await refused('wide.xlsx', xlsx([wide]), 'tooMuch');
  const long = `<si><t>${'长'.repeat(30_000)}</t></si>`;
  await refused('long.xlsx', xlsx([rows(...Array(1000).fill('<c t="s"><v>0</v></c>'))], { shared: long }), 'tooMuch');
});

test('a bomb is refused by what its directory says, and by what it does if that lies', async () => {
  const spaces = `${rows(number(1))}${' '.repeat(60_000_000)}`;
  await refused('large.xlsx', xlsx([spaces]), 'bomb');
  await refused('ratio.xlsx', xlsx([`${rows(number(1))}${' '.repeat(2_000_000)}`]), 'bomb');
  const lie = xlsx([rows(number(1))], { change: (parts) => ({ ...parts, 'xl/worksheets/sheet1.xml': { bytes: spaces, size: 4000 } }) });
  const before = performance.now();
  await refused('lie.xlsx', lie, 'damaged');
  assert.ok(performance.now() - before < 1000);
});

test('cut, changed and foreign archives', async () => {
  const good = xlsx([rows(`<c t="s"><v>0</v></c>${number('0.85', 1)}`)], { shared: '<si><t>a</t></si>', styles: STYLES('0%') });
  for (let length = 4; length < good.length; length += 1) await refused('cut.xlsx', good.subarray(0, length), 'damaged');
  for (let at = 4; at < good.length; at += 1) {
    const changed = Buffer.from(good);
    changed[at] ^= 0x41;
    // Either it is refused, or what was changed meant nothing.
    const found = await readFile('changed.xlsx', changed).catch((refusal) => refusal);
    if (found.tables) assert.deepEqual(found.tables[0].table.rows[0].cells, ['a', '85%'], `byte ${at}`);
    else assert.match(found.key, /^spreadsheet\./, `byte ${at}: ${found.stack}`);
  }
  const parts = (more) => xlsx([rows(text('a'))], { change: (all) => ({ ...all, ...more(all) }) });
  await refused(
    'x.xlsx',
    parts((all) => ({ 'xl/workbook.xml': { bytes: all['xl/workbook.xml'], flags: 1 } })),
    'isEncrypted',
  );
  await refused(
    'x.xlsx',
    parts((all) => ({ 'xl/workbook.xml': { bytes: all['xl/workbook.xml'], method: 12 } })),
    'damaged',
  );
  await refused(
    'x.xlsx',
    parts(() => ({ 'xl/worksheets/sheet1.xml': '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet/>' })),
    'damaged',
  );
  await refused(
    'x.xlsx',
    parts(() => ({
      'xl/worksheets/sheet1.xml':
        '<worksheet><sheetData><row r="1"><c t="inlineStr"><is><t>&lol;</t></is></c></row></sheetData></worksheet>',
    })),
    'damaged',
  );
  await refused('x.xlsx', xlsx(['<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row></sheetData>']), 'damaged');
  for (const cell of [
    '<c r="A0"><v>1</v></c>',
    '<c r="__proto__"><v>1</v></c>',
    '<c t="s"><v>7</v></c>',
    '<c><v>NaN</v></c>',
    '<c><v>1e999</v></c>',
    '<c t="x"><v>1</v></c>',
  ])
    await refused('x.xlsx', xlsx([rows(cell)]), 'damaged');
  await refused(
    'x.xlsx',
    parts(() => ({ 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row r="1"><c r=A1><v>1</v></c></row></sheetData></worksheet>' })),
    'damaged',
  );
  await refused('x.xlsx', zip({ 'a.txt': 'x' }), 'isArchive');
  await refused('x.xlsx', zip({}), 'isArchive');
  await refused('x.xlsx', zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }), 'isOpenDocument');
  const relation = (target) =>
    zip({
      '_rels/.rels': `<Relationships><Relationship Id="a" Type="x/officeDocument" Target="${target}"/></Relationships>`,
      [target]: '<x/>',
    });
  await refused('x.xlsx', relation('word/document.xml'), 'isOffice');
  await refused('x.xlsx', relation('xl/workbook.bin'), 'isBinary');
  await refused('x.xlsx', xlsx([rows('')]), 'isEmpty');
  await refused('x.xlsx', xlsx([{ xml: rows(text('a')), state: 'veryHidden' }, rows('')]), 'onlyHidden', { sheets: '表1' });
});

test('a file of another kind is named by its bytes, whatever it is called', async () => {
  const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
  await refused('x.xls', ole, 'isOldExcel');
  await refused('x.xlsx', Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]), 'isEncrypted');
  await refused('x.xls', utf8('\ufeff \r\n<html><table><tr><td>1'), 'isHtml');
  await refused('x.csv', utf8('<table><tr><td>1'), 'isHtml');
  await refused('x.xls', utf16('<html>'), 'isHtml');
  await refused('x.xls', utf8('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook>'), 'isXml');
  await refused('x.csv', utf8('%PDF-1.7'), 'isPdf');
  await refused('x.xlsx', Buffer.from('89504e470d0a1a0a', 'hex'), 'isImage');
  await refused('x.xlsx', utf8('工号,姓名\r\n1,张三'), 'isText');
  await refused('x.xlsx', Buffer.alloc(0), 'isEmpty');
  await refused('x.csv', utf8(' \n,\n'), 'isEmpty');
  await refused('x.csv', utf8('a\0b'), 'notText');
});

const csv = async (bytes, mended) => {
  const { tables, separator } = await readFile('x.csv', bytes, mended);
  return { rows: tables[0].table.rows.map((row) => row.cells), numbers: tables[0].table.rows.map((row) => row.number), separator };
};

test('csv: encodings and separators', async () => {
  const expected = [
    ['工号', '姓名'],
    ['0012', '张三'],
  ];
  for (const bytes of [
    utf8('工号,姓名\r\n0012,张三\r\n'),
    utf8('\ufeff工号,姓名\n0012,张三'),
    utf16('工号\t姓名\r\n0012\t张三\r\n'),
    utf16('工号,姓名\r0012,张三').swap16(),
    utf8('工号;姓名\n0012;张三'),
    utf8('sep=;\r\n工号;姓名\n0012;张三'),
  ]) {
    assert.deepEqual((await csv(bytes)).rows, expected);
  }
  const gbk = Buffer.from('b9a4bac52cd0d5c3fb0a303031322cd5c5c8fd', 'hex');
  const mended = async (_, bytes) => utf8(new TextDecoder('gb18030').decode(bytes));
  assert.deepEqual((await csv(gbk, mended)).rows, expected);
  await refused('x.csv', gbk, 'encoding');
  assert.deepEqual(await csv(utf8('K1;8,5;9,5\nK2;8;9\n')), {
    rows: [
      ['K1', '8,5', '9,5'],
      ['K2', '8', '9'],
    ],
    numbers: [1, 2],
    separator: ';',
  });
  assert.deepEqual((await csv(utf8('PK01,x'))).rows, [['PK01', 'x']]);
  assert.deepEqual((await csv(utf8('"a;b",c\n"d;e",f'))).separator, ',');
});

test('csv: every cell literally', async () => {
  const found = await csv(utf8('0012,3-4,1E5\n=1+1,@SUM(A1),"\t=x"\n"say ""x""","two\r\nlines","a,b"\n\n, , \nx,"",\n'));
  assert.deepEqual(found, {
    rows: [
      ['0012', '3-4', '1E5'],
      ['=1+1', '@SUM(A1)', '\t=x'],
      ['say "x"', 'two\r\nlines', 'a,b'],
      ['x', '', ''],
    ],
    numbers: [1, 2, 3, 6],
    separator: ',',
  });
});

test('csv: a quote out of place is named with its row, and no row is swallowed', async () => {
  await refused('x.csv', utf8('a,b\n1,"张三\n2,李四\n'), 'quoteOpen', { row: 2 });
  // The next quote would have closed it, three rows on.
  await refused('x.csv', utf8('a,b\n1,"张三\n2,李四\n3,"王五"\n'), 'quoteInside', { row: 2 });
  assert.deepEqual((await csv(utf8('a,5" pipe\nb,c'))).rows[0], ['a', '5" pipe']);
});

test('csv: rows of unequal length are named; a title above them is not', async () => {
  await refused('x.csv', utf8('a,b\n1,x\n2,y,z\n3,z\n'), 'ragged', { row: 3, cells: 3, usual: 2 });
  await refused('x.csv', utf8('a,b,c\n1,x,y\n2,z\n'), 'ragged', { row: 3, cells: 2 });
  assert.equal((await csv(utf8('十月名单\n\na,b\n1,x\n'))).rows.length, 3);
  assert.deepEqual((await csv(utf8('a,b,c\n1,x,y\n注：不含试用期人员\n'))).rows.at(-1), ['注：不含试用期人员', '', '']);
});

test('a cell merged downwards stands for its rows, and one merged across does not spread', async () => {
  const blank = '<c/>';
  const list = rows(
    text('花名册'),
    ['工号', '姓名', '考核单元'].map(text).join(''),
    ['0012', '张三', '一组'].map(text).join(''),
    text('0013') + text('李四') + blank,
    ['0014', '王五', '二组'].map(text).join(''),
    '',
    text('0015') + text('赵六') + blank,
    text('0016') + text('钱七') + blank,
  );
  const { table } = await cells(
    xlsx([`${list}<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="C3:C4"/><mergeCell ref="C5:C7"/></mergeCells>`]),
  );
  assert.deepEqual(
    table.rows.map((row) => [row.number, ...row.cells]),
    [
      [1, '花名册', '', ''],
      [2, '工号', '姓名', '考核单元'],
      [3, '0012', '张三', '一组'],
      [4, '0013', '李四', '一组'],
      [5, '0014', '王五', '二组'],
      [7, '0015', '赵六', '二组'],
      [8, '0016', '钱七', ''],
    ],
  );
  // A merging down to the end of the sheet makes no rows.
  const long = await cells(
    xlsx([`${rows(text('x') + text('y'), blank + text('z'))}<mergeCells><mergeCell ref="A1:A1048576"/></mergeCells>`]),
  );
  assert.deepEqual(long.rows, [
    ['x', 'y'],
    ['x', 'z'],
  ]);
  const many = Array.from({ length: 100 }, () => '<mergeCell ref="A1:A1048576"/>').join('');
  await refused(
    'x.xlsx',
    xlsx([`<sheetData><row r="1">${text('x')}</row><row r="100000">${text('y')}</row></sheetData><mergeCells>${many}</mergeCells>`]),
    'tooMuch',
  );
});

test('a hundred thousand rows are read within seconds, and many quotes too', async () => {
  const many = Array.from(
    { length: 100_000 },
    (_, at) => `<row><c t="inlineStr"><is><t>E${at}</t></is></c><c><v>${at}.5</v></c></row>`,
  ).join('');
  const [{ table }] = (await readFile('many.xlsx', xlsx([`<sheetData>${many}</sheetData>`]))).tables;
  assert.deepEqual(table.rows.at(-1), { number: 100_000, cells: ['E99999', '99999.5'] });
  await refused('quotes.csv', utf8('"'.repeat(1_000_001)), 'quoteOpen');
});
