// A number of a spreadsheet as a person would write it. Excel keeps binary fractions and writes 8.3 as 8.3000000000000007:
// the shortest decimal that means the same number is what was typed. Only digits and points are moved here.

export function shortest(number: number): string {
  const text = String(Object.is(number, -0) ? 0 : number);
  const [, sign, whole, fraction = '', power] = /^(-?)(\d)(?:\.(\d+))?e-(\d+)$/.exec(text) ?? [];
  // Large ones stay as they are: no rule of ours takes them, and zeros would pretend to be digits that somebody knew.
  return power === undefined ? text : `${sign}0.${'0'.repeat(Number(power) - 1)}${whole}${fraction}`;
}

/** 0.85 as 85: the same digits with the point two places on. */
export function inPercent(decimal: string): string {
  const [, sign, whole, fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal) ?? [];
  if (whole === undefined) return decimal;
  const digits = whole + fraction.padEnd(2, '0');
  const at = whole.length + 2;
  const rest = digits.slice(at);
  return `${sign}${digits.slice(0, at).replace(/^0+(?=\d)/, '')}${rest === '' ? '' : `.${rest}`}`;
}

const DAY = 86_400;
const LAST_DAY = 2_958_465; // 31 December 9999
/** From 1 January 1900 as Excel counts to 1 January 1904 as old Macs did. */
const TO_1904 = 1462;

/** Days since 1900 or 1904 as `2026-10-31`, with the time of day if there is one. Undefined where the calendar has no such day. */
export function dateText(serial: number, from1904: boolean): string | undefined {
  const seconds = Math.round(serial * DAY);
  const days = Math.floor(seconds / DAY) + (from1904 ? TO_1904 : 0);
  if (!(days >= 0 && days <= LAST_DAY)) return undefined;
  const time = timeText(seconds % DAY);
  if (days === 0) return time;
  // Excel believes that there was a 29 February 1900, its day 60.
  if (days === 60) return undefined;
  const date = new Date(Date.UTC(1899, 11, days < 60 ? 31 : 30) + days * DAY * 1000).toISOString().slice(0, 10);
  return time === '00:00' ? date : `${date} ${time}`;
}

export function durationText(days: number): string {
  const seconds = Math.round(days * DAY);
  return `${Math.floor(seconds / 3600)}:${timeText(((seconds % 3600) + 3600) % 3600).slice(3)}`;
}

function timeText(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), ...(seconds % 60 === 0 ? [] : [seconds % 60])];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}
