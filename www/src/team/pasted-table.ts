// A pasted table about people: its heading says what each column is, whatever the order, and the rows below it are people. What
// the heading does not place is named and not read; titles, sums, notes and signatures are nobody.
import { t, type Params, type TextKey } from '../kit/texts.ts';
import { claimsOf, isVagueNumber, placeColumns, type AboutPeople } from './headings.ts';
import { folded } from './folded.ts';
import { kindOf, type Says } from './nobody.ts';
import type { PastedRow } from '../excel/pasted-rows.ts';
import { countsRows, mayNumber } from './serial-column.ts';
import { isPlainNumber } from './staff-numbers.ts';

export interface RowProblem {
  row: number;
  key: TextKey;
  params?: Params;
}

/** What every reader of such a table has to tell: rows in = heading + taken + refused + left out. */
export interface TableRead {
  problems: RowProblem[];
  /** What was taken otherwise than it was written. */
  notes: RowProblem[];
  /** Headings of columns that were not read. */
  unread: string[];
  /** Columns that hold something and have no heading, counted from 1. */
  nameless: number[];
  /** Rows that are nobody. */
  leftOut: PastedRow[];
}

export interface PastedTable {
  heading: PastedRow | undefined;
  at: Partial<Record<AboutPeople, number>>;
  body: PastedRow[];
  unread: string[];
  nameless: number[];
  leftOut: PastedRow[];
  /** Rows that may be somebody and cannot be read. */
  refused: RowProblem[];
  /** Why nothing of it can be read. */
  fault: RowProblem | undefined;
}

export interface Wanted {
  about: readonly AboutPeople[];
  /** Whether these cells name a person. */
  names: (says: Says) => boolean;
  /** The places of columns that no heading names. */
  byOrder?: PastedTable['at'];
  /** Headings of the other columns that the reader knows. */
  data?: (heading: string) => boolean;
}

/** Titles and dates stand above a heading, and no more rows of them. */
const ABOVE = 15;

export function readTable(rows: PastedRow[], { about, names, byOrder = {}, data = () => false }: Wanted): PastedTable {
  const knows = (words: string): boolean => words !== '' && (claimsOf(words).length > 0 || data(words));
  const known = (row: PastedRow): number => row.cells.filter(knows).length;
  const place = rows.slice(0, ABOVE).findIndex((row) => known(row) > 1);
  const heading = rows[place];
  const [above, below] = [rows.slice(0, Math.max(place, 0)), rows.slice(place + 1)];
  const table: PastedTable = { heading, at: byOrder, body: [], unread: [], nameless: [], leftOut: [], refused: [], fault: undefined };
  const fault = (row: number, key: TextKey, params: Params): PastedTable => ({
    ...table,
    body: below,
    leftOut: above,
    refused: [],
    fault: { row, key, params },
  });
  if (heading) {
    const placed = placeColumns(heading.cells, about);
    if (placed.doubled) return fault(heading.number, 'team.pasteTwoColumns', { one: placed.doubled[0], other: placed.doubled[1] });
    table.at = placed.at;
    const read = new Set(Object.values(placed.at));
    table.unread = heading.cells.filter((words, at) => words !== '' && !read.has(at) && !data(words) && !isSerial(words));
    table.nameless = nameless(below, heading);
    for (const row of above) {
      if (names(saysWho(row, table)))
        table.refused.push({ row: row.number, key: 'team.pasteAboveHeading', params: { heading: heading.number } });
      else table.leftOut.push(row);
    }
  }
  for (const [at, row] of below.entries()) {
    const again = heading && (at === 0 || namesItself(row, table)) && known(row) > 1;
    if (again && !sameCells(row, heading)) return fault(row.number, 'team.pasteTwoHeadings', { one: heading.number, other: row.number });
    const kind = again || isEmpty(row, table) ? 'nobody' : kindOf(row.cells, saysWho(row, table), names);
    if (kind === 'somebody') table.body.push(row);
    else if (kind === 'nobody') table.leftOut.push(row);
    else table.refused.push({ row: row.number, key: 'team.pasteSumOrPerson', params: { words: kind.doubtful } });
  }
  const other = heading && otherNumber(table, data);
  return other === undefined ? table : fault(heading!.number, 'team.pasteWhichNumber', other);
}

const isSerial = (words: string): boolean => claimsOf(words).some(({ is }) => is === 'serial');

export function saysWho(row: PastedRow, { at }: PastedTable): Says {
  const cell = (is: AboutPeople): string => (at[is] === undefined ? '' : (row.cells[at[is]] ?? ''));
  return { id: cell('id'), name: cell('name'), who: cell('who') };
}

/** A column of numbers beside one that only counts the rows, though its heading may mean staff numbers: both headings. */
function otherNumber({ heading, at, body }: PastedTable, data: (words: string) => boolean): { one: string; other: string } | undefined {
  const headings = heading?.cells ?? [];
  if (at.id === undefined || !isVagueNumber(headings[at.id]!)) return undefined;
  const rows = body.map(({ cells }) => cells).filter((cells) => isPlainNumber((cells[at.id!] ?? '').normalize('NFKC')));
  const column = (place: number): string[] => rows.map((cells) => (cells[place] ?? '').normalize('NFKC'));
  if (!countsRows(column(at.id))) return undefined;
  const others = Array.from({ length: Math.max(...rows.map(({ length }) => length)) }, (_, place) => place).filter((place) => {
    const words = headings[place] ?? '';
    return !Object.values(at).includes(place) && !isSerial(words) && !data(words) && mayNumber(column(place));
  });
  return others.length === 0
    ? undefined
    : { one: headings[at.id]!, other: headings[others[0]!] || t('team.pasteNameless', { column: others[0]! + 1 }) };
}

/** A heading that is repeated on the next page of a printed list. */
function namesItself(row: PastedRow, table: PastedTable): boolean {
  return Object.values(saysWho(row, table)).some((words) => claimsOf(words).length > 0);
}

function sameCells(row: PastedRow, heading: PastedRow): boolean {
  const of = ({ cells }: PastedRow): string => cells.map(folded).join('\t').trimEnd();
  return of(row) === of(heading);
}

/** A form with its rows numbered beforehand. */
function isEmpty({ cells }: PastedRow, { heading }: PastedTable): boolean {
  return cells.every((cell, at) => cell === '' || isSerial(heading?.cells[at] ?? ''));
}

function nameless(rows: PastedRow[], heading: PastedRow): number[] {
  const columns = new Set(
    rows.flatMap(({ cells }) => cells.flatMap((cell, at) => (cell !== '' && (heading.cells[at] ?? '') === '' ? [at + 1] : []))),
  );
  return [...columns].sort((one, other) => one - other);
}
