// Everything that can be done to the form on the desk, apart from how it looks.
import type { ReactiveControllerHost } from 'lit';
import { restartEngine, type Id, type Problem, type Step } from '../engine/engine.ts';
import { failureOf, type EngineFailure } from '../engine/engine-failure.ts';
import { isTrap } from '../engine/engine-instance.ts';
import { Saver } from '../kit/saver.ts';
import { schemeById } from '../kit/schemes.ts';
import { loadDraft, removeDraft, saveDraft, type Draft } from '../kit/store.ts';
import {
  askedOf,
  draftKey,
  hasContent,
  keyOf,
  markExported,
  newState,
  parseState,
  renamed,
  type FormState,
  type Who,
} from './form-state.ts';
import { fingerprintOf, titleOf, writeForm, type Export } from './form-file.ts';
import { LiveCache } from './live-cache.ts';
import { PageEnd } from './page-end.ts';
import { SetAside, type Aside } from './set-aside.ts';

export type Health = 'starting' | 'running' | 'recovered' | 'broken';
/** Without a draft it is the one on the desk, or one that was set aside. */
export interface Kept {
  state: FormState;
  draft?: Draft;
  aside?: Aside;
}

export class Desk {
  state: FormState | undefined;
  live: LiveCache | undefined;
  health: Health = 'starting';
  steps: Step[] | undefined;
  /** When the draft that was found had been changed. */
  restored: string | undefined;
  /** The draft that was found could not be read. */
  damaged = false;
  /** Why there is no engine. */
  failure: EngineFailure | undefined;
  /** As it went with the <form> around the element: leaving the page loses nothing of it. */
  handedIn: FormState | undefined;
  readonly saver: Saver;
  readonly aside = new SetAside();
  private showSteps = false;
  /** Another number for each form: an engine that comes late is nothing to the next one. */
  private document = 0;

  constructor(
    private host: ReactiveControllerHost,
    private looking: () => boolean,
  ) {
    const mayBeLost = (): boolean => (this.atRisk && this.state !== this.handedIn) || this.aside.all.length > 0;
    host.addController(new PageEnd(() => void this.saver.flush(), mayBeLost));
    this.saver = new Saver(
      () =>
        this.state && {
          key: keyOf(this.state),
          kind: this.state.exported ? 'form-exported' : 'form',
          title: titleOf(this.state),
          text: JSON.stringify(this.state),
        },
      () => host.requestUpdate(),
    );
  }

  /** Somebody's form to look at: nothing is changed, and nothing is kept of it. */
  get readOnly(): boolean {
    return this.looking();
  }

  /** A form for these people: what is kept of it, else an empty one, if the scheme is at hand. What the engine has against it comes back. */
  async begin(who: Who): Promise<Problem[]> {
    const key = draftKey(who);
    const aside = this.readOnly ? undefined : this.aside.get(key);
    const draft = this.readOnly ? undefined : await loadDraft(key).catch(() => undefined);
    const kept = draft && parseState(draft.text)?.state;
    if (aside !== undefined) await this.goOn({ state: aside.state, aside });
    else if (draft !== undefined && kept !== undefined) await this.goOn({ state: kept, draft });
    else return this.beginEmpty(who, draft);
    this.rename(who);
    return [];
  }

  private async beginEmpty(who: Who, damaged: Draft | undefined): Promise<Problem[]> {
    const known = await schemeById(who.scheme);
    if (known === undefined) return [];
    const state = newState(who, known.scheme, known.digest);
    const live = await LiveCache.build(known.scheme, () => state);
    const problems = [...live.problems];
    if (problems.length === 0 && askedOf(known.scheme, who.role).length === 0)
      problems.push({ code: 'nothing-to-score', severity: 'error', pointer: '', params: { role: who.role } });
    if (problems.length > 0) {
      live.release();
      return problems;
    }
    this.saver.reset();
    if (damaged !== undefined) await this.keepDamaged(damaged);
    await this.put(state, live);
    return [];
  }

  holds(who: Who): boolean {
    return this.state !== undefined && keyOf(this.state) === draftKey(who);
  }

  /** The names as they are given now; one that is not given stays. */
  rename(names: Pick<Who, 'subjectName' | 'raterName'>): void {
    const state = this.state && renamed(this.state, names);
    if (state === undefined) return;
    // The name of an empty form is no reason to keep a draft of it.
    if (hasContent(state) && !this.readOnly) this.change(() => state);
    else this.state = state;
    this.host.requestUpdate();
  }

  /** Makes room for another form. What cannot be stored is set aside, so that nothing typed is lost. */
  async putAway(): Promise<void> {
    await this.saver.flush();
    if (this.state !== undefined && this.atRisk)
      this.aside.put({ state: this.state, title: titleOf(this.state), sequence: this.saver.sequence });
    this.takeAway();
  }

  /** Of a form that is not the one on the desk, and of which nothing is kept. */
  async setAside(state: FormState): Promise<void> {
    if (this.readOnly || state.exported || !hasContent(state) || (await this.keptOf(state)) !== undefined) return;
    this.aside.put({ state, title: titleOf(state), sequence: 0 });
    this.host.requestUpdate();
  }

  /** What there is already of the form that this state is of: on the desk, or in the store. */
  async keptOf(state: FormState): Promise<Kept | undefined> {
    if (this.readOnly) return undefined;
    if (this.state !== undefined && keyOf(this.state) === keyOf(state) && hasContent(this.state)) return { state: this.state };
    const aside = this.aside.get(keyOf(state));
    if (aside !== undefined) return { state: aside.state, aside };
    const draft = await loadDraft(keyOf(state)).catch(() => undefined);
    const kept = draft && parseState(draft.text)?.state;
    return kept && { state: kept, draft };
  }

  /** Goes on with what there was. */
  async goOn({ state, draft, aside }: Kept): Promise<void> {
    const stored = draft ?? aside;
    if (stored === undefined) return;
    this.saver.reset();
    this.saver.adopt(stored);
    this.restored = state.exported ? undefined : draft?.changed;
    await this.put(state);
    // The store may have come to itself meanwhile.
    if (aside !== undefined) this.saver.touch();
  }

  /** A state from elsewhere: a file, or what the browser kept over a navigation. Whoever calls has looked at what there is already. */
  async adopt(state: FormState): Promise<void> {
    this.saver.reset();
    this.restored = undefined;
    if (this.readOnly) return this.put(state);
    const draft = await loadDraft(keyOf(state)).catch(() => undefined);
    if (draft !== undefined && parseState(draft.text)?.state === undefined) await this.keepDamaged(draft);
    else if (draft !== undefined) this.saver.adopt(draft);
    await this.put(state);
    // An opened file becomes the draft at once, so that a reload does not fall back to an older one.
    this.saver.touch();
  }

  type(criterion: Id, text: string): void {
    this.edit(criterion, { text });
    try {
      this.live?.enter(criterion, text);
      if (this.showSteps) this.steps = this.live?.steps();
    } catch (error) {
      if (!isTrap(error)) throw error;
      void this.recover();
    }
  }

  comment(criterion: Id, comment: string): void {
    this.edit(criterion, { comment });
  }

  remark(remark: string): void {
    this.change((state) => ({ ...state, remark }));
  }

  leave(criterion: Id): void {
    const { state } = this;
    if (state === undefined || state.touched.includes(criterion) || textOf(state, criterion) === '') return;
    this.state = { ...state, touched: [...state.touched, criterion] };
    this.host.requestUpdate();
  }

  touchAll(): void {
    if (this.state) this.state = { ...this.state, touched: this.state.entries.map(({ criterion }) => criterion) };
    this.host.requestUpdate();
  }

  lookAtSteps(on: boolean): void {
    this.showSteps = on;
    this.steps = on ? this.live?.steps() : undefined;
    this.host.requestUpdate();
  }

  write(): Promise<Export | Problem[]> {
    return writeForm(this.state!, this.live);
  }

  exported(): void {
    this.state = this.state && markExported(this.state);
    this.saver.touch();
    this.host.requestUpdate();
  }

  /** The exported bytes' digest, at once; undefined while no engine runs. */
  fingerprintNow(): string | undefined {
    if (this.live === undefined || this.state === undefined) return undefined;
    try {
      return fingerprintOf(this.state, this.live);
    } catch (error) {
      if (!isTrap(error)) throw error;
      void this.recover();
      return undefined;
    }
  }

  turnOff(): Promise<void> {
    return this.saver.turnOff(this.state && keyOf(this.state));
  }

  async clearDraft(): Promise<void> {
    const { state } = this;
    // A form that is only looked at is not ours: neither is the draft that may be kept of it.
    if (this.readOnly) return;
    // First off the desk, and then what is being written: it would bring the draft back.
    this.takeAway();
    await this.saver.flush();
    if (state) await removeDraft(keyOf(state));
  }

  takeAway(): void {
    this.document += 1;
    this.saver.reset();
    this.live?.release();
    this.state = this.live = this.steps = this.restored = this.failure = undefined;
    this.damaged = false;
    this.host.requestUpdate();
  }

  /** Something would be lost if the page went away now. */
  get atRisk(): boolean {
    // Idle is what came out of the store and was not changed since.
    return (
      this.state !== undefined &&
      !this.readOnly &&
      !this.state.exported &&
      hasContent(this.state) &&
      !['saved', 'idle'].includes(this.saver.state)
    );
  }

  /** What the browser kept over a navigation; a draft that says something else is what was typed last. */
  async restore(state: FormState): Promise<void> {
    const kept = await this.keptOf(state);
    if (kept === undefined || !hasContent(kept.state)) await this.adopt(state);
    else await this.goOn(kept);
  }

  /** A draft that cannot be read makes room, and stays for whoever can mend it: the page for old browsers exports it. */
  private async keepDamaged(draft: Draft): Promise<void> {
    this.damaged = true;
    this.saver.adopt(draft);
    await saveDraft({ ...draft, key: `${draft.key} ${draft.changed}`, kind: 'form-damaged' }).catch(() => undefined);
  }

  private async put(state: FormState, live?: LiveCache): Promise<void> {
    this.live?.release();
    this.live = undefined;
    this.document += 1;
    this.state = state;
    this.aside.drop(keyOf(state));
    await this.rebuild('running', live);
  }

  /** The engine did not start: once more. */
  retry(): Promise<void> {
    return this.rebuild('running');
  }

  private async recover(): Promise<void> {
    this.live = undefined;
    await restartEngine().catch(() => undefined);
    await this.rebuild('recovered');
  }

  private async rebuild(health: Health, made?: LiveCache): Promise<void> {
    const { document, state } = this;
    const stillHere = (): boolean => document === this.document;
    try {
      const live = made ?? (await LiveCache.build(state!.file.scheme, () => (stillHere() ? this.state! : state!)));
      if (!stillHere()) return live.release();
      this.live = live;
      this.health = health;
      this.failure = undefined;
    } catch (error) {
      if (!stillHere()) return;
      this.live = undefined;
      this.health = 'broken';
      // A trap is no matter of how it is started.
      this.failure = isTrap(error) ? undefined : failureOf(error);
    }
    this.steps = this.showSteps ? this.live?.steps() : undefined;
    this.host.requestUpdate();
  }

  private edit(criterion: Id, what: { text: string } | { comment: string }): void {
    this.change((state) => ({
      ...state,
      entries: state.entries.map((entry) => (entry.criterion === criterion ? { ...entry, ...what } : entry)),
    }));
  }

  private change(edit: (state: FormState) => FormState): void {
    if (this.state === undefined || this.readOnly) return;
    this.state = { ...edit(this.state), exported: false };
    this.saver.touch();
    this.host.requestUpdate();
  }
}

const textOf = (state: FormState, criterion: Id): string => state.entries.find((entry) => entry.criterion === criterion)?.text ?? '';
