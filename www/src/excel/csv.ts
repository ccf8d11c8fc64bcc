// Comma-separated text, strictly: a quote that is out of place would silently swallow the rows up to the next one.
import { readDelimited } from './delimited.ts';
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
  const { rows, fault } = readDelimited(text, separator, 'refused');
  if (fault) throw new Refusal(`spreadsheet.${fault.kind}`, { row: fault.row });
  return rows;
}

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
