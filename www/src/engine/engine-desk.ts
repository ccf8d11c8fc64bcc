// The page's side of the engine worker: it puts questions one at a time, watches the clock, and keeps
// the last good document, so that a worker that trapped, hung or was cancelled can be thrown away without loss.
import { FREE, type Document, type FromWorker, type Method, type Progress, type ToWorker } from './messages.ts';

/** Longest time without an answer or a sign of progress; with more than 20 MB to read or to hold, as much again per 20 MB begun. */
const WATCHDOG_MS = 5_000;
const WATCHDOG_BYTES = 20 * 1024 * 1024;
/** Compiling the engine on a slow office machine is not a hang. */
const START_MS = 20_000;

export type StopReason = 'trap' | 'timeout' | 'no-engine' | 'cancelled';

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
  /** Starts the clock anew. */
  stillAtWork: () => void;
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
  /** Called while the engine works, as often as it says how far it is. */
  onProgress: (progress: Progress) => void = () => undefined;

  version = '';
  #spawn: () => Worker;
  #wasm: () => Promise<Uint8Array>;
  #worker: Worker | undefined;
  /** The worker has the last good document, and the changes since, in hand. */
  #inHand = false;
  #waiting: Waiting | undefined;
  #nextId = 1;
  #turn: Promise<unknown> = Promise.resolve();
  #cancelled = 0;
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
    const cancelled = this.#cancelled;
    const stillWanted = (): void => {
      if (cancelled !== this.#cancelled) throw new EngineStopped('cancelled', method);
    };
    const task = () => this.#insist(method, values, options, stillWanted) as Promise<T>;
    const result = this.#turn.then(task);
    // The queue goes on after a failure; the failure itself belongs to the one who asked.
    this.#turn = result.catch(() => undefined);
    return result;
  }

  /**
   * Starts a worker before anything is asked, and lets it practise until then: a browser compiles what is called, first
   * quickly and then well, and whoever opens a workbook should not wait for it. What fails here is told when something is asked.
   */
  getReady(documents: () => Promise<string[]>): Promise<void> {
    const fetched = documents().catch(() => []);
    const ready = this.#turn.then(async () => {
      if (!this.#worker) await this.#start();
      this.#post({ kind: 'practise', documents: await fetched });
    });
    const settled = ready.catch(() => this.#discard());
    this.#turn = settled;
    return settled;
  }

  /** Gives up every question that was asked so far. The next one is put to a new worker, which starts from the last good document. */
  cancel(): void {
    this.#cancelled += 1;
    this.#discard();
  }

  /** An earlier document in the place of the last good one: what came after it was given up. */
  goBack(document: Document | undefined): void {
    if (document === this.#lastGood && this.#since.length === 0) return;
    this.#discard();
    this.#lastGood = document;
    this.#since = [];
  }

  stop(): void {
    this.cancel();
    this.#lastGood = undefined;
    this.#since = [];
  }

  async #insist(method: Method, values: unknown[], options: AskOptions, stillWanted: () => void): Promise<unknown> {
    for (let attempt = 1; ; attempt += 1) {
      stillWanted();
      try {
        if (!this.#worker) await this.#start();
        if (!this.#inHand && isAboutTheWorkbook(method)) await this.#takeInHand();
        stillWanted();
        const answered = await this.#put(method, values, options.keep === true);
        this.#remember(method, values, answered, options);
        return answered.value;
      } catch (stopped) {
        if (!(stopped instanceof EngineStopped)) throw stopped;
        this.#discard();
        if (attempt === 2 || stopped.why === 'no-engine' || stopped.why === 'cancelled') throw stopped;
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
      this.#inHand = true;
    }
  }

  async #start(): Promise<void> {
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
  }

  async #takeInHand(): Promise<void> {
    if (this.#lastGood !== undefined) {
      await this.#put('load', [this.#lastGood], false);
      for (const change of this.#since) await this.#put(change.method, change.values, false);
    }
    this.#inHand = true;
  }

  #put(method: Method, values: unknown[], keep: boolean): Promise<Answered> {
    const id = this.#nextId++;
    // Documents are copied and not transferred: a worker that traps or hangs takes what it was given with it, and is asked again.
    return this.#within(patience([values, this.#lastGood]), () => this.#post({ kind: 'ask', id, method, values, keep }));
  }

  #within(limit: number, post: () => void): Promise<Answered> {
    return new Promise<Answered>((resolve, reject) => {
      const hangs = (): void => reject(new EngineStopped('timeout', `${limit} ms`));
      let clock = setTimeout(hangs, limit);
      this.#waiting = {
        settle: (answered) => (clearTimeout(clock), resolve(answered)),
        fail: (stopped) => (clearTimeout(clock), reject(stopped)),
        stillAtWork: () => (clearTimeout(clock), (clock = setTimeout(hangs, limit))),
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
      case 'progress':
        this.#waiting?.stillAtWork();
        this.onProgress({ stage: message.stage, done: message.done, total: message.total });
        break;
      case 'answer':
        this.#waiting?.settle('text' in message ? { value: JSON.parse(message.text) as unknown } : message);
        break;
      case 'trapped':
        this.#waiting?.fail(new EngineStopped('trap', message.reason));
        // While it practised nobody waits: the next question is put to another worker.
        this.#discard();
        break;
    }
  }

  /** A question that is still waiting is given up with its worker; one that was settled takes no notice. */
  #discard(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#inHand = false;
    this.#waiting?.fail(new EngineStopped('cancelled', 'the worker was thrown away'));
    this.#waiting = undefined;
  }
}

/** The others need no workbook, and `load` brings one. */
function isAboutTheWorkbook(method: Method): boolean {
  return method !== 'load' && !(FREE as readonly string[]).includes(method);
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
