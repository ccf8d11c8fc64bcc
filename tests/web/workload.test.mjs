// What the benchmark measures is right: the workload by another program's figures, the engine by exact whole numbers.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { before, describe, test } from 'node:test';
import { ofResult } from '../../benches/contestants.mjs';
import { differences } from '../../benches/measure.mjs';
import * as plain from '../../benches/peers/plain.mjs';
import { draw, exact, rows, variants, varied, workbook } from '../../benches/workload.mjs';
import { loadEngine } from './support.mjs';

const NONE = { totals: 0, grades: 0, ranks: 0, warnings: 0 };
// Two teams of twenty.
const drawn = draw(40);
const digest = (text) => createHash('sha256').update(text).digest('hex');

describe('the workload of the benchmark', () => {
  let engine;
  before(async () => {
    engine = await loadEngine();
  });

  // From the generator of the trial benches, by which the targets were set.
  test('is the one that the targets were set by', () => {
    assert.equal(digest(rows(drawn)), 'ce46523e09fd5680f3a6ec6d74d26f7a3bc70b0de34aa5f57c33406afeafbbe7');
    assert.equal(digest(JSON.stringify(exact(drawn))), '6891ddafeededdacbccdb006002825b27b767756fb81cfcced139d4d35957f20');
  });

  test('comes to the exact totals, grades, ranks and warnings', () => {
    assert.deepEqual(differences(exact(drawn), appraised(workbook(drawn))), NONE);
  });

  test('comes to the same in parts, since no rank crosses a team', () => {
    const [first, second] = [workbook(drawn.slice(0, 20)), workbook(drawn.slice(20), { first: 20 })].map(appraised);
    assert.deepEqual(
      differences(exact(drawn), (at) => (at < 20 ? first(at) : second(at - 20))),
      NONE,
    );
  });

  test('comes to the exact answers when one score is another one', () => {
    const team = drawn.slice(0, 20);
    for (const variant of variants(400).filter((_, number) => number % 57 === 0)) {
      const changed = varied(team, variant);
      assert.deepEqual(differences(exact(changed), appraised(workbook(changed))), NONE, JSON.stringify(variant));
    }
  });

  // Floats miss a hundredth of a total now and then; who forgot a rule misses more.
  test('is what the plain JavaScript beside it computes too', () => {
    for (const results of [plain.fromRows(rows(drawn)), plain.fromWorkbook(workbook(drawn).toString())]) {
      const { totals, ...others } = differences(exact(drawn), (at) => results[at]);
      assert.deepEqual(others, { grades: 0, ranks: 0, warnings: 0 });
      assert.equal(totals <= 4, true, `${totals} totals are wrong`);
    }
  });

  function appraised(bytes) {
    const book = new engine.Workbook(bytes);
    assert.deepEqual(book.open().problems, []);
    const { results } = book.appraise().value;
    book.free();
    return (at) => ofResult(results[at]);
  }
});
