// How figures, dates and periods are shown. Nothing here decides anything, and nothing reads a shown figure back.
import { lang, t } from './texts.ts';
import type { Calendar, Exact } from '../engine/engine.ts';

const SHOWN_PLACES = 6;

/** `"87.50"` as it is; `"251/3"`, a fraction that does not end, cut: `83.666666…`, as in a calculation of the engine's. */
export function showExact(value: Exact | undefined): string {
  if (value === undefined) return '—';
  const { digits, cut } = unfolded(value);
  return `${digits}${cut ? '…' : ''}`.replace(/^-/, '−');
}

/** The digits alone, for a file that wants to know by itself whether they were cut. */
export function unfolded(value: Exact): { digits: string; cut: boolean } {
  const [top, bottom] = value.split('/');
  return { digits: bottom === undefined ? value : unfold(BigInt(top!), BigInt(bottom)), cut: bottom !== undefined };
}

function unfold(top: bigint, bottom: bigint): string {
  const sign = top < 0n ? '-' : '';
  const scaled = (top < 0n ? -top : top) * 10n ** BigInt(SHOWN_PLACES);
  const digits = (scaled / bottom).toString().padStart(SHOWN_PLACES + 1, '0');
  return `${sign}${digits.slice(0, -SHOWN_PLACES)}.${digits.slice(-SHOWN_PLACES)}`;
}

/** A digest's first characters, in groups that can be read aloud. The full one stands in the file. */
export function showDigest(digest: string): string {
  return (digest.replace('sha256:', '').slice(0, 16).match(/.{4}/g) ?? []).join(' ');
}

export function showDate(date: string): string {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date);
  if (match === null) return date;
  const [, year, month, day] = match as unknown as [string, string, string, string];
  return t('period.date', { year, month: monthName(month), day: bare(day) });
}

export function showPeriod(period: string): string {
  const match = /^(\d{4})(?:-(?:(\d\d)|Q([1-4])|H([12])))?(?:~(.+))?$/.exec(period);
  if (match === null) return period;
  const [, year, month, quarter, half, name] = match;
  if (name !== undefined) return t('period.named', { year: year!, name });
  if (month !== undefined) return t('period.month', { year: year!, month: monthName(month) });
  if (quarter !== undefined) return t('period.quarter', { year: year!, quarter });
  if (half !== undefined) return t(half === '1' ? 'period.firstHalf' : 'period.secondHalf', { year: year! });
  return t('period.year', { year: year! });
}

function monthName(month: string): string {
  if (lang() === 'zh-CN') return bare(month);
  return new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(new Date(`2000-${month}-01T00:00:00Z`));
}

const bare = (digits: string): string => digits.replace(/^0/, '');

/** The browser's civil date. The engine has no clock, so "today" always comes from a page and is shown there. */
export function today(now = new Date()): string {
  const pad = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

export function showTime(moment: Date): string {
  return moment.toLocaleTimeString(lang(), { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false });
}

/** Date and time of day, from an ISO moment. */
export function showMoment(moment: string): string {
  return new Date(moment).toLocaleString(lang() === 'en' ? 'en-GB' : lang(), { dateStyle: 'medium', timeStyle: 'short', hour12: false });
}

export type PeriodKind = Calendar;

/**
 * The last periods of a calendar, latest first. The first is the one that held two weeks ago: people appraise
 * October in the last days of October or the first days of November. Of irregular ones it is the years, each with the mark
 * after which the name is still to come.
 */
export function recentPeriods(kind: PeriodKind, now = new Date(), count = 12): string[] {
  const perYear = { month: 12, quarter: 4, half: 2, year: 1, irregular: 1 }[kind];
  const then = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 14);
  const last = then.getFullYear() * perYear + Math.floor((then.getMonth() * perYear) / 12);
  return Array.from({ length: count }, (_, back) => {
    const at = last + 1 - back;
    return nameOf(kind, Math.floor(at / perYear), (at % perYear) + 1);
  });
}

const SHAPES: Record<PeriodKind, RegExp> = {
  month: /^\d{4}-(0[1-9]|1[0-2])$/,
  quarter: /^\d{4}-Q[1-4]$/,
  half: /^\d{4}-H[12]$/,
  year: /^\d{4}$/,
  irregular: /^\d{4}~/,
};

/** Of this calendar, however long ago; an irregular one may still lack its name. */
export const isPeriodOf = (kind: PeriodKind, period: string): boolean => SHAPES[kind].test(period);

/** The one of `recentPeriods` that is most likely meant. */
export function likelyPeriod(kind: PeriodKind, now = new Date()): string {
  return recentPeriods(kind, now)[1]!;
}

function nameOf(kind: PeriodKind, year: number, part: number): string {
  if (kind === 'year') return String(year);
  if (kind === 'irregular') return `${year}~`;
  if (kind === 'month') return `${year}-${String(part).padStart(2, '0')}`;
  return `${year}-${kind === 'quarter' ? 'Q' : 'H'}${part}`;
}
