// The page's side of the engine worker: it puts questions one at a time, watches the clock, and keeps
// the last good document, so that a worker that trapped or hung can be thrown away without loss.
import type { Document, FromWorker, Method, ToWorker } from './messages.ts';

/** Longest time for one question; with more than 20 MB to read or to hold, as much again per 20 MB begun. */
const WATCHDOG_MS = 5_000;
const WATCHDOG_BYTES = 20 * 1024 * 1024;
/** Compiling the engine on a slow office machine is not a hang. */
const START_MS = 20_000;

export type StopReason = 'trap' | 'timeout' | 'no-engine';

export class EngineStopped extends Error {
  constructor(
    readonly why: StopReason,
    readonly detail: string,
  ) {
    super(`${why}: ${detail}`);
  }
}

interface Answered {
  value: unknown;
  document?: string;
}

interface Waiting {
  settle: (answered: Answered) => void;
  fail: (stopped: EngineStopped) => void;
}

export interface AskOptions {
  /** The question changes the workbook and a refusal is possible: keep the document that follows a success. */
  keep?: boolean;
  /** The question changes the workbook, but its document is asked for later (a batch of many files). */
  later?: boolean;
}

export class EngineDesk {
  /** Called when a worker was thrown away and the question is about to be asked again. */
  onRestart: (why: StopReason) => void = () => undefined;

  version = '';
  #spawn: () => Worker;
  #wasm: () => Promise<Uint8Array>;
  #worker: Worker | undefined;
  #waiting: Waiting | undefined;
  #nextId = 1;
  #turn: Promise<unknown> = Promise.resolve();
  #lastGood: Document | undefined;
  /** Changes since the last good document, replayed in order on a fresh worker. */
  #since: { method: Method; values: unknown[] }[] = [];

  constructor(spawn: () => Worker, wasm: () => Promise<Uint8Array>) {
    this.#spawn = spawn;
    this.#wasm = wasm;
  }

  /** The newest document known to be whole; readable whatever became of the worker. */
  get lastGood(): Document | undefined {
    return this.#lastGood;
  }

  ask<T>(method: Method, values: unknown[] = [], options: AskOptions = {}): Promise<T> {
    const task = () => this.#insist(method, values, options) as Promise<T>;
    const result = this.#turn.then(task);
    // The queue goes on after a failure; the failure itself belongs to the one who asked.
    this.#turn = result.catch(() => undefined);
    return result;
  }

  /** Takes another workbook in hand; the one held stays when this one is refused. */
  async load<T extends { ok: boolean }>(document: Document): Promise<T> {
    return this.ask<T>('load', [document], { keep: true });
  }

  /** Asks for the document after a batch, and frees what was kept for a replay. */
  async checkpoint(): Promise<void> {
    await this.ask('open', [], { keep: true });
  }

  stop(): void {
    this.#discard();
    this.#lastGood = undefined;
    this.#since = [];
  }

  async #insist(method: Method, values: unknown[], options: AskOptions): Promise<unknown> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        if (!this.#worker) await this.#start(method !== 'load');
        const answered = await this.#put(method, values, options.keep === true);
        this.#remember(method, values, answered, options);
        return answered.value;
      } catch (stopped) {
        if (!(stopped instanceof EngineStopped)) throw stopped;
        this.#discard();
        if (attempt === 2 || stopped.why === 'no-engine') throw stopped;
        this.onRestart(stopped.why);
      }
    }
  }

  #remember(method: Method, values: unknown[], answered: Answered, options: AskOptions): void {
    if (options.later) {
      this.#since.push({ method, values });
    } else if (answered.document !== undefined) {
      this.#lastGood = answered.document;
      this.#since = [];
    }
  }

  async #start(reload: boolean): Promise<void> {
    let wasm: Uint8Array;
    try {
      wasm = await this.#wasm();
      this.#worker = this.#spawn();
    } catch (reason) {
      throw new EngineStopped('no-engine', String(reason));
    }
    const worker = this.#worker;
    // What a discarded worker had already posted may still arrive, and answers nobody any more.
    worker.addEventListener('message', (event: MessageEvent<FromWorker>) => {
      if (worker === this.#worker) this.#hear(event.data);
    });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      if (worker === this.#worker) this.#waiting?.fail(new EngineStopped('trap', event.message));
    });
    await this.#within(START_MS, () => this.#post({ kind: 'start', wasm }));
    if (reload && this.#lastGood !== undefined) {
      await this.#put('load', [this.#lastGood], false);
      for (const change of this.#since) await this.#put(change.method, change.values, false);
    }
  }

  #put(method: Method, values: unknown[], keep: boolean): Promise<Answered> {
    const id = this.#nextId++;
    return this.#within(patience([values, this.#lastGood]), () => this.#post({ kind: 'ask', id, method, values, keep }));
  }

  #within(limit: number, post: () => void): Promise<Answered> {
    return new Promise<Answered>((resolve, reject) => {
      const clock = setTimeout(() => reject(new EngineStopped('timeout', `${limit} ms`)), limit);
      this.#waiting = {
        settle: (answered) => (clearTimeout(clock), resolve(answered)),
        fail: (stopped) => (clearTimeout(clock), reject(stopped)),
      };
      post();
    });
  }

  #post(message: ToWorker): void {
    this.#worker?.postMessage(message);
  }

  #hear(message: FromWorker): void {
    switch (message.kind) {
      case 'ready':
        this.version = message.version;
        this.#waiting?.settle({ value: undefined });
        break;
      case 'failed':
        this.#waiting?.fail(new EngineStopped('no-engine', message.reason));
        break;
      case 'answer':
        this.#waiting?.settle(message);
        break;
      case 'trapped':
        this.#waiting?.fail(new EngineStopped('trap', message.reason));
        break;
    }
  }

  #discard(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#waiting = undefined;
  }
}

function patience(values: unknown[]): number {
  return WATCHDOG_MS * Math.max(1, Math.ceil(sizeOf(values) / WATCHDOG_BYTES));
}

/** Of the documents in a question, however they are wrapped. */
function sizeOf(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (value instanceof Uint8Array) return value.byteLength;
  return Array.isArray(value) ? value.reduce<number>((sum, one) => sum + sizeOf(one), 0) : 0;
}
