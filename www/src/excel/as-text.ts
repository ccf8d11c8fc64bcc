// A table as the text that a person would have pasted: what comes after does not know that it was a file.
import type { PastedRow } from './pasted-rows.ts';

/** As Excel puts cells on the clipboard. Empty rows stay as empty lines, so that a row keeps the number it has in the file. */
export function asPasted(rows: PastedRow[]): string {
  const lines: string[] = [];
  for (const { number, cells } of rows) {
    while (lines.length < number - 1) lines.push('');
    // Without any tab a reader would take commas for the borders of cells.
    lines.push((cells.length === 1 ? [...cells, ''] : cells).map(quoted).join('\t'));
  }
  return lines.join('\n');
}

function quoted(cell: string): string {
  const text = cell.replace(/\r\n?/g, '\n');
  return /[\t\n]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** For a field that takes days: one cell a line. */
export function asLines(rows: PastedRow[]): string {
  return rows.flatMap(({ cells }) => cells.map((cell) => cell.trim()).filter((cell) => cell !== '')).join('\n');
}
