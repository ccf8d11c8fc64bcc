// What an .xlsx says about itself: its worksheets and where they lie, the texts that cells share, the formats of numbers.
import type { Archive } from './archive.ts';
import { unescaped } from './cell-text.ts';
import { formatOf, type NumberFormat } from './number-format.ts';
import { Refusal } from './refusal.ts';
import { readXml } from './xml.ts';

export interface Worksheet {
  name: string;
  hidden: boolean;
  part: string;
}

export interface Parts {
  worksheets: Worksheet[];
  from1904: boolean;
  shared: string[];
  /** By the number that a cell names. */
  formats: NumberFormat[];
}

interface Relation {
  type: string;
  part: string;
}

export function readParts(archive: Archive): Parts {
  const book = bookOf(archive);
  const relations = relationsOf(archive, book);
  const named = (kind: string): string | undefined => {
    const part = [...relations.values()].find(({ type }) => type === kind)?.part;
    return part === undefined ? undefined : archive.mustRead(part);
  };
  return { ...readBook(archive, book, relations), shared: readShared(named('sharedStrings')), formats: readFormats(named('styles')) };
}

/** An office file is known by its main part. */
function bookOf(archive: Archive): string {
  const main = [...relationsOf(archive, '').values()].find(({ type }) => type === 'officeDocument')?.part ?? 'xl/workbook.xml';
  if (main.endsWith('.bin')) throw new Refusal('spreadsheet.isBinary');
  if (/^(?:word|ppt|visio)\//.test(main)) throw new Refusal('spreadsheet.isOffice');
  if (archive.has(main)) return main;
  throw new Refusal(archive.has('content.xml') ? 'spreadsheet.isOpenDocument' : 'spreadsheet.isArchive');
}

function relationsOf(archive: Archive, part: string): Map<string, Relation> {
  const relations = new Map<string, Relation>();
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const xml = archive.read(`${folder}_rels/${part.slice(folder.length)}.rels`);
  if (xml === undefined) return relations;
  readXml(xml, {
    open(name, attribute) {
      const [id, type, target] = [attribute('Id'), attribute('Type'), attribute('Target')];
      if (
        name !== 'Relationship' ||
        id === undefined ||
        type === undefined ||
        target === undefined ||
        attribute('TargetMode') === 'External'
      )
        return;
      // Its kind is the last word of an address that differs between the editions of the standard.
      relations.set(id, { type: type.slice(type.lastIndexOf('/') + 1), part: resolved(folder, target) });
    },
  });
  return relations;
}

function resolved(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}

function readBook(archive: Archive, book: string, relations: Map<string, Relation>): Pick<Parts, 'worksheets' | 'from1904'> {
  const worksheets: Worksheet[] = [];
  let from1904 = false;
  readXml(archive.mustRead(book), {
    open(name, attribute) {
      if (name === 'workbookPr') from1904 = /^(?:1|true)$/.test(attribute('date1904') ?? '');
      if (name !== 'sheet') return;
      const relation = relations.get(attribute('id') ?? '');
      // Charts and macros have sheets of their own kinds.
      if (relation?.type === 'worksheet')
        worksheets.push({
          name: unescaped(attribute('name') ?? ''),
          hidden: (attribute('state') ?? 'visible') !== 'visible',
          part: relation.part,
        });
    },
  });
  return { worksheets, from1904 };
}

/** Parts of one text in different letters belong together; how a name is pronounced (`rPh`) is no part of it. */
function readShared(xml: string | undefined): string[] {
  const shared: string[] = [];
  if (xml === undefined) return shared;
  let [text, reading, phonetic] = ['', false, false];
  readXml(xml, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic = true;
      reading = name === 't' && !phonetic;
    },
    close(name) {
      if (name === 'si') shared.push(unescaped(text));
      else if (name === 'rPh') phonetic = false;
      reading = false;
    },
    text(piece) {
      if (reading) text += piece;
    },
  });
  return shared;
}

function readFormats(xml: string | undefined): NumberFormat[] {
  const codes = new Map<number, string>();
  const ids: number[] = [];
  if (xml === undefined) return [];
  const path: string[] = [];
  readXml(xml, {
    open(name, attribute) {
      // Formats that only a condition applies have the same names elsewhere in the part.
      const inside = path.at(-1);
      path.push(name);
      if (name === 'numFmt' && inside === 'numFmts') codes.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '');
      if (name === 'xf' && inside === 'cellXfs') ids.push(Number(attribute('numFmtId') ?? 0));
    },
    close() {
      path.pop();
    },
  });
  return ids.map((id) => formatOf(id, codes.get(id)));
}
