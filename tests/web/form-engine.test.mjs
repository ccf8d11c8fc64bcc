// One engine, built twice: whatever the form's is asked, it answers what the workbench's does.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { refusalsOf } from './refused.mjs';
import { list, loadEngine, loadFormEngine, read } from './support.mjs';

/** How an engine is started, and what belongs to workbooks. */
const STARTS = ['default', 'initSync'];
const OF_WORKBOOKS = ['LiveTeam', 'Workbook'];

describe('the engine of the form', () => {
  let form, workbench;
  const asked = new Set();
  before(async () => {
    [form, workbench] = await Promise.all([loadFormEngine(), loadEngine()]);
  });

  /** Asks both, wants one answer, and gives it. */
  function both(call, ...values) {
    asked.add(call);
    const answer = form[call](...values);
    assert.deepEqual(answer, workbench[call](...values), `${call} ${String(values[0]).slice(0, 200)}`);
    return answer;
  }

  test('holds everything but workbooks', () => {
    assert.deepEqual([...Object.keys(form), ...OF_WORKBOOKS].sort(), Object.keys(workbench).sort());
  });

  test('says the same of schemes, sound and broken', () => {
    const files = [...list('schemes').map(read), ...refusalsOf('scheme', 'accepted').map(({ bytes }) => bytes)];
    assert.ok(files.length > 300, `only ${files.length} schemes were found`);
    for (const file of files) {
      for (const call of ['checkScheme', 'identify', 'fingerprint']) both(call, file);
    }
  });

  test('says the same of forms, sound and broken, and writes them to the byte', () => {
    const files = refusalsOf('form', 'text').map(({ bytes }) => bytes);
    assert.ok(files.length > 50, `only ${files.length} forms were found`);
    for (const file of files) {
      for (const call of ['readForm', 'writeForm', 'readReply', 'writeReply', 'readSheet', 'identify', 'fingerprint']) both(call, file);
    }
    for (const { id, version, roles } of schemes()) {
      for (const role of roles)
        both('writeForm', JSON.stringify({ format: 'kaohe-form', formatVersion: 1, rating: rating({ id, version }, role) }));
    }
  });

  test('says the same of damaged files', () => {
    const scheme = schemes().find(({ id }) => id === 's9-csr-form');
    const whole = both(
      'writeForm',
      JSON.stringify({ format: 'kaohe-form', formatVersion: 1, scheme, rating: rating(scheme, scheme.roles[0]) }),
    ).value;
    const bytes = Buffer.from(whole);
    for (let length = 0; length < bytes.length; length += 61) both('readForm', bytes.subarray(0, length));
    for (let at = 0; at < bytes.length; at += 61) {
      const changed = Buffer.from(bytes);
      changed[at] ^= 1;
      for (const call of ['readForm', 'identify', 'fingerprint']) both(call, changed);
    }
  });

  test('reads the same out of a field', () => {
    for (const text of [
      '',
      ' ',
      '9.5',
      ' ８．５ ',
      '−3',
      '1e3',
      '85%',
      '1,000',
      '.5',
      '007',
      '1.2345678',
      'NaN',
      '一',
      '9'.repeat(99),
      undefined,
      null,
      5,
    ])
      both('readNumber', text);
    both('engineVersion');
  });

  test('follows a form in the same way, whatever is typed', () => {
    asked.add('LiveForm');
    for (const scheme of schemes()) {
      for (const role of scheme.roles) {
        const forms = [form, workbench].map(({ LiveForm }) => new LiveForm(JSON.stringify(scheme), JSON.stringify(rating(scheme, role))));
        const same = (ask, what) => {
          const [one, other] = forms.map(ask);
          assert.deepEqual(one, other, `${scheme.id}, ${role.id}: ${what}`);
        };
        same((live) => live.view(), 'empty');
        for (const { id, points, scale } of scheme.sections.flatMap(({ criteria }) => criteria)) {
          const level = scale?.type === 'levels' ? [scale.levels.at(-1).id] : [];
          for (const text of ['', 'x', '999', '0.5', '1', ...level, String(points)]) same((live) => live.enter(id, text), `${id} ${text}`);
        }
        same((live) => live.enter('nowhere', '1'), 'no criterion');
        same((live) => live.view(), 'filled in');
        for (const live of forms) live.free();
      }
    }
    for (const rubbish of ['', '{}', 'null', undefined, 5]) {
      const [one, other] = [form, workbench].map(({ LiveForm }) => new LiveForm(rubbish, rubbish));
      assert.deepEqual([one.view(), one.enter('goal', '5')], [other.view(), other.enter('goal', '5')]);
    }
  });

  test('reads what the workbench hands out', () => {
    const book = new workbench.Workbook(read('samples/s9/2026-10.json'));
    const {
      people,
      schemes: [scheme],
    } = book.open().value;
    const subjects = book.appraise().value.results.map(({ subject }) => subject);
    const { id: role } = scheme.scheme.roles[0];
    for (const subject of subjects) {
      const { value, problems } = both('readSheet', book.sheetFile(subject).value);
      assert.deepEqual(problems, []);
      const acknowledgement = {
        id: `reply-${subject}`,
        subject,
        scheme: scheme.id,
        date: '2026-11-05',
        answer: 'agree',
        about: value.sheet.digest,
      };
      const reply = both(
        'writeReply',
        JSON.stringify({ format: 'kaohe-reply', formatVersion: 1, period: value.sheet.period, acknowledgement }),
      );
      assert.ok(reply.ok, JSON.stringify(reply.problems));
      assert.equal(both('readReply', reply.value).value.acknowledgement.about, value.sheet.digest);
      for (const { id: rater } of people.slice(0, 5))
        both('readForm', book.invitation('f1', subject, role, rater, '2026-11-01').value ?? '');
    }
    book.free();
  });

  test('was asked everything that it can be asked', () => {
    assert.deepEqual([...asked, ...STARTS].sort(), Object.keys(form).sort());
  });

  /** Those by which anybody rates. */
  const schemes = () =>
    list('schemes')
      .map((file) => JSON.parse(read(file)))
      .filter(({ roles }) => roles !== undefined);

  function rating({ id, version }, role) {
    return {
      id: 'r1',
      revision: 1,
      scheme: { id, version },
      period: '2026-10',
      subject: 'w001',
      rater: role.by === 'subject' ? 'w001' : 'w002',
      role: role.id,
      date: '2026-10-31',
      scores: [],
    };
  }
});

test('the package holds what it says that it exports', () => {
  const { exports, files } = JSON.parse(read('pkg/package.json'));
  const named = Object.values(exports)
    .flatMap((one) => (typeof one === 'string' ? [one] : Object.values(one)))
    .map((name) => name.replace(/^\.\//, ''));
  for (const name of named.filter((name) => name !== 'package.json')) {
    assert.ok(read(`pkg/${name}`).length > 0, name);
    assert.ok(files.includes(name), `${name} is not among the files of pkg/package.json`);
  }
});
