// The contract of the package, once through: what a page relies on.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { list, loadEngine, read } from './support.mjs';

const criteria = (scheme) => scheme.sections.flatMap((section) => section.criteria);

describe('the built package', () => {
  let engine;
  before(async () => {
    engine = await loadEngine();
  });

  test('says its version', () => {
    assert.match(engine.engineVersion(), /^\d+\.\d+\.\d+/);
  });

  for (const file of list('schemes')) {
    test(`takes ${file} and gives it one fingerprint`, () => {
      const bytes = read(file);
      const answer = engine.checkScheme(bytes);
      assert.deepEqual(answer.problems, []);
      assert.equal(answer.ok, true);
      assert.match(answer.value.digest, /^sha256:[0-9a-f]{64}$/);
      // A document is the same as text and as bytes, and its fingerprint does not hang on its layout.
      assert.deepEqual(engine.checkScheme(bytes.toString()), answer);
      const packed = JSON.stringify(JSON.parse(bytes.toString()));
      assert.equal(engine.checkScheme(packed).value.digest, answer.value.digest);
      assert.equal(engine.identify(bytes).value.format, 'kaohe-scheme');
    });
  }

  test('tidies what is typed into a field, visibly', () => {
    assert.deepEqual(engine.readNumber('9.5').value, { value: '9.5', tidied: false });
    assert.deepEqual(engine.readNumber(' ８．５ ').value, { value: '8.5', tidied: true });
    for (const text of ['', '一', '1e3', '85%', '1,000', '.5', '007', '1.2345678', 'NaN']) {
      const answer = engine.readNumber(text);
      assert.equal(answer.ok, false, text);
      assert.equal(answer.problems.length > 0, true, text);
    }
  });

  test('follows a form while it is filled in', () => {
    const scheme = read('schemes/s9-csr-form.json').toString();
    const form = new engine.LiveForm(scheme, JSON.stringify(emptyRating(JSON.parse(scheme))));
    const maxima = criteria(JSON.parse(scheme));
    assert.equal(form.view().value.missing.length, maxima.length);
    let change;
    for (const { id, points } of maxima) change = form.enter(id, points);
    // Everything at its maximum: 100 points, grade A (the source: >95).
    assert.deepEqual(change.missing, []);
    assert.equal(change.total, '100.00');
    assert.equal(change.grade, form.view().value.grade);
    // A score above its maximum is refused and does not count.
    const refused = form.enter(maxima[0].id, '10.9');
    assert.equal(refused.problem.severity, 'error');
    assert.deepEqual(refused.missing, [maxima[0].id]);
    form.free();
  });

  function emptyRating(scheme) {
    return {
      id: 'r1',
      revision: 1,
      scheme: { id: scheme.id, version: scheme.version },
      period: '2026-10',
      subject: 'w001',
      rater: 'w001',
      role: 'self',
      date: '2026-10-31',
      scores: [],
    };
  }
});
