// The results as a workbook for Excel: what stands in it is what the engine said, digit by digit; what people wrote is text,
// whatever it looks like; and the same results are the same bytes. It is read back part by part, and with the page's own reader.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cellsOf, loadWriter, partsOf } from './results-workbook-support.mjs';
import { loadReader } from './spreadsheet-support.mjs';
import { loadEngine, read } from './support.mjs';

const { writeXlsx, sheetNames, resultsWorkbook, Names, setLang } = await loadWriter();
const { readFile } = await loadReader();
const engine = await loadEngine();
const good = ({ ok, value, problems }) => (assert.ok(ok, JSON.stringify(problems)), value);

function sample(name) {
  const book = new engine.Workbook(read(`samples/${name}.json`));
  const [view, appraisal] = [good(book.open()), good(book.appraise())];
  book.free();
  return { view, appraisal };
}

/** Worksheet by worksheet: its rows above the table, and the table itself as one record a person, by the titles of its columns. */
async function tables(bytes) {
  const { tables: found, hidden } = await readFile('结果.xlsx', bytes);
  assert.deepEqual(hidden, []);
  const parts = partsOf(bytes);
  return found.map(({ name, table }, at) => {
    const [, from, to] = /<autoFilter ref="A(\d+):[A-Z]+(\d+)"\/>/.exec(parts[`xl/worksheets/sheet${at + 1}.xml`]).map(Number);
    const line = (number) => table.rows.find((row) => row.number === number);
    const head = line(from).cells;
    assert.equal(new Set(head).size, head.length, `two columns of one title: ${head}`);
    const people = Array.from({ length: to - from }, (_, below) =>
      Object.fromEntries(head.map((title, column) => [title, line(from + 1 + below).cells[column]])),
    );
    return {
      name,
      head,
      people,
      above: table.rows.filter((row) => row.number < from).map(({ cells }) => cells[0]),
      below: table.rows.filter((row) => row.number > to).map(({ cells }) => cells.filter((cell) => cell !== '').join(' ')),
    };
  });
}

const sheet = (rows, more = {}) => ({
  name: '表',
  title: '标题',
  under: ['说明'],
  columns: rows[0].map((_, at) => ({ title: `列${at + 1}`, look: at === 0 ? 'code' : 'text' })),
  rows: rows.map((cells) => () => cells),
  notes: [],
  signed: ['制表：'],
  signedOn: '日期：',
  ...more,
});
const write = (sheets) => writeXlsx({ title: '标题', font: '宋体', foot: '&P / &N', sheets });

const HOSTILE = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '＝cmd|x',
  '－1',
  '007',
  '3-4',
  '1E5',
  '2026-10-31',
  '85%',
  'TRUE',
  '</t></si><c>',
  '<img onerror=alert(1)>',
  '&amp;',
  ']]>',
  '"\'',
  '😀👩‍💼',
  ' blank ',
  '两\n行',
  'a\rb',
  'bell\u0007',
  '\u0000\u001f',
  '_x0041_',
  '_x005F_',
  '_x',
  '\u202ereversed',
  '\ufeffx',
];

test('what people wrote comes back letter by letter, as text by its type', async () => {
  const bytes = await write([sheet(HOSTILE.map((text) => [text, text]))]);
  const {
    tables: [{ table }],
  } = await readFile('x.xlsx', bytes);
  const back = table.rows.filter(({ number }) => number > 3 && number <= 3 + HOSTILE.length).map(({ cells }) => cells.slice(0, 2));
  assert.deepEqual(
    back,
    HOSTILE.map((text) => [text, text]),
  );
  const parts = partsOf(bytes);
  const cells = cellsOf(parts);
  for (const [at, text] of HOSTILE.entries()) {
    for (const column of ['A', 'B']) {
      const cell = cells[`${column}${at + 4}`];
      assert.equal(cell.type, 's', text);
      assert.equal(cell.format, column === 'A' ? '@' : 'General', text);
      // Whoever edits it in Excel must not make a formula of it either.
      assert.equal(cell.guarded, /^[=+\-@\t\r＝＋－＠]/.test(text), text);
    }
  }
  for (const [name, xml] of Object.entries(parts)) {
    assert.doesNotMatch(xml, /<f[ >]|t="str"/, `${name} holds a formula`);
    assert.doesNotMatch(xml, /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/, `${name} is no XML`);
  }
});

test('what no file can hold is replaced or cut, visibly', async () => {
  const bytes = await write([
    sheet([
      ['\ud800x', '\uffffy'],
      ['长'.repeat(40_000), `${'a'.repeat(32_765)}😀😀`],
    ]),
  ]);
  const {
    tables: [{ table }],
  } = await readFile('x.xlsx', bytes);
  assert.deepEqual(table.rows[3].cells.slice(0, 2), ['\ufffdx', '\ufffdy'].slice(0, 2));
  // Excel calls a file with more than 32,767 letters in a cell damaged.
  assert.deepEqual(table.rows[4].cells.slice(0, 2), [`${'长'.repeat(32_766)}…`, `${'a'.repeat(32_765)}…`]);
});

test('figures are numbers of exactly the digits that came, shown with as many places', async () => {
  const figures = [
    [{ digits: '87.50' }, '87.50', '0.00'],
    [{ digits: '9' }, '9', '0'],
    [{ digits: '-4' }, '-4', '0'],
    [{ digits: '48.916' }, '48.916', '0.000'],
    [{ digits: '0.005' }, '0.005', '0.000'],
    [{ digits: '83.666666', cut: true }, '83.666666', '0.000000"…"'.replaceAll('"', '&quot;')],
    // A spreadsheet keeps fifteen digits: it must not show made-up zeros behind them.
    [{ digits: '123.4567890123456789' }, '123.4567890123456789', 'General'],
  ];
  const columns = [
    { title: '工号', look: 'code' },
    { title: '数', look: 'figure' },
  ];
  const cells = cellsOf(
    partsOf(
      await write([
        sheet(
          figures.map(([figure]) => ['1', figure]),
          { columns },
        ),
      ]),
    ),
  );
  for (const [at, [figure, value, format]] of figures.entries()) {
    assert.deepEqual(
      [cells[`B${at + 4}`].type, cells[`B${at + 4}`].value, cells[`B${at + 4}`].format],
      ['n', value, format],
      figure.digits,
    );
  }
  for (const digits of ['251/3', '−1', '1e3', 'NaN', '=1', ''])
    await assert.rejects(write([sheet([['1', { digits }]], { columns })]), TypeError, digits);
});

test('names of sheets are such as Excel takes, and no two are one', async () => {
  const wanted = [
    '甲/乙:丙',
    '甲-乙-丙',
    "'quoted'",
    '',
    'History',
    'ABC',
    'abc',
    'ＡＢＣ',
    '很'.repeat(40),
    '很'.repeat(41),
    `${'x'.repeat(30)}😀`,
    '\u202e反\u0007',
    '[a]*?\\',
    '  ',
  ];
  const names = sheetNames(wanted);
  assert.deepEqual(names, [
    '甲-乙-丙',
    '甲-乙-丙 (2)',
    'quoted',
    '_',
    'History_',
    'ABC',
    'abc (2)',
    'ＡＢＣ (3)',
    '很'.repeat(31),
    `${'很'.repeat(27)} (2)`,
    'x'.repeat(30),
    '反',
    '-a----',
    '_ (2)',
  ]);
  for (const name of names) assert.ok(name.length <= 31 && name !== '' && !/[[\]:*?/\\]|^'|'$/.test(name), name);
  const hundred = sheetNames(Array(100).fill('客户服务中心信用卡业务一部电话服务第一组甲班上午班次一二三四五'));
  assert.equal(new Set(hundred).size, 100);
  assert.ok(hundred.every((name) => name.length <= 31));
  const bytes = await write(wanted.map((name) => sheet([['1', '2']], { name })));
  assert.deepEqual(
    (await readFile('x.xlsx', bytes)).tables.map(({ name }) => name),
    names,
  );
  const quoted = partsOf(await write([sheet([['1', '2']], { name: "O'Neil & <Co>" })]))['xl/workbook.xml'];
  assert.match(quoted, />'O''Neil &amp; &lt;Co&gt;'!\$3:\$3</);
});

test('the head is frozen and repeated, the table filtered, the page A4 across', async () => {
  const parts = partsOf(
    await write([
      sheet(
        [
          ['1', 'a'],
          ['2', 'b'],
        ],
        { notes: ['附注'] },
      ),
      sheet([['1', 'a']]),
    ]),
  );
  const [first, second] = [1, 2].map((at) => parts[`xl/worksheets/sheet${at}.xml`]);
  assert.match(first, /<pane xSplit="2" ySplit="3" topLeftCell="C4" activePane="bottomRight" state="frozen"\/>/);
  assert.match(first, /<autoFilter ref="A3:B5"\/>/);
  assert.match(first, /<pageSetUpPr fitToPage="1"\/>.*<pageSetup paperSize="9" fitToWidth="1" fitToHeight="0" orientation="landscape"\/>/);
  assert.match(
    parts['xl/workbook.xml'],
    /_xlnm\.Print_Titles" localSheetId="0">'表'!\$3:\$3<.*_xlnm\.Print_Titles" localSheetId="1">'表 \(2\)'!\$3:\$3</,
  );
  assert.match(first, /<mergeCell ref="A7:B7"\/>/);
  assert.deepEqual(
    [first, second].map((xml) => xml.includes('tabSelected')),
    [true, false],
  );
  const bold = /<fonts[^>]*>(.*)<\/fonts>/
    .exec(parts['xl/styles.xml'])[1]
    .split('</font>')
    .findIndex((font) => font.includes('<b/><sz val="10"/>'));
  const head = Number(/<c r="A3" s="(\d+)"/.exec(first)[1]);
  assert.match([...parts['xl/styles.xml'].split('<cellXfs')[1].matchAll(/<xf [^>]*>/g)][head][0], new RegExp(`fontId="${bold}"`));
  // ECMA-376 wants these in this order; Excel calls a file in another one damaged.
  const order = [
    ...first.matchAll(
      /<(sheetPr|sheetViews|sheetFormatPr|cols|sheetData|autoFilter|mergeCells|printOptions|pageMargins|pageSetup|headerFooter|ignoredErrors)\b/g,
    ),
  ].map((match) => match[1]);
  assert.deepEqual(order, [
    'sheetPr',
    'sheetViews',
    'sheetFormatPr',
    'cols',
    'sheetData',
    'autoFilter',
    'mergeCells',
    'printOptions',
    'pageMargins',
    'pageSetup',
    'headerFooter',
    'ignoredErrors',
  ]);
});

test('the same results are the same bytes, whatever the clock and the zone', async () => {
  const { view, appraisal } = sample('s7/2026-10');
  const once = await resultsWorkbook(new Names(view), appraisal);
  const { TZ } = process.env;
  const { now } = Date;
  try {
    for (const zone of ['Asia/Shanghai', 'America/New_York', 'UTC']) {
      process.env.TZ = zone;
      Date.now = () => 2_000_000_000_000;
      assert.ok(Buffer.from(once).equals(await resultsWorkbook(new Names(view), appraisal)), zone);
    }
  } finally {
    Date.now = now;
    if (TZ === undefined) delete process.env.TZ;
    else process.env.TZ = TZ;
  }
  assert.doesNotMatch(partsOf(once)['docProps/core.xml'], /created|modified|20\d\d-\d\d-\d\dT/);
});

test('given up halfway there is no file', async () => {
  const rows = Array.from({ length: 5000 }, (_, at) => [String(at), '名']);
  let asked = 0;
  assert.equal(await writeXlsx({ title: '', font: '宋体', foot: '', sheets: [sheet(rows)] }, async () => (asked += 1) < 2), undefined);
  assert.equal(asked, 2);
});

/** A figure as the sheet must show it: the engine's, or of an endless fraction six places. */
const shown = (value) => (value === undefined ? '' : value.includes('/') ? /^-?\d+\.\d{6}$/ : String(Number(value)));

for (const name of [
  's1/2026-10',
  's2/2026-09',
  's3/2026-10',
  's4/2026-10',
  's5/2026-10',
  's6/regular-2026',
  's6/irregular-2026-spring',
  's6/overall-2026',
  's7/2026-09',
  's7/2026-10',
  's8/2026-10',
  's9/2026-10',
]) {
  test(`${name}: every person on one sheet of a unit, with the engine's figures`, async () => {
    const { view, appraisal } = sample(name);
    const names = new Names(view);
    const bytes = await resultsWorkbook(names, appraisal);
    const sheets = await tables(bytes);
    const units = appraisal.units.map(({ unit }) => names.unit(unit));
    assert.deepEqual(
      sheets.map((one) => one.name),
      units.length > 1 ? ['全部', ...units] : units,
    );
    const byUnit = units.length > 1 ? sheets.slice(1) : sheets;
    assert.deepEqual(
      byUnit.flatMap(({ people }) => people.map((one) => one['工号'])).sort(),
      appraisal.results.map(({ subject }) => subject).sort(),
    );
    if (units.length > 1)
      assert.deepEqual(
        sheets[0].people.map((one) => one['工号']),
        byUnit.flatMap(({ people }) => people.map((one) => one['工号'])),
      );
    for (const { above, below } of sheets) {
      assert.ok(above[0].includes(view.title) && above[0].includes(view.closed ? '（已关闭）' : '（未关闭'), above[0]);
      assert.deepEqual(
        below.slice(-3).map((line) => line.slice(0, 2)),
        ['制表', '审核', '批准'],
      );
    }
    for (const { people, head } of sheets) {
      for (const person of people) {
        const result = appraisal.results.find(({ subject }) => subject === person['工号']);
        const scheme = names.schemes.find(({ id }) => id === result.scheme);
        const expected = {
          姓名: result.name,
          总分: shown(result.total),
          名次: result.rank === undefined ? '不排名' : String(result.rank),
          结果: result.status === 'final' ? '已定' : '未定',
          等级: result.grade === undefined ? '' : names.grade(result.scheme, result.grade),
          绩效工资: shown(result.pay?.amount),
          基础分: shown(result.base),
          加分: shown(result.bonus),
          扣分: shown(result.deductions),
        };
        for (const section of scheme.sections) {
          const score = result.sections.find(({ id }) => id === section.id);
          const full = section.weight ?? section.points;
          expected[`${section.name['zh-CN']}小计${full === undefined ? '' : `（${full}）`}`] = shown(score.points);
          for (const criterion of section.criteria) {
            const of = score.criteria.find(({ id }) => id === criterion.id);
            const title = criterion.name['zh-CN'];
            expected[`${title}${criterion.points === undefined ? '' : `（${criterion.points}）`}`] =
              of.noData === undefined || of.noData === 'wait' || of.points !== undefined ? shown(of.points) : /^没有数据：/;
            if (criterion.bonus !== undefined) expected[`${title}：加分（${criterion.bonus}）`] = shown(of.bonus);
          }
        }
        for (const [title, value] of Object.entries(expected)) {
          // A column that nobody has anything in is left out; in that of all so is one that other schemes do not have.
          if (!head.includes(title)) continue;
          if (value instanceof RegExp) assert.match(person[title], value, `${result.subject} ${title}`);
          else assert.equal(person[title], value, `${result.subject} ${title}`);
        }
        assert.equal((person['缺少'] ?? '') !== '', result.status === 'provisional', result.subject);
      }
    }
    for (const [at, { people }] of byUnit.entries()) {
      const { head } = byUnit[at];
      const scheme = names.schemes.find(({ id }) => id === appraisal.units[at].scheme);
      const judged = scheme.sections
        .flatMap(({ criteria }) => criteria)
        .map(({ name: { 'zh-CN': title }, points }) => `${title}${points === undefined ? '' : `（${points}）`}`);
      if (people.some((one) => one['结果'] === '已定')) for (const title of judged) assert.ok(head.includes(title), `${title} of ${head}`);
      for (const title of head)
        assert.ok(
          people.some((person) => person[title] !== ''),
          `nobody has ${title}`,
        );
    }
  });
}

test('95595: numbers with their formats, months, decisions and notes', async () => {
  const { view, appraisal } = sample('s7/2026-10');
  const bytes = await resultsWorkbook(new Names(view), appraisal);
  const [all, card, , platinum] = await tables(bytes);
  const by = (list, id) => list.people.find((one) => one['工号'] === id);
  assert.equal(
    by(card, 'K10')['预警依据'],
    '2026年10月，信用卡组：第 12 名，共 12 人，其后 0 人\n2026年9月，信用卡组：第 10 名，共 10 人，其后 0 人',
  );
  assert.equal(by(card, 'K10')['帮助措施（预警）'], '部门负责人谈话\n同时符合：业务服务室经理谈话');
  assert.match(by(card, 'K12')['结果处理（建议）'], /^予以辞退：不采取，2026年10月31日，示例部门负责人：排名靠后本身不等于不能胜任/);
  assert.equal(by(platinum, 'B09')['缺少'], '上级：等 示例经理一 的评分表');
  assert.deepEqual(
    [
      card.head.includes('等级'),
      card.head.includes('缺少'),
      card.head.includes('扣分'),
      card.head.includes('考核方案'),
      all.head.includes('考核方案'),
    ],
    [false, false, false, false, true],
  );
  // Of the two schemes 业务处理 is worth 40 and 20; 现场管理 is worth 15 in both.
  assert.deepEqual(
    [all, card, platinum].map(({ head }) => head.filter((title) => /^(业务处理|现场管理)（/.test(title))),
    [['现场管理（15）'], ['业务处理（40）', '现场管理（15）'], ['业务处理（20）', '现场管理（15）']],
  );
  assert.ok(
    card.below.some((line) => line.startsWith('预警是为了找出原因')),
    'the note on the ladder',
  );
  const cells = cellsOf(partsOf(bytes), 2);
  const column = (title) => String.fromCharCode(65 + card.head.indexOf(title));
  // K01: 115 points, and a bonus of 20 % of a base of 2,000 with it.
  assert.deepEqual(
    ['A5', `${column('总分')}5`, `${column('绩效工资')}5`, `${column('名次')}5`].map((place) => [
      cells[place].type,
      cells[place].value,
      cells[place].format,
    ]),
    [
      ['s', 'K01', '@'],
      ['n', '115.00', '0.00'],
      ['n', '2300.00', '0.00'],
      ['n', '1', '0'],
    ],
  );
});

test('units and people with hostile names, and nobody at all', async () => {
  const { view, appraisal } = sample('s7/2026-10');
  const rename = { card: '=1+1/[甲]', general: "'乙'", platinum: '=1+1/[甲]' };
  const strange = {
    ...view,
    title: '=cmd|</t>',
    units: view.units.map((unit) => ({ ...unit, name: { 'zh-CN': rename[unit.id] ?? unit.id } })),
  };
  const results = appraisal.results.map((one) => ({ ...one, name: `=${one.name}</t>` }));
  const bytes = await resultsWorkbook(new Names(strange), { ...appraisal, results });
  const sheets = await tables(bytes);
  assert.deepEqual(
    sheets.map(({ name }) => name),
    ['全部', '=1+1--甲-', '乙', '=1+1--甲- (2)'],
  );
  assert.deepEqual(sheets[1].people[0], {
    ...sheets[1].people[0],
    姓名: `=${appraisal.results.find(({ subject }) => subject === 'K01').name}</t>`,
    考核单元: '=1+1/[甲]',
  });
  const [nobody] = await tables(await resultsWorkbook(new Names(view), { ...appraisal, results: [], units: [appraisal.units[0]] }));
  assert.deepEqual([nobody.name, nobody.people.length, nobody.head[0]], ['信用卡组', 0, '工号']);
  const none = await tables(await resultsWorkbook(new Names(view), { ...appraisal, results: [], units: [] }));
  assert.deepEqual(
    none.map(({ name, people }) => [name, people]),
    [['全部', []]],
  );
});

test('schemes that are ranked together have the columns of both, and a unit ranked twice two sheets', async () => {
  const { view, appraisal } = sample('s7/2026-10');
  const [card, , platinum] = appraisal.units;
  const moved = appraisal.results.map((one) => (one.unit === 'platinum' ? { ...one, unit: 'card' } : one));
  const [together] = await tables(
    await resultsWorkbook(new Names(view), { ...appraisal, results: moved, units: [{ ...card, schemes: [card.scheme, platinum.scheme] }] }),
  );
  const [k01, b01] = ['K01', 'B01'].map((id) => together.people.find((one) => one['工号'] === id));
  assert.deepEqual(
    [k01, b01].map((one) => [one['业务处理（40）'], one['业务处理（20）'], one['现场管理（15）']]),
    [
      ['40', '', '15'],
      ['', '20', '15'],
    ],
  );
  const twice = await tables(
    await resultsWorkbook(new Names(view), { ...appraisal, results: moved, units: [card, { ...platinum, unit: 'card' }] }),
  );
  assert.deepEqual(
    twice.map(({ people }) => people.length),
    [21, 12, 9],
  );
  assert.equal(new Set(twice.map(({ name }) => name)).size, 3);
});

test('in the language of the page', async () => {
  const { view, appraisal } = sample('s9/2026-10');
  setLang('en', false);
  try {
    const bytes = await resultsWorkbook(new Names(view), appraisal);
    const sheets = await tables(bytes);
    assert.deepEqual(
      sheets.map(({ name }) => name),
      ['All', 'hotline group', 'support group'],
    );
    assert.ok(
      sheets[1].head.includes('Staff number') &&
        sheets[1].head.includes('Goals reached (10)') &&
        sheets[1].head.includes('Performance, subtotal (40)'),
      String(sheets[1].head),
    );
    for (const xml of Object.values(partsOf(bytes))) assert.doesNotMatch(xml, /制表|考核单元|未关闭/);
  } finally {
    setLang('zh-CN', false);
  }
});
