// What the panels of follow-up share: one form whose fields keep what was typed, one entry sent to the engine, and refusals
// that stand by their fields.
import { html, type TemplateResult } from 'lit';
import { newId } from '../../kit/files.ts';
import { today } from '../../kit/format.ts';
import { t, type TextKey } from '../../kit/texts.ts';
import type { EntryList } from '../desk.ts';
import { Fields, leftOut } from '../evidence/fields.ts';
import { typedIn, type Typed } from '../evidence/typed.ts';
import { TeamPart } from '../part.ts';
import { followStyles } from './follow-styles.ts';
import { personOptions } from '../person-options.ts';
import type { Person, Problem, SubjectResult } from '../../engine/engine.ts';
import type { PaperMaker } from './paper.ts';

export interface Entry {
  list: EntryList;
  draft: object;
  done: TextKey;
  /** Fields that may not be left out: said all at once, before the engine is asked, which would take them for wrong ids and dates. */
  must?: string[] | { [field: string]: string };
}

export abstract class EntryPanel extends TeamPart {
  static override properties = { ...TeamPart.properties, problems: { state: true } };
  static override styles = [...TeamPart.styles, followStyles];
  declare problems: Problem[];
  /** Under which name what was typed is kept. */
  protected abstract readonly panel: string;

  constructor() {
    super();
    this.problems = [];
  }

  protected get typed(): Typed {
    return typedIn(this.desk, this.panel);
  }

  protected get subjects(): Person[] {
    return this.view.people.filter((person) => person.scheme !== undefined);
  }

  protected result(subject: string): SubjectResult | undefined {
    return this.state.result?.results.find((one) => one.subject === subject);
  }

  protected fields(): Fields {
    return new Fields(this.typed, this.problems, this.names, () => this.requestUpdate(), `${this.panel}-`);
  }

  protected subjectField(fields: Fields, then?: () => void): TemplateResult {
    // A further version is about whom the first was about.
    const disabled = this.typed.read('id') !== '';
    return fields.choice('subject', t('team.subject'), (chosen) => personOptions(this.names, this.subjects, chosen), {
      disabled,
      ...(then ? { then } : {}),
    });
  }

  protected authorField(fields: Fields, label: TextKey): TemplateResult {
    return fields.text('author', t(label), { otherwise: this.state.author, maxlength: 64 });
  }

  protected dateField(fields: Fields, field = 'date', label: TextKey = 'team.date', otherwise = today()): TemplateResult {
    return fields.date(field, t(label), { otherwise });
  }

  /** What stands in a field. */
  protected read(field: string, otherwise = ''): string {
    return this.typed.read(field, otherwise).trim();
  }

  protected get author(): string {
    return this.read('author', this.state.author);
  }

  /** The named fields that say something: what is empty is not part of an entry. */
  protected given(...fields: string[]): { [field: string]: string } {
    return Object.fromEntries(fields.flatMap((field) => (this.read(field) === '' ? [] : [[field, this.read(field)]])));
  }

  protected async save({ list, draft, done, must = [] }: Entry): Promise<boolean> {
    const written = draft as { [field: string]: unknown };
    const filled = (field: string): string => (typeof written[field] === 'string' ? written[field] : this.read(field));
    this.problems = leftOut(Array.isArray(must) ? Object.fromEntries(must.map((field) => [field, filled(field)])) : must);
    if (this.problems.length > 0) {
      await this.focusRefused();
      return false;
    }
    const author = this.author;
    const answer = await this.desk.addEntry(list, draft, done);
    this.problems = answer.ok ? [] : answer.problems.map((problem) => this.placed(problem));
    if (!answer.ok) {
      await this.focusRefused();
      return false;
    }
    if (this.state.author === '' && author !== '') this.desk.set({ author });
    this.typed.forget();
    this.requestUpdate();
    // What was pressed may be gone, and the fields are empty again: the keyboard goes on at the head of the form.
    await this.focusOn('h2, h3, input');
    return true;
  }

  /** A refusal of the whole entry that belongs to one of its fields. */
  protected placed(problem: Problem): Problem {
    return problem;
  }

  /** A new entry, or the next revision of the one that is being changed, with what other programs wrote into it (`x-…`). */
  protected revision(all: { id: string; revision: number }[]): { id: string; revision: number } {
    const id = this.typed.read('id') || newId();
    const [last] = all.filter((one) => one.id === id).sort((one, other) => other.revision - one.revision);
    const extra = Object.entries(last ?? {}).filter(([key]) => key.startsWith('x-'));
    return { ...Object.fromEntries(extra), id, revision: 1 + (last?.revision ?? 0) };
  }

  /** Takes an entry up again: its fields are filled with it, and saving makes its next revision. */
  protected async takeUp(entry: object, fields: string[]): Promise<void> {
    const values = entry as { [field: string]: string | number | boolean | undefined };
    this.typed.forget();
    this.problems = [];
    for (const field of ['id', 'subject', ...fields]) if (values[field] !== undefined) this.typed.write(field, String(values[field]));
    this.requestUpdate();
    await this.focusOn('form h2');
  }

  protected giveUpButton(): TemplateResult {
    const giveUp = (): void => {
      this.typed.forget();
      this.problems = [];
      this.requestUpdate();
    };
    return html`<button type="button" @click=${giveUp}>${t('follow.giveUp')}</button>`;
  }

  protected print(paper: PaperMaker): void {
    this.dispatchEvent(new CustomEvent('follow-paper', { detail: paper, bubbles: true, composed: true }));
  }
}

/** The highest revision of each entry. Of two that differ none counts until a person decides: both are listed. */
export function latest<T extends { id: string; revision: number }>(all: T[]): T[] {
  return all.filter((one) => !all.some((other) => other.id === one.id && other.revision > one.revision));
}

export function bySubject<T extends { subject: string }>(all: T[]): [subject: string, entries: T[]][] {
  const subjects = [...new Set(all.map((one) => one.subject))];
  return subjects.map((subject) => [subject, all.filter((one) => one.subject === subject)]);
}
