// A table of numbers from Excel: one row per subject, one column per indicator, named in the heading; a column named
// "… target" holds targets. Every row is either taken as a whole or refused with its reason.
import { say, t } from '../../foundation/texts.ts';
import type { RowProblem } from '../pasted-people.ts';
import type { PastedRow } from '../pasted-rows.ts';
import { Roster } from '../roster.ts';
import { indicatorWords } from './indicator-table.ts';
import type { SubjectsOf } from './standing-numbers.ts';
import { hasTarget } from './uses.ts';
import type { Indicator, Person, Scheme } from '../../foundation/engine.ts';

/** A number as it stood in the cell. */
export interface PastedNumber {
  indicator: Indicator;
  value: string;
  target?: string;
}

export interface NumbersRow {
  row: number;
  subject: Person;
  numbers: PastedNumber[];
}

export interface IndicatorsRead {
  rows: NumbersRow[];
  problems: RowProblem[];
  /** Headings that name no indicator; their columns were not read. */
  unread: string[];
  /** How many rows there were below the heading. */
  given: number;
}

interface Column {
  indicator: Indicator;
  part: 'value' | 'target';
}

const TARGET = /\s*(目标|target)$/i;
const ABOUT_PEOPLE = /^(工号|员工号|编号|员工编号|被考核人工号|姓名|名称|被考核人|staff no\.?|id|number|name)$/i;

export function indicatorPasteTable(schemes: SubjectsOf[], words: { id: string; name: string }): string {
  const columns = [...new Set(schemes.flatMap(({ scheme }) => headingsOf(scheme)))];
  const rows = schemes.flatMap(({ subjects }) => subjects.map((person) => [person.id, person.name, ...columns.map(() => '')]));
  return [[words.id, words.name, ...columns], ...rows].map((cells) => cells.join('\t')).join('\n');
}

function headingsOf(scheme: Scheme): string[] {
  return (scheme.indicators ?? []).flatMap((one) => [
    indicatorWords(one),
    ...(hasTarget(scheme, one.id) ? [t('indicators.targetOf', { indicator: say(one.name) })] : []),
  ]);
}

export function readIndicators(rows: PastedRow[], schemes: SubjectsOf[]): IndicatorsRead {
  const all = schemes.map(({ scheme }) => scheme);
  const heading = rows.find(({ cells }) => cells.some((cell) => all.some((scheme) => columnOf(cell, scheme))));
  const read: IndicatorsRead = { rows: [], problems: [], unread: [], given: 0 };
  if (!heading) return rows.length === 0 ? read : { ...read, problems: [{ row: rows[0]!.number, key: 'indicators.pasteNoHeading' }] };
  read.unread = heading.cells.filter((cell) => cell !== '' && !ABOUT_PEOPLE.test(cell) && !all.some((scheme) => columnOf(cell, scheme)));
  const doubled = all.map((scheme) => doubledHeading(heading.cells, scheme)).find((words) => words !== undefined);
  if (doubled !== undefined) return { ...read, given: rows.length - 1, problems: [{ row: heading.number, key: 'indicators.pasteTwoColumns', params: { heading: doubled } }] };
  read.unread.push(...nameless(rows, heading));
  const roster = new Roster(schemes.flatMap(({ subjects }) => subjects));
  const columns = new Map(all.map((scheme) => [scheme.id, heading.cells.map((words) => columnOf(words, scheme))]));
  const seen = new Set<string>();
  for (const row of rows) {
    if (row === heading) continue;
    read.given += 1;
    const subject = roster.named(row.cells[0] ?? '');
    const own = columns.get(subject?.scheme ?? '');
    if (!subject || !own) read.problems.push({ row: row.number, key: 'team.assignNoSubject', params: { who: row.cells[0] ?? '' } });
    else if (seen.has(subject.id)) read.problems.push({ row: row.number, key: 'indicators.pasteTwice', params: { name: subject.name } });
    else if (readRow(read, row, heading.cells, subject, own)) seen.add(subject.id);
  }
  return read;
}

/** Of two columns for one number the second would silently win. */
function doubledHeading(headings: string[], scheme: Scheme): string | undefined {
  const seen = new Set<string>();
  return headings.find((words) => {
    const column = columnOf(words, scheme);
    const key = column && `${column.part} ${column.indicator.id}`;
    return key !== undefined && (seen.has(key) || !seen.add(key));
  });
}

function nameless(rows: PastedRow[], heading: PastedRow): string[] {
  const columns = new Set(rows.flatMap(({ cells }) => cells.flatMap((cell, at) => (cell !== '' && (heading.cells[at] ?? '') === '' ? [at] : []))));
  return [...columns].sort((one, other) => one - other).map((at) => t('indicators.pasteNoName', { column: at + 1 }));
}

/** Whether the row was taken. */
function readRow(read: IndicatorsRead, row: PastedRow, headings: string[], subject: Person, columns: (Column | undefined)[]): boolean {
  const refuse = (problem: Omit<RowProblem, 'row'>): boolean => {
    read.problems.push({ row: row.number, ...problem });
    return false;
  };
  const numbers = new Map<string, Partial<PastedNumber> & { indicator: Indicator }>();
  for (const [at, text] of row.cells.entries()) {
    const words = headings[at] ?? '';
    if (text === '' || words === '' || ABOUT_PEOPLE.test(words) || read.unread.includes(words)) continue;
    const column = columns[at];
    if (!column) return refuse({ key: 'indicators.pasteNotHis', params: { name: subject.name, heading: words } });
    const { indicator, part } = column;
    numbers.set(indicator.id, { ...(numbers.get(indicator.id) ?? { indicator }), [part]: text });
  }
  const whole = [...numbers.values()];
  const lone = whole.find((one) => one.value === undefined);
  if (lone) return refuse({ key: 'indicators.pasteLoneTarget', params: { indicator: say(lone.indicator.name) } });
  if (whole.length === 0) return refuse({ key: 'indicators.pasteEmpty' });
  read.rows.push({ row: row.number, subject, numbers: whole as PastedNumber[] });
  return true;
}

/** Which indicator of a scheme a heading names, by its title in either language or its id; "（%）" behind it is its unit. */
function columnOf(heading: string, scheme: Scheme): Column | undefined {
  const part = TARGET.test(heading) ? 'target' : 'value';
  const words = (part === 'target' ? heading.replace(TARGET, '') : heading).replace(/\s*[（(][^（(]*[）)]$/, '').trim().toLowerCase();
  const named = ({ id, name }: Indicator): boolean => [id, name['zh-CN'], name.en].some((one) => one?.toLowerCase() === words);
  const indicator = scheme.indicators?.find(named) ?? scheme.indicators?.find((one) => one.name['zh-CN'] === heading || one.name.en === heading);
  return indicator && { indicator, part: named(indicator) ? part : 'value' };
}
