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
  /** Of the last writing that the store has confirmed. */
  sequence = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private writing: Promise<void> | undefined;
  private dirty = false;
  /** Another number for each document: how a write of the one before ends is nothing to this one. */
  private document = 0;

  constructor(
    private snapshot: () => Snapshot | undefined,
    private changed: () => void,
    /** Asked before each write: elsewhere another tab may have taken the document over. */
    private isOurs: () => boolean = () => true,
  ) {
    if (isPublicComputer()) this.state = 'off';
  }

  /** Continue a draft found in the store: nothing that was typed over another state of it is left to be written. */
  adopt(draft: Pick<Draft, 'sequence'>): void {
    this.reset();
    this.sequence = draft.sequence;
  }

  /** Whether another tab has written since. */
  isBehind(draft: Draft): boolean {
    return draft.sequence > this.sequence;
  }

  /** Whether something here has not been confirmed by the store. */
  get unsaved(): boolean {
    return this.dirty || this.writing !== undefined;
  }

  /** Another tab has taken the document over: what is not on its way by now is not written any more. */
  lose(): void {
    this.stopClock();
    if (this.dirty && this.state !== 'off') this.set('overtaken');
  }

  /** Nobody has written meanwhile: what was left over is written now. */
  goOn(): void {
    if (this.state === 'overtaken') this.set('idle');
    this.touch();
  }

  touch(): void {
    this.dirty = true;
    if (!this.mayWrite()) return;
    if (this.state !== 'failed') this.set('pending');
    this.writeSoon();
  }

  /** Resolves when nothing is left to be written, or when it cannot be: also what changes during a write that is under way is awaited. */
  async flush(): Promise<void> {
    this.stopClock();
    if (this.writing === undefined && this.dirty && this.mayWrite()) this.writing = this.writeAll();
    await this.writing;
  }

  private async writeAll(): Promise<void> {
    try {
      do await this.write();
      while (this.dirty && this.mayWrite() && this.state !== 'failed');
    } finally {
      this.writing = undefined;
    }
    if (this.dirty && this.mayWrite()) this.writeSoon();
  }

  private async write(): Promise<void> {
    this.dirty = false;
    const what = this.snapshot();
    if (what === undefined) return;
    const { document, sequence } = { document: this.document, sequence: this.sequence + 1 };
    const stillHere = (): boolean => document === this.document;
    try {
      await saveDraft({ ...what, changed: new Date().toISOString(), writer: WRITER, sequence });
      if (this.isOff()) return await removeDraft(what.key);
      if (!stillHere()) return;
      // Only now: after one that failed, another tab may have written a newer one under that number.
      this.sequence = sequence;
      this.savedAt = new Date();
      if (!this.dirty) this.set('saved');
      else if (this.mayWrite()) this.set('pending');
    } catch (error) {
      if (!stillHere() || this.isOff()) return;
      this.dirty = true;
      this.set(error instanceof Overtaken ? 'overtaken' : 'failed');
    }
  }

  /** The first keystroke starts the clock and later ones do not put it back: the delay is a bound, not a pause. */
  private writeSoon(): void {
    this.timer ??= setTimeout(() => void this.flush(), DELAY);
  }

  /** Public computer: what was stored of this document goes, and nothing more is stored. */
  async turnOff(key: string | undefined): Promise<void> {
    markPublicComputer(true);
    this.dirty ||= this.isOurs();
    this.stopClock();
    this.set('off');
    if (key !== undefined) await removeDraft(key).catch(() => undefined);
  }

  turnOn(): void {
    markPublicComputer(false);
    this.set('idle');
    if (this.isOurs()) this.touch();
  }

  /** Another document, or none: nothing of it is saved, and nothing is pending until the next keystroke. */
  reset(): void {
    this.stopClock();
    this.dirty = false;
    this.document += 1;
    this.sequence = 0;
    if (this.state !== 'off') this.set('idle');
  }

  private stopClock(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private mayWrite(): boolean {
    return this.state !== 'off' && this.state !== 'overtaken' && this.isOurs();
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
