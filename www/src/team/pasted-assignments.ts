// Who rates whom, from Excel: one row per subject, one column per named rater, the role in the column's heading. Self-ratings
// need no row: they follow from the scheme.
import { say, type Params } from '../foundation/texts.ts';
import { ratedRoles, schemeOf } from './names.ts';
import type { RowProblem } from './pasted-people.ts';
import type { PastedRow } from './pasted-rows.ts';
import { Roster } from './roster.ts';
import type { Assignment, Person, Role, Scheme } from '../foundation/engine.ts';

export interface AssignmentsRead {
  assignments: Assignment[];
  problems: RowProblem[];
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

export function readAssignments(rows: PastedRow[], people: Person[], schemes: Scheme[]): AssignmentsRead {
  const assignments: Assignment[] = [];
  const problems: RowProblem[] = [];
  const named = namedRoles(schemes);
  const roster = new Roster(people);
  const owns = new Map(schemes.map((scheme) => [scheme.id, new Set(ratedRoles(scheme).map(({ id }) => id))]));
  const heading = rows.find(({ cells }) => cells.some((cell) => roleNamed(cell, named)));
  if (!heading) return { assignments, problems: rows.length === 0 ? [] : [{ row: rows[0]!.number, key: 'team.assignNoHeading' }] };
  const roles = heading.cells.map((cell) => roleNamed(cell, named));
  for (const row of rows) {
    if (row === heading) continue;
    const subject = roster.named(row.cells[0] ?? '');
    const refuse = (key: RowProblem['key'], params: Params): void => void problems.push({ row: row.number, key, params });
    if (!subject?.scheme) {
      refuse('team.assignNoSubject', { who: row.cells[0] ?? '' });
      continue;
    }
    const own = owns.get(subject.scheme);
    row.cells.forEach((cell, column) => {
      const role = roles[column];
      if (!role || cell === '') return;
      const rater = roster.named(cell);
      if (!rater) refuse('team.assignNoRater', { who: cell });
      else if (!own?.has(role.id)) refuse('team.assignNoRole', { role: say(role.name), who: subject.name });
      else if (rater.id === subject.id) refuse('team.assignSelf', { who: subject.name });
      else assignments.push({ subject: subject.id, role: role.id, rater: rater.id });
    });
  }
  return { assignments: distinct(assignments), problems };
}

/** "同事1" and "同事评分" are both the peers' column. */
function roleNamed(cell: string, roles: Role[]): Role | undefined {
  const words = cell.replace(/[\d\s]+$/, '').toLowerCase();
  if (words.length < 2) return undefined;
  return roles.find(
    (role) => role.id === words || role.name['zh-CN'].startsWith(words) || role.name.en?.toLowerCase().startsWith(words),
  );
}

export function distinct(assignments: Assignment[]): Assignment[] {
  const seen = new Set<string>();
  return assignments.filter((one) => {
    const key = JSON.stringify([one.subject, one.role, one.rater]);
    return !seen.has(key) && seen.add(key);
  });
}
