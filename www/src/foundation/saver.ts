// Saves what is being typed, at most a second behind, and says truthfully how that went.
import { newId } from './files.ts';
import { Overtaken, removeDraft, saveDraft, type Draft } from './store.ts';

export type SaveState = 'idle' | 'pending' | 'saved' | 'failed' | 'overtaken' | 'off';
export type Snapshot = Pick<Draft, 'key' | 'kind' | 'title' | 'text'>;

/** One per tab, so that two tabs on one draft notice each other. */
const WRITER = newId();
const DELAY = 400;
const PUBLIC = 'kaohe-public-computer';

export class Saver {
  state: SaveState = 'idle';
  savedAt: Date | undefined;
  private sequence = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private writing = false;
  private dirty = false;

  constructor(
    private snapshot: () => Snapshot | undefined,
    private changed: () => void,
  ) {
    if (isPublicComputer()) this.state = 'off';
  }

  /** Continue a draft found in the store. */
  adopt(draft: Draft): void {
    this.sequence = draft.sequence;
  }

  touch(): void {
    if (this.state === 'off' || this.state === 'overtaken') return;
    this.dirty = true;
    if (this.state !== 'failed') this.set('pending');
    // The first keystroke starts the clock and later ones do not put it back: the delay is a bound, not a pause.
    this.timer ??= setTimeout(() => void this.flush(), DELAY);
  }

  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.writing || !this.dirty || this.state === 'off' || this.state === 'overtaken') return;
    const what = this.snapshot();
    if (what === undefined) return;
    this.writing = true;
    this.dirty = false;
    this.sequence += 1;
    try {
      await saveDraft({ ...what, changed: new Date().toISOString(), writer: WRITER, sequence: this.sequence });
      this.savedAt = new Date();
      if (!this.isOff()) this.set(this.dirty ? 'pending' : 'saved');
      else await removeDraft(what.key);
    } catch (error) {
      this.dirty = true;
      if (!this.isOff()) this.set(error instanceof Overtaken ? 'overtaken' : 'failed');
    } finally {
      this.writing = false;
    }
    if (this.dirty && !this.isOff()) this.timer ??= setTimeout(() => void this.flush(), DELAY);
  }

  /** Public computer: what was stored of this document goes, and nothing more is stored. */
  async turnOff(key: string | undefined): Promise<void> {
    markPublicComputer(true);
    clearTimeout(this.timer);
    this.timer = undefined;
    this.set('off');
    if (key !== undefined) await removeDraft(key).catch(() => undefined);
  }

  turnOn(): void {
    markPublicComputer(false);
    this.set('idle');
    this.touch();
  }

  /** After the drafts were cleared: nothing is saved, and nothing is pending until the next keystroke. */
  reset(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.dirty = false;
    if (this.state !== 'off') this.set('idle');
  }

  private isOff(): boolean {
    return this.state === 'off';
  }

  private set(state: SaveState): void {
    this.state = state;
    this.changed();
  }
}

// Only the tick itself, and only as long as the tab lives: without it a reload would silently begin to store again.
export function isPublicComputer(): boolean {
  try {
    return sessionStorage.getItem(PUBLIC) === 'yes';
  } catch {
    return false;
  }
}

function markPublicComputer(on: boolean): void {
  try {
    if (on) sessionStorage.setItem(PUBLIC, 'yes');
    else sessionStorage.removeItem(PUBLIC);
  } catch {
    // a sandboxed frame: the tick then lasts until the reload
  }
}
