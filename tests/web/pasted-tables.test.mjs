// Whose number is it? What the page makes of tables as clerks have them: the heading says what a column is, a number and a name must
// be one person's, and what is nobody is left out and counted. What is right of each was written down before it was read.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { loadTableReaders } from './pasted-support.mjs';
import { read } from './support.mjs';

const { readPasted, readPeople, readAssignments, readIndicators, staffSummary, said } = await loadTableReaders();
const scheme = (name) => JSON.parse(read(`schemes/${name}.json`));
const FORM = scheme('s9-csr-form');
const CARD = scheme('s7-csr-card');
const ORDERS = scheme('s5-after-sales');

/** One line a row, cells apart by `|`. */
const pasted = (lines) =>
  readPasted(
    lines
      .trim()
      .split('\n')
      .map((line) =>
        line
          .split('|')
          .map((cell) => cell.trim())
          .join('\t'),
      )
      .join('\n'),
  ).rows;
const NOBODY_YET = { people: [], units: [] };

/** `number name unit` of those who are taken, and what is said of the rest. */
function staff(lines, { schemes = [FORM], known = NOBODY_YET } = {}) {
  const found = readPeople(pasted(lines), schemes, known);
  const unitName = (id) => [...known.units, ...found.units].find((unit) => unit.id === id)?.name['zh-CN'] ?? '-';
  return {
    ...found,
    taken: found.people.map(({ id, name, unit }) => `${id} ${name} ${unitName(unit)}`),
    refused: found.problems.map(said),
    tidied: found.notes.map(said),
    nobody: found.leftOut.map(({ number }) => number),
  };
}

/** Every row is somebody who is taken or refused, or nobody; nothing is lost. */
function adds({ people, problems, leftOut }, rowsBelow) {
  assert.equal(people.length + problems.length + leftOut.length, rowsBelow);
}

describe('people', () => {
  test('by the heading, in any order; a serial number is nobody’s number', () => {
    for (const heading of ['序号', '名次', 'No.', '#']) {
      const found = staff(`
        ${heading} | 姓名 | 部门 | 性别 | 员工编号
        1 | 张三 | 一组 | 男 | 0012
        2 | 李四 | 二组 | 女 | 0013`);
      assert.deepEqual(found.taken, ['0012 张三 一组', '0013 李四 二组'], heading);
      assert.deepEqual(found.unread, ['性别']);
      assert.deepEqual(found.refused, []);
    }
  });

  test('titles, sums, notes, signatures, a second heading and prepared empty rows are nobody', () => {
    const found = staff(`
      客服部花名册 | | |
      截止日期：2026年10月31日 | | |
      序号 | 工号 | 姓名 | 考核单元
      1 | 0012 | 张三 | 一组
      | | 小计 |
      序号 | 工号 | 姓名 | 考核单元
      2 | 0013 | 李四 | 一组
      3 | | |
      一组合计 | | 2人 |
      平均 | | |
      注：含试用期人员 | | |
      制表人：王五 | | 审核： |
      日期：2026-11-01 | | | `);
    assert.deepEqual(found.taken, ['0012 张三 一组', '0013 李四 一组']);
    assert.deepEqual(found.nobody, [1, 2, 5, 6, 8, 9, 10, 11, 12, 13]);
    adds(found, 12);
  });

  test('signatures and counts whose words nobody foresaw are refused by name, and never people', () => {
    for (const row of [
      '部门负责人：|王五|人力资源部：',
      '编制：|王五|批准：',
      '主管签字：|赵六|2026-11-01',
      '人数：|6|在岗5',
      '共2人|男1|女1',
      '复核|李四|一组',
      '2026-11-01|王五|',
      'Approved|Wang Wu|',
    ]) {
      const found = staff(`工号|姓名|部门\n0012|张三|一组\n${row}`);
      assert.deepEqual([found.taken, found.refused.length], [['0012 张三 一组'], 1], row);
      assert.ok(found.refused[0].includes(row.split('|')[0]), row);
    }
    const noName = staff('工号|姓名|部门\n0012|13800000000|一组\n0013|班长：|一组');
    assert.deepEqual([noName.taken, noName.refused.length], [[], 2]);
  });

  test('numbers that are written otherwise are numbers where many are, or where the workbook has such', () => {
    assert.deepEqual(staff('工号|姓名|组\n客001|张三|一组\n客12|李四|一组\n0013|王五|一组').taken.length, 3);
    assert.deepEqual(staff('工号|姓名|组\nzhangsan|张三|一组\nlisi|李四|一组\nwangwu2|王五|一组').taken.length, 3);
    const known = {
      people: [{ id: 'zhangsan', name: '张三', unit: 'u1', scheme: FORM.id }],
      units: [{ id: 'u1', name: { 'zh-CN': '一组' } }],
    };
    assert.deepEqual(staff('工号|姓名|组\n0012|甲某|一组\n0013|乙某|一组\nlisi|李四|一组', { known }).taken.length, 3);
  });

  test('a post that sounds like a signature is somebody; a sum that names somebody is refused', () => {
    for (const post of ['负责人', '复核', '审核', '制表']) {
      assert.deepEqual(staff(`岗位|工号|姓名|组\n${post}|0012|张三|一组`).taken, ['0012 张三 一组'], post);
      assert.deepEqual(numbers(`岗位|姓名|客户满意度\n${post}|样例甲|88`).taken, ['1 satisfaction=88'], post);
      assert.match(numbers(`岗位|姓名|客户满意度\n${post}|谁|88`).refused.join(), /“谁”/, post);
      assert.deepEqual(assignments(`岗位|姓名|上级\n${post}|样例甲|M1`).taken, ['N1 superior M1'], post);
    }
    for (const found of [
      staff('组|工号|姓名\n最高|1|张三'),
      numbers('组|工号|姓名|客户满意度\n最高|1|样例甲|99'),
      numbers('姓名|工号|客户满意度\n平均值|2|70'),
      numbers('组|工号|客户满意度\n合计|2|156'),
      assignments('组|姓名|上级\n合计：|样例甲|M1'),
    ]) {
      assert.deepEqual([found.taken, found.refused.length, found.leftOut.length], [[], 1, 0]);
      assert.match(found.refused[0], /“(?:最高|平均值|合计：?)”像合计或落款/);
    }
  });

  test('somebody above the heading is refused and not left out', () => {
    assert.match(staff('0012|张三|一组\n工号|姓名|组\n0013|李四|一组').refused.join(), /^1 .*表头（第 2 行）上面/);
    assert.match(numbers('1|样例甲|95\n工号|姓名|客户满意度\n2|样例乙|60').refused.join(), /^1 .*上面/);
  });

  test('编号 that counts the rows beside other numbers is asked about', () => {
    for (const [heading, other] of [
      ['编号', '工作证号'],
      ['ID', '员工代码'],
      ['编号', ''],
    ]) {
      const found = staff(`${heading}|姓名|部门|${other}\n1|张三|一组|0012\n2|李四|一组|0013\n班长：|王五||`);
      assert.deepEqual([found.taken, found.refused.length], [[], 1], other);
      assert.match(found.refused[0], new RegExp(`“${heading}”.*“${other === '' ? '第 4 列（没有表头）' : other}”`));
    }
    assert.match(numbers('编号|坐席工号|客户满意度\n1|0012|88').refused.join(), /“编号”.*“坐席工号”/);
    assert.deepEqual(staff('编号|姓名|部门|手机\n0012|张三|一组|13800000000').taken, ['0012 张三 一组']);
    assert.deepEqual(staff('编号|姓名|部门|性别\n1|张三|一组|男').taken, ['1 张三 一组']);
    assert.deepEqual(staff('编号|姓名|部门|入职日期\n1|张三|一组|2020-01-01').taken, ['1 张三 一组']);
    assert.deepEqual(numbers('编号|客户满意度|同比\n1|88|1.5').taken, ['1 satisfaction=88']);
  });

  test('a group is a unit before its department; two that say the same are refused with both', () => {
    const found = staff(
      `
      工号 | 姓名 | 部门 | 组
      0012 | 张三 | 信用卡服务室 | 信用卡组`,
      { schemes: [CARD] },
    );
    assert.deepEqual(found.taken, ['0012 张三 信用卡组']);
    assert.deepEqual(found.unread, ['部门']);
    const two = staff(`
      工号 | 姓名 | 部门 | 科室
      0012 | 张三 | 客服部 | 信用卡服务室`);
    assert.deepEqual(two.taken, []);
    assert.match(two.refused.join(), /“部门”和“科室”/);
    assert.equal(two.given, 1);
    assert.match(staffSummary(two), /有问题的 1 行/);
  });

  test('班组 beside a unit that is named as such is the team', () => {
    assert.deepEqual(
      staff('工号|姓名|考核单元|班组\n0012|张三|坐席|甲班').people.map(({ team }) => team),
      ['甲班'],
    );
    assert.deepEqual(staff('工号|姓名|部门|班组\n0012|张三|客服部|甲班').taken, ['0012 张三 甲班']);
  });

  test('without a heading only what looks like number and name; never against the words of a heading', () => {
    assert.deepEqual(staff('0012 | 张三 | 一组').taken, ['0012 张三 一组']);
    for (const lines of ['1 | 0012 | 张三', '1 | E0012 | 张三', '张三 | 0012 | 一组', '一组 | 张三']) {
      const found = staff(lines);
      assert.deepEqual([found.taken, found.refused.length], [[], 1], lines);
    }
    const half = staff('员工 | 姓名甲 | 一组\n0012 | 张三 | 一组');
    assert.deepEqual(half.taken, []);
    assert.match(half.refused.join(), /“员工”/);
    // A group in the fourth place is no scheme because the scheme's title mentions it.
    assert.deepEqual(staff('0012 | 张三 | 男 | 信用卡组', { schemes: [CARD] }).taken, []);
  });

  test('a first row that is nobody is a heading in words that are not known, and nothing is read by its place', () => {
    for (const heading of ['Emp ID|Emp Name|Dept', '员工代码|员工名称|所属组', 'Col1|Col2|Col3']) {
      const found = staff(`花名册\n${heading}\nA01|Li Lei|Team1\nA02|张三|Team1`);
      assert.deepEqual([found.taken, found.refused.length], [[], 1], heading);
      assert.match(found.refused[0], new RegExp(`^2 .*${heading.split('|')[0]}`));
    }
    for (const unit of ['男', '女', 'F', '2020-01-01', '13800000000'])
      assert.match(staff(`0012|张三|${unit}`).refused.join(), new RegExp(`^1 .*“${unit}”`));
  });

  test('a heading that lacks the number or the name says so', () => {
    assert.match(staff('姓名|部门\n张三|一组').refused.join(), /“工号”.*姓名、部门/);
    assert.match(staff('工号|部门\n0012|一组').refused.join(), /“姓名”.*工号、部门/);
  });

  test('an empty unit is asked about, and so is a table without units', () => {
    const found = staff('工号|姓名|考核单元\n0012|张三|一组\n0013|李四|\n0014|王五|');
    assert.deepEqual([found.unitColumn, found.withoutUnit.map(({ name }) => name)], [true, ['李四', '王五']]);
    const none = staff('序号|工号|姓名\n1|0012|张三');
    assert.deepEqual([none.unitColumn, none.taken], [false, ['0012 张三 -']]);
    assert.equal(none.withoutUnit.length, 1);
  });

  test('what is tidied is said', () => {
    const found = staff('职工编号|姓名|考核单元\n００１３|张 三|一组\n1E5|李　四|一组\nA-1|Anna Li|一组');
    assert.deepEqual(found.taken, ['0013 张三 一组', '1E5 李四 一组', 'A-1 Anna Li 一组']);
    assert.deepEqual(found.tidied, ['2 “００１３”读作“0013”', '2 “张 三”读作“张三”', '3 “李　四”读作“李四”']);
  });

  test('one unit in several spellings is one, and one person in several is refused', () => {
    const units = staff('工号|姓名|组\nA1|甲某|VIP组\nA2|乙某|vip 组\nA3|丙某|ＶＩＰ组\nA4|丁某|综合（A）组\nA5|戊某|综合(A)组');
    assert.deepEqual(
      units.units.map(({ name }) => name['zh-CN']),
      ['VIP组', '综合（A）组'],
    );
    assert.equal(units.tidied.length, 3);
    const same = staff('工号|姓名|组\ne001|张三|一组\nE001|张三|一组\nE-001|张三|一组\nE 001|李四|一组');
    assert.deepEqual(same.taken, ['e001 张三 一组', 'E 001 李四 一组']);
    assert.match(same.refused.join(), /E001 与 e001.*E-001 与 e001/);
  });

  test('somebody whom the workbook has: the unit or the name that differs is told', () => {
    const known = { people: [{ id: 'A1', name: '张三', unit: 'u1', scheme: FORM.id }], units: [{ id: 'u1', name: { 'zh-CN': '一组' } }] };
    const [twice, moved, other] = staff('工号|姓名|组\nA1|张三|一组\nA1|张三|二组\nA1|李四|一组\nA2|王五|一组', { known }).refused;
    assert.match(twice, /A1”已经有了/);
    assert.match(moved, /A1（张三）.*“一组”.*“二组”/);
    assert.match(other, /A1 .*“张三”.*“李四”/);
  });

  test('somebody of whom the list says that they left is refused', () => {
    for (const name of ['张三（已离职）', '张三【离职】', '张三-已离职', '张三 退休', 'Li Lei (left)'])
      assert.ok(staff(`工号|姓名|组\n0012|${name}|一组`).refused.join().includes(`“${name}”`), name);
    for (const [heading, cell] of [
      ['部门', '离职'],
      ['部门', '一组（已离职）'],
      ['状态', '已离职'],
      ['备注', '离职 2026-09'],
      ['离职日期', '2026-09-30'],
    ]) {
      const found = staff(`工号|姓名|${heading}\n0012|张三|${cell}`);
      assert.deepEqual(found.taken, [], cell);
      assert.ok(found.refused.join().includes(`“${cell}”`), cell);
    }
    assert.equal(staff('0012|张三|离职').taken.length, 0);
    assert.deepEqual(staff('工号|姓名|组|岗位|离职日期|状态\n0012|张三|离退休服务组|退休返聘|-|在职').taken, ['0012 张三 离退休服务组']);
  });
});

const PEOPLE = [
  ['1', '样例甲', ORDERS.id],
  ['2', '样例乙', ORDERS.id],
  ['3', '样例丙', ORDERS.id],
  ['10', '同名人', ORDERS.id],
  ['11', '同名人', ORDERS.id],
].map(([id, name, of]) => ({ id, name, unit: 'u', scheme: of }));

/** `number indicator=value/target` of the rows that are taken. */
function numbers(lines, meant, period = '2026-10') {
  const found = readIndicators(pasted(lines), [{ scheme: ORDERS, subjects: PEOPLE }], period, meant);
  const words = ({ indicator, value, target }) => `${indicator.id}=${value.text}${target ? `/${target.text}` : ''}`;
  return {
    ...found,
    taken: found.rows.map(({ subject, numbers: list }) => [subject.id, ...list.map(words)].join(' ')),
    refused: found.problems.map(said),
    nobody: found.leftOut.map(({ number }) => number),
  };
}

describe('numbers', () => {
  test('a serial number that is somebody’s number is not him', () => {
    const found = numbers('名次|工号|姓名|客户满意度\n1|3|样例丙|95\n2|1|样例甲|80\n3|2|样例乙|61\n平均|||78.7');
    assert.deepEqual(found.taken, ['3 satisfaction=95', '1 satisfaction=80', '2 satisfaction=61']);
    assert.deepEqual([found.given, found.nobody], [3, [5]]);
    assert.deepEqual(numbers('序号|客户满意度\n1|95').taken, []);
  });

  test('number and name are one person’s, or the row is refused with both', () => {
    const found = numbers('工号|姓名|客户满意度\n1|样例乙|95\n1|样例 甲|90\n9|样例丙|90\n|样例丙|88\n|同名人|70\n|谁|70');
    assert.deepEqual(found.taken, ['1 satisfaction=90', '3 satisfaction=88']);
    const [two, unknown, namesakes, nobody] = found.refused;
    assert.match(two, /^2 .*工号 1 是“样例甲”.*“样例乙”/);
    assert.match(unknown, /^4 .*工号 9.*“样例丙”的工号是 3/);
    assert.match(namesakes, /^6 .*“同名人”.*10、11/);
    assert.match(nobody, /^7 .*“谁”/);
  });

  test('a column that holds numbers or names agrees with the name beside it', () => {
    for (const [who, name] of [
      ['1', '样例乙'],
      ['样例甲', '样例乙'],
      ['样例甲', '2'],
    ]) {
      for (const heading of ['员工', '被考核人']) {
        const found = numbers(`${heading}|姓名|客户满意度\n${who}|${name}|95`);
        assert.deepEqual([found.taken, found.refused.length], [[], 1], `${heading} ${who} ${name}`);
        assert.match(found.refused[0], new RegExp(name));
      }
    }
    assert.deepEqual(numbers('员工|姓名|客户满意度\n1|样例 甲|95\n样例乙|样例乙|90\n10|同名人|70').taken, [
      '1 satisfaction=95',
      '2 satisfaction=90',
      '10 satisfaction=70',
    ]);
    assert.match(assignments('被考核人|姓名|上级\nN1|样例乙|M1').refused.join(), /N1 是“样例甲”.*“样例乙”/);
  });

  test('where there is a heading nothing is read by its place', () => {
    assert.match(numbers('组|客户满意度\n1|95').refused.join(), /没有找到表头/);
    assert.deepEqual(numbers('客户满意度|姓名|工号\n95|样例甲|1').taken, ['1 satisfaction=95']);
  });

  test('targets, other months and other units', () => {
    for (const [heading, taken] of [
      ['服务单处理量（目标）|实际完成', ['1 orders=480/500']],
      ['服务单处理量(单)(计划)|服务单处理量（实际）', ['1 orders=480/500']],
      ['目标服务单处理量|服务单处理量-实际', ['1 orders=480/500']],
      ['服务单处理量（上月）|服务单处理量', ['1 orders=480']],
      ['服务单处理量（同比）|服务单处理量（单）', ['1 orders=480']],
      ['上月服务单处理量|本月服务单处理量', ['1 orders=480']],
      ['服务单处理量（累计）|备注', []],
      ['服务单处理量（百单）|备注', []],
      ['服务单处理量（目标）|备注', []],
    ]) {
      assert.deepEqual(numbers(`工号|${heading}\n1|500|480`).taken, taken, heading);
    }
    assert.deepEqual(numbers('工号|服务单处理量（去年）|服务单处理量\n1|500|480').unread, ['服务单处理量（去年）']);
    assert.match(numbers('工号|服务单处理量|实际\n1|500|480').refused.join(), /“服务单处理量”和“实际”/);
  });

  test('two rows of headings are refused and not misread', () => {
    for (const lines of [
      '工号|姓名|客户满意度|\n||目标|实际\n1|样例甲|95|88',
      '||客户满意度||服务单处理量\n工号|姓名|目标|实际|\n1|样例甲|95|88|7',
      '||客户满意度|\n工号|姓名|目标|实际\n1|样例甲|95|88',
      '|||客户满意度\n工号|姓名|服务单处理量|目标\n1|样例甲|7|95',
    ]) {
      const found = numbers(lines);
      assert.deepEqual(
        found.taken.filter((row) => /satisfaction|\//.test(row)),
        [],
        lines,
      );
      assert.ok(found.problems.length + found.unread.length > 0, lines);
    }
  });

  test('目标 alone is of the column before, and refused where it may be of the one after', () => {
    for (const heading of [
      '目标|客户满意度|目标|问题解决率',
      '目标|客户满意度',
      '客户满意度|目标|问题解决率',
      '客户满意度|目标|服务单处理量',
      '客户满意度|上月|实际|目标',
      '服务单处理量目标|实际|客户满意度目标',
    ]) {
      const found = numbers(`工号|${heading}\n1|90|88|95|66`);
      assert.deepEqual(found.taken, [], heading);
      assert.match(found.refused.join(), /^1 不知道“(?:目标|实际)”/, heading);
    }
    for (const [heading, taken] of [
      ['客户满意度|目标|问题解决率|目标', '1 satisfaction=90/88 resolution=95/66'],
      ['服务单处理量|目标|客户满意度|备注', '1 orders=90/88 satisfaction=95'],
      ['服务单处理量目标|实际|客户满意度目标|实际', '1 orders=88/90 satisfaction=66/95'],
      ['服务单处理量计划|本期|上期|', '1 orders=88/90'],
    ])
      assert.deepEqual(numbers(`工号|${heading}\n1|90|88|95|66`).taken, [taken], heading);
  });

  test('what stands above the headings is in none of them, and the numbers below are not taken', () => {
    for (const above of [
      '||目标|',
      '||上月|',
      '||标准|',
      '||2026年9月|2026年10月',
      '|||9月',
      '|上月||',
      '2026年10月目标值|||',
      '2026年9月服务指标|||',
      '2026-09 服务指标|||',
      '2025年10月服务指标|||',
      '九月份服务指标|||',
      '2026年第三季度|||',
      '2026年1-9月|||',
      '2026年10月累计|||',
      '部门：客服部||统计日期：2026年9月|',
      '统计期间：2026-09-01至2026-09-30|||',
      'September 2026|||',
    ]) {
      const found = numbers(`${above}\n工号|姓名|客户满意度|问题解决率\n1|样例甲|95|90`);
      assert.deepEqual([found.taken, found.refused.length], [[], 1], above);
      assert.match(found.refused[0], /^1 “.*2026年10月的实际数值/, above);
    }
    for (const above of [
      '2026年10月服务质量指标统计表|||',
      '客服部2026年度10月目标完成情况|||',
      '||2026年10月|',
      '||实际|',
      '基本信息||客户满意度|',
      '部门：客服部||日期：2026-11-01|',
      '统计期间：2026年10月1日至2026年10月31日|||',
    ]) {
      assert.deepEqual(
        numbers(`${above}\n工号|姓名|客户满意度|问题解决率\n1|样例甲|95|90`).taken,
        ['1 satisfaction=95 resolution=90'],
        above,
      );
    }
  });

  test('a period is compared as what it is', () => {
    const table = (title) => `${title}||\n工号|姓名|客户满意度\n1|样例甲|95`;
    for (const [period, own, other] of [
      ['2026-Q4', ['2026年第四季度', '2026年10-12月', 'Q4'], ['2026年10月', '三季度']],
      ['2026-H2', ['2026年下半年', '7至12月'], ['上半年']],
      ['2026', ['2026年度', '2026年1-12月'], ['2025年度', '2026年10月']],
      ['2026~春季', ['2026年春季', '3月'], ['2025年春季']],
    ]) {
      for (const title of own) assert.equal(numbers(table(title), undefined, period).taken.length, 1, `${period} ${title}`);
      for (const title of other) assert.equal(numbers(table(title), undefined, period).taken.length, 0, `${period} ${title}`);
    }
  });

  test('words under the headings, and numbers under none, are the other half of a heading', () => {
    for (const below of ['||上月|本月', '||标准|实际', '||权重|', '单位||百分|']) {
      const found = numbers(`工号|姓名|客户满意度|\n${below}\n1|样例甲|95|88`);
      assert.deepEqual([found.taken, found.refused.length], [[], 1], below);
    }
    assert.match(numbers('工号|姓名|客户满意度|\n1|样例甲|95|88').refused.join(), /第 4 列.*“客户满意度”/);
    assert.deepEqual(numbers('工号|姓名|客户满意度|\n1|样例甲|95|产假').taken, ['1 satisfaction=95']);
    assert.deepEqual(numbers('工号|姓名|客户满意度|服务单处理量\n单位||%|单\n1|样例甲|95|88').taken, ['1 satisfaction=95 orders=88']);
  });

  test('a row that says itself that it is of another month or a target is refused', () => {
    for (const [heading, cell] of [
      ['类型', '目标'],
      ['类型', '上月'],
      ['', '去年同期'],
      ['月份', '9月'],
      ['月份', '9'],
      ['统计月份', '2026-09'],
      ['日期', '2026-09-30'],
    ]) {
      const found = numbers(`工号|客户满意度|${heading}\n1|95|${cell}\n2|90|`);
      assert.deepEqual(found.taken, ['2 satisfaction=90'], cell);
      assert.match(found.refused.join(), new RegExp(`^2 这一行写着“${cell}”`), cell);
    }
    for (const [heading, cell] of [
      ['类型', '实际'],
      ['月份', '10月'],
      ['月份', '10'],
      ['日期', '2026-10-31'],
      ['入职时间', '2020年9月'],
      ['备注', '9月入职'],
    ])
      assert.deepEqual(numbers(`工号|客户满意度|${heading}\n1|95|${cell}`).taken, ['1 satisfaction=95'], cell);
  });

  test('another month between the people, or under them, is told; the day of a signature is none', () => {
    const found = numbers(
      '统计日期：2026年10月||\n工号|姓名|客户满意度\n1|样例甲|95\n统计日期：2026年9月||\n工号|姓名|客户满意度\n2|样例乙|60',
    );
    assert.deepEqual(found.taken, []);
    assert.match(found.refused.join(), /^4 “统计日期：2026年9月”/);
    assert.deepEqual(numbers('工号|客户满意度\n1|95\n注：数据为2026年9月|').taken, []);
    assert.deepEqual(numbers('工号|客户满意度\n1|95\n制表日期：2026年11月|\n日期：2026-11-02|').taken, ['1 satisfaction=95']);
  });

  test('a column in percent of numbers within 0 and 1 is asked about, and moved digit by digit', () => {
    const lines = '工号|客户满意度|服务单处理量\n1|0.88|1\n2|1|0\n3|0.07|1';
    const [asked, ...others] = numbers(lines).percent;
    assert.deepEqual([asked.at, asked.heading, asked.example], [1, '客户满意度', { percent: '0.88', share: '88' }]);
    assert.deepEqual(others, []);
    assert.deepEqual(numbers(lines, new Map([[1, 'share']])).taken, [
      '1 satisfaction=88 orders=1',
      '2 satisfaction=100 orders=0',
      '3 satisfaction=7 orders=1',
    ]);
    assert.deepEqual(numbers(lines, new Map([[1, 'percent']])).taken, [
      '1 satisfaction=0.88 orders=1',
      '2 satisfaction=1 orders=0',
      '3 satisfaction=0.07 orders=1',
    ]);
    for (const cells of ['91|88', '0|0', '85％|90%', '0.88%|0.9%']) {
      const [one, two] = cells.split('|');
      assert.deepEqual(numbers(`工号|客户满意度\n1|${one}\n2|${two}`).percent, [], cells);
    }
    assert.deepEqual(numbers('工号|客户满意度\n1|85％').taken, ['1 satisfaction=85']);
  });

  test('one number within 0 and 1 among others is asked about, and of shares the others are refused', () => {
    for (const [first, second] of [
      ['0.88', '91'],
      ['0.88', '1.02'],
      ['85%', '0.88'],
      ['-0.1', '85'],
      ['０．８８', '91'],
    ]) {
      assert.equal(numbers(`工号|客户满意度\n1|${first}\n2|${second}`).percent.length, 1, `${first} ${second}`);
    }
    // A row that is refused says nothing of the others.
    assert.equal(numbers('工号|客户满意度\n99|95\n2|0.85').percent.length, 1);
    const lines = '工号|客户满意度\n1|0.88\n2|1.02\n3|85%';
    const found = numbers(lines, new Map([[1, 'share']]));
    assert.deepEqual(found.taken, ['1 satisfaction=88', '3 satisfaction=85']);
    assert.match(found.refused.join(), /^3 “客户满意度”的 1\.02 /);
    assert.deepEqual(numbers(lines, new Map([[1, 'percent']])).taken, ['1 satisfaction=0.88', '2 satisfaction=1.02', '3 satisfaction=85']);
  });
});

const RATED = ['样例甲', '样例乙', '样例丙'].map((name, at) => ({ id: `N${at + 1}`, name, unit: 'u', scheme: FORM.id }));
const LEADERS = [
  ['M1', '组长一'],
  ['M2', '组长二'],
  ['M3', '重名'],
  ['M4', '重名'],
].map(([id, name]) => ({ id, name }));

function assignments(lines) {
  const found = readAssignments(pasted(lines), [...RATED, ...LEADERS], [FORM]);
  return {
    ...found,
    taken: found.assignments.map(({ subject, role, rater }) => `${subject} ${role} ${rater}`),
    refused: found.problems.map(said),
    tidied: found.notes.map(said),
  };
}

describe('who rates whom', () => {
  test('several in a cell, two columns of one role, and twice is once', () => {
    const found = assignments(
      '姓名|上级评分|同事评分|同事评分|直属上级\n样例甲|组长一|样例乙、样例丙；样例乙||组长二\n样例乙|组长 一|N1/N3|样例丙|\n合计|2|||',
    );
    assert.deepEqual(found.taken.sort(), [
      'N1 peer N2',
      'N1 peer N3',
      'N1 superior M1',
      'N1 superior M2',
      'N2 peer N1',
      'N2 peer N3',
      'N2 superior M1',
    ]);
    assert.deepEqual([found.refused, found.tidied], [[], ['3 “组长 一”读作“组长一”']]);
    assert.equal(found.leftOut.length, 1);
  });

  test('whom a column leaves empty is told, as below a merged cell', () => {
    const found = assignments('姓名|上级|同事\n样例甲|组长一|\n样例乙||\n样例丙||');
    assert.deepEqual(found.taken, ['N1 superior M1']);
    assert.equal(found.refused.length, 1);
    assert.match(found.refused[0], /^3 “上级评分”.*2 人.*样例乙、样例丙/);
    assert.deepEqual(assignments('姓名|上级|直属上级\n样例甲|组长一|\n样例乙||组长二').refused, []);
  });

  test('by the heading, with number and name that agree', () => {
    assert.deepEqual(assignments('序号|上级|姓名|工号|备注\n3|M1|样例甲|N1|无').taken, ['N1 superior M1']);
    const found = assignments('工号|姓名|上级\nN1|样例乙|M1\nN2|样例乙|重名\nN3|样例丙|没有的人');
    assert.deepEqual(found.taken, []);
    const [two, namesakes, nobody] = found.refused;
    assert.match(two, /^2 .*N1 是“样例甲”.*“样例乙”/);
    assert.match(namesakes, /^3 .*“重名”.*M3、M4/);
    assert.match(nobody, /^4 .*“没有的人”/);
    assert.match(assignments('N1|M1\nN2|M1').refused.join(), /没有找到表头/);
    assert.deepEqual(assignments('工号|领导|上级\nN1|M1|M2').unread, ['领导']);
  });
});
