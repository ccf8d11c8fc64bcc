// Comma-separated text, strictly: a quote that is out of place would silently swallow the rows up to the next one.
import { Refusal } from './refusal.ts';
import { TableUnderWay, type Table } from './table.ts';

export type Separator = '\t' | ';' | ',';
/** In doubt the earlier: a comma may stand within a number. */
const SEPARATORS: Separator[] = ['\t', ';', ','];
const LOOKED_AT = 65_536;

export interface CsvRead {
  table: Table | undefined;
  separator: Separator;
}

export function readCsv(text: string): CsvRead {
  // Excel's own line, which it shows nobody.
  const [line = '', named] = /^sep=([\t;,])(?:\r\n|\r|\n|$)/.exec(text) ?? [];
  const separator = (named as Separator | undefined) ?? likelySeparator(text);
  const records = readRecords(text.slice(line.length), separator);
  refuseRagged(records);
  const table = new TableUnderWay();
  for (const [at, cells] of records.entries()) for (const [column, cell] of cells.entries()) table.put(at + 1, column + 1, cell);
  return { table: table.done(), separator };
}

/** The first line that holds any of them outside of quotes decides. */
function likelySeparator(text: string): Separator {
  const counts = new Map<string, number>(SEPARATORS.map((one) => [one, 0]));
  let quoted = false;
  for (const letter of text.slice(0, LOOKED_AT)) {
    if (letter === '"') quoted = !quoted;
    else if (!quoted && (letter === '\n' || letter === '\r') && Math.max(...counts.values()) > 0) break;
    else if (!quoted && counts.has(letter)) counts.set(letter, counts.get(letter)! + 1);
  }
  return SEPARATORS.reduce((best, one) => (counts.get(one)! > counts.get(best)! ? one : best));
}

function readRecords(text: string, separator: Separator): string[][] {
  const records: string[][] = [];
  let cells: string[] = [];
  let at = 0;
  while (at < text.length || cells.length > 0) {
    const cell = text[at] === '"' ? readQuoted(text, at, records.length + 1) : readPlain(text, at, separator);
    cells.push(cell.value);
    at = cell.next;
    if (text[at] === separator) {
      at += 1;
      continue;
    }
    if (at < text.length && !isLineEnd(text[at])) throw new Refusal('spreadsheet.quoteInside', { row: records.length + 1 });
    records.push(cells);
    cells = [];
    if (text[at] === '\r') at += 1;
    if (text[at] === '\n') at += 1;
  }
  return records;
}

function readPlain(text: string, from: number, separator: Separator): { value: string; next: number } {
  let next = from;
  while (next < text.length && text[next] !== separator && !isLineEnd(text[next])) next += 1;
  return { value: text.slice(from, next), next };
}

function readQuoted(text: string, from: number, row: number): { value: string; next: number } {
  for (let at = from + 1; ; at += 2) {
    at = text.indexOf('"', at);
    if (at === -1) throw new Refusal('spreadsheet.quoteOpen', { row });
    if (text[at + 1] !== '"') return { value: text.slice(from + 1, at).replaceAll('""', '"'), next: at + 1 };
  }
}

const isLineEnd = (letter: string | undefined): boolean => letter === '\n' || letter === '\r';

/** A comma that nobody quoted moves all that stands behind it. Titles above the table, empty lines, and a note of one cell below it, in which nothing can have moved, are no rows of it. */
function refuseRagged(records: string[][]): void {
  const filled = records
    .map(({ length }, at) => ({ length, row: at + 1 }))
    .filter(({ row }) => records[row - 1]!.some((cell) => cell.trim() !== ''));
  const usual = mostFrequent(filled.map(({ length }) => length));
  const from = filled.findIndex(({ length }) => length === usual);
  const odd = filled.filter(({ length }, at) => length > usual || (length < usual && length > 1 && at > from));
  if (odd.length > 0) throw new Refusal('spreadsheet.ragged', { row: odd[0]!.row, cells: odd[0]!.length, usual, more: odd.length - 1 });
}

function mostFrequent(numbers: number[]): number {
  const counts = new Map<number, number>();
  for (const one of numbers) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0])[0];
}
