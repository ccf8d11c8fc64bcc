// Which numbers of a subject stand in the workbook, and which the engine still waits for.
import { criteriaOf, type Names } from '../names.ts';
import type { TeamState } from '../desk.ts';
import { indicatorOf } from './uses.ts';
import type { Id, IndicatorValue, Person, Scheme, WorkbookView } from '../../engine/engine.ts';

export interface SubjectsOf {
  scheme: Scheme;
  subjects: Person[];
}

/** The schemes with indicators, each with the people it appraises. */
export function indicatorSchemes(names: Names): SubjectsOf[] {
  return names.schemes
    .filter((scheme) => (scheme.indicators?.length ?? 0) > 0)
    .map((scheme) => ({ scheme, subjects: names.view.people.filter((person) => person.scheme === scheme.id) }))
    .filter(({ subjects }) => subjects.length > 0);
}

/** By subject and indicator the latest dated entry that no other replaces; two of one day are both shown. */
export function standingNumbers(view: WorkbookView): (subject: string, indicator: Id) => IndicatorValue[] {
  const replaced = new Set(view.indicators.map((entry) => entry.replaces));
  const standing = new Map<string, IndicatorValue[]>();
  for (const entry of view.indicators) {
    if (replaced.has(entry.id)) continue;
    const key = keyOf(entry.subject, entry.indicator);
    const others = standing.get(key) ?? [];
    const latest = others[0]?.date ?? '';
    if (entry.date > latest) standing.set(key, [entry]);
    else if (entry.date === latest) others.push(entry);
  }
  return (subject, indicator) => standing.get(keyOf(subject, indicator)) ?? [];
}

/** What the engine waits for, by subject and indicator: `no-value`, `no-target`, `no-volume` or `conflict`. */
export function lackingNumbers({ result, names }: TeamState): Map<string, { subject: string; indicator: Id; reason: string }> {
  const lacking = new Map<string, { subject: string; indicator: Id; reason: string }>();
  for (const one of result?.results ?? []) {
    const scheme = names?.schemeOfSubject(one.subject);
    for (const { criterion, reason } of one.missing ?? []) {
      const found = scheme && criteriaOf(scheme).find(({ id }) => id === criterion);
      const indicator = found && indicatorOf(found);
      if (indicator !== undefined) lacking.set(keyOf(one.subject, indicator), { subject: one.subject, indicator, reason });
    }
  }
  return lacking;
}

export function keyOf(subject: string, indicator: Id): string {
  return JSON.stringify([subject, indicator]);
}
