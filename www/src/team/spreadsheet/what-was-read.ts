// The words above a field that was filled from a file: which file and table, how much, and what a person should look at.
import { html, nothing, type TemplateResult } from 'lit';
import { t, tRich, type Params, type TextKey } from '../../kit/texts.ts';
import type { Separator } from '../../excel/csv.ts';
import type { NamedTable } from '../../excel/read-file.ts';
import type { Remark } from '../../excel/table.ts';

export interface Reading {
  read: NamedTable;
  name: string;
  /** What was put into the field. */
  text: string;
  hidden: string[];
  separator: Separator | undefined;
}

const SEPARATORS: { [one in Separator]: TextKey } = {
  '\t': 'spreadsheet.separatorTab',
  ';': 'spreadsheet.separatorSemicolon',
  ',': 'spreadsheet.separatorComma',
};
const SHOWN = 5;

/** `value` is what stands in the field now. */
export function renderRead({ read, name, text, hidden, separator }: Reading, value: string): TemplateResult {
  const { table } = read;
  const about: Params = { name, rows: table.rows.length, columns: table.columns, range: table.range };
  return html`<p>
      ${separator ? tRich('spreadsheet.readCsv', { ...about, separator: t(SEPARATORS[separator]) }) : tRich('spreadsheet.readBook', { ...about, sheet: read.name ?? '' })}
      ${value === text ? nothing : t('spreadsheet.edited')}
    </p>
    ${hidden.length === 0 ? nothing : html`<p>${tRich('spreadsheet.hiddenSheets', { sheets: few(hidden) })}</p>`}
    ${table.remarks.length === 0 ? nothing : html`<ul>${table.remarks.map(renderRemark)}</ul>`}`;
}

/** For a list to choose from, which holds no elements: a name keeps its direction to itself by signs. */
export function tableWords({ name, table }: NamedTable): string {
  return t('spreadsheet.option', { sheet: `\u2068${name ?? ''}\u2069`, rows: table.rows.length, columns: table.columns });
}

function renderRemark({ key, cells }: Remark): TemplateResult {
  return html`<li>${t(key)} <small>${tRich('spreadsheet.remark', { count: cells.length, cells: few(cells) })}</small></li>`;
}

export function few(words: string[]): string {
  return words.slice(0, SHOWN).join(t('team.listJoin')) + (words.length > SHOWN ? '…' : '');
}
