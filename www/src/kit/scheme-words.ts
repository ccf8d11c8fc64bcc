// Ids of a scheme into its own words, as a derivation's parameters name them: `criterion`, `grade`, `indicator`, …
import { showDate, showPeriod } from './format.ts';
import { schemes as shipped } from './shipped.ts';
import { say, t } from './texts.ts';
import type { Criterion, Scheme, BilingualText, Title } from '../engine/engine.ts';

type Named = { id: string; name: Title | BilingualText };

const criteriaIn = ({ sections }: Scheme): Criterion[] => sections.flatMap(({ criteria }) => criteria);

const LISTS: { [key: string]: (scheme: Scheme) => Named[] } = {
  section: ({ sections }) => sections,
  criterion: criteriaIn,
  role: ({ roles = [] }) => roles,
  grade: ({ grades = [] }) => grades,
  level: (scheme) => criteriaIn(scheme).flatMap(({ scale }) => (scale?.type === 'levels' ? scale.levels : [])),
  rung: ({ warnings }) => warnings?.rungs ?? [],
  indicator: ({ indicators = [] }) => indicators,
  question: ({ feedback }) => feedback?.questions ?? [],
  channel: ({ channels = [] }) => channels,
  factor: ({ pay }) => pay?.factors ?? [],
  consequence: ({ consequences = [] }) => consequences,
  rule: (scheme) => criteriaIn(scheme).flatMap(({ critical = [] }) => critical),
  scheme: (scheme) => [scheme],
};
/** What a proposal rests on is a rule too. */
const ALIASES: { [key: string]: string } = { critical: 'rule' };
/** Several ids in one parameter. */
const PLURALS: { [key: string]: string } = { grades: 'grade', rules: 'rule' };
const DATES = ['date', 'received', 'due', 'done', 'earlier', 'later'];

/** What a scheme calls it; undefined where it calls nothing so, or several things of one id in different words. */
export function schemeWord(scheme: Scheme, key: string, value: string): string | undefined {
  const one = PLURALS[key];
  if (one !== undefined)
    return value
      .split(', ')
      .map((id) => schemeWord(scheme, one, id) ?? id)
      .join(t('problem.listJoin'));
  const words = new Set((LISTS[ALIASES[key] ?? key]?.(scheme) ?? []).filter(({ id }) => id === value).map(({ name }) => say(name)));
  return words.size === 1 ? [...words][0] || undefined : undefined;
}

/** What reads the same in every scheme. */
export function plainWord(key: string, value: string): string {
  if (key === 'scheme') return say(shippedName(value)) || value;
  // The page's own ids are drawn at random: nobody has seen them, and there is nothing to find by them.
  if (key === 'replaces' && DRAWN.test(value)) return t('words.earlier-entry');
  return key === 'plan' || (key === 'id' && DRAWN.test(value)) ? '' : dayWord(key, value);
}

/** Days and periods as people write them; all else as it is. */
export function dayWord(key: string, value: string): string {
  if (DATES.includes(key)) return showDate(value);
  return key === 'period' ? showPeriod(value) : value;
}

const DRAWN = /^[0-9a-f]{24}$/;

let names: Map<string, Title> | undefined;

/** Of a scheme that another one takes results from: it need not be in the workbook. */
function shippedName(id: string): Title | undefined {
  names ??= new Map(
    Object.values(shipped)
      .map((text) => JSON.parse(text) as Scheme)
      .map((scheme) => [scheme.id, scheme.name]),
  );
  return names.get(id);
}
