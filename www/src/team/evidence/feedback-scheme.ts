// The customers' form as the subject's scheme has it, and what calling back found of a form.
import { say, t, type TextKey } from '../../kit/texts.ts';
import type { CheckState, FeedbackCheck, Question, WorkbookView } from '../../engine/engine.ts';

const STATES: { [state in CheckState]: TextKey } = {
  unchecked: 'feedback.unchecked',
  verified: 'feedback.verified',
  refuted: 'feedback.refuted',
};

export const CHECK_STATES = Object.keys(STATES) as CheckState[];

export function checkWords(state: CheckState): string {
  return t(STATES[state]);
}

/** The latest check of each form: the highest sequence. Two of one sequence came together from different files. */
export function latestChecks(view: WorkbookView): Map<string, FeedbackCheck[]> {
  const latest = new Map<string, FeedbackCheck[]>();
  for (const check of view.feedbackChecks) {
    const others = latest.get(check.feedback);
    if (!others || others[0]!.sequence < check.sequence) latest.set(check.feedback, [check]);
    else if (others[0]!.sequence === check.sequence) others.push(check);
  }
  return latest;
}

/** What they found together; where they found different things the engine lets the form count, and so nothing is settled. */
export function foundBy(checks: FeedbackCheck[]): CheckState {
  return checks[0] && !differ(checks) ? checks[0].state : 'unchecked';
}

export function differ(checks: FeedbackCheck[]): boolean {
  return checks.some((check) => check.state !== checks[0]!.state);
}

export function nextCheck(view: WorkbookView): number {
  return Math.max(0, ...view.feedbackChecks.map((check) => check.sequence)) + 1;
}

export function questionRange({ least, most, step }: Question): string {
  if (step === '1') return t('feedback.rangeWhole', { least, most });
  return step === undefined ? t('feedback.range', { least, most }) : t('feedback.rangeStep', { least, most, step });
}

export function questionWords(question: Question): string {
  return say(question.name);
}

/** What a customer can tick: the whole numbers of a short range; otherwise nothing, and the paper has a line to write on. */
export function ticks({ least, most, step }: Question): string[] {
  const whole = /^\d{1,3}$/;
  if (!whole.test(least) || !whole.test(most) || (step !== undefined && step !== '1')) return [];
  const all: string[] = [];
  for (let answer = Number(least); answer <= Number(most) && all.length <= 11; answer += 1) all.push(String(answer));
  return all.length > 11 ? [] : all;
}
