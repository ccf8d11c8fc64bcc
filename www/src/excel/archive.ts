// The zip that an .xlsx is. Its directory is read and judged first, and no part may give more than the directory says:
// a few kilobytes can be made to unpack to gigabytes.
import { Inflate } from 'fflate';
import { crc32 } from './checksum.ts';
import { damaged, Refusal } from './refusal.ts';

const MOST_UNPACKED_MB = 50;
const MOST_RATIO = 100;
const MOST_PARTS = 10_000;
/** So little cannot do harm, whatever it is packed to. */
const HARMLESS = 1_000_000;
const CHUNK = 16_384;

interface Part {
  method: number;
  checksum: number;
  packed: number;
  size: number;
  /** Of its own header, which comes before its bytes. */
  offset: number;
}

export class Archive {
  #parts = new Map<string, Part>();
  #data: DataView;

  constructor(private bytes: Uint8Array) {
    this.#data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    try {
      this.#readDirectory();
    } catch (error) {
      // Reading beyond the last byte.
      throw error instanceof RangeError ? damaged() : error;
    }
  }

  /** Names differ in case between programs, and so do slashes. */
  has(name: string): boolean {
    return this.#parts.has(name.toLowerCase());
  }

  /** Undefined if there is no such part. */
  read(name: string): string | undefined {
    const part = this.#parts.get(name.toLowerCase());
    if (!part) return undefined;
    const bytes = this.#unpack(part);
    if (crc32(bytes) !== part.checksum) throw damaged();
    try {
      return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
    } catch {
      throw damaged();
    }
  }

  /** What the workbook says is there: without its formats 85% would be 0.85. */
  mustRead(name: string): string {
    const text = this.read(name);
    if (text === undefined) throw damaged();
    return text;
  }

  #readDirectory(): void {
    const end = this.#findEnd();
    const count = this.#data.getUint16(end + 10, true);
    if (count > MOST_PARTS) throw new Refusal('spreadsheet.bomb', { limit: MOST_UNPACKED_MB, ratio: MOST_RATIO });
    let at = this.#data.getUint32(end + 16, true);
    let [packed, size] = [0, 0];
    for (let number = 0; number < count; number += 1) {
      if (this.#data.getUint32(at, true) !== 0x02014b50) throw damaged();
      const part = this.#readEntry(at);
      packed += part.packed;
      size += part.size;
      at += 46 + this.#data.getUint16(at + 28, true) + this.#data.getUint16(at + 30, true) + this.#data.getUint16(at + 32, true);
    }
    if (size > MOST_UNPACKED_MB * 1_000_000 || (size > HARMLESS && size > packed * MOST_RATIO))
      throw new Refusal('spreadsheet.bomb', { limit: MOST_UNPACKED_MB, ratio: MOST_RATIO });
  }

  /** The last record, behind which only a comment of the length it names may follow. */
  #findEnd(): number {
    const { length } = this.bytes;
    for (let at = length - 22; at >= Math.max(0, length - 22 - 0xffff); at -= 1) {
      if (this.#data.getUint32(at, true) === 0x06054b50 && at + 22 + this.#data.getUint16(at + 20, true) === length) return at;
    }
    throw damaged();
  }

  #readEntry(at: number): Part {
    const data = this.#data;
    if ((data.getUint16(at + 8, true) & 1) !== 0) throw new Refusal('spreadsheet.isEncrypted');
    const nameLength = data.getUint16(at + 28, true);
    const part = {
      method: data.getUint16(at + 10, true),
      checksum: data.getUint32(at + 16, true),
      packed: data.getUint32(at + 20, true),
      size: data.getUint32(at + 24, true),
      offset: data.getUint32(at + 42, true),
    };
    const name = new TextDecoder()
      .decode(this.bytes.subarray(at + 46, at + 46 + nameLength))
      .replaceAll('\\', '/')
      .replace(/^\/+/, '')
      .toLowerCase();
    if (this.#parts.has(name)) throw damaged();
    this.#parts.set(name, part);
    return part;
  }

  #unpack({ method, packed, size, offset }: Part): Uint8Array {
    if (offset + 30 > this.bytes.length || this.#data.getUint32(offset, true) !== 0x04034b50) throw damaged();
    const from = offset + 30 + this.#data.getUint16(offset + 26, true) + this.#data.getUint16(offset + 28, true);
    const content = this.bytes.subarray(from, from + packed);
    if (content.length !== packed || (method !== 0 && method !== 8)) throw damaged();
    if (method === 0) return content;
    return inflated(content, size);
  }
}

function inflated(content: Uint8Array, size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let filled = 0;
  const inflate = new Inflate((piece) => {
    if (filled + piece.length > size) throw damaged();
    whole.set(piece, filled);
    filled += piece.length;
  });
  try {
    // Piece by piece: what unpacks to more than was announced is left after the first piece too many.
    for (let at = 0; at < content.length; at += CHUNK) inflate.push(content.subarray(at, at + CHUNK), at + CHUNK >= content.length);
  } catch {
    throw damaged();
  }
  if (filled !== size) throw damaged();
  return whole;
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
