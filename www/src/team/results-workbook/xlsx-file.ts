// The parts of an .xlsx and the zip around them. Written by hand: write-excel-file (71 KB, 19 gzipped) has no filter, no repeated
// head and no fitting to a page, takes figures as binary floats only, and puts the time of day into its zip. Nothing in here
// depends on when or where: the same plan gives the same bytes.
import { Zip, ZipDeflate } from 'fflate';
import type { Book } from './plan.ts';
import { sheetNames } from './sheet-names.ts';
import { attribute, escaped, SharedTexts } from './xlsx-text.ts';
import { SheetWriter } from './xlsx-sheet.ts';
import { Styles } from './xlsx-styles.ts';

const HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
export const XLSX = `${TYPES}.sheet`;

/** Asked after each large piece, so that a page stays alive; what answers false gives it all up. */
export type Between = () => Promise<boolean>;

/** Undefined if it was given up. */
export async function writeXlsx(book: Book, between: Between = async () => true): Promise<Uint8Array | undefined> {
  const [texts, styles] = [new SharedTexts(), new Styles(book.font)];
  const names = sheetNames(book.sheets.map(({ name }) => name));
  const sheets = book.sheets.map((sheet) => new SheetWriter(sheet, texts, styles));
  const archive = new Packing(between);
  await archive.add('[Content_Types].xml', [contentTypes(sheets.length)]);
  await archive.add('_rels/.rels', [
    relations([
      ['officeDocument', 'xl/workbook.xml'],
      ['metadata/core-properties', 'docProps/core.xml'],
    ]),
  ]);
  await archive.add('docProps/core.xml', [properties(book.title)]);
  await archive.add('xl/workbook.xml', [workbook(names, sheets)]);
  await archive.add('xl/_rels/workbook.xml.rels', [
    relations([
      ...sheets.map((_, at): [string, string] => ['worksheet', `worksheets/sheet${at + 1}.xml`]),
      ['styles', 'styles.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
    ]),
  ]);
  for (const [at, sheet] of sheets.entries()) {
    if (!(await archive.add(`xl/worksheets/sheet${at + 1}.xml`, sheet.xml(at === 0, book.foot)))) return undefined;
  }
  // What the sheets share is known when they are written.
  await archive.add('xl/styles.xml', [styles.xml()]);
  await archive.add('xl/sharedStrings.xml', texts.xml());
  return archive.done();
}

/** Zipped as it comes: the text of a large sheet is never there as a whole. */
class Packing {
  #pieces: Uint8Array[] = [];
  #encoder = new TextEncoder();
  #zip = new Zip((error, piece) => {
    if (error) throw error;
    this.#pieces.push(piece);
  });

  constructor(private between: Between) {}

  async add(name: string, xml: Iterable<string>): Promise<boolean> {
    const file = new ZipDeflate(name);
    // Noon of the format's first day, by the clock of wherever this runs: a zip's dates say no zone.
    file.mtime = new Date(1980, 0, 1, 12);
    this.#zip.add(file);
    file.push(this.#encoder.encode(HEADER));
    let waiting = '';
    for (const piece of xml) {
      waiting += piece;
      if (waiting.length < 100_000) continue;
      file.push(this.#encoder.encode(waiting));
      waiting = '';
      if (!(await this.between())) return false;
    }
    file.push(this.#encoder.encode(waiting), true);
    return true;
  }

  done(): Uint8Array {
    this.#zip.end();
    const whole = new Uint8Array(this.#pieces.reduce((size, piece) => size + piece.length, 0));
    let at = 0;
    for (const piece of this.#pieces) {
      whole.set(piece, at);
      at += piece.length;
    }
    return whole;
  }
}

function contentTypes(sheets: number): string {
  const part = (name: string, type: string): string => `<Override PartName="${name}" ContentType="${type}"/>`;
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part(
    '/xl/workbook.xml',
    `${TYPES}.sheet.main+xml`,
  )}${Array.from({ length: sheets }, (_, at) => part(`/xl/worksheets/sheet${at + 1}.xml`, `${TYPES}.worksheet+xml`)).join('')}${part('/xl/styles.xml', `${TYPES}.styles+xml`)}${part(
    '/xl/sharedStrings.xml',
    `${TYPES}.sharedStrings+xml`,
  )}${part('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml')}</Types>`;
}

function relations(list: [type: string, target: string][]): string {
  const address = (type: string): string =>
    type.includes('/') ? `http://schemas.openxmlformats.org/package/2006/relationships/${type}` : `${RELATIONS}/${type}`;
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${address(type)}" Target="${target}"/>`)
    .join('')}</Relationships>`;
}

/** Without a date: it would make two exports of one result differ. */
function properties(title: string): string {
  return `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>kaohe</dc:creator><dc:title>${attribute(title)}</dc:title></cp:coreProperties>`;
}

/** With two names for each sheet: what is printed on each page again, and what the filter is for. */
function workbook(names: string[], sheets: SheetWriter[]): string {
  const list = names.map((name, at) => `<sheet name="${attribute(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`);
  const defined = sheets.flatMap((sheet, at) => {
    const place = escaped(`'${names[at]!.replaceAll("'", "''")}'!`);
    return [
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">${place}${sheet.table}</definedName>`,
      `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${place}$${sheet.head}:$${sheet.head}</definedName>`,
    ];
  });
  return `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><bookViews><workbookView/></bookViews><sheets>${list.join('')}</sheets><definedNames>${defined.join('')}</definedNames></workbook>`;
}
