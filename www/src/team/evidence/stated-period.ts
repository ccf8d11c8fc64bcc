// Which months a title or a cell speaks of: 2026年9月, 9月份, 2026-09, 第三季度, 1-9月. A day, as that of a signature, is no period.
import { folded } from '../folded.ts';

interface Stated {
  year: number | undefined;
  /** Undefined where only a year is named, or a period that is no months of the calendar. */
  months: [first: number, last: number] | undefined;
}

const DIGITS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const DAY = String.raw`(20\d\d)(?:年(?=\d{1,2}月)|[-/.](?=\d{1,2}[-/.]))(\d{1,2})[-/.月]\d{1,2}(?!\d|月)日?`;
const YEAR = String.raw`(?:(20\d\d)(?:年度?|[-/.])?)?`;
const NUMBER = String.raw`(\d{1,2}|十[一二]?|[一二三四五六七八九])`;

/** The first that fits takes its words away from those after it. */
const FORMS: [form: RegExp, read: (parts: (string | undefined)[]) => Stated | undefined][] = [
  [new RegExp(`${DAY}[-~至到]${DAY}`, 'g'), ([year, from, , to]) => of(year, [number(from), number(to)])],
  [new RegExp(DAY, 'g'), () => undefined],
  [/\d{1,2}月\d{1,2}[日号]/g, () => undefined],
  [new RegExp(`${YEAR}${NUMBER}月?份?[-~至到]${NUMBER}月`, 'g'), ([year, from, to]) => of(year, [number(from), number(to)])],
  [new RegExp(`${YEAR}${NUMBER}月`, 'g'), ([year, month]) => of(year, [number(month), number(month)])],
  [new RegExp(`${YEAR}(?:第?([1-4一二三四])季度?|q([1-4]))`, 'g'), ([year, one, other]) => quarter(year, number(one ?? other))],
  [new RegExp(`${YEAR}([上下])半年`, 'g'), ([year, half]) => of(year, half === '上' ? [1, 6] : [7, 12])],
  [new RegExp(`(${MONTHS.join('|')})(20\\d\\d)`, 'g'), ([month, year]) => named(year, month)],
  [new RegExp(`(20\\d\\d)(${MONTHS.join('|')})`, 'g'), ([year, month]) => named(year, month)],
  [/(?<!\d)(20\d\d)[-/.年]?(0[1-9]|1[0-2]|(?<=[-/.年])[1-9])(?!\d)/g, ([year, month]) => of(year, [number(month), number(month)])],
  [/(?<!\d)(20\d\d)(?!\d)/g, ([year]) => of(year, undefined)],
];

function statedIn(words: string): Stated[] {
  const found: Stated[] = [];
  let rest = folded(words);
  for (const [form, read] of FORMS) {
    rest = rest.replace(form, (...parts: unknown[]) => {
      const stated = read(parts.slice(1, -2) as (string | undefined)[]);
      if (stated) found.push(stated);
      return ' ';
    });
  }
  return found;
}

/** Whether these words name another period and not this one too. */
export function namesOther(words: string, period: string): boolean {
  const stated = statedIn(words);
  return stated.length > 0 && !stated.some((one) => isOf(one, period));
}

/** Whether they name this period, and no other. */
export function namesOnly(words: string, period: string): boolean {
  const stated = statedIn(words);
  return stated.length > 0 && stated.every((one) => isOf(one, period));
}

/** A year alone says nothing against a month of it. */
function isOf({ year, months }: Stated, period: string): boolean {
  const own = monthsOf(period);
  if (year !== undefined && year !== own.year) return false;
  return !months || !own.months || (months[0] === own.months[0] && months[1] === own.months[1]);
}

/** `2026-10`, `2026-Q4`, `2026-H2`, `2026`, or `2026~name`, which is no months of the calendar. */
function monthsOf(period: string): Stated {
  const [, year, month, part, half, name] = /^(\d{4})(?:-(?:(\d\d)|Q(\d)|H(\d)))?(~.*)?$/.exec(period) ?? [];
  if (name !== undefined) return of(year, undefined)!;
  if (month !== undefined) return of(year, [number(month), number(month)])!;
  if (part !== undefined) return quarter(year, number(part));
  return of(year, half === undefined ? [1, 12] : half === '1' ? [1, 6] : [7, 12])!;
}

const of = (year: string | undefined, months: Stated['months']): Stated | undefined =>
  months && !(months[0] >= 1 && months[1] <= 12) ? undefined : { year: year === undefined ? undefined : Number(year), months };
const quarter = (year: string | undefined, which: number): Stated => of(year, [which * 3 - 2, which * 3])!;
const named = (year: string | undefined, month: string | undefined): Stated | undefined => {
  const at = MONTHS.indexOf(month ?? '') + 1;
  return of(year, [at, at]);
};
const number = (digits: string | undefined): number => DIGITS.indexOf(digits ?? '') + 1 || Number(digits);
