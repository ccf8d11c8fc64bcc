// Subjects down, the scheme's indicators across. A number that stands is shown with its day; where one is missing, or a newer
// one is to be entered, the cell is a field.
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { showDate, showExact } from '../../kit/format.ts';
import { renderProblemText } from '../../kit/problems.ts';
import { say, t } from '../../kit/texts.ts';
import { written } from '../names.ts';
import { hasTarget } from './uses.ts';
import type { Indicator, IndicatorValue, Person, Problem, Scheme } from '../../engine/engine.ts';
import { keyOf } from './standing-numbers.ts';
import type { Typed } from './typed.ts';

export interface IndicatorTable {
  scheme: Scheme;
  subjects: Person[];
  typed: Typed;
  locked: boolean;
  standing: (subject: string, indicator: string) => IndicatorValue[];
  lacking: ReadonlyMap<string, { reason: string }>;
  /** Cells in which somebody asked for another number. */
  opened: ReadonlySet<string>;
  problems: ReadonlyMap<string, Problem | string>;
  changed: () => void;
  open: (key: string) => Promise<void>;
  correct: (entry: IndicatorValue) => void;
}

/** The field's name among what was typed: which cell, and whether its value or its target. */
export function cellField(subject: string, indicator: string, part: 'value' | 'target'): string {
  return JSON.stringify([subject, indicator, part]);
}

export function readCellField(field: string): { subject: string; indicator: string; part: string } | undefined {
  if (!field.startsWith('[')) return undefined;
  const [subject, indicator, part] = JSON.parse(field) as [string, string, string];
  return { subject, indicator, part };
}

export function indicatorWords(indicator: Indicator): string {
  const unit = say(indicator.unit);
  return unit === '' ? say(indicator.name) : t('indicators.withUnit', { name: say(indicator.name), unit });
}

export function renderIndicatorTable(table: IndicatorTable): TemplateResult {
  const indicators = table.scheme.indicators ?? [];
  return html`<div class="table-box" tabindex="0" role="group" aria-label=${say(table.scheme.name)}>
    <table class="numbers">
      <caption>
        ${say(table.scheme.name)}
      </caption>
      <thead>
        <tr>
          <th scope="col">${t('team.subject')}</th>
          ${indicators.map((one) => html`<th scope="col" title=${say(one.help)}>${indicatorWords(one)}${bounds(one)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${table.subjects.map(
          (person) =>
            html`<tr>
              <th scope="row">${written(person.name)}${person.name === person.id ? nothing : html` <small>${written(person.id)}</small>`}</th>
              ${indicators.map((indicator) => cell(table, person, indicator))}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

export function bounds({ least, most }: Indicator): TemplateResult | typeof nothing {
  if (least === undefined && most === undefined) return nothing;
  const words =
    most === undefined
      ? t('indicators.atLeast', { least: least! })
      : least === undefined
        ? t('indicators.atMost', { most })
        : t('indicators.between', { least, most });
  return html`<br /><small>${words}</small>`;
}

function cell(table: IndicatorTable, person: Person, indicator: Indicator): TemplateResult {
  const key = keyOf(person.id, indicator.id);
  const entries = table.standing(person.id, indicator.id);
  const waits = table.lacking.get(key);
  const lacks = waits !== undefined;
  const typing =
    table.typed.read(cellField(person.id, indicator.id, 'value')) !== '' ||
    table.typed.read(cellField(person.id, indicator.id, 'target')) !== '';
  const asks = !table.locked && (entries.length === 0 || lacks || typing || table.opened.has(key));
  const who = { name: person.name, indicator: say(indicator.name) };
  return html`<td class=${lacks ? 'lacks' : ''}>
    ${waits?.reason === 'conflict' ? html`<span class="state bad">${t('indicators.twoOfOneDay')}</span>` : nothing}
    ${entries.map(
      (entry) =>
        html`<div>
          <strong class="number">${showExact(entry.value)}</strong>
          ${entry.target === undefined ? nothing : html`<small>${t('indicators.targetIs', { target: showExact(entry.target) })}</small>`}
          <small>${showDate(entry.date)}</small>
          ${
            table.locked
              ? nothing
              : html`<button type="button" class="link" @click=${() => table.correct(entry)} aria-label=${t('indicators.correctOf', who)}>${t('team.recordCorrectThis')}</button>
                ${asks ? nothing : html`<button type="button" class="link" @click=${() => table.open(key)} aria-label=${t('indicators.anotherOf', who)}>${t('indicators.another')}</button>`}`
          }
        </div>`,
    )}
    ${
      asks
        ? html`${input(table, person, indicator, 'value')} ${hasTarget(table.scheme, indicator.id) ? input(table, person, indicator, 'target') : nothing}`
        : entries.length === 0
          ? html`<span class="state wait">${t('indicators.none')}</span>`
          : nothing
    }
    ${lacks && !table.locked ? html`<span class="state wait">${t('indicators.waitedFor')}</span>` : nothing}
  </td>`;
}

function input(table: IndicatorTable, person: Person, indicator: Indicator, part: 'value' | 'target'): TemplateResult {
  const field = cellField(person.id, indicator.id, part);
  const problem = table.problems.get(field);
  const id = `cell-${table.subjects.indexOf(person)}-${(table.scheme.indicators ?? []).indexOf(indicator)}-${part}-${table.scheme.id}`;
  const label = t(part === 'value' ? 'indicators.cellValue' : 'indicators.cellTarget', {
    name: person.name,
    indicator: say(indicator.name),
  });
  const control = html`<input
      type="text"
      inputmode="decimal"
      autocomplete="off"
      size="8"
      maxlength="40"
      aria-label=${label}
      data-cell=${keyOf(person.id, indicator.id)}
      aria-invalid=${problem !== undefined}
      aria-describedby="${id}-error"
      .value=${live(table.typed.read(field))}
      @input=${(event: Event) => (table.typed.type(field, (event.target as HTMLInputElement).value), table.changed())}
    />`;
  return html`${part === 'target' ? html`<label><small>${t('indicators.target')}</small>${control}</label>` : control}${problem === undefined ? nothing : html`<span class="error" id="${id}-error">${typeof problem === 'string' ? problem : renderProblemText(problem)}</span>`}`;
}
