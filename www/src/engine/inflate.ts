// DEFLATE (RFC 1951), the reading half, for the engine inside a single file: packed it fits the file's budget, and
// DecompressionStream is younger than the oldest browser that can run the engine.

/** `size` is the length of what comes out, known when it was packed. */
export function inflate(packed: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(size);
  const input = new Bits(packed);
  let at = 0;
  for (let last = false; !last; ) {
    last = input.take(1) === 1;
    const kind = input.take(2);
    at = kind === 0 ? copyStored(input, out, at) : inflateBlock(input, out, at, ...(kind === 1 ? fixedCodes() : readCodes(input)));
  }
  return out;
}

/** Least significant bit first. */
class Bits {
  private at = 0;
  private held = 0;
  private count = 0;
  constructor(private bytes: Uint8Array) {}

  take(wanted: number): number {
    while (this.count < wanted) {
      this.held |= this.bytes[this.at++]! << this.count;
      this.count += 8;
    }
    const value = this.held & ((1 << wanted) - 1);
    this.held >>>= wanted;
    this.count -= wanted;
    return value;
  }

  /** Stored blocks begin at the next whole byte. */
  stored(): Uint8Array {
    this.held = this.count = 0;
    const length = this.bytes[this.at]! | (this.bytes[this.at + 1]! << 8);
    // The length stands twice, the second time inverted.
    this.at += 4 + length;
    return this.bytes.subarray(this.at - length, this.at);
  }
}

/** Canonical Huffman code: how many codes there are of each length, and the symbols in order of their codes. */
interface Code {
  counts: Uint16Array;
  symbols: Uint16Array;
}

const LONGEST = 15;

function codeOf(lengths: ArrayLike<number>): Code {
  const counts = new Uint16Array(LONGEST + 1);
  for (let symbol = 0; symbol < lengths.length; symbol += 1) counts[lengths[symbol]!]! += 1;
  counts[0] = 0;
  const starts = new Uint16Array(LONGEST + 2);
  for (let length = 1; length <= LONGEST; length += 1) starts[length + 1] = starts[length]! + counts[length]!;
  const symbols = new Uint16Array(lengths.length);
  for (let symbol = 0; symbol < lengths.length; symbol += 1) {
    const length = lengths[symbol]!;
    if (length !== 0) symbols[starts[length]!++] = symbol;
  }
  return { counts, symbols };
}

/** Bit by bit: the codes of one length are consecutive numbers, and follow those of the length before. */
function symbolOf({ counts, symbols }: Code, input: Bits): number {
  let code = 0;
  let first = 0;
  let index = 0;
  for (let length = 1; length <= LONGEST; length += 1) {
    code |= input.take(1);
    const count = counts[length]!;
    if (code - first < count) return symbols[index + (code - first)]!;
    index += count;
    first = (first + count) << 1;
    code <<= 1;
  }
  throw new Error('the packed engine is damaged');
}

const LENGTH_BASE = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
const LENGTH_BITS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const BACK_BASE = Array.from({ length: 30 }, (_, at) => (at < 2 ? at + 1 : ((2 + (at & 1)) << ((at >> 1) - 1)) + 1));
const BACK_BITS = Array.from({ length: 30 }, (_, at) => (at < 2 ? 0 : (at >> 1) - 1));
const END = 256;

function inflateBlock(input: Bits, out: Uint8Array, at: number, literals: Code, backs: Code): number {
  for (;;) {
    const symbol = symbolOf(literals, input);
    if (symbol === END) return at;
    if (symbol < END) {
      out[at++] = symbol;
      continue;
    }
    const length = LENGTH_BASE[symbol - END - 1]! + input.take(LENGTH_BITS[symbol - END - 1]!);
    const back = symbolOf(backs, input);
    const from = at - BACK_BASE[back]! - input.take(BACK_BITS[back]!);
    // Byte by byte: a run may reach into what it is just writing.
    for (let step = 0; step < length; step += 1) out[at++] = out[from + step]!;
  }
}

function copyStored(input: Bits, out: Uint8Array, at: number): number {
  const bytes = input.stored();
  out.set(bytes, at);
  return at + bytes.length;
}

function fixedCodes(): [Code, Code] {
  const lengths = Array.from({ length: 288 }, (_, symbol) => (symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8));
  return [codeOf(lengths), codeOf(new Array<number>(30).fill(5))];
}

/** The order in which the lengths of the code for lengths are written. */
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

function readCodes(input: Bits): [Code, Code] {
  const literals = input.take(5) + 257;
  const backs = input.take(5) + 1;
  const written = input.take(4) + 4;
  const small = new Uint8Array(ORDER.length);
  for (let at = 0; at < written; at += 1) small[ORDER[at]!] = input.take(3);
  const code = codeOf(small);
  const lengths: number[] = [];
  while (lengths.length < literals + backs) {
    const symbol = symbolOf(code, input);
    if (symbol < 16) lengths.push(symbol);
    else if (symbol === 16) repeat(lengths, lengths.at(-1)!, 3 + input.take(2));
    else repeat(lengths, 0, symbol === 17 ? 3 + input.take(3) : 11 + input.take(7));
  }
  return [codeOf(lengths.slice(0, literals)), codeOf(lengths.slice(literals))];
}

function repeat(lengths: number[], value: number, times: number): void {
  for (let time = 0; time < times; time += 1) lengths.push(value);
}
