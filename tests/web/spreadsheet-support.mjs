// The page's reader of spreadsheet files, as node runs it, and files made by hand where no spreadsheet program would make them.
import { crc32, deflateRawSync } from 'node:zlib';
import { loadSources, source } from './sources.mjs';

/** `readFile(name, bytes)`, `asPasted`, `asLines`, `readPasted`. */
export async function loadReader() {
  const reader = await loadSources(`
    export { readSpreadsheet } from ${source('excel/read-file.ts')};
    export { asPasted, asLines } from ${source('excel/as-text.ts')};
    export { readPasted } from ${source('excel/pasted-rows.ts')};`);
  return {
    ...reader,
    readFile: (name, bytes, mended = async (_, raw) => raw) => reader.readSpreadsheet({ name, bytes: Uint8Array.from(bytes) }, mended),
  };
}

const HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = (list) =>
  `${HEADER}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.map(([id, type, target]) => `<Relationship Id="${id}" Type="${TYPE}/${type}" Target="${target}"/>`).join('')}</Relationships>`;

/**
 * An .xlsx of these worksheets, each `{ name, state, xml }`, where `xml` is what stands in its `worksheet`.
 * @param options.shared the `si` elements, @param options.styles what stands in `styleSheet`, @param options.book more in `workbook`
 */
export function xlsx(sheets, { shared = '', styles = '', book = '', change = (parts) => parts } = {}) {
  const all = sheets.map((sheet, at) => ({
    name: `表${at + 1}`,
    state: 'visible',
    ...(typeof sheet === 'string' ? { xml: sheet } : sheet),
  }));
  return zip(
    change({
      '_rels/.rels': relations([['rId1', 'officeDocument', 'xl/workbook.xml']]),
      'xl/workbook.xml': `${HEADER}<workbook ${MAIN}>${book}<sheets>${all.map(({ name, state }, at) => `<sheet name="${name}" sheetId="${at + 1}" state="${state}" r:id="s${at}"/>`).join('')}</sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': relations([
        ...all.map((_, at) => [`s${at}`, 'worksheet', `worksheets/sheet${at + 1}.xml`]),
        ['t', 'sharedStrings', 'sharedStrings.xml'],
        ['f', 'styles', '/xl/styles.xml'],
      ]),
      'xl/sharedStrings.xml': `${HEADER}<sst ${MAIN}>${shared}</sst>`,
      'xl/styles.xml': `${HEADER}<styleSheet ${MAIN}>${styles}</styleSheet>`,
      ...Object.fromEntries(
        all.map(({ xml }, at) => [`xl/worksheets/sheet${at + 1}.xml`, `${HEADER}<worksheet ${MAIN}>${xml}</worksheet>`]),
      ),
    }),
  );
}

/** Rows of `<c …>` elements, numbered from 1. */
export const rows = (...list) => `<sheetData>${list.map((cells, at) => `<row r="${at + 1}">${cells}</row>`).join('')}</sheetData>`;
export const text = (words) => `<c t="inlineStr"><is><t xml:space="preserve">${words}</t></is></c>`;

/**
 * A zip of these parts, name by name; a value may be text, bytes, or `{ bytes, … }` with what the directory is to say
 * instead of the truth: `size`, `checksum`, `flags`, `method`.
 */
export function zip(parts) {
  const [bodies, directory] = [[], []];
  let offset = 0;
  for (const [name, part] of Object.entries(parts)) {
    const lie = typeof part === 'object' && !Buffer.isBuffer(part) ? part : { bytes: part };
    const content = Buffer.from(lie.bytes);
    const packed = deflateRawSync(content, { level: 9 });
    const { flags = 0x800, method = 8, checksum = crc32(content), size = content.length } = lie;
    const common = fields(
      [2, 20],
      [2, flags],
      [2, method],
      [4, 0],
      [4, checksum],
      [4, packed.length],
      [4, size],
      [2, Buffer.byteLength(name)],
      [2, 0],
    );
    bodies.push(fields([4, 0x04034b50]), common, Buffer.from(name), packed);
    directory.push(fields([4, 0x02014b50], [2, 20]), common, fields([2, 0], [2, 0], [2, 0], [4, 0], [4, offset]), Buffer.from(name));
    offset += 30 + Buffer.byteLength(name) + packed.length;
  }
  const index = Buffer.concat(directory);
  const count = Object.keys(parts).length;
  return Buffer.concat([...bodies, index, fields([4, 0x06054b50], [4, 0], [2, count], [2, count], [4, index.length], [4, offset], [2, 0])]);
}

function fields(...list) {
  return Buffer.concat(
    list.map(([size, value]) => {
      const bytes = Buffer.alloc(size);
      bytes.writeUIntLE(value, 0, size);
      return bytes;
    }),
  );
}
