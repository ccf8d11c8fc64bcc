// Who writes a workbook where a browser has no locks, tried with several tabs in one process: their storage, messages and clocks
// are in the test's hands.
import assert from 'node:assert/strict';
import { before, beforeEach, describe, test } from 'node:test';
import { createContext, runInContext } from 'node:vm';
import { build } from 'vite';
import { path } from './support.mjs';

const NAME = 'kaohe-workbook';
/** Longer than any answer is waited for, and longer than a lease runs. */
const WHILE = 3_000;
const LONG = 60_000;

/** A browser with the storage of one origin. Nothing moves in it unless the test lets time pass, not even from tab to tab what is stored. */
class Browser {
  now = 1_000_000;
  stored = new Map();
  tabs = [];

  open(token) {
    return this.openAtOnce([token])[0];
  }

  /** None of them has seen yet what another has stored. Of their tokens, which are digits, the lower one wins. */
  openAtOnce(tokens, { channel = true } = {}) {
    const opened = tokens.map((token) => new Tab(this, token, channel));
    this.tabs.push(...opened);
    for (const tab of opened) tab.start();
    return opened;
  }

  /** In the order in which things are due. A tab whose clock stands still comes to none of its own. */
  pass(time) {
    const end = this.now + time;
    for (;;) {
      this.deliver();
      const next = this.tabs
        .filter((tab) => !tab.frozen)
        .flatMap((tab) => [...tab.timers])
        .filter(({ due }) => due <= end)
        .sort((a, b) => a.due - b.due)[0];
      if (!next) break;
      this.now = Math.max(this.now, next.due);
      if (next.every) next.due = this.now + next.every;
      else next.tab.timers.delete(next);
      next.run();
    }
    this.now = end;
  }

  deliver() {
    for (const tab of this.tabs) tab.sync();
    for (let again = true; again; ) {
      again = false;
      for (const tab of this.tabs.filter((one) => !one.frozen)) {
        const waiting = tab.inbox.splice(0);
        again ||= waiting.length > 0;
        for (const { type, event } of waiting) tab.tell(type, event);
        for (const one of this.tabs) one.sync();
      }
    }
  }

  store(by, key, value) {
    for (const stored of [this.stored, by.stored]) value === undefined ? stored.delete(key) : stored.set(key, value);
    for (const tab of this.tabs) if (tab !== by) tab.inbox.push({ type: 'storage', event: { key } });
  }
}

class Tab {
  timers = new Set();
  inbox = [];
  told = [];
  frozen = false;
  #listeners = [];

  constructor(browser, token, channel) {
    this.browser = browser;
    this.stored = new Map(browser.stored);
    const timer = (every) => (run, time) => {
      const one = { tab: this, run, due: browser.now + time, every: every && time };
      this.timers.add(one);
      return one;
    };
    const listen = (type, run, { signal }) => {
      const one = { type, run };
      this.#listeners.push(one);
      signal.addEventListener('abort', () => this.#listeners.splice(this.#listeners.indexOf(one), 1));
    };
    const clear = (one) => this.timers.delete(one);
    const tab = this;
    this.context = createContext({
      AbortController,
      Date: { now: () => browser.now },
      crypto: { getRandomValues: (bytes) => bytes.fill(token) },
      setTimeout: timer(false),
      setInterval: timer(true),
      clearTimeout: clear,
      clearInterval: clear,
      addEventListener: listen,
      document: { addEventListener: listen },
      localStorage: {
        getItem: (key) => tab.stored.get(key) ?? null,
        setItem: (key, value) => browser.store(tab, key, value),
        removeItem: (key) => browser.store(tab, key, undefined),
      },
      BroadcastChannel: class {
        constructor() {
          if (!channel) throw new Error('not here');
          this.addEventListener = listen;
        }
        postMessage(data) {
          for (const other of browser.tabs) if (other !== tab) other.inbox.push({ type: 'message', event: { data } });
        }
        close() {}
      },
    });
    runInContext(script, this.context);
  }

  start() {
    this.place = new this.context.lease.Lease(NAME, (standing) => this.told.push(standing));
  }

  tell(type, event = {}) {
    for (const one of [...this.#listeners]) if (one.type === type) one.run(event);
  }

  get standing() {
    return this.told.at(-1);
  }

  /** As the browser does with a tab that was hidden for long. */
  freeze() {
    this.frozen = true;
  }

  /** Its clock may come round before it has seen what others have stored meanwhile. */
  thaw() {
    this.frozen = false;
    const { now } = this.browser;
    for (const one of [...this.timers].filter(({ due }) => due <= now)) {
      if (one.every) one.due = now + one.every;
      else this.timers.delete(one);
      one.run();
    }
  }

  sync() {
    if (!this.frozen) this.stored = new Map(this.browser.stored);
  }

  /** Without a chance to put anything down. */
  crash() {
    this.frozen = true;
    this.inbox = { push: () => undefined };
  }
}

let script;
let browser;

before(async () => {
  const entry = path('www/src/team/lease.ts');
  const { output } = (
    await build({
      configFile: false,
      logLevel: 'error',
      build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'lease' } },
    })
  )[0];
  // A script's own names are not its context's.
  script = `${output[0].code}\nglobalThis.lease = lease;`;
});

beforeEach(() => (browser = new Browser()));

const standings = () => browser.tabs.map(({ standing }) => standing);
/** Never two at once, whatever each believes. */
const writers = () => browser.tabs.filter((tab) => !tab.frozen && tab.place.mayWrite()).length;

describe('a lease', () => {
  test('the first tab writes, the second reads at once and writes when the first has left', () => {
    const first = browser.open(1);
    browser.pass(WHILE);
    const second = browser.open(2);
    assert.deepEqual(standings(), ['writes', 'reads']);
    browser.pass(LONG);
    assert.deepEqual(standings(), ['writes', 'reads']);
    first.place.leave();
    browser.pass(WHILE);
    assert.equal(second.standing, 'writes');
    assert.equal(first.place.mayWrite(), false);
  });

  for (const channel of [true, false]) {
    for (const tokens of [
      [1, 2],
      [2, 1],
      [3, 1, 2],
    ]) {
      test(`of ${tokens.length} at the same moment one writes (${tokens}, ${channel ? 'with' : 'without'} messages)`, () => {
        browser.openAtOnce(tokens, { channel });
        for (const time of [WHILE, LONG]) {
          browser.pass(time);
          assert.deepEqual([standings().filter((one) => one === 'writes').length, writers()], [1, 1]);
          // Without messages it is the one whose writing came last.
          assert.equal(standings().indexOf('writes'), channel ? tokens.indexOf(1) : tokens.length - 1);
        }
        browser.tabs[standings().indexOf('writes')].place.leave();
        browser.pass(WHILE);
        assert.equal(writers(), 1);
      });
    }
  }

  test('a hidden tab whose clock comes round once a minute is asked, and answers', () => {
    const [hidden] = browser.openAtOnce([1]);
    browser.pass(WHILE);
    hidden.timers.clear();
    browser.pass(LONG);
    const second = browser.open(2);
    browser.pass(WHILE);
    assert.deepEqual([hidden.standing, second.told], ['writes', ['reads']]);
  });

  test('where no answer comes a person is asked; a tab that wakes up takes the question back', () => {
    const first = browser.open(1);
    browser.pass(WHILE);
    const second = browser.open(2);
    first.freeze();
    browser.pass(LONG);
    assert.deepEqual([second.standing, second.place.mayWrite()], ['asks', false]);
    first.thaw();
    browser.pass(WHILE);
    assert.deepEqual(standings(), ['writes', 'reads']);
    // Too late to say yes.
    second.place.takeOver();
    browser.pass(WHILE);
    assert.deepEqual(standings(), ['writes', 'reads']);
  });

  test('a tab that was taken over knows before it is told, and answers none of the questions that reach it late', () => {
    const [first, second] = takenOver();
    assert.equal(first.place.mayWrite(), false);
    first.thaw();
    assert.equal(first.place.mayWrite(), false);
    browser.pass(LONG);
    assert.deepEqual([first.standing, second.told, writers()], ['reads', ['reads', 'asks', 'writes'], 1]);
    second.place.leave();
    browser.pass(WHILE);
    assert.equal(first.standing, 'writes');
  });

  for (const seen of ['focus', 'pageshow', 'visibilitychange', 'resume']) {
    test(`a tab that was taken over knows when it is seen again (${seen})`, () => {
      const [first] = takenOver();
      first.stored = new Map(browser.stored);
      first.tell(seen);
      assert.equal(first.standing, 'reads');
    });
  }

  test('a place that was taken over and put down again is not simply kept', () => {
    const [first, second] = takenOver();
    second.place.leave();
    assert.equal(first.place.mayWrite(), false);
    first.thaw();
    browser.pass(WHILE);
    assert.deepEqual(first.told, ['writes', 'reads', 'writes']);
  });

  test('a tab that has slept and lost nothing says so to who must know, once it has looked around', async () => {
    const first = browser.open(1);
    browser.pass(WHILE);
    first.freeze();
    browser.now += LONG;
    first.thaw();
    let known = false;
    const knowing = first.place.sure().then(() => (known = true));
    await Promise.resolve();
    assert.deepEqual([known, first.place.mayWrite()], [false, false]);
    browser.pass(WHILE);
    await knowing;
    assert.deepEqual([first.place.mayWrite(), first.told], [true, ['writes', 'writes']]);
  });

  test('of two that take over at once one writes', () => {
    const first = browser.open(3);
    browser.pass(WHILE);
    first.crash();
    browser.pass(LONG);
    const others = browser.openAtOnce([1, 2]);
    browser.pass(WHILE);
    assert.deepEqual(
      others.map(({ standing }) => standing),
      ['asks', 'asks'],
    );
    for (const other of others) other.place.takeOver();
    browser.pass(LONG);
    assert.deepEqual(
      others.map(({ standing }) => standing),
      ['writes', 'reads'],
    );
  });

  test('a tab that froze over its claim does not claim any more when it wakes up', () => {
    const first = browser.open(1);
    first.freeze();
    browser.pass(LONG);
    const second = browser.open(2);
    browser.pass(WHILE);
    assert.equal(second.standing, 'asks');
    second.place.takeOver();
    browser.pass(WHILE);
    first.thaw();
    browser.pass(LONG);
    assert.deepEqual([first.standing, second.told], ['reads', ['asks', 'writes']]);
  });

  describe('of a tab whose scripts were ended while it was being closed', () => {
    const second = () => browser.tabs[1];
    /** It said what it could by message, and storage kept the lease. */
    const close = (tab) => {
      const kept = browser.stored.get(NAME);
      tab.place.leave();
      browser.stored.set(NAME, kept);
      tab.crash();
    };

    test('is taken at once by one that waits', () => {
      const first = browser.open(1);
      browser.pass(WHILE);
      browser.open(2);
      close(first);
      browser.pass(WHILE);
      assert.deepEqual(second().told, ['reads', 'writes']);
    });

    test('is taken unasked by one that comes later', () => {
      const first = browser.open(1);
      browser.pass(WHILE);
      first.tell('beforeunload', { defaultPrevented: false });
      first.tell('visibilitychange');
      close(first);
      browser.open(2);
      browser.pass(WHILE);
      assert.deepEqual(second().told, ['writes']);
    });

    for (const defaultPrevented of [true, false]) {
      test(`is not taken when it stays open after all (${defaultPrevented ? 'having asked' : 'unasked'})`, () => {
        const first = browser.open(1);
        browser.pass(WHILE);
        browser.open(2);
        first.tell('beforeunload', { defaultPrevented });
        browser.pass(LONG);
        assert.deepEqual(standings(), ['writes', 'reads']);
      });
    }
  });

  test('a clock that was set back makes no lease that runs for ever', () => {
    browser.open(1);
    browser.pass(WHILE);
    browser.tabs[0].crash();
    browser.now -= 10 * LONG;
    const second = browser.open(2);
    browser.pass(WHILE);
    assert.equal(second.standing, 'asks');
  });

  test('what is no lease counts as none', () => {
    browser.stored.set(NAME, '{"tab":');
    const first = browser.open(1);
    browser.pass(WHILE);
    assert.equal(first.standing, 'writes');
  });

  function takenOver() {
    const first = browser.open(1);
    browser.pass(WHILE);
    const second = browser.open(2);
    first.freeze();
    browser.pass(LONG);
    second.place.takeOver();
    browser.pass(WHILE);
    assert.deepEqual(standings(), ['writes', 'writes']);
    return [first, second];
  }
});
