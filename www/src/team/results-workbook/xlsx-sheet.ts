// One worksheet: a title, the table under a frozen head with a filter, notes, and lines to sign on; ready for the printer.
import { columnName } from '../../excel/cell-name.ts';
import type { Cell, Figure, Sheet } from './plan.ts';
import { attribute, type SharedTexts } from './xlsx-text.ts';
import type { CellLook, Styles } from './xlsx-styles.ts';
import { columnWidths, linesOf, wrapped } from './xlsx-widths.ts';

/** Number and name stay in sight with the head. */
const FROZEN_COLUMNS = 2;
/** In points, of letters of ten. */
const LINE_HEIGHT = 13.5;
const AROUND = 5;
/** Of its letters, beside the others. */
const TITLE_SIZE = 1.4;
/** Rows that are handed on at once. */
const AT_ONCE = 500;
/** What a spreadsheet, in China also one that is used with a Chinese keyboard, takes for a formula when it is typed. */
const LIKE_FORMULA = /^[=+\-@\t\r＝＋－＠]/;

export class SheetWriter {
  readonly columns: number;
  /** The row of the column titles. */
  readonly head: number;
  readonly last: number;
  #merged: string[] = [];
  #widths: number[] = [];

  constructor(
    private sheet: Sheet,
    private texts: SharedTexts,
    private styles: Styles,
  ) {
    this.columns = sheet.columns.length;
    this.head = sheet.under.length + 2;
    this.last = this.head + sheet.rows.length;
  }

  /** Title row and rows of the table: what the filter is for. */
  get table(): string {
    return `$A$${this.head}:$${columnName(this.columns)}$${this.last}`;
  }

  *xml(first: boolean, foot: string): Generator<string> {
    const { head, last } = this;
    this.#widths = columnWidths(this.sheet);
    const pane = `<pane xSplit="${FROZEN_COLUMNS}" ySplit="${head}" topLeftCell="${columnName(FROZEN_COLUMNS + 1)}${head + 1}" activePane="bottomRight" state="frozen"/>`;
    yield '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';
    yield `<sheetViews><sheetView${first ? ' tabSelected="1"' : ''} workbookViewId="0">${pane}<selection pane="topRight"/><selection pane="bottomLeft"/><selection pane="bottomRight"/></sheetView></sheetViews>`;
    yield `<sheetFormatPr defaultRowHeight="${LINE_HEIGHT + AROUND}"/><cols>${this.#widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join('')}</cols><sheetData>`;
    yield this.#above();
    yield* this.#body();
    yield this.#below();
    yield `</sheetData><autoFilter ref="${this.table.replaceAll('$', '')}"/>`;
    yield `<mergeCells count="${this.#merged.length}">${this.#merged.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`;
    yield '<printOptions horizontalCentered="1"/><pageMargins left="0.3" right="0.3" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>';
    // As wide as one page and as long as need be, on A4.
    yield '<pageSetup paperSize="9" fitToWidth="1" fitToHeight="0" orientation="landscape"/>';
    yield `<headerFooter><oddFooter>${attribute(`&L&A&R${foot}`)}</oddFooter></headerFooter>`;
    // A staff number of digits is meant to be text: no green corner asks about it.
    if (last > head)
      yield `<ignoredErrors><ignoredError sqref="A${head + 1}:${columnName(FROZEN_COLUMNS)}${last}" numberStoredAsText="1"/></ignoredErrors>`;
    yield '</worksheet>';
  }

  #above(): string {
    const { title, under, columns } = this.sheet;
    const lines = [this.#across(1, title, 'title'), ...under.map((line, at) => this.#across(at + 2, line, 'under'))];
    const head = columns.map((column, at) => this.#cell(this.head, at + 1, column.title, column.sum ? 'sumHead' : 'head'));
    return `${lines.join('')}${this.#row(this.head, head.join(''), this.#height(columns.map((column) => column.title)))}`;
  }

  *#body(): Generator<string> {
    let [xml, number] = ['', this.head];
    for (const row of this.sheet.rows) {
      number += 1;
      const cells = row();
      xml += this.#row(
        number,
        cells.map((cell, at) => this.#cell(number, at + 1, cell, this.sheet.columns[at]!.look)).join(''),
        this.#height(cells),
      );
      if (number % AT_ONCE !== 0) continue;
      yield xml;
      xml = '';
    }
    yield xml;
  }

  #below(): string {
    let number = this.last + 1;
    let xml = '';
    for (const note of this.sheet.notes) {
      number += 1;
      xml += this.#across(number, note, 'note');
    }
    for (const label of this.sheet.signed) {
      number += 1;
      const cells: [string | undefined, CellLook][] = [
        [label, 'label'],
        [undefined, 'blank'],
        [undefined, 'blank'],
        [this.sheet.signedOn, 'label'],
        [undefined, 'blank'],
        [undefined, 'blank'],
      ];
      xml += this.#row(number, cells.map(([text, look], at) => this.#cell(number, at + 1, text, look)).join(''), 26);
    }
    return xml;
  }

  /** As wide as the table: a line that ran beyond it would make the printed page as wide as itself. */
  #across(number: number, text: string, look: 'title' | 'under' | 'note'): string {
    const width = this.#widths.reduce((sum, one) => sum + one, 0);
    const size = look === 'title' ? TITLE_SIZE : 1;
    this.#merged.push(`A${number}:${columnName(this.columns)}${number}`);
    return this.#row(number, this.#cell(number, 1, text, look), wrapped(text, width / size) * LINE_HEIGHT * size + AROUND);
  }

  #height(cells: Cell[]): number {
    return linesOf(cells, this.#widths) * LINE_HEIGHT + AROUND;
  }

  #row(number: number, cells: string, height: number): string {
    // More than so much no program takes.
    return `<row r="${number}" ht="${Math.min(409, height)}">${cells}</row>`;
  }

  #cell(row: number, column: number, cell: Cell, look: CellLook): string {
    const place = `r="${columnName(column)}${row}"`;
    if (cell === undefined || cell === '') return `<c ${place} s="${this.styles.of(look)}"/>`;
    if (typeof cell !== 'string') return `<c ${place} s="${this.styles.ofFigure(cell)}"><v>${plain(cell)}</v></c>`;
    // In a column of figures a word stands in the place of one.
    const worded = look === 'figure' ? 'word' : look;
    const style = LIKE_FORMULA.test(cell) ? this.styles.ofGuarded(worded) : this.styles.of(worded);
    return `<c ${place} s="${style}" t="s"><v>${this.texts.placeOf(cell)}</v></c>`;
  }
}

/** Digit by digit as it came: nothing here makes a number of it. */
function plain({ digits }: Figure): string {
  if (!/^-?\d+(?:\.\d+)?$/.test(digits)) throw new TypeError(`no decimal: ${digits}`);
  return digits;
}
