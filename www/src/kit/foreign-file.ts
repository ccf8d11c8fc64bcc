// Files that are none of ours and often taken for one: known by their first bytes, whatever they are called.
import type { Problem } from '../engine/engine.ts';
import type { TextKey } from './texts.ts';

const KINDS: [first: number[], key: TextKey][] = [
  [[0x25, 0x50, 0x44, 0x46], 'start.isPdf'],
  [[0x89, 0x50, 0x4e, 0x47], 'start.isImage'],
  [[0xff, 0xd8, 0xff], 'start.isImage'],
  [[0x47, 0x49, 0x46, 0x38], 'start.isImage'],
  [[0x50, 0x4b, 0x03, 0x04], 'start.isArchive'],
  [[0x52, 0x61, 0x72, 0x21], 'start.isArchive'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'start.isArchive'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'start.isOffice'],
];

/** What it is and what to do with it; undefined where the engine has to look. */
export function foreignFile(bytes: Uint8Array): TextKey | undefined {
  return KINDS.find(([first]) => first.every((byte, at) => bytes[at] === byte))?.[1];
}

/** JSON of some other program: the engine misses the key by which it would know what it is. */
export function isForeignJson(problems: Problem[]): boolean {
  return problems.some(
    ({ code, pointer, params }) => (code === 'missing-key' && params['key'] === 'format') || (code === 'wrong-type' && pointer === ''),
  );
}
