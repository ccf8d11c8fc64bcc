// A table of numbers to fill in Excel, with a heading that the reader of pasted numbers understands.
import { say, t } from '../../kit/texts.ts';
import { indicatorWords } from './indicator-table.ts';
import type { SubjectsOf } from './standing-numbers.ts';
import { hasTarget } from './uses.ts';
import type { Scheme } from '../../engine/engine.ts';

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
