// What to do now, in one sentence with one button: the page is used once a month by people who do other work in between.
import type { TextKey, Params } from '../kit/texts.ts';
import type { TeamState } from './desk.ts';
import { openItems } from './follow-up/open.ts';
import { recordedCriteria } from './names.ts';
import type { Outstanding } from '../engine/engine.ts';

export type PartName =
  | 'collect'
  | 'results'
  | 'indicators'
  | 'feedback'
  | 'complaints'
  | 'records'
  | 'people'
  | 'planning'
  | 'follow'
  | 'closing';

export interface NextStep {
  key: TextKey;
  params?: Params;
  go: PartName;
  button: TextKey;
  /** Where in that part, if it is folded up there. */
  at?: string;
}

export function nextStep(state: TeamState): NextStep | undefined {
  const view = state.names?.view;
  if (!view) return undefined;
  const subjects = view.people.filter((person) => person.scheme !== undefined);
  if (view.closed) return lackingAnswers(state) ?? { key: 'team.stepClosed', go: 'closing', button: 'team.goNext' };
  if (subjects.length === 0) return { key: 'team.stepPeople', go: 'people', button: 'team.goPeople' };
  if (state.conflicts.length > 0) {
    return { key: 'team.stepConflicts', params: { count: state.conflicts.length }, go: 'collect', button: 'team.goConflicts' };
  }
  if (state.result?.results.some((one) => one.outstanding.some((form) => form.rater === undefined))) {
    return { key: 'team.stepAssign', go: 'people', button: 'team.goAssign', at: '#assign' };
  }
  const unfinished = outstandingForms(state);
  if (unfinished > 0) return { key: 'team.stepOutstanding', params: { count: unfinished }, go: 'collect', button: 'team.goCollect' };
  const lacking = lackingEvidence(state);
  if (lacking) return lacking;
  const provisional = state.result?.results.filter((one) => one.status === 'provisional').length ?? 0;
  if (provisional > 0) {
    return { key: 'team.stepProvisional', params: { count: provisional }, go: 'results', button: 'team.goResults' };
  }
  const unanswered = lackingAnswers(state);
  if (unanswered) return unanswered;
  const recorded = state.names!.schemes.some((scheme) => recordedCriteria(scheme).length > 0);
  if (view.records.length === 0 && recorded) return { key: 'team.stepRecords', go: 'records', button: 'team.goRecords' };
  return { key: 'team.stepReview', go: 'closing', button: 'team.goClosing' };
}

/** Numbers and customers' forms that results wait for: said before the results themselves, which cannot be settled there. */
function lackingEvidence(state: TeamState): NextStep | undefined {
  const reasons = (state.result?.results ?? []).flatMap((one) => one.missing ?? []).map(({ reason }) => reason);
  const count = (...wanted: string[]): number => reasons.filter((reason) => wanted.includes(reason)).length;
  const numbers = count('no-value', 'no-target', 'no-volume');
  if (numbers > 0) return { key: 'indicators.stepLacking', params: { count: numbers }, go: 'indicators', button: 'indicators.goLacking' };
  const forms = count('no-feedback');
  return forms > 0 ? { key: 'feedback.stepLacking', go: 'feedback', button: 'feedback.goLacking' } : undefined;
}

/** What people asked or said against their results, also after the period was closed. */
function lackingAnswers({ result }: TeamState): NextStep | undefined {
  const queries = openItems(result, 'query').length;
  if (queries > 0) return { key: 'follow.stepQueries', params: { count: queries }, go: 'follow', button: 'follow.goQueries' };
  const disagreements = openItems(result, 'disagreement').length;
  return disagreements > 0
    ? { key: 'follow.stepDisagreements', params: { count: disagreements }, go: 'follow', button: 'follow.goQueries' }
    : undefined;
}

/** Forms that somebody in particular still owes: not handed in, not complete, or in conflict. */
export function outstandingForms(state: TeamState): number {
  return outstandingBy(state).length;
}

/** What is wrong with each of them. */
export function outstandingBy(state: TeamState): Outstanding['state'][] {
  return (state.result?.results ?? []).flatMap((one) => one.outstanding).flatMap((one) => (one.rater === undefined ? [] : [one.state]));
}
