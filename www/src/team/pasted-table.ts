// A pasted table about people: its heading says what each column is, whatever the order, and the rows below it are people. What
// the heading does not place is named and not read; titles, sums, notes and signatures are nobody.
import type { Params, TextKey } from '../kit/texts.ts';
import { claimsOf, placeColumns, type AboutPeople } from './headings.ts';
import { folded } from './folded.ts';
import type { PastedRow } from './pasted-rows.ts';

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
  /** Why nothing of it can be read. */
  fault: RowProblem | undefined;
}

export interface Wanted {
  about: readonly AboutPeople[];
  /** Headings of the other columns that the reader knows. */
  data?: (heading: string) => boolean;
}

/** Titles and dates stand above a heading, and no more rows of them. */
const ABOVE = 15;
/** 合计：6人, 信用卡组小计 */
const SUM = /(合计|总计|小计|共计|总数|平均|平均值|平均分|均值|最高|最低)([:(].*)?$/;
/** The same alone in a cell, where a name could end so; and what stands below a table: 注：…, 制表人：… */
const NOBODY =
  /^((合计|总计|小计|共计|平均|平均值|平均分|均值|最高|最低|total|sum|average|mean)([:(].*)?|(注|备注|说明|制表人?|审核人?|复核人?|填表人?|填报人|经办人|审批人|负责人|.{0,4}日期|notes?|preparedby|date)(\d*[:.].*)?)$/;

export function readTable(rows: PastedRow[], { about, data = () => false }: Wanted): PastedTable {
  const knows = (words: string): boolean => words !== '' && (claimsOf(words).length > 0 || data(words));
  const known = (row: PastedRow): number => row.cells.filter(knows).length;
  const place = rows.slice(0, ABOVE).findIndex((row) => known(row) > 1);
  const heading = rows[place];
  const [above, below] = [rows.slice(0, Math.max(place, 0)), rows.slice(place + 1)];
  const table: PastedTable = { heading, at: {}, body: [], unread: [], nameless: [], leftOut: [...above], fault: undefined };
  const fault = (row: number, key: TextKey, params: Params): PastedTable => ({
    ...table,
    body: below,
    leftOut: above,
    fault: { row, key, params },
  });
  if (heading) {
    const placed = placeColumns(heading.cells, about);
    if (placed.doubled) return fault(heading.number, 'team.pasteTwoColumns', { one: placed.doubled[0], other: placed.doubled[1] });
    table.at = placed.at;
    const read = new Set(Object.values(placed.at));
    table.unread = heading.cells.filter((words, at) => words !== '' && !read.has(at) && !data(words) && !isSerial(words));
    table.nameless = nameless(below, heading);
  }
  for (const [at, row] of below.entries()) {
    const again = heading && (at === 0 || namesItself(row, table)) && known(row) > 1;
    if (again && !sameCells(row, heading)) return fault(row.number, 'team.pasteTwoHeadings', { one: heading.number, other: row.number });
    if (again || isNobody(row, table)) table.leftOut.push(row);
    else table.body.push(row);
  }
  return table;
}

const isSerial = (words: string): boolean => claimsOf(words).some(({ is }) => is === 'serial');

/** The cells that say who a row is about, as far as there are columns for them. */
export function saysWho(row: PastedRow, { at }: PastedTable): { id: string; name: string; who: string } {
  const cell = (is: AboutPeople): string => (at[is] === undefined ? '' : (row.cells[at[is]] ?? ''));
  return { id: cell('id'), name: cell('name'), who: cell('who') };
}

/** A heading that is repeated on the next page of a printed list. */
function namesItself(row: PastedRow, table: PastedTable): boolean {
  return Object.values(saysWho(row, table)).some((words) => claimsOf(words).length > 0);
}

function sameCells(row: PastedRow, heading: PastedRow): boolean {
  const of = ({ cells }: PastedRow): string => cells.map(folded).join('\t').trimEnd();
  return of(row) === of(heading);
}

function isNobody(row: PastedRow, table: PastedTable): boolean {
  const { id, name, who } = saysWho(row, table);
  const first = row.cells.find((cell) => cell !== '') ?? '';
  if (SUM.test(folded(first)) || [...new Set([first, id, name, who])].some((words) => NOBODY.test(folded(words)))) return true;
  // A form with its rows numbered beforehand.
  return row.cells.every((cell, at) => cell === '' || isSerial(table.heading?.cells[at] ?? ''));
}

function nameless(rows: PastedRow[], heading: PastedRow): number[] {
  const columns = new Set(
    rows.flatMap(({ cells }) => cells.flatMap((cell, at) => (cell !== '' && (heading.cells[at] ?? '') === '' ? [at + 1] : []))),
  );
  return [...columns].sort((one, other) => one - other);
}
