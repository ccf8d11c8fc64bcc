// Many files in one download: browsers stop a page that starts dozens of them. Entries are stored, not compressed,
// since each is a few kilobytes; every system opens such an archive by double click.
const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest >>> 0;
});
const UTF8_NAMES = 0x0800;
// 1 January 1980, the format's earliest date: the same forms give the same archive whenever it is made.
const DATE = 0x0021;

/** As many entries as the archive's own count can say. */
export const ENTRIES = 0xffff;

/** Several archives where one cannot hold them all. */
export function zips(files: { name: string; text: string }[]): Uint8Array[] {
  const archives: Uint8Array[] = [];
  for (let from = 0; from < files.length; from += ENTRIES) archives.push(zip(files.slice(from, from + ENTRIES)));
  return archives;
}

export function zip(files: { name: string; text: string }[]): Uint8Array {
  if (files.length > ENTRIES) throw new RangeError('too many entries for one archive');
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const file of files) {
    const name = encoder.encode(file.name);
    const content = encoder.encode(file.text);
    const shared = fields([
      [2, 20],
      [2, UTF8_NAMES],
      [2, 0],
      [2, 0],
      [2, DATE],
      [4, crc32(content)],
      [4, content.length],
      [4, content.length],
      [2, name.length],
      [2, 0],
    ]);
    const head = join([fields([[4, 0x04034b50]]), shared, name]);
    directory.push(
      join([
        fields([
          [4, 0x02014b50],
          [2, 20],
        ]),
        shared,
        fields([
          [2, 0],
          [2, 0],
          [2, 0],
          [4, 0],
          [4, offset],
        ]),
        name,
      ]),
    );
    parts.push(head, content);
    offset += head.length + content.length;
  }
  const index = join(directory);
  const end = fields([
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, files.length],
    [2, files.length],
    [4, index.length],
    [4, offset],
    [2, 0],
  ]);
  return join([...parts, index, end]);
}

function fields(values: [bytes: number, value: number][]): Uint8Array {
  const bytes: number[] = [];
  for (const [size, value] of values) for (let at = 0; at < size; at += 1) bytes.push((value >>> (8 * at)) & 0xff);
  return Uint8Array.from(bytes);
}

function join(parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export function crc32(content: Uint8Array): number {
  let rest = 0xffffffff;
  for (const byte of content) rest = CRC_TABLE[(rest ^ byte) & 0xff]! ^ (rest >>> 8);
  return (rest ^ 0xffffffff) >>> 0;
}
