// Days as people paste them: 2026-10-01, 2026/10/1, 2026年10月1日, one a line or apart by commas; "… 至 …" is every day between.
export interface DaysRead {
  /** In order, each once. */
  days: string[];
  /** What was no day. */
  refused: string[];
}

const RANGE = /^(.+?)\s*(?:至|到|~|～|—|–| to | - )\s*(.+)$/i;
/** More days than these in one range are a slip of the pen. */
const LONGEST = 60;

export function readDays(text: string): DaysRead {
  const days = new Set<string>();
  const refused: string[] = [];
  for (const piece of text.split(/[\n\r\t,，;；、]+/).map((one) => one.trim())) {
    if (piece === '') continue;
    const found = readPiece(piece);
    if (found.length === 0) refused.push(piece);
    for (const day of found) days.add(day);
  }
  return { days: [...days].sort(), refused };
}

function readPiece(piece: string): string[] {
  const one = readDay(piece);
  if (one) return [one];
  const [, from = '', to = ''] = RANGE.exec(piece) ?? [];
  const [first, last] = [readDay(from), readDay(to)];
  return first && last && first <= last ? between(first, last) : [];
}

function readDay(text: string): string | undefined {
  const match = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(text.trim());
  if (!match) return undefined;
  const [, year, month, day] = match as unknown as [string, string, string, string];
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const moment = new Date(`${written}T00:00:00Z`);
  // 31 June would silently become 1 July.
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(written) ? written : undefined;
}

function between(first: string, last: string): string[] {
  const days: string[] = [];
  const moment = new Date(`${first}T00:00:00Z`);
  while (days.length < LONGEST) {
    const day = moment.toISOString().slice(0, 10);
    if (day > last) return days;
    days.push(day);
    moment.setUTCDate(moment.getUTCDate() + 1);
  }
  return [];
}
