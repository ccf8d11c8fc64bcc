// What waits for a person after the figures are there.
import type { Appraisal, WorkbookView } from '../../foundation/engine.ts';

/** Queries that nobody has answered. */
export function openQueries(view: WorkbookView): number {
  return view.queries.filter((query) => !view.answers.some((answer) => answer.query === query.id)).length;
}

/** Proposals that nobody has confirmed or overruled. */
export function openProposals(result: Appraisal | undefined): number {
  return (result?.results ?? []).flatMap((one) => one.consequences ?? []).filter((one) => one.ruling === undefined).length;
}
