// A complaint on its way through the register of S4: typed in, numbered by the page, handed on, decided; what is overdue, and two
// complaints under one number. The sample's figures are those of samples/README.md; what the new complaint changes is reckoned here.
import assert from 'node:assert/strict';
import { go, openWorkbook, sameAsCommandLine, seeResults } from './support/team.mjs';
import { everywhere } from './support/ways.mjs';
import { words } from './support/words.mjs';

const say = words('zh-CN');
const NUMBER = '2026-10-0013'; // 0012 was given and deleted: it is not given again
const CUSTOMER = '样例客户<卯>';
const BUSINESS = '业务部门';
const QUALITY = '质量管理部';
const step = (department) => ({ group: say('register.stepOf', { number: 1, department }) });

everywhere('lead a complaint through the register', async ({ page, address }) => {
  await openWorkbook(page, address, 'samples/s4/2026-10.json');
  await go(page, 'register.part');
  await page.see(say('register.listTitle', { count: 13 }));
  await onPaper(page);
  await overdueInTheSample(page);
  await enter(page);
  // Quality had three working days from Tuesday the 27th, until Friday the 30th: a fourth delay, 100 − 4 × 5 = 80.
  await overdue(page, '2026-10-31', 10);
  await page.seeInRow(`${NUMBER} ${QUALITY}`, '2026年10月30日', say('register.notDone'));
  await page.seeInRow(CUSTOMER, say('register.overdue'));
  await results(page, '80.00', [NUMBER]);
  await decide(page);
  await renumber(page);
  await note(page);
  // Done on its last day it is no delay: 100 − 3 × 5 = 85. The incident and the new number change nothing.
  await results(page, '85.00', []);
  kept(await sameAsCommandLine(page));
});

/** The whole register, across, and nothing of the screen's own fields. */
async function onPaper(page) {
  await page.click('button', say('register.printRegister'));
  await page.see(say('register.registerTitle'), '2026-10-0011', '2026-09-0014');
  assert.equal(await page.has('field', say('team.decider')), false);
  assert.match(await page.evaluate(() => document.head.textContent), /size: A4 landscape/);
  await page.click('button', say('register.back'));
  await page.see(say('register.listTitle', { count: 13 }));
}

async function overdue(page, day, count) {
  await page.date(say('register.asOf'), day);
  await page.see(say('register.overdueTitle', { count }));
}

/** The nine steps of the README; on the 30th the two that are due on that day are not late yet. */
async function overdueInTheSample(page) {
  await overdue(page, '2026-10-30', 7);
  await overdue(page, '2026-10-31', 9);
  await page.seeInRow(`2026-10-0002 总经理室生产管理组`, '2026年10月10日', '2026年10月12日');
  await page.seeInRow(`2026-10-0010 ${BUSINESS}`, '2026年10月30日', say('register.notDone'));
}

async function enter(page) {
  await page.click('button', say('register.add'));
  await page.see(say('register.numberLater'));
  await page.date(say('register.received'), '2026-10-26');
  await page.date(say('register.registered'), '2026-10-26');
  // Without a kind nothing is registered.
  await page.fill(say('register.author'), '示例登记员', { exact: true });
  await page.click('button', say('register.saveNew'));
  await page.until('for the refusal beside the kind', () => page.invalid(say('register.kind'), 'list'));
  await page.choose(say('register.kind'), 'quality');
  const typed = [
    ['customer', CUSTOMER],
    ['order', '样例订单卯'],
    ['item', '样例料号卯'],
    ['quantity', '１２００'],
    ['defects', '30'],
    ['demand', '换货，三天内送到'],
  ];
  for (const [field, text] of typed) await page.fill(say(`register.${field}`), text, { exact: true });
  await handOn(page, BUSINESS, 'F01', '2026-10-26', '2026-10-27');
  await handOn(page, QUALITY, 'F02', '2026-10-27');
  await responsible(page, 'drafted', 'draftedBy', '示例质量经理', '2026-10-28');
  await page.click('button', say('register.saveNew'));
  await page.see(say('register.savedNew'), say('register.listTitle', { count: 14 }));
  await page.seeInRow(
    CUSTOMER,
    NUMBER,
    say('register.undecided'),
    '样例制造部',
    QUALITY,
    say('register.dueBy', { date: '2026年10月30日' }),
  );
}

async function handOn(page, department, owner, handed, done) {
  await page.click('button', say('register.addStep'), { group: department });
  await page.choose(say('register.owner'), owner, step(department));
  await page.date(say('register.handed'), handed, step(department));
  if (done) await page.date(say('register.done'), done, step(department));
}

async function responsible(page, part, by, author, day) {
  const group = { group: say(`register.${part}`) };
  await page.choose(say('register.responsibleUnit'), '样例制造部', group);
  await page.choose(say('register.responsiblePerson'), 'F04', group);
  await page.fill(say(`register.${by}`), author, group);
  await page.date(say('team.date'), day, group);
}

/** The second revision: quality is done, and somebody decided who is responsible. */
async function decide(page) {
  await go(page, 'register.part');
  await page.click('button', say('register.open', { number: NUMBER }));
  await page.see(say('register.sheetOf', { number: NUMBER }));
  assert.equal(await page.value(say('register.quantity'), { exact: true }), '1200');
  await page.date(say('register.done'), '2026-10-30', step(QUALITY));
  await page.choose(say('register.severity'), say('register.severitySerious'));
  await responsible(page, 'decided', 'decidedBy', '示例总经理', '2026-10-30');
  await page.click('button', say('register.saveRevision'));
  await page.see(say('register.savedRevision'));
  await page.seeInRow(CUSTOMER, '样例制造部', '样例壬四', say('register.severitySerious'), say('register.allDone'));
  await overdue(page, '2026-10-31', 9);
}

/** One click: the later of the two gets the next number, and keeps its old one beside it. */
async function renumber(page) {
  await page.see(say('team.conflictsTitle', { count: 1 }), say('register.conflictNumber', { id: '2026-10-0006' }));
  await page.fill(say('team.decider'), '示例登记员');
  await page.click('button', say('register.renumber', { number: '2026-10-0006' }));
  await page.see(say('register.renumbered'));
  await page.gone(say('team.conflictsTitle', { count: 1 }));
  await page.seeInRow('样例客户丑', '2026-10-0014', say('register.aliases', { numbers: '2026-10-0006' }));
  await page.seeInRow('样例客户子', '2026-10-0006');
}

async function note(page) {
  const group = { group: say('register.incidentsTitle', { count: 2 }) };
  await page.click('button', group.group);
  await page.date(say('team.date'), '2026-10-29', group);
  await page.fill(say('register.incidentAuthor'), '示例业务经理', group);
  await page.choose(say('register.incidentUnit'), '样例制造部', group);
  await page.fill(say('register.incidentText'), '一箱标签贴反，装车前换好', group);
  await page.fill(say('register.incidentImprovement'), '贴标后由另一人复核', group);
  await page.click('button', say('register.incidentSave'), { exact: true });
  await page.see(say('register.incidentSaved'), say('register.incidentsTitle', { count: 3 }), '一箱标签贴反，装车前换好');
}

/** Business 90 and manufacturing 90 stand as in the README, between production control and quality. */
async function results(page, quality, undecided) {
  await go(page, 'partResults');
  await seeResults(page, [
    ['production-control', '95.00', '优秀', '1 / 4'],
    ['business', '90.00', '优秀', '2 / 4'],
    ['manufacturing', '90.00', '优秀', '2 / 4'],
    ['样例质量管理部', quality, '良好', '4 / 4'],
  ]);
  const line = say('follow.undecided', { numbers: '' });
  await page.see(line);
  const text = await page.text();
  const shown = text
    .slice(text.indexOf(line) + line.length)
    .split('\n')[0]
    .split(say('team.listJoin'));
  assert.deepEqual(shown.sort(), ['2026-10-0005', '2026-10-0007', ...undecided]);
}

function kept({ workbook, result }) {
  const revisions = workbook.complaints.filter(({ number }) => number === NUMBER);
  const lines = revisions.map(({ revision, severity, quantity, responsible }) => [
    revision,
    severity ?? 'normal',
    quantity,
    responsible?.unit,
  ]);
  assert.deepEqual(lines, [
    [1, 'normal', '1200', undefined],
    [2, 'serious', '1200', 'manufacturing'],
  ]);
  assert.equal(workbook.incidents.length, 3);
  assert.deepEqual(
    workbook.complaintCounters.find(({ month }) => month === '2026-10'),
    { month: '2026-10', last: 14 },
  );
  assert.ok(!result.overdue.some(({ complaint }) => complaint === NUMBER));
}
