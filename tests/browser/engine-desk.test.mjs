// The page's side of the engine worker, with a worker of our own and a clock that we turn: patience, cancelling, and what a new
// worker is given to start from. The pages that rest on it are walked through in promises and long-work.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, mock, test } from 'node:test';
import { build } from 'vite';
import { path } from './support/places.mjs';

const FIRST = '{"a":"first document"}';
const SECOND = '{"a":"second document"}';
/** Just before the desk loses patience. */
const ALMOST = 4_999;

/** Answers the start by itself, and everything else when the test says so. */
class HandWorker extends EventTarget {
  posted = [];
  terminated = false;

  postMessage(message) {
    this.posted.push(message);
    if (message.kind === 'start') queueMicrotask(() => this.says({ kind: 'ready', version: '0' }));
  }

  terminate() {
    this.terminated = true;
  }

  says(data) {
    this.dispatchEvent(Object.assign(new Event('message'), { data }));
  }

  answers(value, document) {
    this.says({ kind: 'answer', id: this.posted.at(-1).id, value, document });
  }

  progress(done) {
    this.says({ kind: 'progress', id: this.posted.at(-1).id, stage: 'score', done, total: 10 });
  }

  get asked() {
    return this.posted.filter(({ kind }) => kind === 'ask').map(({ method, values }) => [method, ...values]);
  }
}

describe('the engine’s desk', () => {
  let EngineDesk, desk, workers, restarts, heard;
  const spawn = () => {
    workers.push(new HandWorker());
    return workers.at(-1);
  };
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  const why = (question) =>
    question.then(
      () => 'answered',
      (stopped) => stopped.why,
    );

  before(async () => {
    const entry = path('www/src/engine/engine-desk.ts');
    const { output } = (await build({ configFile: false, logLevel: 'error', build: { write: false, lib: { entry, formats: ['es'] } } }))[0];
    ({ EngineDesk } = await import(`data:text/javascript;base64,${Buffer.from(output[0].code).toString('base64')}`));
    mock.timers.enable({ apis: ['setTimeout'] });
  });
  after(() => mock.timers.reset());

  beforeEach(async () => {
    [workers, restarts, heard] = [[], [], []];
    desk = new EngineDesk(spawn, async () => new Uint8Array());
    desk.onRestart = (reason) => restarts.push(reason);
    desk.onProgress = (progress) => heard.push(progress);
    await load(FIRST);
  });

  async function load(document) {
    const loaded = desk.ask('load', [document], { keep: true });
    await settled();
    workers.at(-1).answers({ ok: true }, document);
    await loaded;
  }

  test('has patience as long as it hears of progress, and tells of it', async () => {
    const answer = desk.ask('appraise');
    await settled();
    for (const done of [1, 2, 3]) {
      mock.timers.tick(ALMOST);
      workers[0].progress(done);
    }
    mock.timers.tick(ALMOST);
    workers[0].answers('appraised');
    assert.equal(await answer, 'appraised');
    assert.deepEqual(
      heard,
      [1, 2, 3].map((done) => ({ stage: 'score', done, total: 10 })),
    );
    assert.deepEqual(restarts, []);
  });

  test('asks a new worker when the progress stops, and then gives up', async () => {
    const stopped = why(desk.ask('appraise'));
    await settled();
    workers[0].progress(1);
    mock.timers.tick(ALMOST + 1);
    await settled();
    assert.deepEqual([workers[0].terminated, restarts], [true, ['timeout']]);
    workers[1].answers({ ok: true });
    await settled();
    assert.deepEqual(workers[1].asked, [['load', FIRST], ['appraise']]);
    mock.timers.tick(ALMOST + 1);
    assert.equal(await stopped, 'timeout');
    assert.equal(workers.length, 2);
  });

  test('gives up what is cancelled and what waits behind it, and asks neither again', async () => {
    const both = [why(desk.ask('appraise')), why(desk.ask('conflicts'))];
    await settled();
    desk.cancel();
    // It was on its way already.
    workers[0].answers('appraised');
    assert.deepEqual(await Promise.all(both), ['cancelled', 'cancelled']);
    assert.deepEqual([workers.length, workers[0].terminated, restarts], [1, true, []]);
    assert.equal(desk.lastGood, FIRST);
  });

  test('starts a new worker from the last good document after it was cancelled', async () => {
    const change = why(desk.ask('addEntry', ['records', '{}'], { keep: true }));
    await settled();
    desk.cancel();
    assert.equal(await change, 'cancelled');
    const answer = desk.ask('appraise');
    await settled();
    workers[1].answers({ ok: true });
    await settled();
    workers[1].answers('appraised');
    assert.equal(await answer, 'appraised');
    assert.deepEqual(workers[1].asked, [['load', FIRST], ['appraise']]);
  });

  test('is cancelled while it still starts', async () => {
    desk.stop();
    const answer = why(desk.ask('load', [SECOND], { keep: true }));
    desk.cancel();
    assert.equal(await answer, 'cancelled');
    assert.deepEqual(
      workers.slice(1).flatMap(({ asked }) => asked),
      [],
    );
  });

  test('asks what needs no workbook without handing it over, and hands it over when it is needed', async () => {
    desk.cancel();
    const read = desk.ask('readNumber', ['1']);
    await settled();
    workers[1].answers('1');
    await read;
    const refused = desk.ask('load', [SECOND], { keep: true });
    await settled();
    workers[1].answers({ ok: false });
    await refused;
    const answer = desk.ask('appraise');
    await settled();
    workers[1].answers({ ok: true });
    await settled();
    workers[1].answers('appraised');
    await answer;
    assert.deepEqual(workers[1].asked, [['readNumber', '1'], ['load', SECOND], ['load', FIRST], ['appraise']]);
  });

  test('starts before it is asked and practises, and asks that same worker afterwards', async () => {
    const early = new EngineDesk(spawn, async () => new Uint8Array());
    await early.getReady(async () => [FIRST, SECOND]);
    assert.deepEqual(workers[1].posted.at(-1), { kind: 'practise', documents: [FIRST, SECOND] });
    const read = early.ask('readNumber', ['1']);
    await settled();
    workers[1].answers('1');
    assert.equal(await read, '1');
    assert.equal(workers.length, 2);
  });

  test('asks another worker when one trapped while it practised, or had nothing to practise on', async () => {
    const early = new EngineDesk(spawn, async () => new Uint8Array());
    await early.getReady(() => Promise.reject(new Error('not there')));
    workers[1].says({ kind: 'trapped', id: 0, reason: 'unreachable' });
    assert.equal(workers[1].terminated, true);
    const read = early.ask('readNumber', ['1']);
    await settled();
    workers[2].answers('1');
    assert.equal(await read, '1');
  });

  test('gives an answer that came as text as the object it says', async () => {
    const answer = desk.ask('appraise');
    await settled();
    workers[0].says({ kind: 'answer', id: workers[0].posted.at(-1).id, text: '{"ok":true,"value":{"results":[]}}' });
    assert.deepEqual(await answer, { ok: true, value: { results: [] } });
  });

  test('goes back to an earlier document, without the changes since', async () => {
    const batch = desk.ask('addAll', [[]], { later: true });
    await settled();
    workers[0].answers([]);
    await batch;
    desk.goBack(FIRST);
    assert.equal(workers[0].terminated, true);
    const answer = desk.ask('appraise');
    await settled();
    workers[1].answers({ ok: true });
    await settled();
    workers[1].answers('appraised');
    await answer;
    assert.deepEqual(workers[1].asked, [['load', FIRST], ['appraise']]);
    desk.goBack(FIRST);
    assert.equal(workers[1].terminated, false, 'it is there already');
    await load(SECOND);
    desk.goBack(FIRST);
    assert.equal(desk.lastGood, FIRST);
  });
});
