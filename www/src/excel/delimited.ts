// Text in which a letter parts cells and a line end rows, and a cell with either in it stands in quotes. A file and the
// clipboard are read alike, but for one thing: see `AfterQuote`.

/** Text after a closing quote: in a file it means that a quote is out of place, on the clipboard somebody typed the quotes. */
export type AfterQuote = 'refused' | 'of the cell';

export interface Delimited {
  rows: string[][];
  /** Reading ended there: what follows may have been taken for part of a cell. Rows count from 1. */
  fault?: { kind: 'quoteOpen' | 'quoteInside'; row: number };
}

export function readDelimited(text: string, separator: string, afterQuote: AfterQuote): Delimited {
  const rows: string[][] = [];
  let cells: string[] = [];
  let at = 0;
  while (at < text.length || cells.length > 0) {
    const closed = text[at] === '"' ? behindQuote(text, at) : at;
    if (closed === undefined) return { rows, fault: { kind: 'quoteOpen', row: rows.length + 1 } };
    const end = endOfPlain(text, closed, separator);
    if (closed > at && end > closed && afterQuote === 'refused') return { rows, fault: { kind: 'quoteInside', row: rows.length + 1 } };
    const quoted = closed > at ? text.slice(at + 1, closed - 1).replaceAll('""', '"') : '';
    cells.push(quoted + text.slice(closed, end));
    at = end;
    if (text[at] === separator) {
      at += 1;
      continue;
    }
    rows.push(cells);
    cells = [];
    if (text[at] === '\r') at += 1;
    if (text[at] === '\n') at += 1;
  }
  return { rows };
}

/** Where the text goes on behind the quote that closes; undefined if none does. */
function behindQuote(text: string, opening: number): number | undefined {
  for (let at = opening + 1; ; at += 2) {
    at = text.indexOf('"', at);
    if (at === -1) return undefined;
    if (text[at + 1] !== '"') return at + 1;
  }
}

function endOfPlain(text: string, from: number, separator: string): number {
  let end = from;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return end;
}
