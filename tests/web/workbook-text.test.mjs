// A new workbook holds its schemes as they were written: a number that JavaScript would round is still there.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadSources, source } from './sources.mjs';
import { loadEngine, read } from './support.mjs';

const engine = await loadEngine();
const { workbookText } = await loadSources(`export { workbookText } from ${source('team/workbook-text.ts')};`);

test('a scheme in a new workbook is the scheme that was chosen, digit by digit', () => {
  const text = read('schemes/s9-csr-form.json').toString().replace('{', '{"x-id": 1234567890123456789,');
  const { scheme, digest } = engine.checkScheme(text).value;
  assert.notEqual(engine.checkScheme(JSON.stringify(scheme)).value.digest, digest);
  const empty = {
    format: 'kaohe-workbook',
    formatVersion: 1,
    id: '2026-10-new',
    period: '2026-10',
    units: [],
    people: [],
    assignments: [],
  };
  const workbook = new engine.Workbook(workbookText(empty, [{ text }]));
  const { problems, value } = workbook.open();
  assert.deepEqual(problems, []);
  assert.match(workbook.toJson().value, /"x-id": 1234567890123456789\b/);
  assert.equal(value.period, '2026-10');
});
