// Many files in one download: what is taken out is what went in, each under a name of its own.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crc32 } from 'node:zlib';
import { loadSources, source } from './sources.mjs';

const { archives } = await loadSources(`export { archives } from ${source('team/archives.ts')};`);

// As the format writes them: 1 January 1980, 12:00.
const [FIRST_DAY, NOON] = [(1 << 5) | 1, 12 << 11];

/** By the archive's own directory: `[name, text]`; stored, of one date, with its checksum, named in UTF-8. */
function readBack(archive) {
  const file = Buffer.from(archive);
  const end = file.length - 22;
  assert.equal(file.readUInt32LE(end), 0x06054b50);
  const entries = [];
  let at = file.readUInt32LE(end + 16);
  for (let count = file.readUInt16LE(end + 10); count > 0; count -= 1) {
    assert.equal(file.readUInt32LE(at), 0x02014b50);
    const [flags, method, time, date, checksum] = [8, 10, 12, 14, 16].map((field) =>
      field === 16 ? file.readUInt32LE(at + 16) : file.readUInt16LE(at + field),
    );
    const [size, unpacked, nameLength, offset] = [
      file.readUInt32LE(at + 20),
      file.readUInt32LE(at + 24),
      file.readUInt16LE(at + 28),
      file.readUInt32LE(at + 42),
    ];
    const name = file.toString('utf8', at + 46, at + 46 + nameLength);
    assert.equal(file.readUInt32LE(offset), 0x04034b50);
    const from = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28);
    const content = file.subarray(from, from + size);
    assert.deepEqual([method, date, time, unpacked, checksum], [0, FIRST_DAY, NOON, size, crc32(content)]);
    assert.equal((flags & 0x800) !== 0, /[^\x00-\x7f]/.test(name));
    entries.push([name, content.toString()]);
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return entries;
}

test('every file comes out again, stored, in its folder, with a name in Chinese', () => {
  const [archive, ...more] = archives([
    { name: '张三_1/评分表_李四.json', text: '{"名":"李四"}' },
    { name: 'B_2/form.json', text: '' },
  ]);
  assert.deepEqual(more, []);
  assert.deepEqual(readBack(archive), [
    ['张三_1/评分表_李四.json', '{"名":"李四"}'],
    ['B_2/form.json', ''],
  ]);
});

test('of files of one name none is lost, also where large and small letters are the same', () => {
  const files = ['a.json', 'A.json', 'a.json', 'b (2).json', 'b.json', 'b.json'].map((name, at) => ({ name, text: String(at) }));
  assert.deepEqual(readBack(archives(files)[0]), [
    ['a.json', '0'],
    ['A (2).json', '1'],
    ['a (3).json', '2'],
    ['b (2).json', '3'],
    ['b.json', '4'],
    ['b (3).json', '5'],
  ]);
});

test('more files than an archive counts go into several', () => {
  const files = Array.from({ length: 65_537 }, (_, at) => ({ name: `${at}.json`, text: '' }));
  assert.deepEqual(
    archives(files).map((archive) => readBack(archive).length),
    [65_535, 2],
  );
});

test('the same files give the same bytes in every time zone', () => {
  const zone = process.env.TZ;
  const made = ['Asia/Shanghai', 'America/Los_Angeles'].map((name) => {
    process.env.TZ = name;
    return Buffer.from(archives([{ name: 'a.json', text: 'a' }])[0]).toString('hex');
  });
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
  assert.equal(made[0], made[1]);
});
