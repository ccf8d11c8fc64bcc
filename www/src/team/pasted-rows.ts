// What Excel puts on the clipboard: cells apart by tabs, rows by line ends, cells with either in quotes.
// Nothing typed is guessed at: a quote that never closes is named with its row instead of swallowing the rows after it.
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
  const rows: PastedRow[] = [];
  let number = 1;
  let at = 0;
  while (at < text.length) {
    const read = readRow(text, at);
    if (read === undefined) return { rows, unclosedQuote: number };
    const cells = read.cells.map(tidy);
    if (cells.some((cell) => cell !== '')) rows.push({ number, cells });
    number += 1;
    at = read.next;
  }
  return { rows };
}

function readRow(text: string, from: number): { cells: string[]; next: number } | undefined {
  const cells: string[] = [];
  let at = from;
  for (;;) {
    const cell = text[at] === '"' ? readQuoted(text, at) : readPlain(text, at);
    if (cell === undefined) return undefined;
    cells.push(cell.value);
    at = cell.next;
    if (text[at] !== '\t') break;
    at += 1;
  }
  if (text[at] === '\r') at += 1;
  if (text[at] === '\n') at += 1;
  return { cells, next: at };
}

function readPlain(text: string, from: number): { value: string; next: number } {
  let at = from;
  while (at < text.length && text[at] !== '\t' && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return { value: text.slice(from, at), next: at };
}

function readQuoted(text: string, from: number): { value: string; next: number } | undefined {
  let value = '';
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] !== '"') {
      value += text[at];
    } else if (text[at + 1] === '"') {
      value += '"';
      at += 1;
    } else {
      // Text after the closing quote belongs to the cell: somebody typed the quotes themselves.
      const rest = readPlain(text, at + 1);
      return { value: value + rest.value, next: rest.next };
    }
  }
  return undefined;
}

/** Blanks around a cell come with copying; line ends inside one would not fit a name. */
function tidy(cell: string): string {
  return cell.replace(/[\r\n\t]+/g, ' ').replace(/^[\s\u00a0\u3000]+|[\s\u00a0\u3000]+$/g, '');
}
