// What the desk has under way, from the first question of a step to its last. What takes longer than a moment is shown and can be
// cancelled, as a whole: of a cancelled step nothing more is asked.
import { EngineStopped, type AskOptions, type EngineDesk } from '../engine/engine-desk.ts';
import type { Method, Progress } from '../engine/messages.ts';

const MOMENT_MS = 500;

/** Dispatches `shown` when a step begins or ends to be shown, and `told` when the engine says how far it is. */
export class UnderWay extends EventTarget {
  shown = false;
  cancelled = false;
  /** What the engine said last about the question that it is at. */
  told: Progress | undefined;
  #engine: EngineDesk;
  #steps = 0;
  #clock: ReturnType<typeof setTimeout> | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(engine: EngineDesk) {
    super();
    this.#engine = engine;
    engine.onProgress = (told) => {
      this.told = told;
      this.dispatchEvent(new Event('told'));
    };
  }

  async step<T>(take: () => Promise<T>): Promise<T> {
    this.#steps += 1;
    if (this.#steps === 1) this.#clock = setTimeout(() => this.#show(true), MOMENT_MS);
    try {
      return await take();
    } finally {
      this.#steps -= 1;
      if (this.#steps === 0) this.#rest();
    }
  }

  /** For steps that change the workbook: each begins when the one before is on the screen, so that it can go back to that. */
  inTurn<T>(take: () => Promise<T>): Promise<T> {
    const taken = this.#turn.then(() => this.step(take));
    this.#turn = taken.catch(() => undefined);
    return taken;
  }

  async ask<T>(method: Method, values: unknown[] = [], options: AskOptions = {}): Promise<T> {
    if (this.cancelled) throw new EngineStopped('cancelled', method);
    this.told = undefined;
    return this.#engine.ask<T>(method, values, options);
  }

  cancel = (): void => {
    // Without a step there is nothing to cancel, and nobody to take the mark away again.
    if (this.#steps === 0) return;
    this.cancelled = true;
    this.#engine.cancel();
  };

  #rest(): void {
    clearTimeout(this.#clock);
    this.cancelled = false;
    this.told = undefined;
    this.#show(false);
  }

  #show(shown: boolean): void {
    if (shown === this.shown) return;
    this.shown = shown;
    this.dispatchEvent(new Event('shown'));
  }
}
