// Who rates whom, from Excel: one row per subject, the raters in columns with their role in the heading, several in a cell or in
// several columns. Self-ratings need no row: they follow from the scheme.
import { say, t, type Params } from '../kit/texts.ts';
import { ratedRoles, schemeOf } from './names.ts';
import { folded } from './folded.ts';
import type { PastedRow } from '../excel/pasted-rows.ts';
import { readTable, saysWho, type RowProblem, type TableRead } from './pasted-table.ts';
import { isPerson, Roster } from './roster.ts';
import type { Assignment, Person, Role, Scheme } from '../engine/engine.ts';

export interface AssignmentsRead extends TableRead {
  assignments: Assignment[];
}

/** The roles that somebody else has to be named for. */
export function namedRoles(schemes: Scheme[]): Role[] {
  const roles = schemes.flatMap((scheme) => ratedRoles(scheme)).filter((role) => role.by !== 'subject');
  return roles.filter((role, at) => roles.findIndex((other) => other.id === role.id) === at);
}

export function selfAssignments(people: Person[], schemes: Scheme[]): Assignment[] {
  return people.flatMap((person) =>
    ratedRoles(schemeOf(schemes, person.scheme))
      .filter((role) => role.by === 'subject')
      .map((role) => ({ subject: person.id, role: role.id, rater: person.id })),
  );
}

/** A table to fill in Excel: everybody who needs raters, with a heading the reader below understands. */
export function assignmentTable(people: Person[], schemes: Scheme[], words: { id: string; name: string }): string {
  const columns = namedRoles(schemes).flatMap((role) => Array.from({ length: columnsFor(role) }, () => say(role.name)));
  const rows = people.filter((person) => person.scheme !== undefined).map((person) => [person.id, person.name, ...columns.map(() => '')]);
  return [[words.id, words.name, ...columns], ...rows].map((cells) => cells.join('\t')).join('\n');
}

/** Where anonymity counts raters, a column more than it asks for; otherwise one. */
function columnsFor(role: Role): number {
  return (role.anonymousFrom ?? 1) > 1 ? (role.anonymousFrom ?? 1) + 1 : (role.atLeast ?? 1);
}

const SHOWN = 10;
/** Between names in one cell. Blanks are none: they stand within a name as well. */
const BETWEEN = /[、，,;；/／]/;

export function readAssignments(rows: PastedRow[], people: Person[], schemes: Scheme[]): AssignmentsRead {
  const named = namedRoles(schemes);
  const roster = new Roster(people);
  const table = readTable(rows, {
    about: ['id', 'name', 'who'],
    names: (says) => roster.has(says),
    data: (words) => roleNamed(words, named) !== undefined,
  });
  const { heading, fault, unread, nameless, leftOut } = table;
  const read: AssignmentsRead = { assignments: [], problems: fault ? [fault] : [...table.refused], notes: [], unread, nameless, leftOut };
  if (rows.length === 0 || fault) return read;
  const roles = heading?.cells.map((cell) => roleNamed(cell, named)) ?? [];
  if (!heading || Object.keys(table.at).length === 0 || roles.every((role) => role === undefined))
    return { ...read, problems: [{ row: (heading ?? rows[0]!).number, key: 'team.assignNoHeading' }] };
  const filled: Filled[] = [];
  const owns = new Map(schemes.map((scheme) => [scheme.id, new Set(ratedRoles(scheme).map(({ id }) => id))]));
  for (const row of table.body) {
    const refuse = (key: RowProblem['key'], params: Params): void => void read.problems.push({ row: row.number, key, params });
    const subject = roster.find(saysWho(row, table));
    if (!isPerson(subject)) {
      refuse(subject.key, subject.params);
      continue;
    }
    if (subject.scheme === undefined) {
      refuse('team.assignNoSubject', { who: subject.name });
      continue;
    }
    const own = owns.get(subject.scheme);
    filled.push({ row, subject, roles: roles.filter((role, column) => role && (row.cells[column] ?? '') !== '') as Role[] });
    row.cells.forEach((cell, column) => {
      const role = roles[column];
      if (!role) return;
      for (const words of cell
        .split(BETWEEN)
        .map((one) => one.trim())
        .filter((one) => one !== '')) {
        const rater = roster.named(words);
        if (!isPerson(rater)) refuse(rater.key, rater.params);
        else if (!own?.has(role.id)) refuse('team.assignNoRole', { role: say(role.name), who: subject.name });
        else if (rater.id === subject.id) refuse('team.assignSelf', { who: subject.name });
        else {
          if (words !== rater.id && words !== rater.name)
            read.notes.push({ row: row.number, key: 'team.pasteTidied', params: { from: words, to: rater.name } });
          read.assignments.push({ subject: subject.id, role: role.id, rater: rater.id });
        }
      }
    });
  }
  for (const role of named) {
    const without = filled.filter((one) => !one.roles.includes(role) && owns.get(one.subject.scheme!)?.has(role.id));
    if (without.length > 0 && filled.some((one) => one.roles.includes(role))) read.problems.push(lacking(role, without));
  }
  return { ...read, assignments: distinct(read.assignments) };
}

interface Filled {
  row: PastedRow;
  subject: Person;
  /** Those for which the row names somebody. */
  roles: Role[];
}

/** Of a cell that was merged downwards only the first row is on the clipboard. */
function lacking(role: Role, without: Filled[]): RowProblem {
  const names = without.slice(0, SHOWN).map(({ subject }) => subject.name);
  return {
    row: without[0]!.row.number,
    key: 'team.assignLacks',
    params: { role: say(role.name), count: without.length, names: names.join(t('team.listJoin')) + (without.length > SHOWN ? '…' : '') },
  };
}

/** 同事1, 同事评分 and 同事 are all the peers' column; 直属上级 is the superior's. */
function roleNamed(heading: string, roles: Role[]): Role | undefined {
  const words = stem(heading);
  if (words.length < 2) return undefined;
  return roles.find(
    (role) => role.id === words || [role.name['zh-CN'], role.name.en].some((name) => name !== undefined && stem(name) === words),
  );
}

const stem = (words: string): string =>
  folded(words)
    .replace(/[\d()]+$/, '')
    .replace(/^(直属|直接)/, '')
    .replace(/(评分人|评分)$/, '');

export function distinct(assignments: Assignment[]): Assignment[] {
  const seen = new Set<string>();
  return assignments.filter((one) => {
    const key = JSON.stringify([one.subject, one.role, one.rater]);
    return !seen.has(key) && seen.add(key);
  });
}
