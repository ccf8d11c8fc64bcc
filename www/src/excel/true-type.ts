// What a file is by its first bytes. Its name proves nothing: many systems hand out a web page as `.xls`.
import { Refusal } from './refusal.ts';

/** How the first bytes of files begin that are no table, and the sentence that names them. */
const OTHERS: [bytes: number[], key: ConstructorParameters<typeof Refusal>[0]][] = [
  [[0x25, 0x50, 0x44, 0x46], 'spreadsheet.isPdf'],
  [[0x89, 0x50, 0x4e, 0x47], 'spreadsheet.isImage'],
  [[0xff, 0xd8, 0xff], 'spreadsheet.isImage'],
  [[0x47, 0x49, 0x46, 0x38], 'spreadsheet.isImage'],
  [[0x42, 0x4d], 'spreadsheet.isImage'],
  // A zip of nothing.
  [[0x50, 0x4b, 0x05, 0x06], 'spreadsheet.isArchive'],
  [[0x52, 0x61, 0x72, 0x21], 'spreadsheet.isArchive'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'spreadsheet.isArchive'],
];
const OLE2 = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = [0x50, 0x4b, 0x03, 0x04];

/** An .xlsx is a zip; what is neither that nor any of the known others is text. */
export function trueType(name: string, bytes: Uint8Array): 'zip' | 'text' {
  if (bytes.length === 0) throw new Refusal('spreadsheet.isEmpty');
  if (startsWith(bytes, ZIP)) return 'zip';
  if (startsWith(bytes, OLE2)) throw new Refusal(holdsEncrypted(bytes) ? 'spreadsheet.isEncrypted' : 'spreadsheet.isOldExcel');
  const other = OTHERS.find(([first]) => startsWith(bytes, first));
  // A text may well begin with the letters BM.
  if (other && (other[0].length > 2 || bytes.subarray(0, 512).includes(0))) throw new Refusal(other[1]);
  const start = new TextDecoder('latin1')
    .decode(bytes.subarray(0, 512))
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replaceAll('\0', '')
    .trimStart();
  if (/^<(?:!doctype html|html|head|body|table|meta|style|div|script)\b/i.test(start)) throw new Refusal('spreadsheet.isHtml');
  if (/^<(?:\?xml|\w+:?\w*[\s>])/i.test(start)) throw new Refusal(/<html\b/i.test(start) ? 'spreadsheet.isHtml' : 'spreadsheet.isXml');
  if (/\.xl\w+$/i.test(name)) throw new Refusal('spreadsheet.isText');
  return 'text';
}

function startsWith(bytes: Uint8Array, first: number[]): boolean {
  return first.every((byte, at) => bytes[at] === byte);
}

/** A workbook under a password lies in the old container, in a stream of this name. */
function holdsEncrypted(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes).includes([...'EncryptedPackage'].join('\0'));
}
