// What a browser or a machine does to a page when things go wrong. Each function is self-contained: `page.before` runs its
// text in the page ahead of the page's own scripts, which know nothing of it.

/** By what the browser does when it is asked for its store. */
export const STORES = {
  'is missing': () => Object.defineProperty(globalThis, 'indexedDB', { value: undefined }),
  'is refused': () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('refused', 'SecurityError');
    };
  },
  'is full': () => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  },
  'gives up while it writes': () => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...values) {
      const request = put.apply(this, values);
      this.transaction.abort();
      return request;
    };
  },
  'never answers': () => {
    IDBFactory.prototype.open = () => new EventTarget();
  },
};

/** A browser from before WebAssembly, or one in which it is turned off. */
export const noWebAssembly = () => void delete globalThis.WebAssembly;

/**
 * Engines in which a call traps or never ends, as after a flipped bit or with an endless scheme: the wasm is changed on
 * its way, a real trap in a real engine.
 * @param where the engine on the `page`, or in the `worker`, which is sent the wasm
 * @param engines for each engine that is started, one after the other, its call and fault; those after them are sound
 */
export function spoilEngines({ where, engines }) {
  if (where === 'page') {
    const instantiate = WebAssembly.instantiate;
    WebAssembly.instantiate = (wasm, imports) => instantiate(spoilt(wasm, engines.shift()), imports);
  } else {
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (message, ...rest) {
      const starts = message.wasm instanceof Uint8Array;
      return post.call(this, starts ? { ...message, wasm: spoilt(message.wasm, engines.shift()) } : message, ...rest);
    };
  }

  /** The same module with another body for the one function, as long as the old one. */
  function spoilt(wasm, spoil) {
    if (spoil === undefined) return wasm;
    const { call, fault } = spoil;
    const bytes = wasm.slice();
    let at = 8;
    const number = () => {
      let value = 0;
      for (let shift = 0; ; shift += 7) {
        const byte = bytes[at++];
        value |= (byte & 0x7f) << shift;
        if (byte < 0x80) return value;
      }
    };
    const name = () => {
      const length = number();
      return new TextDecoder().decode(bytes.subarray(at, (at += length)));
    };
    let imported = 0;
    let wanted;
    while (at < bytes.length) {
      const section = bytes[at++];
      const size = number();
      const end = at + size;
      if (section === 2) {
        for (let left = number(); left > 0; left -= 1) {
          name();
          name();
          if (bytes[at++] !== 0) throw new Error('the engine imports more than functions: teach this test');
          number();
          imported += 1;
        }
      } else if (section === 7) {
        for (let left = number(); left > 0; left -= 1) {
          const found = name() === call;
          const kind = bytes[at++];
          const index = number();
          if (found && kind === 0) wanted = index;
        }
      } else if (section === 10) {
        if (wanted === undefined) throw new Error(`the engine exports no ${call}`);
        number();
        for (let index = imported; index < wanted; index += 1) {
          const length = number();
          at += length;
        }
        const length = number();
        // No locals; `loop br 0 end` or nothing; `unreachable`, after which anything fits; `nop` to the end.
        const body = [0x00, ...(fault === 'hang' ? [0x03, 0x40, 0x0c, 0x00, 0x0b] : []), 0x00];
        bytes.fill(0x01, at, at + length).set(body, at);
        bytes[at + length - 1] = 0x0b;
        return bytes;
      }
      at = end;
    }
    throw new Error('the engine holds no code');
  }
}

/**
 * An engine that is at one question for ever, which no test can come too late for. `stall.at = 'appraise'` keeps the next such
 * question from the worker, and `stall.say({ stage, done, total })` says in its name how far it is.
 */
export function stallEngine() {
  const post = Worker.prototype.postMessage;
  const stall = { at: undefined, worker: undefined };
  Worker.prototype.postMessage = function (message, ...rest) {
    if (message.method === undefined || message.method !== stall.at) return post.call(this, message, ...rest);
    let last = { stage: 'not told', done: 0, total: 0 };
    Object.assign(stall, { at: undefined, worker: this });
    stall.say = (progress) => {
      last = progress;
      this.dispatchEvent(new MessageEvent('message', { data: { kind: 'progress', id: message.id, ...last } }));
    };
    // The page has patience only with an engine that shows that it is at work.
    const clock = setInterval(() => (stall.worker === this ? stall.say(last) : clearInterval(clock)), 1000);
  };
  const terminate = Worker.prototype.terminate;
  Worker.prototype.terminate = function () {
    if (stall.worker === this) stall.worker = undefined;
    return terminate.call(this);
  };
  globalThis.stall = stall;
}

/**
 * A tab that the browser can freeze, as it does with one that was hidden for long: from `freezer.freeze()` to `freezer.thaw()` its
 * clocks stand still, no message reaches it, and it does not notice what happens around it; whoever comes back to it finds it as it
 * was. What came meanwhile it is told afterwards. `freezer.during(run)` runs something in a moment before that.
 */
export function freezable() {
  const UNNOTICED = ['storage', 'focus', 'pageshow', 'visibilitychange', 'resume'];
  let frozen = false;
  const waiting = [];
  const whenAwake = (run) =>
    function (...values) {
      if (frozen) waiting.push(() => run.apply(this, values));
      else run.apply(this, values);
    };
  for (const name of ['setTimeout', 'setInterval']) {
    const set = globalThis[name];
    globalThis[name] = (run, ...rest) => set(whenAwake(run), ...rest);
  }
  const listen = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    const held = this instanceof BroadcastChannel || UNNOTICED.includes(type);
    return listen.call(this, type, held ? whenAwake(listener) : listener, options);
  };
  globalThis.freezer = {
    freeze: () => void (frozen = true),
    during: (run) => {
      frozen = false;
      run();
      frozen = true;
    },
    thaw: () => {
      frozen = false;
      for (const run of waiting.splice(0)) run();
    },
  };
}
