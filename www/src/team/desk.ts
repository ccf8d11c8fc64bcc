// The clerk's desk: the workbook in hand and everything the screens show of it. The screens draw this state and put their
// questions here; the engine in the worker decides, and the store keeps what it wrote.
import { engineBytes } from '../engine/engine.ts';
import { showPeriod } from '../kit/format.ts';
import { loadDraft } from '../kit/store.ts';
import { Saver } from '../kit/saver.ts';
import type { Params, TextKey } from '../kit/texts.ts';
import { EngineDesk, EngineStopped } from '../engine/engine-desk.ts';
import type { Document, Method } from '../engine/messages.ts';
import EngineWorker from '../engine/engine-worker.ts?worker&inline';
import { fromBytes, inBatches, type ArrivingFile, type ReadFile } from './arriving-files.ts';
import { forgetTyped } from './evidence/typed.ts';
import { Names } from './names.ts';
import { OneWriter, type OtherTab } from './one-writer.ts';
import { foreignRefusal, inPlainWords, refusal } from './refusals.ts';
import { UnderWay } from './under-way.ts';
import type {
  Answer,
  Appraisal,
  Assignment,
  Conflict,
  IndicatorValue,
  List,
  Outcome,
  Person,
  Problem,
  Unit,
  Verification,
  WorkbookView,
} from '../engine/engine.ts';

export interface Notice {
  key: TextKey;
  params?: Params;
  tone: 'good' | 'bad' | 'plain';
}

/** An outcome of the engine, or of the page when the file never reached it. */
export type FileOutcome = Outcome & { reason?: TextKey; params?: Params };

export interface TeamState {
  names: Names | undefined;
  result: Appraisal | undefined;
  resultProblems: Problem[];
  conflicts: Conflict[];
  outcomes: FileOutcome[];
  /** Files dropped before there was a workbook to take them. */
  waiting: ArrivingFile[];
  progress: { done: number; total: number } | undefined;
  /** Why the last document could not be opened. */
  refused: { name: string; problems: Problem[] } | undefined;
  notice: Notice | undefined;
  verification: Verification | undefined;
  /** As long as there is an `otherTab`. */
  readOnly: boolean;
  otherTab: OtherTab | undefined;
  /** Who signs what is done here; asked once. */
  author: string;
  /** Changed since the file was last downloaded. */
  unexported: boolean;
}

const EMPTY: TeamState = {
  names: undefined,
  result: undefined,
  resultProblems: [],
  conflicts: [],
  outcomes: [],
  waiting: [],
  progress: undefined,
  refused: undefined,
  notice: undefined,
  verification: undefined,
  readOnly: false,
  otherTab: undefined,
  author: '',
  unexported: false,
};

/** The lists of the workbook, as the engine declares them, and what stands there once. */
export type EntryList = List | 'programme' | 'workingCalendar';

type Pieces = { people?: Person[]; units?: Unit[]; assignments?: Assignment[]; indicators?: IndicatorValue[] };

interface Seen {
  text: string;
  part: Partial<TeamState>;
}

export type Opened = 'opened' | 'refused' | { kept: string; changed: string };

export class TeamDesk extends EventTarget {
  state: TeamState = EMPTY;
  readonly engine = new EngineDesk(() => new EngineWorker(), engineBytes);
  readonly underWay = new UnderWay(this.engine);
  // The title is one line of text wherever it is listed: isolate marks keep what people wrote from turning the rest around.
  readonly saver = new Saver(
    () => {
      const view = this.view;
      return view
        ? { key: draftKey(view), kind: 'workbook', title: `\u2068${titleOf(view)}\u2069 · ${showPeriod(view.period)}`, text: this.#text }
        : undefined;
    },
    () => this.set({}),
    () => this.oneWriter.mayWrite(),
  );
  readonly oneWriter = new OneWriter<Seen>(this, {
    read: (text) => this.#read(text),
    show: (seen) => this.#show(seen),
    undo: (stopped) => this.#undo(stopped),
  });
  /** The document that the view on the screen belongs to: while another is being opened, the engine is already ahead. */
  #text = '';

  constructor() {
    super();
    this.engine.onRestart = (why) => this.tell(why === 'timeout' ? 'team.engineHung' : 'team.engineTrapped', 'plain');
    // The clock of a hidden tab may stand still, and that of a closed one does.
    const flush = (): void => void this.saver.flush();
    document.addEventListener('visibilitychange', flush);
    addEventListener('pagehide', flush);
  }

  set(part: Partial<TeamState>): void {
    this.state = { ...this.state, ...part };
    this.dispatchEvent(new Event('change'));
  }

  tell(key: TextKey, tone: Notice['tone'] = 'good', params?: Params): void {
    this.set({ notice: params ? { key, tone, params } : { key, tone } });
  }

  get view(): WorkbookView | undefined {
    return this.state.names?.view;
  }

  /** The workbook file, byte for byte as the engine wrote it. */
  get document(): string {
    return this.#text;
  }

  get draftKey(): string | undefined {
    return this.view && draftKey(this.view);
  }

  /** A question that changes nothing. Undefined when the engine had to be given up; the person has then been told. */
  ask<T>(method: Method, ...values: unknown[]): Promise<T | undefined> {
    return this.underWay.step(() =>
      this.underWay.ask<T>(method, values).catch((stopped: unknown) => {
        this.#gaveUp(stopped);
        return undefined;
      }),
    );
  }

  /** A change by a person. The answer's problems belong beside the field that caused them. */
  change(method: Method, draft: unknown, done: TextKey = 'team.done'): Promise<Answer<WorkbookView>> {
    return this.#change(method, [JSON.stringify(draft)], done);
  }

  /** A change that is told by one text: the number of the person who is taken out, or the workbook's new title. */
  changeByText(method: 'removePerson' | 'setTitle', text: string, done: TextKey): Promise<Answer<WorkbookView>> {
    return this.#change(method, [text], done);
  }

  /** One more entry for one of the workbook's lists, named by its key: an indicator, a customer's form, a complaint, a plan, … */
  addEntry(list: EntryList, draft: object, done: TextKey = 'team.done'): Promise<Answer<WorkbookView>> {
    return this.#change('addEntry', [list, JSON.stringify(draft)], done);
  }

  /** The complaint of this number that was registered later gets the next free one. */
  renumber(number: string, author: string, done: TextKey = 'team.done'): Promise<Answer<WorkbookView>> {
    return this.#change('renumber', [number, author], done);
  }

  #change(method: Method, values: unknown[], done: TextKey): Promise<Answer<WorkbookView>> {
    return this.#asWriter(() => this.#changeNow(method, values, done), { ok: false, problems: [] });
  }

  /** Every change comes through here, and is refused before anything of it is done where another tab writes this workbook now. */
  #asWriter<T>(take: () => Promise<T>, refused: T): Promise<T> {
    return this.underWay.inTurn(async () => {
      await this.oneWriter.sure();
      if (this.oneWriter.mayWrite()) return take();
      this.tell('team.readOnlyRefusal', 'bad');
      return refused;
    });
  }

  async #changeNow(method: Method, values: unknown[], done: TextKey): Promise<Answer<WorkbookView>> {
    // What was said about the step before would look like an answer to this one.
    this.set({ notice: undefined });
    try {
      const answer = await this.underWay.ask<Answer<WorkbookView>>(method, values, { keep: true });
      if (answer.ok) {
        await this.#took(answer.value);
        // A restart on the way has been told already, and matters more.
        if (!this.state.notice) this.tell(done);
      }
      return answer;
    } catch (stopped) {
      this.#undo(stopped);
      return { ok: false, problems: [] };
    }
  }

  /** Opens a workbook. If this browser keeps another state of the same one, the person chooses first (`chosen`). */
  open(document: Document, name: string, chosen = false): Promise<Opened> {
    return this.underWay.inTurn(() => this.#open(document, name, chosen));
  }

  async #open(document: Document, name: string, chosen: boolean): Promise<Opened> {
    try {
      const answer = await this.underWay.ask<Answer<WorkbookView>>('load', [document], { keep: true });
      if (!answer.ok) {
        this.set({ refused: { name, problems: answer.problems } });
        return 'refused';
      }
      const view = answer.value;
      const draft = await loadDraft(draftKey(view)).catch(() => undefined);
      if (draft && !chosen && draft.text !== this.engine.lastGood) return { kept: draft.text, changed: draft.changed };
      // Everything is asked before anything of the workbook in hand is given up: until then this can be cancelled.
      const seen = await this.#look(view, answer.problems);
      this.oneWriter.leave();
      forgetTyped(this);
      this.saver.reset();
      if (draft) this.saver.adopt(draft);
      this.set({ ...EMPTY, author: this.state.author, waiting: this.state.waiting });
      await this.oneWriter.hold(draftKey(view));
      const newer = await this.oneWriter.fromOtherTab(draftKey(view));
      this.#show(newer ?? seen);
      if (view.closed) await this.verify();
      const waiting = this.state.waiting;
      // What came as bytes is a file already. What this browser kept, or what was made here, may be nowhere else.
      this.set({ waiting: [], unexported: typeof document === 'string' || newer !== undefined });
      if (waiting.length > 0 && this.state.readOnly) this.tell('team.readOnlyRefusal', 'bad');
      else if (waiting.length > 0) await this.#add(waiting);
      return 'opened';
    } catch (stopped) {
      this.#undo(stopped);
      if (!this.view) this.oneWriter.leave();
      return 'refused';
    }
  }

  /** One line of outcome for each file. */
  add(files: ArrivingFile[]): Promise<FileOutcome[]> {
    return this.#asWriter(() => this.#add(files), []);
  }

  async #add(files: ArrivingFile[]): Promise<FileOutcome[]> {
    const lines: FileOutcome[] = [];
    this.set({ progress: { done: 0, total: files.length }, notice: undefined });
    try {
      for await (const batch of inBatches(files)) {
        lines.push(...(await this.#addBatch(batch)));
        this.set({ progress: { done: lines.length, total: files.length } });
      }
      // Also frees what was kept for a replay.
      await this.underWay.ask('open', [], { keep: true });
      await this.#reread();
    } catch (stopped) {
      this.#undo(stopped);
      return [];
    }
    this.set({ outcomes: [...lines, ...this.state.outcomes], progress: undefined });
    return lines;
  }

  /** People, units, assignments and numbers that came many at once: all of them, or none. Problems name them by their places among these. */
  async extend(pieces: Pieces, done: TextKey): Promise<Problem[] | undefined> {
    const answer = await this.change('extend', pieces, done);
    if (answer.ok) return [];
    // A step that was given up has been told already.
    return answer.problems.length === 0 ? undefined : answer.problems;
  }

  async verify(): Promise<void> {
    const answer = await this.ask<Answer<Verification>>('verify');
    if (answer?.ok) this.set({ verification: answer.value });
  }

  /** Puts the workbook away; its last state stays in the store and can be taken up again. */
  putAway(): Promise<void> {
    return this.underWay.inTurn(async () => {
      await this.oneWriter.sure();
      await this.saver.flush();
      this.oneWriter.leave();
      forgetTyped(this);
      this.engine.stop();
      this.saver.reset();
      this.set({ ...EMPTY, author: this.state.author });
    });
  }

  /** Together, because the engine orders its lists once per call; one by one when something in the batch stops it. */
  async #addBatch(batch: ReadFile[]): Promise<FileOutcome[]> {
    const readable: (readonly [string, Uint8Array])[] = [];
    const unreadable: FileOutcome[] = [];
    for (const { name, bytes } of batch) {
      const why = bytes instanceof Uint8Array ? foreignRefusal(name, bytes) : refusal(name, bytes);
      if (why) unreadable.push(why);
      else readable.push([name, bytes as Uint8Array]);
    }
    try {
      const outcomes = readable.length === 0 ? [] : await this.underWay.ask<Outcome[]>('addAll', [readable], { later: true });
      return [...unreadable, ...outcomes.map(inPlainWords)];
    } catch (stopped) {
      if (!(stopped instanceof EngineStopped) || stopped.why === 'no-engine' || stopped.why === 'cancelled') throw stopped;
      const single = readable[0];
      if (single && readable.length === 1) return [...unreadable, refusal(single[0], stopped.why)];
      const lines: FileOutcome[] = [];
      for (const [name, bytes] of readable) lines.push(...(await this.#addBatch([{ name, bytes }])));
      return [...unreadable, ...lines];
    }
  }

  async #took(view: WorkbookView): Promise<void> {
    this.#show(await this.#look(view));
  }

  /** What the screens show of a workbook, all of it from the same document. */
  async #look(view: WorkbookView, problems: Problem[] = []): Promise<Seen> {
    const appraised = await this.underWay.ask<Answer<Appraisal>>('appraise');
    const conflicts = await this.underWay.ask<Answer<Conflict[]>>('conflicts');
    const { lastGood } = this.engine;
    const text = typeof lastGood === 'string' ? lastGood : new TextDecoder().decode(lastGood);
    return {
      text,
      part: {
        names: new Names(view),
        result: appraised.ok ? appraised.value : undefined,
        resultProblems: [...problems, ...appraised.problems],
        conflicts: conflicts.ok ? conflicts.value : [],
        ...(view.closed ? {} : { verification: undefined }),
        refused: undefined,
        unexported: this.state.unexported || text !== this.#text,
      },
    };
  }

  #show({ text, part }: Seen): void {
    this.#text = text;
    this.set(part);
    if (!this.state.readOnly) this.saver.touch();
  }

  async #reread(): Promise<void> {
    const answer = await this.underWay.ask<Answer<WorkbookView>>('open');
    if (answer.ok) await this.#took(answer.value);
  }

  async #read(text: string): Promise<Seen | undefined> {
    const answer = await this.underWay.ask<Answer<WorkbookView>>('load', [text], { keep: true });
    return answer.ok ? this.#look(answer.value, answer.problems) : undefined;
  }

  #gaveUp(stopped: unknown): void {
    if (!(stopped instanceof EngineStopped)) throw stopped;
    this.set({ progress: undefined });
    if (stopped.why !== 'cancelled') this.tell(stopped.why === 'no-engine' ? 'team.engineMissing' : 'team.engineGaveUp', 'bad');
    // Not by the person: it was given up together with its workbook, and nobody waits for it.
    else if (this.underWay.cancelled) this.tell('team.cancelled', 'plain');
  }

  /** Of a step that was given up on its way nothing is left, neither here nor in the engine. */
  #undo(stopped: unknown): void {
    this.#gaveUp(stopped);
    this.engine.goBack(this.view ? this.#text : undefined);
  }
}

export function titleOf(view: WorkbookView): string {
  return view.title ?? view.id;
}

export function asArriving(files: { name: string; bytes: Uint8Array }[]): ArrivingFile[] {
  return files.map((file) => fromBytes(file.name, file.bytes));
}

/** One workbook carries its id from period to period; each period is a file of its own. */
function draftKey(view: WorkbookView): string {
  return `workbook:${view.id}:${view.period}`;
}
