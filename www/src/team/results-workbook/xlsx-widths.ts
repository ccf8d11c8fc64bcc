// How wide a column has to be, and how high a row. A letter of Chinese is as wide as two digits, and digits are what Excel measures
// in. Excel would find the heights by itself; LibreOffice and others show one line of each cell then.
import type { Cell, Look, Sheet } from './plan.ts';

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const BOUNDS: { [look in Look]: [least: number, most: number] } = { code: [8, 18], word: [7, 16], text: [10, 28], figure: [7, 18] };
/** A title may be broken into so many lines. */
const TITLE_LINES = 3;
/** A column of a hundred thousand is as wide as its first rows need. */
const LOOKED_AT = 2000;

/** How many digits wide. */
export function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) width += WIDE.test(letter) ? 2 : 1;
  return width;
}

export function columnWidths({ columns, rows, signed, signedOn }: Sheet): number[] {
  const widest = columns.map(() => 0);
  // What stands before the lines to sign on.
  widest[0] = Math.max(...signed.map(widthOf));
  widest[3] = widthOf(signedOn);
  for (const row of rows.slice(0, LOOKED_AT)) for (const [at, cell] of row().entries()) widest[at] = Math.max(widest[at]!, cellWidth(cell));
  return columns.map(({ title, look }, at) => {
    const [least, most] = BOUNDS[look];
    // The arrow of the filter covers a corner of the title.
    return Math.min(most, Math.max(least, widest[at]! + 2, Math.ceil(widthOf(title) / TITLE_LINES) + 3, longestWord(title) + 2));
  });
}

/** Chinese may be broken anywhere. */
function longestWord(title: string): number {
  return Math.max(0, ...title.split(/[^a-z]+/i).map((word) => word.length));
}

/** How many lines the longest of these cells is broken into. */
export function linesOf(cells: Cell[], widths: number[]): number {
  return cells.reduce((most: number, cell, at) => (typeof cell === 'string' ? Math.max(most, wrapped(cell, widths[at]!)) : most), 1);
}

export function wrapped(text: string, width: number): number {
  // A letter that no longer fits leaves its place empty.
  return text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(widthOf(line) / (width - 1.5))), 0);
}

function cellWidth(cell: Cell): number {
  if (cell === undefined) return 0;
  if (typeof cell !== 'string') return cell.digits.length + (cell.cut ? 1 : 0);
  return cell.split('\n').reduce((most, line) => Math.max(most, widthOf(line)), 0);
}
