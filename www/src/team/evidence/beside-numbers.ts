// What stands around the numbers and says that they are others: 目标 or 上月 above the headings or below them, a title of another
// month, a column that names the month of each row. Which columns it speaks of cannot be told: nothing is taken until the headings
// say it, or the row is gone.
import type { PastedRow } from '../../excel/pasted-rows.ts';
import { showPeriod } from '../../kit/format.ts';
import { folded } from '../folded.ts';
import { saysWho, type PastedTable, type RowProblem } from '../pasted-table.ts';
import { isUnit, partNamed, type Column } from './indicator-headings.ts';
import { namesOnly, namesOther } from './stated-period.ts';

const OTHERS =
  '目标|计划|预算|预测|标准(?!化)|上[月期季周年]|去年|前期|同期|同比|环比|累计|target|plan|budget|forecast|last(?:month|quarter|year|period)|previous|prior';
const OTHER = new RegExp(OTHERS);
const ONLY_OTHER = new RegExp(`^(?:${OTHERS})+(?:值|数|完成|实际|value)?$`);
/** 目标完成情况 is about what was done. */
const ACTUAL = /实际|完成|达成|本月|本期|actual/;
const OF_TIME = /^(?:统计|考核|数据|所属|业务|评价)?(?:月份?|年月|期间?|周期|季度|日期|时间|month|period|quarter|date)$/;
const SIGNED = /日期|时间|date/;
const NUMBER = /^[-+]?\d+(?:\.\d+)?%?$/;

export interface Numbers {
  table: PastedTable & { heading: PastedRow };
  /** Of each column what it is in any scheme. */
  names: Column[][];
  period: string;
}

/** What keeps the whole table from being read. */
export function asideFault(numbers: Numbers): RowProblem | undefined {
  return besideFault(numbers) ?? secondHeading(numbers) ?? namelessNumbers(numbers);
}

/** Rows that are nobody, above the headings, between the people, and below them, where a date only signs. */
function besideFault({ table, names, period }: Numbers): RowProblem | undefined {
  const { heading, body, leftOut } = table;
  const last = body.at(-1)?.number ?? 0;
  for (const { number, cells } of leftOut) {
    const words = cells.filter((cell) => cell !== '');
    const found =
      number < heading.number && !isTitle(cells, names)
        ? cells.find((cell, at) => cell !== '' && covers(cells, at, names) && !isHarmless(cell, heading.cells[at] ?? '', period))
        : words.find((cell) => (number < last ? isOther(cell, period) : namesOther(cell, period) && !SIGNED.test(folded(cell))));
    if (found !== undefined) return { row: number, key: 'indicators.pasteAside', params: { words: found, period: showPeriod(period) } };
  }
  return undefined;
}

/** Alone in its row, and not above a number. */
function isTitle(cells: string[], names: Column[][]): boolean {
  const places = cells.flatMap((cell, at) => (cell === '' ? [] : [at]));
  return places.length === 1 && (places[0] === 0 || (names[places[0]!] ?? []).length === 0);
}

/** Merged across, a cell stands above the empty ones to its right. */
function covers(cells: string[], at: number, names: Column[][]): boolean {
  const next = cells.findIndex((cell, place) => place > at && cell !== '');
  return names.slice(at, next === -1 ? undefined : next).some((columns) => columns.length > 0);
}

function isHarmless(words: string, below: string, period: string): boolean {
  if (/[:：]/.test(words)) return !isOther(words, period);
  return folded(words) === folded(below) || partNamed(words) === 'value' || (namesOnly(words, period) && !isOther(words, period));
}

function isOther(words: string, period: string): boolean {
  return namesOther(words, period) || (OTHER.test(folded(words)) && !ACTUAL.test(folded(words)));
}

/** Words under the headings where numbers should be: what they say is not in the headings. */
function secondHeading({ table, names }: Numbers): RowProblem | undefined {
  const { heading, body } = table;
  const [row] = body;
  if (!row) return undefined;
  const said = Object.values(saysWho(row, table)).filter((words) => words !== '');
  if (said.length > 0 && !said.every((words) => /^(?:单位|unit)$/.test(folded(words)))) return undefined;
  const half = row.cells.some((cell, at) => {
    if (!/^[^\d]*[\p{L}%][^\d]*$/u.test(cell)) return false;
    const columns = names[at] ?? [];
    if (columns.length === 0) return (heading.cells[at] ?? '') === '';
    return !columns.some(({ indicator, part }) => partNamed(cell) === part || isUnit(folded(cell), indicator));
  });
  return half ? { row: row.number, key: 'team.pasteTwoHeadings', params: { one: heading.number, other: row.number } } : undefined;
}

/** A heading that was merged across has two columns of numbers under it, and only the first bears its words. */
function namelessNumbers({ table, names }: Numbers): RowProblem | undefined {
  const { heading, body, nameless } = table;
  for (const column of nameless) {
    const before = heading.cells.slice(0, column - 1).findLastIndex((words) => words !== '');
    if ((names[before] ?? []).length > 0 && body.some(({ cells }) => NUMBER.test((cells[column - 1] ?? '').normalize('NFKC'))))
      return { row: heading.number, key: 'indicators.pasteNameless', params: { column, heading: heading.cells[before]! } };
  }
  return undefined;
}

/** What a row says of its own numbers that makes them others: 目标 in a column 类型, 9月 in a column 月份. */
export function otherInRow(row: PastedRow, { table, names, period }: Numbers): string | undefined {
  const read = new Set(Object.values(table.at));
  return row.cells.find((cell, at) => {
    if (cell === '' || read.has(at) || (names[at] ?? []).length > 0) return false;
    const heading = folded(table.heading.cells[at] ?? '');
    const words = /^\d{1,2}$/.test(cell) && /月|month/.test(heading) ? `${cell}月` : cell;
    return ONLY_OTHER.test(folded(cell)) || (OF_TIME.test(heading) && !isOfPeriod(words, period));
  });
}

/** A day counts by its month. */
function isOfPeriod(words: string, period: string): boolean {
  return !namesOther(words.replace(/^(20\d\d[-/.年]\d{1,2})[-/.月]\d{1,2}日?$/, '$1'), period);
}
