// Everything that can be done to the form on the desk, apart from how it looks.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ask, restartEngine, type FormFile, type Id, type Problem, type Step } from '../foundation/engine.ts';
import { isTrap } from '../foundation/engine-instance.ts';
import { fileName, type NamedFile } from '../foundation/files.ts';
import { Saver } from '../foundation/saver.ts';
import { schemeById } from '../foundation/schemes.ts';
import { loadDraft, removeDraft } from '../foundation/store.ts';
import { say, t } from '../foundation/texts.ts';
import { showPeriod } from '../foundation/format.ts';
import { draftKey, fromFile, hasContent, keyOf, markExported, newState, parseState, toFile, type FormState, type Who } from './form-state.ts';
import { LiveCache } from './live-cache.ts';

export type Health = 'starting' | 'running' | 'recovered' | 'broken';
export interface Export {
  name: string;
  text: string;
  /** Written without the engine: the draft as it stands. */
  raw: boolean;
}

export class Desk implements ReactiveController {
  state: FormState | undefined;
  live: LiveCache | undefined;
  health: Health = 'starting';
  steps: Step[] | undefined;
  /** When the draft that was found had been changed. */
  restored: string | undefined;
  readonly saver: Saver;
  private showSteps = false;

  constructor(private host: ReactiveControllerHost) {
    host.addController(this);
    this.saver = new Saver(
      () => this.state && { key: keyOf(this.state), kind: this.state.exported ? 'form-exported' : 'form', title: this.title(), text: JSON.stringify(this.state) },
      () => host.requestUpdate(),
    );
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.flush);
    addEventListener('pagehide', this.flush);
    addEventListener('beforeunload', this.warn);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.flush);
    removeEventListener('pagehide', this.flush);
    removeEventListener('beforeunload', this.warn);
    this.flush();
  }

  /** A form for these people: the draft that is kept of it, else an empty one. False when the scheme is not at hand. */
  async begin(who: Who): Promise<boolean> {
    const draft = await loadDraft(draftKey(who)).catch(() => undefined);
    const state = draft && parseState(draft.text);
    if (draft !== undefined && state !== undefined) {
      this.saver.adopt(draft);
      if (!state.exported) this.restored = draft.changed;
      await this.put(state);
      return true;
    }
    const known = await schemeById(who.scheme);
    if (known === undefined) return false;
    await this.put(newState(who, known.scheme, known.digest));
    return true;
  }

  /** A form file or a raw export. Problems are returned, nothing on the desk changes then. */
  async open(file: NamedFile): Promise<Problem[]> {
    const raw = parseState(new TextDecoder().decode(file.bytes));
    if (raw !== undefined) {
      await this.adopt(raw);
      return [];
    }
    const answer = await ask((engine) => engine.readForm(file.bytes));
    if (!answer.ok) return answer.problems;
    const form: FormFile = answer.value;
    const scheme = form.scheme ?? (await schemeById(form.rating.scheme.id, form.rating.scheme.version))?.scheme;
    if (scheme === undefined) return [{ code: 'unknown-scheme', severity: 'error', pointer: '/rating/scheme', params: { scheme: `${form.rating.scheme.id} ${form.rating.scheme.version}` } }];
    await this.adopt(fromFile(form, scheme));
    return [];
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

  /** The engine's bytes; without an engine the draft itself, so that nothing typed is ever locked in. */
  async write(): Promise<Export | Problem[]> {
    const state = this.state!;
    const { rating } = state.file;
    const parts = [t('form.fileWord'), rating.period, rating.subject, rating.role, rating.rater];
    if (this.live === undefined) return { name: fileName([...parts, t('form.fileDraft')]), text: JSON.stringify(state, null, 2), raw: true };
    const answer = await ask((engine) => engine.writeForm(JSON.stringify(toFile(state, this.live!.values()))));
    return answer.ok ? { name: fileName(parts), text: answer.value, raw: false } : answer.problems;
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
      const written = this.live.engine.writeForm(JSON.stringify(toFile(this.state, this.live.values())));
      const digest = written.ok ? this.live.engine.fingerprint(written.value) : undefined;
      return digest?.ok ? digest.value : undefined;
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
    // First off the desk, so that a save under way does not bring it back.
    this.takeAway();
    if (state) await removeDraft(keyOf(state));
  }

  takeAway(): void {
    this.saver.reset();
    this.live?.release();
    this.state = this.live = this.steps = this.restored = undefined;
    this.host.requestUpdate();
  }

  /** Something would be lost if the page went away now. */
  get atRisk(): boolean {
    return this.state !== undefined && !this.state.exported && hasContent(this.state) && this.saver.state !== 'saved';
  }

  /** A state that was kept elsewhere: a raw export, or what the browser kept over a navigation. */
  async adopt(state: FormState): Promise<void> {
    const kept = await loadDraft(keyOf(state)).catch(() => undefined);
    if (kept) this.saver.adopt(kept);
    await this.put(state);
    // An opened file becomes the draft at once, so that a reload does not fall back to an older one.
    this.saver.touch();
  }

  private async put(state: FormState): Promise<void> {
    this.live?.release();
    this.live = undefined;
    this.state = state;
    await this.rebuild('running');
  }

  private async recover(): Promise<void> {
    this.live = undefined;
    await restartEngine().catch(() => undefined);
    await this.rebuild('recovered');
  }

  private async rebuild(health: Health): Promise<void> {
    try {
      this.live = await LiveCache.build(this.state!.file.scheme, this.state!);
      this.health = health;
    } catch {
      this.live = undefined;
      this.health = 'broken';
    }
    this.steps = this.showSteps ? this.live?.steps() : undefined;
    this.host.requestUpdate();
  }

  private edit(criterion: Id, what: { text: string } | { comment: string }): void {
    this.change((state) => ({ ...state, entries: state.entries.map((entry) => (entry.criterion === criterion ? { ...entry, ...what } : entry)) }));
  }

  private change(edit: (state: FormState) => FormState): void {
    if (this.state === undefined) return;
    this.state = { ...edit(this.state), exported: false };
    this.saver.touch();
    this.host.requestUpdate();
  }

  private title(): string {
    const { rating, subjectName, scheme } = this.state!.file;
    const role = scheme?.roles?.find(({ id }) => id === rating.role);
    return [showPeriod(rating.period), subjectName ?? rating.subject, say(role?.name)].join(' · ');
  }

  private flush = (): void => void this.saver.flush();
  private warn = (event: BeforeUnloadEvent): void => {
    if (this.atRisk) event.preventDefault();
  };
}

const textOf = (state: FormState, criterion: Id): string => state.entries.find((entry) => entry.criterion === criterion)?.text ?? '';

