// Whom the element's attributes already name.
import { today } from '../foundation/format.ts';
import type { Who } from './form-state.ts';

type Named = { [key in Exclude<keyof Who, 'date' | 'role'>]: string | null } & { role: string | null; raterRole: string | null };

export function presetOf({ scheme, role, raterRole, subject, subjectName, rater, raterName, period }: Named): Partial<Who> {
  const given = { scheme, role: raterRole ?? role, subject, subjectName, rater, raterName, period };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value != null && value !== ''));
}

/** Everything that has to be known before a form can be opened, or undefined. */
export function addressedTo(who: Partial<Who>): Who | undefined {
  const { scheme, role, subject, rater, period } = who;
  if (!scheme || !role || !subject || !rater || !period) return undefined;
  return { scheme, role, subject, rater, period, subjectName: who.subjectName ?? '', raterName: who.raterName ?? '', date: today() };
}
