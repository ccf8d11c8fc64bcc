// What a subject says of its result. An answer to the result as it stands goes before one to an earlier result, whatever their
// dates; of the rest the last day holds: a person may agree after a correction.
import type { AnswerView } from '../engine/engine.ts';

/** One answer, or those that say different things of one result on one day: which of them is later nobody can tell. */
export function latestAnswers(all: AnswerView[], subject: string): AnswerView[] {
  const given = all.filter((one) => one.acknowledgement.subject === subject);
  const current = given.some((one) => one.current);
  const of = given.filter((one) => one.current === current);
  const day = of.reduce((last, { acknowledgement: { date } }) => (date > last ? date : last), '');
  const last = of.filter(({ acknowledgement }) => acknowledgement.date === day);
  return last.filter((one, at) => last.findIndex((other) => saysTheSame(one, other)) === at);
}

function saysTheSame({ acknowledgement: one }: AnswerView, { acknowledgement: other }: AnswerView): boolean {
  return one.answer === other.answer && one.text === other.text;
}
