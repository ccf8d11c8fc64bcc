// A field to paste a table into or to fill from a file, with what was understood beside it: rows in = rows taken + rows refused +
// rows that are nobody, always shown.
import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../kit/texts.ts';
import type { RowProblem, TableRead } from './pasted-table.ts';
import './spreadsheet/spreadsheet-file.ts';

export interface PasteBox {
  id: string;
  label: string;
  hint: TemplateResult | string;
  example?: string;
  value: string;
  /** What the rows came to, in words. */
  summary: string;
  read: TableRead;
  /** What a person has to say before the rows are taken. */
  question?: TemplateResult | typeof nothing;
  unclosedQuote?: number | undefined;
  changed: (text: string) => void;
}

const SHOWN = 20;

export function renderPasteBox(box: PasteBox): TemplateResult {
  const { problems, notes } = box.read;
  const wrong = problems.length > 0 || box.unclosedQuote !== undefined;
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
        ${problems.slice(0, SHOWN).map((problem) => html`<li class="error">${inRow(problem)}</li>`)}
        ${problems.length > SHOWN ? html`<li class="error">${t('team.pasteMore', { count: problems.length - SHOWN })}</li>` : nothing}
        ${notes.slice(0, SHOWN).map((note) => html`<li>${inRow(note)}</li>`)}
        ${notes.length > SHOWN ? html`<li>${t('team.pasteMoreNotes', { count: notes.length - SHOWN })}</li>` : nothing}
      </ul>
      ${renderLeftOut(box.read)}
    </div>
    ${box.question ?? nothing}
  </div>`;
}

const inRow = ({ row, key, params }: RowProblem): TemplateResult => html`${t('team.pasteRow', { row })}${t(key, params)}`;

/** What stood in the table and was not read. */
function renderLeftOut({ unread, nameless, leftOut }: TableRead): TemplateResult {
  const columns = [...unread, ...nameless.map((column) => t('team.pasteNameless', { column }))];
  const rows = leftOut.map(({ number, cells }) =>
    t('team.pasteLeftOutRow', { row: number, words: cells.find((cell) => cell !== '') ?? '' }),
  );
  return html`${columns.length === 0 ? nothing : html`<p>${t('team.pasteUnread', { headings: some(columns) })}</p>`}
  ${rows.length === 0 ? nothing : html`<p>${t('team.pasteLeftOut', { count: rows.length, rows: some(rows) })}</p>`}`;
}

const some = (words: string[]): string => words.slice(0, SHOWN).join(t('team.listJoin')) + (words.length > SHOWN ? '…' : '');
