// A table of numbers from Excel: one row per subject, one column per indicator, named in the heading; a column named
// "… target" holds targets. Every row is either taken as a whole or refused with its reason.
import { showPeriod } from '../../kit/format.ts';
import { say } from '../../kit/texts.ts';
import type { PastedRow } from '../../excel/pasted-rows.ts';
import { readTable, saysWho, type PastedTable, type RowProblem, type TableRead } from '../pasted-table.ts';
import { isPerson, Roster } from '../roster.ts';
import { asideFault, otherInRow } from './beside-numbers.ts';
import { aboutNumbers, columnsOf, isPercent, partNamed, type Column } from './indicator-headings.ts';
import { percentCell, percentColumn, type Cell, type Meant, type PercentColumn } from './percent-columns.ts';
import type { SubjectsOf } from './standing-numbers.ts';
import type { Indicator, Person, Scheme } from '../../engine/engine.ts';

export interface PastedNumber {
  indicator: Indicator;
  value: Cell;
  target?: Cell;
}

export interface NumbersRow {
  row: number;
  subject: Person;
  numbers: PastedNumber[];
}

export interface IndicatorsRead extends TableRead {
  rows: NumbersRow[];
  /** Columns in percent that may be shares; until a person says so they are read as they stand. */
  percent: PercentColumn[];
  /** How many rows are somebody. */
  given: number;
}

/** Of the workbook's `period`; `meant` by column: what a person said of those in percent. */
export function readIndicators(
  rows: PastedRow[],
  schemes: SubjectsOf[],
  period: string,
  meant: ReadonlyMap<number, Meant> = new Map(),
): IndicatorsRead {
  const all = schemes.map(({ scheme }) => scheme);
  const roster = new Roster(schemes.flatMap(({ subjects }) => subjects));
  const table = readTable(rows, {
    about: ['id', 'name', 'who'],
    names: (says) => roster.has(says),
    data: (words) => aboutNumbers(words, all),
  });
  const { heading, body, leftOut, nameless } = table;
  const columns = new Map(
    all.map((scheme) => [scheme.id, columnsOf(heading?.cells ?? [], scheme, !leftOut.some((row) => aboveOf(row, heading, all)))]),
  );
  const read: IndicatorsRead = {
    rows: [],
    problems: [...table.refused],
    notes: [],
    unread: table.unread,
    nameless,
    leftOut,
    percent: [],
    given: body.length + table.refused.length,
  };
  if (rows.length === 0) return read;
  const names = (heading?.cells ?? []).map((_, at) => [...columns.values()].map((own) => own[at]).filter((column) => column !== undefined));
  const numbers = heading && { table: { ...table, heading }, names, period };
  const fault = table.fault ?? faultOf(table, rows, [...columns.values()]) ?? unplaced(heading, names) ?? (numbers && asideFault(numbers));
  if (!numbers || fault) return { ...read, problems: fault ? [fault] : [] };
  for (const [at, words] of numbers.table.heading.cells.entries()) {
    const asked = names[at]!.some(({ indicator }) => isPercent(indicator))
      ? percentColumn(
          at,
          words,
          body.map(({ cells }) => cells[at] ?? ''),
        )
      : undefined;
    if (asked) read.percent.push(asked);
  }
  const seen = new Set<string>();
  for (const row of body) {
    const other = otherInRow(row, numbers);
    const subject = roster.find(saysWho(row, table));
    const found = !isPerson(subject)
      ? subject
      : other !== undefined
        ? { key: 'indicators.pasteOther' as const, params: { words: other, period: showPeriod(period) } }
        : readRow(row, subject, {
            headings: numbers.table.heading.cells,
            names,
            columns: columns.get(subject.scheme ?? '') ?? [],
            meant,
            seen,
          });
    if ('key' in found) read.problems.push({ row: row.number, ...found });
    else read.rows.push(found);
  }
  return read;
}

/** A row above the heading that speaks of numbers is its other half. */
function aboveOf(row: PastedRow, heading: PastedRow | undefined, schemes: Scheme[]): boolean {
  return heading !== undefined && row.number < heading.number && row.cells.some((words) => aboutNumbers(words, schemes));
}

/** Why the table as a whole is not read. */
function faultOf({ heading, at }: PastedTable, rows: PastedRow[], columns: (Column | undefined)[][]): RowProblem | undefined {
  if (!heading || Object.keys(at).length === 0 || columns.every((own) => own.every((column) => column === undefined)))
    return { row: (heading ?? rows[0]!).number, key: 'indicators.pasteNoHeading' };
  const doubled = columns.map((own) => doubledHeading(heading.cells, own)).find((pair) => pair !== undefined);
  return doubled && { row: heading.number, key: 'team.pasteTwoColumns', params: doubled };
}

/** 目标 of which indicator? */
function unplaced(heading: PastedRow | undefined, names: Column[][]): RowProblem | undefined {
  const words = heading?.cells.find((cell, at) => partNamed(cell) && names[at]!.length === 0);
  return words === undefined ? undefined : { row: heading!.number, key: 'indicators.pasteWhose', params: { heading: words } };
}

/** Of two columns for one number the second would silently win. */
function doubledHeading(headings: string[], columns: (Column | undefined)[]): { one: string; other: string } | undefined {
  const seen = new Map<string, string>();
  for (const [at, column] of columns.entries()) {
    if (!column) continue;
    const key = `${column.part} ${column.indicator.id}`;
    const one = seen.get(key);
    if (one !== undefined) return { one, other: headings[at]! };
    seen.set(key, headings[at]!);
  }
  return undefined;
}

interface RowReading {
  headings: string[];
  /** Of each column what it is in any scheme, and in that of the subject. */
  names: Column[][];
  columns: (Column | undefined)[];
  meant: ReadonlyMap<number, Meant>;
  /** Of whom a row was taken. */
  seen: Set<string>;
}

/** A row with its numbers, or why it is refused. */
function readRow(
  row: PastedRow,
  subject: Person,
  { headings, names, columns, meant, seen }: RowReading,
): NumbersRow | Omit<RowProblem, 'row'> {
  if (seen.has(subject.id)) return { key: 'indicators.pasteTwice', params: { name: subject.name } };
  const numbers = new Map<string, Partial<PastedNumber> & { indicator: Indicator }>();
  for (const [at, text] of row.cells.entries()) {
    if (text === '' || (names[at] ?? []).length === 0) continue;
    const column = columns[at];
    if (!column) return { key: 'indicators.pasteNotHis', params: { name: subject.name, heading: headings[at]! } };
    const { indicator, part } = column;
    // Without a unit a sign of percent is as good as none.
    const cell = isPercent(indicator) || !indicator.unit ? percentCell(text, meant.get(at)) : { text, written: text };
    if (!cell) return { key: 'indicators.pasteNoShare', params: { heading: headings[at]!, number: text } };
    numbers.set(indicator.id, { ...(numbers.get(indicator.id) ?? { indicator }), [part]: cell });
  }
  const whole = [...numbers.values()];
  const lone = whole.find((one) => one.value === undefined);
  if (lone) return { key: 'indicators.pasteLoneTarget', params: { indicator: say(lone.indicator.name) } };
  if (whole.length === 0) return { key: 'indicators.pasteEmpty' };
  seen.add(subject.id);
  return { row: row.number, subject, numbers: whole as PastedNumber[] };
}
