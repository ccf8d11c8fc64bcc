// The page's writer of the results' workbook, as node runs it, and the parts of what it wrote.
import { inflateRawSync } from 'node:zlib';
import { loadSources, source } from './sources.mjs';

/** `writeXlsx(book)`, `sheetNames(names)`, `resultsWorkbook(names, appraisal)`, `Names`, `setLang`. */
export function loadWriter() {
  return loadSources(`
    export { writeXlsx } from ${source('team/results-workbook/xlsx-file.ts')};
    export { sheetNames } from ${source('team/results-workbook/sheet-names.ts')};
    export { resultsWorkbook } from ${source('team/results-workbook/results-workbook.ts')};
    export { Names } from ${source('team/names.ts')};
    export { setLang } from ${source('kit/texts.ts')};`);
}

/** What the archive's directory names, unpacked: name → text. */
export function partsOf(bytes) {
  const file = Buffer.from(bytes);
  const end = file.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const parts = {};
  let at = file.readUInt32LE(end + 16);
  for (let count = file.readUInt16LE(end + 10); count > 0; count -= 1) {
    const [packed, nameLength, extra, comment, offset] = [
      file.readUInt32LE(at + 20),
      file.readUInt16LE(at + 28),
      file.readUInt16LE(at + 30),
      file.readUInt16LE(at + 32),
      file.readUInt32LE(at + 42),
    ];
    const from = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28);
    parts[file.toString('utf8', at + 46, at + 46 + nameLength)] = inflateRawSync(file.subarray(from, from + packed)).toString();
    at += 46 + nameLength + extra + comment;
  }
  return parts;
}

/** The cells of one worksheet: `A4` → `{ type, style, value }`, a shared text as itself; `format` is the number format's code. */
export function cellsOf(parts, sheet = 1) {
  const texts = [...parts['xl/sharedStrings.xml'].matchAll(/<si><t xml:space="preserve">([^<]*)<\/t><\/si>/g)].map((match) => match[1]);
  const styles = parts['xl/styles.xml'];
  const codes = Object.fromEntries(
    [...styles.matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/g)].map(([, id, code]) => [id, code]),
  );
  const xfs = [...styles.split('<cellXfs')[1].matchAll(/<xf numFmtId="(\d+)"([^>]*)>/g)].map(([, id, rest]) => ({
    format: codes[id] ?? { 0: 'General', 1: '0', 2: '0.00', 49: '@' }[id],
    guarded: rest.includes('quotePrefix="1"'),
  }));
  const found = parts[`xl/worksheets/sheet${sheet}.xml`].matchAll(/<c r="([A-Z]+\d+)" s="(\d+)"(?: t="(\w+)")?(?:\/>|>(.*?)<\/c>)/g);
  return Object.fromEntries(
    [...found].map(([, place, style, type, inner]) => {
      const value = /^<v>([^<]*)<\/v>$/.exec(inner ?? '')?.[1];
      return [
        place,
        { type: type ?? (value === undefined ? 'none' : 'n'), value: type === 's' ? texts[value] : value, inner, ...xfs[style] },
      ];
    }),
  );
}
