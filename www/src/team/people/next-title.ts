// A workbook goes on under the title it had, which may name the month before: what it would be called with the new one.
//
//   titleFor('客服部2026年12月考核', '2026-12', '2027-01')  →  '客服部2027年1月考核'
//
// Silent where the title names no period, another one, or the new one already.
const HAN = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

interface Spelling {
  text: string;
  /** Without it the year stands elsewhere in the title, if at all. */
  withYear: boolean;
}

export function titleFor(title: string, last: string, now: string): string | undefined {
  const [before, after] = [spellings(last), spellings(now)];
  if (before.length === 0 || before.length !== after.length) return undefined;
  const [oldYear, newYear] = [last.slice(0, 4), now.slice(0, 4)];
  for (const [at, { text, withYear }] of before.entries()) {
    const next = exchanged(title, text, after[at]!.text, oldYear);
    if (next === title) continue;
    const named = withYear || oldYear === newYear ? next : exchanged(next, oldYear, newYear, oldYear);
    return after.some((one) => one.withYear && exchanged(title, one.text, '', newYear) !== title) ? undefined : named;
  }
  return undefined;
}

/** The ways in which people write a period, those of two periods of a kind in the same order. */
function spellings(period: string): Spelling[] {
  const match = /^(\d{4})(?:-(?:(\d\d)|Q([1-4])|H([12])))?$/.exec(period);
  if (match === null) return [];
  const [, year, month, quarter, half] = match as unknown as [string, string, string?, string?, string?];
  const dated = (...texts: string[]): Spelling[] => texts.map((text) => ({ text, withYear: true }));
  const bare = (...texts: string[]): Spelling[] => texts.map((text) => ({ text, withYear: false }));
  if (month !== undefined) {
    const number = month.replace(/^0/, '');
    const [long, short] = (['long', 'short'] as const).map((width) =>
      new Intl.DateTimeFormat('en', { month: width, timeZone: 'UTC' }).format(new Date(`2000-${month}-01T00:00:00Z`)),
    );
    return [
      ...dated(
        ...['-', '.', '/'].flatMap((mark) => [`${year}${mark}${month}`, `${year}${mark}${number}`]),
        `${year}${month}`,
        `${short} ${year}`,
      ),
      ...bare(`${number}月`, `${month}月`, `${number} 月`, `${HAN[Number(month) - 1]}月`, long!),
    ];
  }
  if (quarter !== undefined) {
    const han = HAN[Number(quarter) - 1];
    return [...dated(`${year}Q${quarter}`, `${year}-Q${quarter}`), ...bare(`${quarter}季度`, `${han}季度`, `Q${quarter}`)];
  }
  if (half !== undefined)
    return [
      ...dated(`${year}H${half}`, `${year}-H${half}`),
      ...bare(
        half === '1' ? '上半年' : '下半年',
        `H${half}`,
        half === '1' ? 'First half' : 'Second half',
        half === '1' ? 'first half' : 'second half',
      ),
    ];
  return dated(year);
}

/** Only where it stands by itself: no `1月` in `11月`, no month of another year, no part of a day. */
function exchanged(title: string, old: string, fresh: string, year: string): string {
  const wanted = new RegExp(`(?<!${alike(old[0]!)})${old.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}(?!${alike(old.at(-1)!)}|[-./]\\d)`, 'g');
  return title.replace(wanted, (found, at: number) => {
    const other = /(\d{4}) ?年度? ?$/.exec(title.slice(0, at))?.[1];
    return other === undefined || other === year ? fresh : found;
  });
}

function alike(sign: string): string {
  if (/\d/.test(sign)) return '\\d';
  if (/[A-Za-z]/.test(sign)) return '[A-Za-z]';
  return HAN.includes(sign) ? `[${HAN.join('')}]` : '(?!)';
}
