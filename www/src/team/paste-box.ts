// A field to paste a table into or to fill from a file, with what was understood beside it: rows in = rows taken + rows refused, always shown.
import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../foundation/texts.ts';
import type { RowProblem } from './pasted-people.ts';
import './spreadsheet/spreadsheet-file.ts';

export interface PasteBox {
  id: string;
  label: string;
  hint: TemplateResult | string;
  example?: string;
  value: string;
  /** What the rows came to, in words. */
  summary: string;
  problems: RowProblem[];
  unclosedQuote?: number | undefined;
  changed: (text: string) => void;
}

const SHOWN = 20;

export function renderPasteBox(box: PasteBox): TemplateResult {
  const wrong = box.problems.length > 0 || box.unclosedQuote !== undefined;
  return html`<div class="field">
    <label for=${box.id}>${box.label}</label>
    <div class="hint" id="${box.id}-hint">${box.hint}</div>
    <kaohe-spreadsheet-file .label=${box.label} .value=${box.value} .taken=${box.changed}></kaohe-spreadsheet-file>
    <textarea
      id=${box.id}
      class="pasted"
      spellcheck="false"
      placeholder=${box.example ?? nothing}
      .value=${box.value}
      aria-invalid=${wrong}
      aria-describedby="${box.id}-hint ${box.id}-read"
      @input=${(event: Event) => box.changed((event.target as HTMLTextAreaElement).value)}
    ></textarea>
    <div id="${box.id}-read" role="status">
      ${box.value.trim() === '' ? nothing : html`<p>${box.summary}</p>`}
      ${box.unclosedQuote === undefined ? nothing : html`<span class="error">${t('team.pasteQuote', { row: box.unclosedQuote })}</span>`}
      <ul class="plain">
        ${box.problems.slice(0, SHOWN).map((problem) => html`<li class="error">${t('team.pasteRow', { row: problem.row })}${t(problem.key, problem.params)}</li>`)}
        ${box.problems.length > SHOWN ? html`<li class="error">${t('team.pasteMore', { count: box.problems.length - SHOWN })}</li>` : nothing}
      </ul>
    </div>
  </div>`;
}
