// What of a result is said in words, as one cell each. Several things in one cell stand line by line.
import { showDate, showPeriod } from '../../kit/format.ts';
import { say, t } from '../../kit/texts.ts';
import { criticalRule, didNotCount } from '../../sheet/follow-view.ts';
import type { Names } from '../names.ts';
import { waitedFor } from '../provisional.ts';
import type { Proposal, Scheme, SubjectResult, Warning } from '../../engine/engine.ts';

const lines = (list: string[]): string => list.join('\n');

export function warningWords(names: Names, row: SubjectResult): string {
  const rung = ({ rung: id }: Warning): string => rungName(names, row, id);
  return lines([
    ...(row.warning ? [rung(row.warning)] : []),
    ...(row.alsoHolds ?? []).map((other) => `${t('team.alsoHolds')}${rung(other)}`),
  ]);
}

/** Each month that the warning rests on, with the rank in it. */
export function monthsWords(names: Names, { warning }: SubjectResult): string {
  return lines(
    (warning?.months ?? []).map(({ period, unit, rank, ranked, below }) =>
      t('team.warningMonth', { period: showPeriod(period), unit: names.unit(unit), rank, ranked, below }),
    ),
  );
}

export function earlyWords(names: Names, row: SubjectResult): string {
  return row.early === undefined ? '' : t('team.earlyNotice', { rung: rungName(names, row, row.early) });
}

function rungName(names: Names, row: SubjectResult, id: string): string {
  return say(names.rung(row.scheme, id)?.name) || id;
}

export function criticalWords(scheme: Scheme | undefined, { critical = [] }: SubjectResult): string {
  return lines(
    critical.map((hit) => {
      const name = (scheme && say(criticalRule(scheme, hit.rule)?.name)) || hit.rule;
      return hit.counts ? name : `${name}${t('problem.colon')}${didNotCount(hit)}`;
    }),
  );
}

/** What is proposed, each with what was decided, by whom and why, or that it waits. */
export function proposalWords(scheme: Scheme | undefined, { consequences = [] }: SubjectResult): string {
  const name = (id: string): string => say(scheme?.consequences?.find((one) => one.id === id)?.name) || id;
  return lines(consequences.map((one) => `${name(one.id)}${t('problem.colon')}${rulingWords(one)}`));
}

export function rulingWords({ ruling }: Pick<Proposal, 'ruling'>): string {
  if (ruling === undefined) return t('sheet.waits');
  const decided = t(ruling.answer === 'confirm' ? 'sheet.confirmed' : 'sheet.overruled');
  return `${decided}${t('problem.join')}${t('sheet.rulingLine', { date: showDate(ruling.date), author: ruling.author, reason: ruling.reason })}`;
}

export function missingWords(names: Names, row: SubjectResult): string {
  return row.status === 'provisional' ? lines(waitedFor(names, row)) : '';
}
