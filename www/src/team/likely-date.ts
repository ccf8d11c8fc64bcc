import { today } from '../foundation/format.ts';

/** Today while the period runs. Afterwards nothing: a date that is right by habit only would be filed unseen. */
export function likelyDate(period: string): string {
  return today().startsWith(period) ? today() : '';
}
