// What the desk does so that one tab writes a workbook: it asks before each change, only reads while another tab writes, and goes
// on from what that one has left.
import { EngineStopped } from '../engine/engine-desk.ts';
import { loadDraft } from '../kit/store.ts';
import type { TeamDesk } from './desk.ts';
import { holdWorkbook, type Place, type Standing } from './single-tab.ts';

/** Why this tab only reads: another one writes; another may, and does not answer; or it has left, and what it wrote is not what is here. */
export type OtherTab = 'writes' | 'silent' | 'left';

/** `Seen` is what the screens show of a document. */
interface Screens<Seen> {
  /** Undefined if the document is refused. */
  read: (text: string) => Promise<Seen | undefined>;
  show: (seen: Seen) => void;
  undo: (stopped: EngineStopped) => void;
}

export class OneWriter<Seen> {
  #place: Place | undefined;
  readonly #desk: TeamDesk;
  readonly #screens: Screens<Seen>;

  constructor(desk: TeamDesk, screens: Screens<Seen>) {
    this.#desk = desk;
    this.#screens = screens;
  }

  mayWrite(): boolean {
    return !this.#desk.state.readOnly && this.#place?.mayWrite() === true;
  }

  async sure(): Promise<void> {
    await this.#place?.sure();
  }

  /** Resolves as soon as it is known whether this tab may write: before that nothing may be saved. */
  hold(key: string): Promise<void> {
    return new Promise((known) => {
      let first = true;
      this.#place = holdWorkbook(key, (standing) => {
        if (standing === 'writes' && !first) void this.#desk.underWay.inTurn(() => this.#goOn(key));
        else this.#stand(standing, first);
        first = false;
        known();
      });
    });
  }

  leave(): void {
    this.#place?.leave();
    this.#place = undefined;
  }

  /** A person wants to write here although the other tab may still be there. */
  takeOver(): void {
    this.#place?.takeOver();
  }

  /** A person lets go of what was not saved here, for what the other tab has left. */
  letGo(): Promise<void> {
    return this.#desk.underWay.inTurn(async () => {
      if (this.#desk.state.otherTab === 'left') await this.#goOn(this.#desk.draftKey!, true);
    });
  }

  /**
   * What another tab has written since this one read or wrote the draft, if it has. Until that is here this tab only reads: whoever
   * wrote over it would lose it. And what is only here is not given up unasked.
   */
  async fromOtherTab(key: string, letGo = false): Promise<Seen | undefined> {
    if (this.#place?.mayWrite() !== true) return undefined;
    const { saver } = this.#desk;
    const draft = await loadDraft(key).catch(() => undefined);
    let seen: Seen | undefined;
    if (draft && saver.isBehind(draft)) {
      this.#readOnly('left');
      if (saver.unsaved && !letGo) return undefined;
      seen = await this.#screens.read(draft.text);
      // Written by a newer page than this one.
      if (!seen) return undefined;
      saver.adopt(draft);
    }
    if (this.#place.mayWrite()) this.#readOnly(undefined);
    return seen;
  }

  /** This tab may write again. */
  async #goOn(key: string, letGo = false): Promise<void> {
    const desk = this.#desk;
    if (desk.draftKey !== key) return;
    const waited = desk.state.readOnly;
    try {
      const seen = await this.fromOtherTab(key, letGo);
      if (seen) this.#screens.show(seen);
      else if (this.mayWrite() && (waited || desk.saver.unsaved)) desk.saver.goOn();
      if (!desk.state.readOnly && (waited || seen)) desk.tell('team.tookOver');
    } catch (stopped) {
      if (!(stopped instanceof EngineStopped)) throw stopped;
      this.#screens.undo(stopped);
    }
  }

  #stand(standing: Standing, first: boolean): void {
    const desk = this.#desk;
    const wrote = !first && !desk.state.readOnly;
    this.#readOnly(standing === 'writes' ? undefined : standing === 'reads' ? 'writes' : 'silent');
    if (wrote) {
      desk.saver.lose();
      desk.tell('team.takenOver', 'bad');
    }
    if (standing === 'asks') desk.dispatchEvent(new Event('silent'));
  }

  #readOnly(otherTab: OtherTab | undefined): void {
    this.#desk.set({ otherTab, readOnly: otherTab !== undefined });
  }
}
