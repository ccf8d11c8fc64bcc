// The engine on the main thread: loaded once, replaced after a trap.
import { readEngineBytes } from 'virtual:kaohe-engine-bytes';
import { isTrap, startEngine } from './engine-instance.ts';

export type * from 'kaohe';
// Under these names they do not hide JavaScript's own.
export type { Number as Num, Record as RecordEntry } from 'kaohe';
/** Everything that the generated module exports. */
export type Engine = typeof import('kaohe');

let source = readEngineBytes;
let bytes: Promise<Uint8Array> | undefined;
let engine: Promise<Engine> | undefined;

/** The wasm file itself, to post into a worker: works in the served site and in the single file alike. */
export function engineBytes(): Promise<Uint8Array> {
  bytes ??= source().catch((error: unknown) => {
    bytes = undefined;
    throw error;
  });
  return bytes;
}

/** The element's package entry says where the wasm file lies; the pages' builds know by themselves. */
export function useEngineBytes(next: () => Promise<Uint8Array>): void {
  source = next;
}

export function loadEngine(): Promise<Engine> {
  engine ??= engineBytes()
    .then(startEngine)
    .catch((error: unknown) => {
      engine = undefined;
      throw error;
    });
  return engine;
}

/** After a trap: forget the dead instance and start another. */
export function restartEngine(): Promise<Engine> {
  engine = undefined;
  return loadEngine();
}

/** Asks the engine once; after a trap asks a fresh one the same question. A second trap is the caller's. */
export async function ask<T>(question: (engine: Engine) => T): Promise<T> {
  try {
    return question(await loadEngine());
  } catch (error) {
    if (!isTrap(error)) throw error;
    return question(await restartEngine());
  }
}

/** First sixteen hex digits of the wasm file's SHA-256, or undefined where the browser offers no crypto.subtle (plain http). */
export async function engineHash(): Promise<string | undefined> {
  if (globalThis.crypto?.subtle === undefined) return undefined;
  const digest = await crypto.subtle.digest('SHA-256', (await engineBytes()) as BufferSource);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('').slice(0, 16);
}
