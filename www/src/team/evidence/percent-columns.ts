// 0.88 in a column that counts in percent: 0.88 % or 88 %? Only a person knows, so a column with such a number is asked about.
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

const WITHIN_ONE = /^[-+]?(?:0(?:\.\d+)?|1(?:\.0+)?)$/;
const NUMBER = /^[-+]?\d+(?:\.\d+)?$/;
const PERCENT = /^([-+]?\d+(?:\.\d+)?)%$/;

/** A column in which a number lies within 0 and 1, whatever the others are. A cell with a sign of percent says itself what it is. */
export function percentColumn(at: number, heading: string, cells: string[]): PercentColumn | undefined {
  const example = cells.map(plain).find((one) => WITHIN_ONE.test(one) && /[1-9]/.test(one));
  return example === undefined ? undefined : { at, heading, example: { percent: example, share: shared(example) } };
}

/**
 * A cell of a column in percent: 85％ is 85, and 0.85 is 85 where a person says that it is a share. Undefined where the others are
 * shares and this one cannot be told: 1.02 or 85.
 */
export function percentCell(written: string, meant: Meant | undefined): Cell | undefined {
  const text = plain(written);
  const [, number] = PERCENT.exec(text) ?? [];
  if (number !== undefined) return { text: number, written };
  if (meant !== 'share' || !NUMBER.test(text)) return { text: written, written };
  return WITHIN_ONE.test(text) ? { text: shared(text), written } : undefined;
}

const shared = (number: string): string => inPercent(number.replace(/^\+/, ''));
const plain = (cell: string): string => cell.normalize('NFKC').replace('\u2212', '-').trim();
