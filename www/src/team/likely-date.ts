import { today } from '../kit/format.ts';

/** Today while the period runs. Afterwards nothing: a date that is right by habit only would be filed unseen. */
export function likelyDate(period: string): string {
  return holds(period, today()) ? today() : '';
}

/** Whether a day lies in a period; an irregular one holds every day of its year. */
function holds(period: string, day: string): boolean {
  const [, year, kind, part] = /^(\d{4})-([QH])(\d)$/.exec(period) ?? [];
  if (kind === undefined) return day.startsWith(period.split('~')[0]!);
  const months = kind === 'Q' ? 3 : 6;
  const month = Number(day.slice(5, 7));
  return day.startsWith(`${year}-`) && Math.ceil(month / months) === Number(part);
}
