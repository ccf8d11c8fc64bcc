// Ids of a scheme into its own words, as a derivation's parameters name them: `criterion`, `grade`, `indicator`, …
import { showDate, showPeriod } from './format.ts';
import { say, t } from './texts.ts';
import type { Scheme, Text, Title } from './engine.ts';

type Named = { id: string; name: Title | Text };

const LISTS: { [key: string]: (scheme: Scheme) => Named[] } = {
  section: ({ sections }) => sections,
  criterion: ({ sections }) => sections.flatMap(({ criteria }) => criteria),
  role: ({ roles = [] }) => roles,
  grade: ({ grades = [] }) => grades,
  rung: ({ warnings }) => warnings?.rungs ?? [],
  indicator: ({ indicators = [] }) => indicators,
  question: ({ feedback }) => feedback?.questions ?? [],
  channel: ({ channels = [] }) => channels,
  factor: ({ pay }) => pay?.factors ?? [],
  rule: ({ sections }) => sections.flatMap(({ criteria }) => criteria).flatMap(({ critical = [] }) => critical),
};
/** Several ids in one parameter. */
const PLURALS: { [key: string]: string } = { grades: 'grade', rules: 'rule' };
const DATES = ['date', 'received', 'due', 'done'];

/** What a scheme calls it; undefined where it calls nothing so. */
export function schemeWord(scheme: Scheme, key: string, value: string): string | undefined {
  const one = PLURALS[key];
  if (one !== undefined) return value.split(', ').map((id) => schemeWord(scheme, one, id) ?? id).join(t('problem.listJoin'));
  return say(LISTS[key]?.(scheme).find(({ id }) => id === value)?.name) || undefined;
}

/** Dates and periods read the same in every scheme. */
export function plainWord(key: string, value: string): string {
  if (DATES.includes(key)) return showDate(value);
  return key === 'period' ? showPeriod(value) : value;
}
