// What the engine's parameters become on a page: each by what its code declares it to be, whatever its name.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadSources, source } from './sources.mjs';
import { read } from './support.mjs';

const { problemText, Names } = await loadSources(
  `export { problemText } from ${source('kit/problems.ts')}; export { Names } from ${source('team/names.ts')};`,
);

const workbook = JSON.parse(read('samples/s9/2026-10.json'));
const names = (people) => new Names({ schemes: workbook.schemes.map((scheme) => ({ scheme })), units: workbook.units, people, plans: [] });
const told = (code, params, people = workbook.people) =>
  problemText({ code, severity: 'error', pointer: '', params }, names(people).called());

test('of a conflict between people whose numbers have a blank each is named', () => {
  const people = [
    { id: '张 三', name: '张三', scheme: workbook.schemes[0].id },
    { id: '李 四 02', name: '李四' },
  ];
  const params = { kind: 'rating', subject: '张 三', role: 'superior', rater: '李 四 02' };
  assert.match(told('conflict', params, people), /^“张三 张 三” 的评分表（“李四 李 四 02” 评，“上级评分”）/);
});

test('people, criteria, dates and periods are said as people know them', () => {
  const criterion = workbook.schemes[0].sections[0].criteria[0];
  const said = told('undecided-figure', { subject: 'N09', criterion: criterion.id });
  assert.ok(said.includes('样例丁九 N09') && said.includes(criterion.name['zh-CN']), said);
  assert.ok(told('date-outside-period', { date: '2026-11-01', period: '2026-10' }).includes('2026年11月1日'));
  const same = told('same-name', { name: '样例丁一', people: 'N01, N02' });
  assert.ok(same.includes('样例丁一 N01、样例丁二 N02'), same);
});

test('an id that the page drew at random is told nobody, unless there is nothing else to tell', () => {
  const drawn = '0123456789abcdef01234567';
  const conflict = told('conflict', { kind: 'record', subject: 'N09', id: drawn });
  assert.ok(!conflict.includes(drawn), conflict);
  assert.ok(told('zero-points', { record: drawn }).includes(drawn));
  assert.ok(told('replaced-twice', { records: 'a, b', replaces: drawn }).includes('较早的一笔'));
});

test('where nothing is at hand to find names in, an id is said as it is', () => {
  const bare = problemText({
    code: 'unknown-role',
    severity: 'error',
    pointer: '',
    params: { role: 'boss', nearest: '', known: 'self, peer' },
  });
  assert.ok(bare.includes('“boss”') && bare.includes('`self`、`peer`'), bare);
});
