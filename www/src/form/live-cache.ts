// The engine's handle on one form. It holds nothing that the form state does not, so it may be thrown away at any time.
import {
  loadEngine,
  type Covers,
  type DecimalText,
  type Engine,
  type Exact,
  type FormChange,
  type FormView,
  type Grade,
  type Id,
  type LiveForm,
  type Problem,
  type Scheme,
  type SectionView,
  type Step,
} from '../engine/engine.ts';
import { blankRating, type FormState } from './form-state.ts';

export interface Reading {
  value?: DecimalText;
  tidied: boolean;
  problem?: Problem;
}

export type SectionFigure = Omit<SectionView, 'id'>;

export class LiveCache {
  readonly readings = new Map<Id, Reading>();
  readonly sections = new Map<Id, SectionFigure>();
  missing: Id[] = [];
  /** How much of the total the form is. */
  covers: Covers = 'whole';
  /** Of a form that covers the whole. */
  total: DecimalText | undefined;
  /** Of a form that covers a part: the points of the total that it decides. */
  decides: Exact | undefined;
  /** The most that either can be. */
  max: Exact | undefined;
  grade: Grade['id'] | undefined;
  /** Why the engine would not have this form at all. */
  problems: Problem[] = [];

  private constructor(
    readonly engine: Engine,
    private handle: LiveForm,
    private scheme: Scheme,
  ) {}

  /** Of the form as it is when the engine is there: something may be typed until then. */
  static async build(scheme: Scheme, now: () => FormState): Promise<LiveCache> {
    const engine = await loadEngine();
    const state = now();
    const cache = new LiveCache(engine, new engine.LiveForm(JSON.stringify(scheme), blankRating(state)), scheme);
    const view = cache.handle.view();
    cache.problems = view.problems;
    if (view.ok) {
      cache.take(view.value);
      for (const { criterion, text } of state.entries) if (text !== '') cache.enter(criterion, text);
    }
    return cache;
  }

  /** The one engine call of a keystroke. */
  enter(criterion: Id, text: string): void {
    const change: FormChange = this.handle.enter(criterion, text);
    this.readings.set(criterion, change);
    if (change.section !== undefined) this.sections.set(change.section.id, change.section);
    this.missing = change.missing;
    this.total = change.total;
    this.decides = change.decides;
    this.grade = change.grade;
  }

  /** Asked for only while a person looks at it. */
  steps(): Step[] {
    const view = this.handle.view();
    return view.ok ? view.value.steps : [];
  }

  values(): Map<Id, DecimalText> {
    return new Map([...this.readings].flatMap(([id, { value }]) => (value === undefined ? [] : [[id, value] as const])));
  }

  invalid(): Id[] {
    return [...this.readings].filter(([, { problem }]) => problem !== undefined).map(([id]) => id);
  }

  gradeOf(): Grade | undefined {
    return this.scheme.grades?.find(({ id }) => id === this.grade);
  }

  release(): void {
    try {
      this.handle.free();
    } catch {
      // The instance died in a trap; its memory went with it.
    }
  }

  private take(view: FormView): void {
    for (const section of view.sections) this.sections.set(section.id, section);
    this.missing = view.missing;
    this.covers = view.covers;
    this.total = view.total;
    this.decides = view.decides;
    this.max = view.max;
    this.grade = view.grade;
  }
}
