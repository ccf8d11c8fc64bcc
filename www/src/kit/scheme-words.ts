// Ids of a scheme into its own words, by what they are: `criterion`, `grade`, `indicator`, …
import { schemes as shipped } from './shipped.ts';
import { say } from './texts.ts';
import type { ThingNames } from './parameters.ts';
import type { Criterion, Scheme, BilingualText, Title } from '../engine/engine.ts';

type Named = { id: string; name: Title | BilingualText };

const criteriaIn = ({ sections }: Scheme): Criterion[] => sections.flatMap(({ criteria }) => criteria);

const PARTS: { [kind: string]: (scheme: Scheme) => Named[] } = {
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

/** What a scheme calls it; undefined where it calls nothing so, or several things of one id in different words. */
export function schemeWord(scheme: Scheme, kind: string, id: string): string | undefined {
  const words = new Set((PARTS[kind]?.(scheme) ?? []).filter((part) => part.id === id).map(({ name }) => say(name)));
  return words.size === 1 ? [...words][0] || undefined : undefined;
}

/** Where one scheme is all there is to find names in. */
export function namesIn(scheme: Scheme): ThingNames {
  return (kind, id) => schemeWord(scheme, kind, id) ?? shippedScheme(kind, id);
}

/** Of a scheme that another one takes results from: it need not be in the workbook. */
export function shippedScheme(kind: string, id: string): string | undefined {
  if (kind !== 'scheme') return undefined;
  names ??= new Map(
    Object.values(shipped)
      .map((text) => JSON.parse(text) as Scheme)
      .map((scheme) => [scheme.id, scheme.name]),
  );
  return say(names.get(id)) || undefined;
}

let names: Map<string, Title> | undefined;
