// 编号 and ID head staff numbers as well as a count of the rows. Which it is shows where another column holds numbers too.
import { isPlainNumber } from './staff-numbers.ts';

/** A count may have gaps where rows were filtered out. */
const GAPS = 3;

/** Whether these are 1, 2, 3 … of as many rows, in whatever order. */
export function countsRows(cells: string[]): boolean {
  return cells.length > 0 && areDistinct(cells) && cells.every((cell) => /^[1-9]\d*$/.test(cell) && Number(cell) <= GAPS * cells.length);
}

/** Whether a column could be the staff numbers of all its rows. */
export function mayNumber(cells: string[]): boolean {
  return areDistinct(cells) && cells.every((cell) => isPlainNumber(cell) && !/^\d*\.\d+$/.test(cell));
}

const areDistinct = (cells: string[]): boolean => new Set(cells).size === cells.length;
