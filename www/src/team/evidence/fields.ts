// The fields of one form: label, field, hint and refusal together, each kept in what was typed. A field is named by its path
// in the entry (`production/shift`), as the engine names the place of a refusal.
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { renderProblem } from '../../kit/problems.ts';
import { t, type TextKey } from '../../kit/texts.ts';
import { fieldError } from '../part.ts';
import type { Problem } from '../../engine/engine.ts';
import type { Names } from '../names.ts';
import type { Typed } from './typed.ts';

export interface Extras {
  /** What stands in the field while nothing was typed. */
  otherwise?: string;
  hint?: string;
  maxlength?: number;
  inputmode?: 'decimal' | 'text';
  disabled?: boolean;
  /** What a list calls no choice, where one may do without. */
  none?: string;
  /** After a choice: what else follows from it. */
  then?: (value: string) => void;
}

/** A refusal by the page itself, in words. */
export interface Said {
  pointer: string;
  said: string;
}

/** What the engine says of a field in which nothing stands: that it is no id, no date, … A person has merely left it out. */
const OF_NOTHING = [
  'missing-key',
  'blank-text',
  'bad-id',
  'bad-person-id',
  'bad-date',
  'unknown-word',
  'not-a-number',
  'not-chosen',
  'plan-without-date',
  'disagreement-without-text',
];

export class Fields {
  #problems: Map<string, Problem | Said>;
  #shown = new Set<string>();

  constructor(
    readonly typed: Typed,
    problems: (Problem | Said)[],
    private names: Names,
    private redraw: () => void,
    /** Keeps the ids of two forms on one page apart. */
    private prefix = '',
  ) {
    this.#problems = new Map(problems.map((problem) => [fieldOf(problem), problem]));
  }

  text(field: string, label: string, extras: Extras = {}): TemplateResult {
    return this.#input('text', field, label, extras);
  }

  date(field: string, label: string, extras: Extras = {}): TemplateResult {
    return this.#input('date', field, label, extras);
  }

  number(field: string, label: string, extras: Extras = {}): TemplateResult {
    return this.#input('text', field, label, { ...extras, inputmode: 'decimal' });
  }

  area(field: string, label: string, extras: Extras = {}): TemplateResult {
    const id = this.id(field);
    return this.#around(
      field,
      label,
      extras,
      'team.fillWhat',
      html`<textarea
      id=${id}
      maxlength=${extras.maxlength ?? 4000}
      ?disabled=${extras.disabled ?? false}
      .value=${live(this.typed.read(field, extras.otherwise))}
      aria-invalid=${this.refused(field) !== undefined}
      aria-describedby="${id}-hint ${id}-error"
      @input=${this.#typing(field)}
    ></textarea>`,
    );
  }

  /** `options` as `[value, words]`, or drawn by `option`. */
  choice(field: string, label: string, options: [string, string][] | ((chosen: string) => unknown), extras: Extras = {}): TemplateResult {
    const id = this.id(field);
    const chosen = this.typed.read(field, extras.otherwise);
    const choose = (event: Event): void => {
      const { value } = event.target as HTMLSelectElement;
      this.typed.write(field, value);
      extras.then?.(value);
      this.redraw();
    };
    return this.#around(
      field,
      label,
      extras,
      'team.chooseWhat',
      html`<select
      id=${id}
      ?disabled=${extras.disabled ?? false}
      aria-invalid=${this.refused(field) !== undefined}
      aria-describedby="${id}-hint ${id}-error"
      @change=${choose}
    >
      ${option('', extras.none ?? t('team.choose'), chosen)}
      ${typeof options === 'function' ? options(chosen) : options.map(([value, words]) => option(value, words, chosen))}
    </select>`,
    );
  }

  /** The refusal of a field that is drawn elsewhere. */
  refused(field: string): Problem | string | undefined {
    this.#shown.add(field);
    const problem = this.#problems.get(field);
    return problem && 'said' in problem ? problem.said : problem;
  }

  /** Refusals of what is no field on the screen; asked for after the fields were drawn. */
  rest(): TemplateResult | typeof nothing {
    const left = [...this.#problems].filter(([field]) => !this.#shown.has(field));
    return left.length === 0
      ? nothing
      : html`<div role="alert">${left.map(([, problem]) => html`<p class="error">${'said' in problem ? problem.said : renderProblem(problem, this.names.called())}</p>`)}</div>`;
  }

  id(field: string): string {
    return `${this.prefix}${field.replaceAll('/', '-')}`;
  }

  #input(type: string, field: string, label: string, extras: Extras): TemplateResult {
    const id = this.id(field);
    return this.#around(
      field,
      label,
      extras,
      type === 'date' ? 'team.chooseWhat' : 'team.fillWhat',
      html`<input
      id=${id}
      type=${type}
      inputmode=${extras.inputmode ?? nothing}
      autocomplete="off"
      maxlength=${type === 'date' ? nothing : (extras.maxlength ?? 200)}
      ?disabled=${extras.disabled ?? false}
      .value=${live(this.typed.read(field, extras.otherwise))}
      aria-invalid=${this.refused(field) !== undefined}
      aria-describedby="${id}-hint ${id}-error"
      @input=${this.#typing(field, type === 'date')}
    />`,
    );
  }

  #around(field: string, label: string, { hint, otherwise }: Extras, blank: TextKey, control: TemplateResult): TemplateResult {
    const id = this.id(field);
    const problem = this.refused(field);
    const nothingThere =
      this.typed.read(field, otherwise).trim() === '' && typeof problem === 'object' && OF_NOTHING.includes(problem.code);
    return html`<div class="field">
      <label for=${id}>${label}</label>
      ${control} ${hint === undefined ? nothing : html`<small id="${id}-hint">${hint}</small>`} ${fieldError(`${id}-error`, nothingThere ? t(blank, { what: label }) : problem, this.names.called())}
    </div>`;
  }

  /** A day is picked again in a moment, and losing it is nothing to warn of. */
  #typing(field: string, picked = false): (event: Event) => void {
    return (event) => {
      const { value } = event.target as HTMLInputElement;
      if (picked) this.typed.write(field, value);
      else this.typed.type(field, value);
      this.redraw();
    };
  }
}

/** The property, not the attribute: after somebody chose, an attribute no longer says what is chosen. */
export function option(value: string, words: string, chosen: string): TemplateResult {
  return html`<option value=${value} .selected=${live(value === chosen)}>${words}</option>`;
}

/** For a form that has to be filled before the engine is asked: what is left out, all of it at once. */
export function leftOut(typed: { [field: string]: string }): Problem[] {
  return Object.entries(typed).flatMap(([field, text]): Problem[] =>
    text.trim() === '' ? [{ code: 'not-chosen', severity: 'error', pointer: `/${field}`, params: {} }] : [],
  );
}

/** `/scores/1/score` is the field `scores/1/score`; of what is missing the key stands beside the place. */
function fieldOf(problem: Problem | Said): string {
  const place = problem.pointer.replace(/^\//, '');
  if ('said' in problem || problem.code !== 'missing-key') return place;
  return [place, problem.params['key']].filter((part) => part !== undefined && part !== '').join('/');
}
