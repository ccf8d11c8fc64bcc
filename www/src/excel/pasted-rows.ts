// What Excel puts on the clipboard: cells apart by tabs, rows by line ends, cells with either in quotes.
// Nothing typed is guessed at: a quote that never closes is named with its row instead of swallowing the rows after it.
import { readDelimited } from './delimited.ts';

export interface PastedRow {
  /** As Excel counts them, from 1. */
  number: number;
  cells: string[];
}

export interface Pasted {
  rows: PastedRow[];
  unclosedQuote?: number;
}

export function readPasted(pasted: string): Pasted {
  // Whoever types the table by hand cannot type a tab in a form: commas, Chinese or not, do instead.
  const text = pasted.includes('\t') ? pasted : pasted.replace(/[,，]/g, '\t');
  const { rows, fault } = readDelimited(text, '\t', 'of the cell');
  const tidied = rows.map((cells, at) => ({ number: at + 1, cells: cells.map(tidy) }));
  const filled = tidied.filter(({ cells }) => cells.some((cell) => cell !== ''));
  return fault ? { rows: filled, unclosedQuote: fault.row } : { rows: filled };
}

/** Blanks around a cell come with copying; line ends inside one would not fit a name. */
function tidy(cell: string): string {
  return cell.replace(/[\r\n\t]+/g, ' ').replace(/^[\s\u00a0\u3000]+|[\s\u00a0\u3000]+$/g, '');
}
