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
      assert.deepEqual(result.problems.filter(({ severity }) => severity === 'error'), []);
      assert.deepEqual(Buffer.from(result.value), await kaohe('appraise', path(file)));
      // Reading what was written changes nothing.
      const text = workbook.toJson();
      const again = new engine.Workbook(text);
      assert.equal(again.toJson(), text);
      assert.equal(again.result().value, result.value);
      again.free();
      workbook.free();
    });
  }
});
