// What a workbook is to hold, before it is one: sheets with titled columns, rows of cells, and the lines above and below. The files
// named xlsx-… make an .xlsx of it and know nothing of appraisal.
export interface Book {
  /** Of the document. */
  title: string;
  /** Of all letters; Chinese ones look wrong in a font that has none. */
  font: string;
  /** Stands at the foot of each printed page; `&P` and `&N` become the page's number and how many there are. */
  foot: string;
  sheets: Sheet[];
}

export interface Sheet {
  /** As it should be called; what Excel refuses in it is replaced. */
  name: string;
  title: string;
  under: string[];
  columns: Column[];
  /** One cell for each column, each time anew: a long table is never held as a whole. */
  rows: Row[];
  notes: string[];
  /** Lines to sign on. */
  signed: string[];
  signedOn: string;
}

export interface Column {
  title: string;
  look: Look;
  /** A sum of others: its head looks different. */
  sum?: boolean;
}

/** `code`: an identifier, which stays text also when it is typed anew; `word`: a few letters; `text`: sentences; `figure`: a number. */
export type Look = 'code' | 'word' | 'text' | 'figure';

export type Row = () => Cell[];

export type Cell = undefined | string | Figure;

export interface Figure {
  /** A decimal as the engine wrote it: `87.50`, `-4`. */
  digits: string;
  /** It goes on, and was cut after these digits. */
  cut?: boolean;
}
