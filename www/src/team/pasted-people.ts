// A staff list from Excel: number, name, unit, scheme, and where they are needed team and pay base, in the columns that its heading
// names. Somebody without a unit only rates and is not appraised, which is asked about.
import { say, t } from '../kit/texts.ts';
import { folded } from './folded.ts';
import { claimsOf, type AboutPeople } from './headings.ts';
import { saidToHaveLeft } from './leavers.ts';
import type { Says } from './nobody.ts';
import type { PastedRow } from '../excel/pasted-rows.ts';
import { readTable, saysWho, type PastedTable, type RowProblem, type TableRead } from './pasted-table.ts';
import { Roster } from './roster.ts';
import { SamePeople } from './same-people.ts';
import { isLikeName, isPlainNumber, StaffNumbers } from './staff-numbers.ts';
import { Units } from './units.ts';
import type { Person, Scheme, Unit } from '../engine/engine.ts';

export interface PeopleRead extends TableRead {
  people: Person[];
  units: Unit[];
  /** Of the people those whose unit is empty. */
  withoutUnit: Person[];
  /** Whether there was a column for it. */
  unitColumn: boolean;
  /** Rows that are somebody. */
  given: number;
}

const ABOUT = ['id', 'name', 'unit', 'scheme', 'team', 'payBase'] as const satisfies AboutPeople[];
/** Without a heading, as the hint beside the field says. */
const BY_ORDER = Object.fromEntries(ABOUT.map((is, at) => [is, at])) as PastedTable['at'];
const SHOWN = 20;
/** What else stands third on a staff list: the sex, a date, a telephone number. */
const NO_UNIT = /^(男性?|女性?|male|female|m|f|[\d\p{P}\p{S}]+)$/u;

export function readPeople(rows: PastedRow[], schemes: Scheme[], known: { people: Person[]; units: Unit[] }): PeopleRead {
  const roster = new Roster(known.people);
  const names = (says: Says): boolean => (isPlainNumber(tidyNumber(says.id)) && isLikeName(says.name)) || roster.has(says);
  const table = readTable(rows, { about: ABOUT, names, byOrder: BY_ORDER });
  const fault = table.fault ?? faultOf(table, rows);
  const { unread, nameless, leftOut } = table;
  const read: PeopleRead = {
    people: [],
    units: [],
    withoutUnit: [],
    unitColumn: !table.heading || table.at.unit !== undefined,
    given: table.body.length + table.refused.length,
    problems: fault ? [fault] : [...table.refused],
    notes: [],
    unread,
    nameless,
    leftOut,
  };
  if (fault) return read;
  const units = new Units(known.units);
  const same = new SamePeople(known.people, units);
  const body = table.body.map((row) => ({ row, cells: cellsOf(row, table) }));
  const numbers = new StaffNumbers(
    body.filter(({ cells }) => cells.id !== '' && cells.name !== '').map(({ cells }) => tidyNumber(cells.id)),
    known.people.map(({ id }) => id),
  );
  for (const { row, cells } of body) {
    const left = saidToHaveLeft(row, table);
    const found =
      left === undefined
        ? readPerson(cells, table.heading !== undefined, { schemes, units, same, numbers })
        : { key: 'team.pasteLeft' as const, params: { words: left } };
    if ('key' in found) {
      read.problems.push({ row: row.number, ...found });
      continue;
    }
    read.people.push(found);
    if (found.unit === undefined) read.withoutUnit.push(found);
    same.add(found);
    read.notes.push(
      ...tidied(cells, found, units).map(([from, to]) => ({ row: row.number, key: 'team.pasteTidied' as const, params: { from, to } })),
    );
  }
  return { ...read, units: units.fresh };
}

type Cells = { [is in 'id' | 'name' | 'unit' | 'scheme' | 'team' | 'payBase']: string };

function cellsOf(row: PastedRow, { at }: PastedTable): Cells {
  return Object.fromEntries(ABOUT.map((is) => [is, at[is] === undefined ? '' : (row.cells[at[is]] ?? '')])) as Cells;
}

/** Somebody, or why the row is refused. `headed`: there is a heading that says what the cells are. */
function readPerson(
  cells: Cells,
  headed: boolean,
  { schemes, units, same, numbers }: { schemes: Scheme[]; units: Units; same: SamePeople; numbers: StaffNumbers },
): Person | Omit<RowProblem, 'row'> {
  const { unit, scheme: schemeName, team, payBase } = cells;
  const [id, name] = [tidyNumber(cells.id), tidyName(cells.name)];
  if (id === '' || name === '') return { key: 'team.pasteNeedsIdName' };
  if (!headed && !looksLikeSomebody(id, name)) return { key: 'team.pasteNoPerson', params: { id, name } };
  if (!headed && NO_UNIT.test(folded(unit))) return { key: 'team.pasteNoUnit', params: { unit } };
  if (!numbers.has(id)) return { key: 'team.pasteNotNumber', params: { id: cells.id } };
  if (!isLikeName(name)) return { key: 'team.pasteNotName', params: { name } };
  const twice = same.find({ id, name }, unit);
  if (twice) return twice;
  if (unit === '') return schemeName === '' ? { id, name } : { key: 'team.pasteNeedsUnit', params: { id } };
  const scheme = findScheme(schemes, schemeName, headed);
  if (!scheme && schemeName === '') return { key: 'team.pasteWhichScheme', params: { schemes: listed(schemes) } };
  if (!scheme) return { key: 'team.pasteNoScheme', params: { scheme: schemeName, schemes: listed(schemes) } };
  // What is no number is the engine's to refuse, with its place.
  return {
    id,
    name,
    unit: units.named(unit).id,
    scheme: scheme.id,
    ...(team === '' ? {} : { team }),
    ...(payBase === '' ? {} : { payBase }),
  };
}

/** What was read otherwise than it was written. */
function tidied(cells: Cells, { id, name, unit }: Person, units: Units): [from: string, to: string][] {
  const found = unit === undefined ? undefined : units.byId(unit);
  const answers = found && [found.id, found.name['zh-CN'], found.name.en].includes(cells.unit);
  const read: [string, string][] = [
    [cells.id, id],
    [cells.name, name],
    ...(found && !answers ? [[cells.unit, say(found.name)] as [string, string]] : []),
  ];
  return read.filter(([from, to]) => from !== to);
}

/** Every row that is somebody is taken or refused. */
export const refused = ({ given, people }: PeopleRead): number => given - people.length;

export function staffSummary(read: PeopleRead): string {
  const sizes = new Map<string, number>();
  for (const { unit } of read.people) if (unit !== undefined) sizes.set(unit, (sizes.get(unit) ?? 0) + 1);
  const counted = t('team.staffRead', { people: read.people.length, refused: refused(read), units: read.units.length });
  if (read.units.length === 0) return counted;
  const units = read.units.slice(0, SHOWN).map((unit) => t('team.staffUnit', { unit: say(unit.name), people: sizes.get(unit.id) ?? 0 }));
  return counted + t('team.staffUnits', { units: units.join(t('team.listJoin')) + (read.units.length > SHOWN ? '…' : '') });
}

/** Why the table as a whole does not say who is who. */
function faultOf(table: PastedTable, rows: PastedRow[]): RowProblem | undefined {
  const { heading, at, body } = table;
  if (heading) {
    const lacks = at.id === undefined ? 'staffNumber' : at.name === undefined ? 'name' : undefined;
    return (
      lacks && {
        row: heading.number,
        key: 'team.pasteLacksColumn',
        params: { column: t(`team.${lacks}`), headings: heading.cells.filter((words) => words !== '').join(t('team.listJoin')) },
      }
    );
  }
  // The order of columns is a guess, which a row with the word of a heading in it contradicts,
  for (const { number, cells } of rows) {
    const words = cells.find((cell) => claimsOf(cell).length > 0);
    if (words !== undefined) return { row: number, key: 'team.pasteHalfHeading', params: { words } };
  }
  // and a first row that is nobody: a heading in words that are not known. A title is one cell.
  const first = body.find(({ cells }) => cells.filter((cell) => cell !== '').length > 1);
  const { id, name } = first ? saysWho(first, table) : { id: '', name: '' };
  if (first && id !== '' && name !== '' && !looksLikeSomebody(tidyNumber(id), name))
    return { row: first.number, key: 'team.pasteNoPerson', params: { id, name } };
  return undefined;
}

/** Without a heading the first column must look like staff numbers, and the second not: 1 | 0012 | 样例甲 counts its rows. */
function looksLikeSomebody(id: string, name: string): boolean {
  return isPlainNumber(id) && !/^(?=.*\d)[\p{Script=Latin}\d\p{P}\p{S}]+$/u.test(name);
}

const tidyNumber = (id: string): string => id.normalize('NFKC');

/** 样 甲 is written so for the look of the list; between Latin letters a blank is part of the name. */
const tidyName = (name: string): string => (/^[\p{Script=Han}·\s]+$/u.test(name) ? name.replace(/\s+/g, '') : name);

/** An empty cell means the only scheme there is; with several, the id, the name or, where a heading says that it is a scheme, an unmistakable part of it. */
function findScheme(schemes: Scheme[], words: string, partly: boolean): Scheme | undefined {
  if (words === '') return schemes.length === 1 ? schemes[0] : undefined;
  const exact = schemes.find((scheme) => scheme.id === words || scheme.name['zh-CN'] === words || scheme.name.en === words);
  if (exact || !partly) return exact;
  const some = schemes.filter((scheme) => folded(scheme.name['zh-CN']).includes(folded(words)) || scheme.id.includes(words));
  return some.length === 1 ? some[0] : undefined;
}

const listed = (schemes: Scheme[]): string => schemes.map((scheme) => say(scheme.name)).join(t('team.listJoin'));
