// A form that was handed in, as a form file again: to look at it, or to correct it and hand it in anew.
import type { TeamDesk } from './desk.ts';
import type { Answer, Assignment, Rating } from '../engine/engine.ts';

export async function openRating(desk: TeamDesk, { subject, role, rater }: Assignment): Promise<string | undefined> {
  const answer = await desk.ask<Answer<Rating[]>>('forms', subject, role, rater);
  // Of several variants the latest revision is the one its rater would go on from.
  const rating = answer?.ok ? answer.value.sort((one, other) => other.revision - one.revision)[0] : undefined;
  const names = desk.state.names;
  if (!rating || !names) return undefined;
  return JSON.stringify({
    format: 'kaohe-form',
    formatVersion: 1,
    scheme: names.schemeOfSubject(subject),
    subjectName: names.person(subject),
    raterName: names.person(rater),
    rating,
  });
}
