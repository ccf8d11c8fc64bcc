// Bytes inside of a module: packed they fit a single file's budget. DecompressionStream, which would unpack them without a
// library, is younger than the oldest browser that can run the engine.
import { deflateRawSync } from 'node:zlib';

/** The beginning of a module: a function `unpacked()` that gives the bytes. */
export function unpacked(bytes: Uint8Array): string {
  const text = deflateRawSync(bytes, { level: 9 }).toString('base64');
  return `import { inflateSync } from 'fflate';
    const unpacked = () => inflateSync(Uint8Array.from(atob(${JSON.stringify(text)}), (letter) => letter.charCodeAt(0)), { out: new Uint8Array(${bytes.length}) });`;
}
