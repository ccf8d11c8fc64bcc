// Promise 3: the same files give the same bytes, in the page and on the command line.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { kaohe, list, loadEngine, path, read } from './support.mjs';

const isWorkbook = (file) => read(file).includes('"kaohe-workbook"');

describe('the package and the command line', () => {
  let engine;
  before(async () => {
    engine = await loadEngine();
  });

  for (const file of list('samples').filter(isWorkbook)) {
    test(`write the same bytes for ${file}`, async () => {
      const document = read(file);
      const workbook = new engine.Workbook(document);
      const result = workbook.result();
      assert.deepEqual(
        result.problems.filter(({ severity }) => severity === 'error'),
        [],
      );
      sameText(result.value, (await kaohe('appraise', path(file))).toString());
      // Reading what was written changes nothing.
      const text = workbook.toJson().value;
      const again = new engine.Workbook(text);
      sameText(again.toJson().value, text);
      sameText(again.result().value, result.value);
      again.free();
      workbook.free();
    });
  }
});

/** As `assert.equal`, but a difference between two long files is shown by its place. */
function sameText(one, other) {
  assert.equal(typeof one, 'string');
  if (one === other) return;
  let at = 0;
  while (one[at] === other[at]) at += 1;
  assert.fail(`differ at character ${at}: ${one.slice(at - 40, at + 40)} | ${other.slice(at - 40, at + 40)}`);
}
