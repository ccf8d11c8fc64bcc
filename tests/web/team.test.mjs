// Where everybody stands without the parts, how far a question is, and a team while one of its scores is tried: on the
// built package, each held to the whole appraisal.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { list, loadEngine, read } from './support.mjs';

/** What a standing says of a result. */
function standing({ subject, status, total, grade, rank, ranked, below, warning, early }) {
  const full = { subject, status, total, grade, rank, ranked, below, warning: warning?.rung, early };
  return Object.fromEntries(Object.entries(full).filter(([, value]) => value !== undefined));
}

const good = ({ ok, value, problems }) => (assert.ok(ok, JSON.stringify(problems)), value);

describe('standings and teams', () => {
  let engine;
  before(async () => {
    engine = await loadEngine();
  });

  /** Workbooks lie in the folders of the systems; below are forms, some of them damaged. */
  const samples = () => list('samples').filter((name) => /^samples\/s\d\/[^/]+\.json$/.test(name));

  test('the standings of every sample are those of its appraisal, which as text says the same', () => {
    for (const name of samples()) {
      const book = new engine.Workbook(read(name));
      assert.deepEqual(good(book.standings()), good(book.appraise()).results.map(standing), name);
      assert.deepEqual(JSON.parse(book.appraiseText()), book.appraise(), name);
      book.free();
    }
  });

  test('the sheets of several at once are those of each, and an unknown one refuses them', () => {
    for (const name of samples()) {
      const book = new engine.Workbook(read(name));
      const subjects = good(book.appraise())
        .results.map(({ subject }) => subject)
        .slice(0, 5);
      assert.deepEqual(
        good(book.sheetFiles(subjects)),
        subjects.map((subject) => good(book.sheetFile(subject))),
        name,
      );
      const { ok, problems } = book.sheetFiles([...subjects, 'nobody', 7]);
      assert.deepEqual([ok, problems.map(({ code }) => code)], [false, ['unknown-subject', 'unknown-subject']], name);
      for (const rubbish of [undefined, null, 5, {}]) assert.deepEqual(good(book.sheetFiles(rubbish)), []);
      book.free();
    }
  });

  test('an answer is current as long as its result stands', () => {
    const book = new engine.Workbook(read('samples/s7/2026-10.json'));
    const [one, other] = good(book.appraise()).results;
    const answer = ({ subject, scheme }, id, about) => JSON.stringify({ id, subject, scheme, about, answer: 'agree', date: '2026-11-03' });
    const current = (view) => view.acknowledgements.map(({ acknowledgement, current }) => [acknowledgement.id, current]);
    const { digest } = good(book.sheet(one.subject));
    good(book.addEntry('acknowledgements', answer(one, 'to-this', digest)));
    assert.deepEqual(current(good(book.addEntry('acknowledgements', answer(other, 'to-anothers', digest)))), [
      ['to-anothers', false],
      ['to-this', true],
    ]);
    const record = {
      id: 'r-later',
      subject: one.subject,
      criterion: 'business',
      date: '2026-10-15',
      points: '-1',
      author: '某',
      reason: '补记',
    };
    const added = book.addEntry('records', JSON.stringify(record));
    assert.deepEqual(current(good(added)), [
      ['to-anothers', false],
      ['to-this', false],
    ]);
    book.free();
  });

  test('progress is told stage by stage, in order and to the end, and changes no answer', () => {
    const told = [];
    const name = samples().find((sample) => sample.includes('s7'));
    const book = new engine.Workbook(read(name), (...report) => told.push(report));
    const people = good(book.appraise()).results.length;
    assert.deepEqual(good(book.appraise((...report) => told.push(report))), good(book.appraise()));
    const stages = told.map(([stage]) => stage);
    assert.deepEqual([...new Set(stages)], ['read', 'check', 'score', 'write']);
    for (const stage of ['read', 'score']) {
      const steps = told.filter(([one]) => one === stage);
      assert.ok(
        steps.every(([, done, total], at) => done <= total && (at === 0 || done > steps[at - 1][1])),
        stage,
      );
      assert.ok(steps.length > 1 && steps.length <= 102, `${stage}: ${steps.length}`);
    }
    assert.deepEqual(
      told.findLast(([stage]) => stage === 'score'),
      ['score', people, people],
    );
  });

  test('whoever is told of progress cannot disturb it', () => {
    const bytes = read(samples()[0]);
    const expected = good(new engine.Workbook(bytes).standings());
    const throwing = () => {
      throw new Error('the caller’s own');
    };
    for (const odd of [throwing, 42, 'text', null, {}, [], Symbol('x')]) {
      const book = new engine.Workbook(bytes, odd);
      assert.deepEqual(good(book.standings(odd)), expected);
      assert.ok(good(book.appraise(odd)).results.length > 0);
    }
  });

  test('a score that is tried moves the team as the appraisal of the changed workbook would', () => {
    const workbook = JSON.parse(read('samples/s9/2026-10.json'));
    delete workbook.checksum;
    const open = () => new engine.Workbook(JSON.stringify(workbook));
    let moved = 0;
    for (const { id: unit } of workbook.units) {
      const scheme = workbook.schemes[0].id;
      const team = open().team(unit, scheme);
      const members = new Set(good(team.standings()).map(({ subject }) => subject));
      for (const form of workbook.ratings.filter(({ subject }) => members.has(subject)).slice(0, 6)) {
        const line = form.scores.find(({ score }) => score !== undefined);
        if (line === undefined) continue;
        const before = line.score;
        line.score = '0';
        const change = team.enter(form.subject, form.role, form.rater, line.criterion, '0');
        const now = good(open().appraise())
          .results.filter((result) => members.has(result.subject))
          .map(standing);
        assert.deepEqual(good(team.standings()), now);
        moved += good(change).changed.length;
        line.score = before;
        good(team.enter(form.subject, form.role, form.rater, line.criterion, String(before)));
      }
    }
    assert.ok(moved > 0);
  });

  test('what a team does not have is refused with what there is', () => {
    const book = new engine.Workbook(read('samples/s9/2026-10.json'));
    const [unit, scheme] = [book.open().value.units[0].id, book.open().value.schemes[0].id];
    const [{ subject }] = good(book.team(unit, scheme).standings());
    const refusals = [
      [book.team('nowhere', scheme).standings(), 'unknown-part'],
      [book.team(unit, 'none').standings(), 'unknown-part'],
      [book.team(undefined, {}).enter('a', 'b', 'c', 'd', 'e'), 'unknown-part'],
      [book.team(unit, scheme).enter('nobody', 'self', 'nobody', 'goal', '1'), 'unknown-subject'],
      [book.team(unit, scheme).enter(subject, 'self', 'a stranger', 'goal', '1'), 'unknown-part'],
      [book.team(unit, scheme).enter(subject, 'self', subject, 'no such thing', '1'), 'unknown-criterion'],
      [book.team(unit, scheme).enter(subject, 'self', subject, 'goal', '1e3'), 'number-exponent'],
      [new engine.Workbook('{').team(unit, scheme).standings(), 'cut-short'],
    ];
    for (const [answer, code] of refusals) {
      assert.equal(answer.ok, false, code);
      assert.equal(answer.problems[0].code, code);
    }
  });
});
