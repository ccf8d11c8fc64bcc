// A spreadsheet file, from its bytes to its tables. This is the part that is fetched when somebody chooses a file; it knows
// nothing of appraisal, and what it refuses it names.
import type { NamedFile } from '../kit/files.ts';
import { Archive } from './archive.ts';
import { readCsv, type Separator } from './csv.ts';
import { Refusal } from './refusal.ts';
import type { Table } from './table.ts';
import { trueType } from './true-type.ts';
import { readParts } from './workbook-parts.ts';
import { readWorksheet } from './worksheet.ts';

export interface NamedTable {
  /** The worksheet's; a .csv has none. */
  name: string | undefined;
  table: Table;
}

export interface SpreadsheetRead {
  /** Those that hold something, in the order of the file; at least one. */
  tables: NamedTable[];
  /** Worksheets that the file hides, which were not read. */
  hidden: string[];
  /** Of a .csv. */
  separator?: Separator;
}

/** `mended` turns old Chinese bytes into UTF-8, if the person says so. Whatever cannot be read is thrown as a `Refusal`. */
export async function readSpreadsheet(
  { name, bytes }: NamedFile,
  mended: (name: string, bytes: Uint8Array) => Promise<Uint8Array>,
): Promise<SpreadsheetRead> {
  if (trueType(name, bytes) === 'zip') return readWorkbook(bytes);
  const { table, separator } = readCsv(textOf(await mended(name, bytes)));
  if (!table) throw new Refusal('spreadsheet.isEmpty');
  return { tables: [{ name: undefined, table }], hidden: [], separator };
}

function readWorkbook(bytes: Uint8Array): SpreadsheetRead {
  const archive = new Archive(bytes);
  const parts = readParts(archive);
  const hidden = parts.worksheets.filter((one) => one.hidden).map(({ name }) => name);
  const tables = parts.worksheets.flatMap((one): NamedTable[] => {
    if (one.hidden) return [];
    const table = readWorksheet(archive.mustRead(one.part), parts);
    return table ? [{ name: one.name, table }] : [];
  });
  if (tables.length === 0)
    throw hidden.length > 0 ? new Refusal('spreadsheet.onlyHidden', { sheets: hidden.join(' · ') }) : new Refusal('spreadsheet.isEmpty');
  return { tables, hidden };
}

function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal('spreadsheet.encoding');
  }
  // No text holds it: some other kind of file, or UTF-16 that does not say so.
  if (text.includes('\0')) throw new Refusal('spreadsheet.notText');
  return text;
}
