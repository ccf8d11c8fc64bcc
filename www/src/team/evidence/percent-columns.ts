// 0.88 in a column that counts in percent: 0.88 % or 88 %? Only a person knows, so a column of such numbers is asked about.
import { inPercent } from '../../excel/number-text.ts';

/** How the numbers of such a column are meant: in percent as they stand, or as shares of one. */
export type Meant = 'percent' | 'share';

export interface PercentColumn {
  /** Its place in the table. */
  at: number;
  heading: string;
  /** The first of its numbers that is not 0, in both readings. */
  example: { [meant in Meant]: string };
}

/** As the engine reads it, and as it stood in the cell. */
export interface Cell {
  text: string;
  written: string;
}

const WITHIN_ONE = /^(?:0(?:\.\d+)?|1(?:\.0+)?)$/;
const NUMBER = /^[-+]?\d+(?:\.\d+)?$/;

/** A column whose numbers all lie within 0 and 1. A cell with a sign of percent says itself what it is. */
export function percentColumn(at: number, heading: string, cells: string[]): PercentColumn | undefined {
  const numbers = cells.map(plain).filter((cell) => NUMBER.test(cell));
  const example = numbers.find((one) => /[1-9]/.test(one));
  if (example === undefined || numbers.some((one) => !WITHIN_ONE.test(one))) return undefined;
  return { at, heading, example: { percent: example, share: inPercent(example) } };
}

/** A cell of a column in percent: 85％ is 85, and 0.85 is 85 where a person says that it is a share. */
export function percentCell(written: string, meant: Meant | undefined): Cell {
  const text = plain(written);
  if (/^[-+]?\d+(?:\.\d+)?%$/.test(text)) return { text: text.slice(0, -1), written };
  return { text: meant === 'share' && WITHIN_ONE.test(text) ? inPercent(text) : written, written };
}

const plain = (cell: string): string => cell.normalize('NFKC').trim();
