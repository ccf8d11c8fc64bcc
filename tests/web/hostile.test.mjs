// What must never happen to the engine: a throw, a silent repair, an instance that no longer answers.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { loadEngine, read } from './support.mjs';

describe('hostile input', () => {
  let engine, form;
  before(async () => {
    engine = await loadEngine();
    form = written(sampleForm());
  });

  const sampleForm = () => ({
    format: 'kaohe-form',
    formatVersion: 1,
    subjectName: '王芳',
    rating: {
      id: 'r1',
      revision: 1,
      scheme: { id: 's9-csr-form', version: '1' },
      period: '2026-10',
      subject: 'w001',
      rater: 'w001',
      role: 'self',
      date: '2026-10-31',
      scores: [{ criterion: 'goal', score: '9.5', comment: '按时完成' }],
    },
  });

  function written(document) {
    const answer = engine.writeForm(JSON.stringify(document));
    assert.deepEqual(answer.problems, []);
    return answer.value;
  }

  /** Refused with a code and a place, and the instance answers the next question. */
  function refused(ask, what) {
    const answer = ask();
    assert.equal(answer.ok, false, what);
    assert.ok(answer.problems.length > 0, what);
    for (const problem of answer.problems) {
      assert.match(problem.code, /^[a-z0-9-]+$/, what);
      assert.equal(typeof problem.pointer, 'string', what);
    }
    assert.equal(engine.readNumber('9.5').value.value, '9.5', `dead after ${what}`);
  }

  test('a good form is taken', () => {
    assert.equal(engine.readForm(form).ok, true);
  });

  test('a good form cut at every byte is refused each time', () => {
    const bytes = Buffer.from(form);
    // The last byte is the line's end: without it the document is whole.
    for (let length = 0; length < bytes.length - 1; length += 1) {
      refused(() => engine.readForm(bytes.subarray(0, length)), `cut at byte ${length}`);
    }
  });

  test('a good form with one byte changed is refused by its checksum or before', () => {
    const bytes = Buffer.from(form);
    const at = bytes.indexOf('9.5');
    bytes[at] = '8'.charCodeAt(0);
    refused(() => engine.readForm(bytes), '8.5 for 9.5');
  });

  const scores = [
    'NaN',
    '"NaN"',
    'Infinity',
    '1e3',
    '1e400',
    '1e-400',
    '7.9999999999999999',
    '"0.99999999999999999999999999999"',
    '8.000000000000001',
    '123456789012345678901234567890',
    '"1_0"',
    '"1,0"',
    '"８"',
    '"\u2212 1"',
    '"\u22121"',
    '"8%"',
    '"8分"',
    '" 8 "',
    '"8\u200b"',
    '".5"',
    '"5."',
    '"+5"',
    '"007"',
    '"0x10"',
    '"½"',
    '"三"',
    '""',
    'null',
    'true',
    '[]',
    '{}',
    '{"$serde_json::private::Number":"5"}',
    '10.9',
    '-1',
  ];
  test('a score that is not of the one grammar, or out of its range, is refused and never repaired', () => {
    // The form carries its scheme, as a form that was handed out does: the engine knows the range.
    const scheme = JSON.parse(read('schemes/s9-csr-form.json'));
    const text = JSON.stringify({ ...sampleForm(), scheme });
    assert.equal(engine.readForm(text).ok, true);
    for (const score of scores) {
      const changed = text.replace('"score":"9.5"', () => `"score":${score}`);
      assert.notEqual(changed, text);
      refused(() => engine.readForm(changed), score);
    }
  });

  test('what is not one JSON document is refused', () => {
    const deep = (depth) => '['.repeat(depth) + ']'.repeat(depth);
    const text = JSON.stringify(sampleForm());
    const texts = [
      '',
      '   ',
      'null',
      '[]',
      '"text"',
      '{',
      '{}',
      `${text}${text}`,
      text.replace('{', '{,'),
      `${text},`,
      text.replaceAll('"', "'"),
      `/* */${text}`,
      text.replace('"revision":1', '"revision":1,"revision":1'),
      text.replace('"revision":1', '"revision":1,"revisi\\u006fn":1'),
      text.replace('"revision":1', '"revision":1,"revison":1'),
      text.replace('王芳', '\\ud800'),
      text.replace('王芳', '\\u0000'),
      text.replace('"w001"', '"__proto__"'),
      deep(127),
      deep(128),
      deep(100_000),
      '{"a":'.repeat(100_000),
    ];
    for (const one of texts) refused(() => engine.readForm(one), one.slice(0, 60));
    // JavaScript text may hold half a character that no file can.
    refused(() => engine.readForm(text.replace('王芳', '\ud800\ud800')), 'a lone surrogate in the text itself');
    refused(() => engine.readForm(Buffer.from([0x7b, 0xff, 0xfe, 0x7d])), 'bytes that are no text');
    refused(() => engine.readForm(Buffer.from(`\u007b"format":"\u0000`)), 'NUL');
  });

  test('values of other kinds where a document belongs are refused', () => {
    const values = [undefined, null, NaN, 5, true, {}, [], Symbol.iterator, () => 1, new Date(0), new ArrayBuffer(8), 10n];
    for (const entry of ['readForm', 'identify', 'checkScheme', 'readSheet', 'writeForm', 'writeReply', 'fingerprint', 'readNumber']) {
      for (const value of values) refused(() => engine[entry](value), `${entry}(${String(value?.description ?? value)})`);
    }
  });

  test('a huge text is refused by a stated limit or read, never a trap', () => {
    const long = JSON.stringify({ ...sampleForm(), subjectName: '王'.repeat(5_000_000) });
    refused(() => engine.readForm(long), 'a name of five million characters');
    refused(() => engine.readForm(`[${'1,'.repeat(1_000_000)}1]`), 'a million elements');
    refused(() => engine.readNumber('9'.repeat(1_000_000)), 'a number of a million digits');
  });

  test('a live form and a workbook made of rubbish answer with problems', () => {
    for (const rubbish of ['', '{}', 'null', '[', undefined, null, 5]) {
      const live = new engine.LiveForm(rubbish, rubbish);
      refused(() => live.view(), `LiveForm ${rubbish}`);
      live.enter('goal', '5');
      live.enter(undefined, undefined);
      live.free();
      const workbook = new engine.Workbook(rubbish);
      refused(() => workbook.open(), `Workbook ${rubbish}`);
      refused(() => workbook.appraise(), `Workbook ${rubbish}`);
      refused(() => workbook.addEntry('records', '{}'), `Workbook ${rubbish}`);
      refused(() => workbook.explain(undefined), `Workbook ${rubbish}`);
      assert.equal(workbook.add('x', rubbish).outcome, 'refused');
      workbook.free();
    }
  });

  test('bad calls by the thousand do not wear it out', () => {
    for (let count = 0; count < 20_000; count += 1) engine.readForm(undefined);
    refused(() => engine.readForm('{'), 'after twenty thousand bad calls');
  });
});
