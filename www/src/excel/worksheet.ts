// One worksheet, cell by cell, into a table.
import { columnName, readCellName } from './cell-name.ts';
import { cellText, type RawCell } from './cell-text.ts';
import type { Parts } from './workbook-parts.ts';
import { damaged } from './refusal.ts';
import { TableUnderWay, type Table } from './table.ts';
import { readXml } from './xml.ts';

const CELL = { type: 'n', value: '', inline: '', formula: undefined, format: { kind: 'plain' } } satisfies RawCell;

export function readWorksheet(xml: string, parts: Parts): Table | undefined {
  const reader = new WorksheetReader(parts);
  readXml(xml, reader);
  return reader.table.done();
}

class WorksheetReader {
  readonly table = new TableUnderWay();
  #row = 0;
  #column = 0;
  #hiddenRow = false;
  /** Its first cell that holds something is what a hidden row is named by. */
  #hiddenColumns: [from: number, to: number][] = [];
  #namedHidden = new Set<string>();
  #cell: RawCell = { ...CELL };
  /** What the text belongs to. */
  #within: 'value' | 'formula' | 'inline' | undefined;
  #phonetic = false;

  constructor(private parts: Parts) {}

  open(name: string, attribute: (name: string) => string | undefined): void {
    switch (name) {
      case 'row':
        this.#row = whole(attribute('r')) ?? this.#row + 1;
        this.#column = 0;
        this.#hiddenRow = isTrue(attribute('hidden'));
        break;
      case 'c':
        this.#begin(attribute);
        break;
      case 'f':
        this.#cell.formula = '';
        this.#within = 'formula';
        break;
      case 'v':
        this.#within = 'value';
        break;
      case 'rPh':
        this.#phonetic = true;
        break;
      case 't':
        this.#within = this.#phonetic ? undefined : 'inline';
        break;
      case 'col':
        if (isTrue(attribute('hidden'))) this.#hiddenColumns.push([whole(attribute('min')) ?? 0, whole(attribute('max')) ?? 0]);
        break;
      case 'mergeCell':
        this.#merge(attribute('ref') ?? '');
    }
  }

  close(name: string): void {
    this.#within = undefined;
    if (name === 'rPh') this.#phonetic = false;
    if (name === 'c') this.#end();
  }

  text(piece: string): void {
    if (this.#within === 'formula') this.#cell.formula += piece;
    else if (this.#within) this.#cell[this.#within] += piece;
  }

  #begin(attribute: (name: string) => string | undefined): void {
    const named = attribute('r');
    const place = named === undefined ? { row: this.#row, column: this.#column + 1 } : readCellName(named);
    if (!place) throw damaged();
    [this.#row, this.#column] = [place.row, place.column];
    const style = whole(attribute('s')) ?? 0;
    const format = this.parts.formats[style];
    if (!format && style > 0) throw damaged();
    this.#cell = { ...CELL, type: attribute('t') ?? 'n', format: format ?? CELL.format };
  }

  #merge(range: string): void {
    const [from, to] = range.split(':').map(readCellName);
    if (from && to) this.table.merge(from, to.row);
    this.table.remark('spreadsheet.remarkMerged', range);
  }

  #end(): void {
    const { text, remark } = cellText(this.#cell, this.parts);
    if (!this.table.put(this.#row, this.#column, text)) return;
    const column = columnName(this.#column);
    if (remark) this.table.remark(remark, `${column}${this.#row}`);
    if (this.#hiddenRow) this.#nameHidden('spreadsheet.remarkHiddenRows', String(this.#row));
    if (this.#hiddenColumns.some(([from, to]) => this.#column >= from && this.#column <= to))
      this.#nameHidden('spreadsheet.remarkHiddenColumns', column);
  }

  #nameHidden(key: 'spreadsheet.remarkHiddenRows' | 'spreadsheet.remarkHiddenColumns', what: string): void {
    if (this.#namedHidden.has(what)) return;
    this.#namedHidden.add(what);
    this.table.remark(key, what);
  }
}

function whole(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,7}$/.test(text)) throw damaged();
  return Number(text);
}

const isTrue = (text: string | undefined): boolean => text === '1' || text === 'true';
