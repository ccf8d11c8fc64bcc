// A table as it is read, cell by cell, in bounds that are checked before anything grows: a file of one kilobyte may name
// a cell in the last of a million rows.
import type { TextKey } from '../kit/texts.ts';
import type { PastedRow } from './pasted-rows.ts';
import { cellName } from './cell-name.ts';
import { damaged, Refusal } from './refusal.ts';

/** The people a workbook may have in the page, and some rows above and below them. */
const MOST_ROWS = 110_000;
const MOST_COLUMNS = 1000;
const MOST_CELLS = 1_000_000;
const MOST_LETTERS = 20_000_000;
/** Cells between the first and the last column, the empty ones too. */
const MOST_PLACES = 4_000_000;

/** Cells that were read in a way that a person should look at. */
export interface Remark {
  key: TextKey;
  /** `C3`, `C4` … */
  cells: string[];
}

export interface Table {
  /** Those that hold something, numbered as in the file; from the first column that holds something. */
  rows: PastedRow[];
  columns: number;
  /** `A1:F20` */
  range: string;
  remarks: Remark[];
}

interface Place {
  row: number;
  column: number;
}

export class TableUnderWay {
  #rows = new Map<number, Map<number, string>>();
  #remarks = new Map<TextKey, string[]>();
  #merged: [from: Place, lastRow: number][] = [];
  #cells = 0;
  #letters = 0;
  #first = Infinity;
  #last = 0;

  /** Rows and columns count from 1. A blank cell is none, wherever it stands. */
  put(row: number, column: number, text: string): boolean {
    if (/^[\s\u00a0\u3000]*$/.test(text)) return false;
    if (row > MOST_ROWS || column > MOST_COLUMNS)
      throw new Refusal('spreadsheet.tooFar', { cell: cellName(row, column), rows: MOST_ROWS, columns: MOST_COLUMNS });
    this.#letters += text.length;
    if ((this.#cells += 1) > MOST_CELLS || this.#letters > MOST_LETTERS) throw new Refusal('spreadsheet.tooMuch');
    let cells = this.#rows.get(row);
    if (!cells) this.#rows.set(row, (cells = new Map()));
    if (cells.has(column)) throw damaged();
    cells.set(column, text);
    this.#first = Math.min(this.#first, column);
    this.#last = Math.max(this.#last, column);
    return true;
  }

  /** What is merged downwards stands for each of its rows; merged across it is still one cell, as a title above a table. */
  merge(from: Place, lastRow: number): void {
    this.#merged.push([from, lastRow]);
  }

  #fillMerged(lastOfAll: number): void {
    let steps = 0;
    for (const [{ row, column }, lastRow] of this.#merged) {
      const text = this.#rows.get(row)?.get(column);
      if (text === undefined) continue;
      for (let at = row + 1; at <= Math.min(lastRow, lastOfAll); at += 1) {
        if ((steps += 1) > MOST_PLACES) throw new Refusal('spreadsheet.tooMuch');
        const cells = this.#rows.get(at);
        // A row in which nothing else stands is none.
        if (cells && !cells.has(column)) cells.set(column, text);
      }
    }
  }

  remark(key: TextKey, cell: string): void {
    const cells = this.#remarks.get(key);
    if (cells) cells.push(cell);
    else this.#remarks.set(key, [cell]);
  }

  /** Undefined if nothing stands in it. */
  done(): Table | undefined {
    if (this.#rows.size === 0) return undefined;
    const columns = this.#last - this.#first + 1;
    if (this.#rows.size * columns > MOST_PLACES) throw new Refusal('spreadsheet.tooMuch');
    const numbers = [...this.#rows.keys()].sort((one, other) => one - other);
    this.#fillMerged(numbers.at(-1)!);
    return {
      rows: numbers.map((number) => ({
        number,
        cells: Array.from({ length: columns }, (_, at) => this.#rows.get(number)!.get(this.#first + at) ?? ''),
      })),
      columns,
      range: `${cellName(numbers[0]!, this.#first)}:${cellName(numbers.at(-1)!, this.#last)}`,
      remarks: [...this.#remarks].map(([key, cells]) => ({ key, cells })),
    };
  }
}

const HIDDEN_ROWS = 'spreadsheet.remarkHiddenRows';

/** The numbers of rows that the file hides. */
export function hiddenRows({ remarks }: Table): string[] {
  return remarks.find(({ key }) => key === HIDDEN_ROWS)?.cells ?? [];
}

export function leaveHidden(table: Table): Table {
  const hidden = new Set(hiddenRows(table));
  return {
    ...table,
    rows: table.rows.filter(({ number }) => !hidden.has(String(number))),
    remarks: table.remarks.map((remark) => (remark.key === HIDDEN_ROWS ? { ...remark, key: 'spreadsheet.remarkHiddenRowsLeft' } : remark)),
  };
}
