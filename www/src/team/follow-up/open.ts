// What is still to be done or to be decided: the engine's one list, in words.
import { shortened } from '../../kit/problems.ts';
import { fill, t } from '../../kit/texts.ts';
import type { Appraisal, OpenItem } from '../../engine/engine.ts';
import type { Names } from '../names.ts';

type Kind = OpenItem['kind'];

const NAMED = 5;

/** Those of some kinds, or all. */
export function openItems(result: Appraisal | undefined, ...kinds: Kind[]): OpenItem[] {
  return (result?.open ?? []).filter(({ kind }) => kinds.length === 0 || kinds.includes(kind));
}

/** A line for each kind, with the first names of those whom it concerns. */
export function openLines(items: OpenItem[], names: Names): string[] {
  const kinds = [...new Set(items.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const own = items.filter((one) => one.kind === kind);
    const params = { count: own.length, names: firstNames(own, names) };
    return fill(shortened(t(`open.${kind}`), params), params);
  });
}

/** Whom items concern, the first of them by name. */
export function firstNames(items: OpenItem[], names: Names): string {
  const whom = [...new Set(items.flatMap(({ subject }) => (subject ? [names.person(subject)] : [])))];
  const shown = whom.slice(0, NAMED).join(t('team.listJoin'));
  return whom.length > NAMED ? t('team.andOthers', { names: shown }) : shown;
}
