// When a draft is written, and what is said about it: the saver alone, over a store that answers when the test says so.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, mock, test } from 'node:test';
import { build } from 'vite';
import { path } from './support.mjs';

const STORE = `export class Overtaken extends Error {}
export const saveDraft = (draft) => globalThis.handStore.save(draft, Overtaken);
export const removeDraft = (key) => globalThis.handStore.remove(key);`;

/** Holds every write until it is told how it ends. */
class HandStore {
  waiting = [];
  written = [];
  removed = [];

  save(draft, Overtaken) {
    return new Promise((resolve, reject) => {
      const done = () => resolve(void this.written.push(draft));
      this.waiting.push({ draft, done, fails: () => reject(new Error('full')), overtaken: () => reject(new Overtaken()) });
    });
  }

  async remove(key) {
    this.removed.push(key);
  }
}

describe('the saver', () => {
  let Saver, saver, store, text;
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  const next = async (how) => {
    await settled();
    assert.equal(store.waiting.length, 1, 'one write at a time');
    store.waiting.shift()[how]();
    await settled();
  };
  const type = (typed) => {
    text = typed;
    saver.touch();
  };
  /** Until the first write is under way. */
  const pause = async () => {
    mock.timers.tick(400);
    await settled();
  };

  before(async () => {
    const plugins = [
      {
        name: 'store',
        enforce: 'pre',
        resolveId: (id) => (id === './store.ts' ? '\0store' : null),
        load: (id) => (id === '\0store' ? STORE : null),
      },
    ];
    const entry = path('www/src/kit/saver.ts');
    const { output } = (
      await build({ configFile: false, logLevel: 'error', plugins, build: { write: false, lib: { entry, formats: ['es'] } } })
    )[0];
    ({ Saver } = await import(`data:text/javascript;base64,${Buffer.from(output[0].code).toString('base64')}`));
    mock.timers.enable({ apis: ['setTimeout'] });
  });
  after(() => mock.timers.reset());

  beforeEach(() => {
    store = globalThis.handStore = new HandStore();
    saver = new Saver(
      () => ({ key: 'one', kind: 'form', title: '', text }),
      () => undefined,
    );
  });

  test('a change during a write is written before what was asked for goes on', async () => {
    type('first');
    await pause();
    type('second');
    let flushed = false;
    const flushing = saver.flush().then(() => (flushed = true));
    await next('done');
    assert.equal(flushed, false, 'the second is still to come');
    await next('done');
    await flushing;
    saver.reset();
    assert.deepEqual(
      store.written.map((draft) => draft.text),
      ['first', 'second'],
    );
  });

  test('saved is said of what is written, and of nothing newer', async () => {
    type('first');
    await pause();
    type('second');
    await next('done');
    assert.equal(saver.state, 'pending');
    await next('done');
    assert.equal(saver.state, 'saved');
    assert.deepEqual(store.written.at(-1).text, 'second');
  });

  for (const how of ['done', 'fails', 'overtaken']) {
    test(`how a write of the document before ends (${how}) is nothing to the next one`, async () => {
      type('of the first document');
      await pause();
      saver.reset();
      await next(how);
      assert.equal(saver.state, 'idle');
      assert.equal(saver.savedAt, undefined);
      mock.timers.tick(1000);
      await settled();
      assert.deepEqual(store.waiting, [], 'nothing of the next one was to be written');

      type('of the second document');
      await pause();
      await next('done');
      assert.deepEqual([saver.state, store.written.at(-1).text, store.written.at(-1).sequence], ['saved', 'of the second document', 1]);
    });
  }

  test('the next document is written although the write before it failed', async () => {
    type('of the first document');
    await pause();
    saver.reset();
    type('of the second document');
    const flushing = saver.flush();
    await next('fails');
    await next('done');
    await flushing;
    assert.deepEqual(
      store.written.map((draft) => draft.text),
      ['of the second document'],
    );
  });

  test('what failed is tried again under the same number: a newer draft of another tab is not written over', async () => {
    saver.adopt({ sequence: 5 });
    type('mine');
    await pause();
    for (let times = 0; times < 3; times += 1) {
      assert.equal(store.waiting[0].draft.sequence, 6);
      await next('fails');
      assert.equal(saver.state, 'failed');
      await pause();
    }
    await next('overtaken');
    assert.equal(saver.state, 'overtaken');
    saver.touch();
    await saver.flush();
    await pause();
    assert.deepEqual(store.waiting, [], 'an overtaken draft is not written any more');
  });

  describe('when another tab takes the document over', () => {
    let ours;
    beforeEach(() => {
      ours = true;
      saver = new Saver(
        () => ({ key: 'one', kind: 'form', title: '', text }),
        () => undefined,
        () => ours,
      );
    });

    test('what was still to be written is not, and that is said', async () => {
      type('too late');
      ours = false;
      saver.lose();
      await pause();
      await saver.flush();
      assert.deepEqual([store.waiting, saver.state, saver.unsaved], [[], 'overtaken', true]);
    });

    test('nothing is written before somebody has noticed either', async () => {
      type('too late');
      ours = false;
      await pause();
      assert.deepEqual([store.waiting, saver.unsaved], [[], true]);
    });

    test('what is on its way counts as saved once the store has it', async () => {
      type('in time');
      await pause();
      ours = false;
      saver.lose();
      assert.equal(saver.unsaved, true);
      await next('done');
      assert.deepEqual([saver.state, saver.unsaved], ['saved', false]);
    });

    test('what was typed during a write that got through is not saved', async () => {
      type('in time');
      await pause();
      type('too late');
      ours = false;
      saver.lose();
      await next('done');
      assert.deepEqual([store.waiting, saver.state, saver.unsaved], [[], 'overtaken', true]);
    });

    test('it goes on where nobody has written meanwhile', async () => {
      saver.adopt({ sequence: 5 });
      type('mine');
      ours = false;
      saver.lose();
      ours = true;
      assert.deepEqual([saver.isBehind({ sequence: 5 }), saver.isBehind({ sequence: 6 })], [false, true]);
      saver.goOn();
      await pause();
      await next('done');
      assert.deepEqual([saver.state, store.written.at(-1).text, store.written.at(-1).sequence], ['saved', 'mine', 6]);
    });

    test('a tab that only reads writes nothing when "public computer" is ticked and taken back', async () => {
      ours = false;
      await saver.turnOff('one');
      saver.turnOn();
      await pause();
      assert.deepEqual([store.waiting, saver.state, saver.unsaved], [[], 'idle', false]);
    });

    test('what it adopts from the other tab takes the place of its own', async () => {
      type('mine');
      ours = false;
      saver.lose();
      ours = true;
      saver.adopt({ sequence: 7 });
      assert.deepEqual([saver.state, saver.unsaved], ['idle', false]);
      type('after theirs');
      await pause();
      await next('done');
      assert.equal(store.written.at(-1).sequence, 8);
    });
  });

  test('a write that ends after "public computer" was ticked leaves nothing behind', async () => {
    type('first');
    await pause();
    await saver.turnOff('one');
    await next('done');
    assert.deepEqual([saver.state, store.removed], ['off', ['one', 'one']]);
    type('second');
    await saver.flush();
    assert.deepEqual(store.waiting, []);
  });
});
