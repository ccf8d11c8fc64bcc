// The engine on the main thread: loaded once, replaced after a trap. It is the form's, which holds no workbook; the
// workbench's runs in a worker, and here only its file is read.
import { newEngineModule } from 'virtual:kaohe-form-engine';
import { readEngineBytes } from 'virtual:kaohe-form-engine-bytes';
import { readEngineBytes as readWorkbenchBytes } from 'virtual:kaohe-workbench-engine-bytes';
import { failureOf } from './engine-failure.ts';
import { fetchEngine } from './engine-file.ts';
import { isTrap, started } from './engine-instance.ts';
import type * as kaohe from 'kaohe';

export type * from 'kaohe';
// What the page shows is what the engine wrote, with every number as text.
export type Complaint = kaohe.AsWritten<kaohe.Complaint>;
export type Consequence = kaohe.AsWritten<kaohe.Consequence>;
export type Criterion = kaohe.AsWritten<kaohe.Criterion>;
export type Critical = kaohe.AsWritten<kaohe.Critical>;
export type FeedbackForm = kaohe.AsWritten<kaohe.FeedbackForm>;
export type FormFile = kaohe.AsWritten<kaohe.FormFile>;
export type Grade = kaohe.AsWritten<kaohe.Grade>;
export type Indicator = kaohe.AsWritten<kaohe.Indicator>;
export type IndicatorValue = kaohe.AsWritten<kaohe.IndicatorValue>;
export type Level = kaohe.AsWritten<kaohe.Level>;
export type Person = kaohe.AsWritten<kaohe.Person>;
export type Question = kaohe.AsWritten<kaohe.Question>;
export type Rating = kaohe.AsWritten<kaohe.Rating>;
export type RecordEntry = kaohe.AsWritten<kaohe.RecordEntry>;
export type Role = kaohe.AsWritten<kaohe.Role>;
export type Scheme = kaohe.AsWritten<kaohe.Scheme>;
export type Score = kaohe.AsWritten<kaohe.Score>;
export type Section = kaohe.AsWritten<kaohe.Section>;
export type SheetFile = kaohe.AsWritten<kaohe.SheetFile>;
export type WorkbookView = kaohe.AsWritten<kaohe.WorkbookView>;
/** Everything that the generated module exports. */
export type Engine = typeof import('kaohe/form-engine');

let source = readEngineBytes;
let bytes: Promise<Uint8Array> | undefined;
let engine: Promise<Engine> | undefined;
let workbench: Promise<Uint8Array> | undefined;

/** Hears `change` when the workbench's engine is there too: a worker has its file. */
export const scoring = new EventTarget();

/** The wasm file of the workbench's engine, to post into a worker: works in the served site and in the single file alike. */
export function engineBytes(): Promise<Uint8Array> {
  if (workbench === undefined) {
    workbench = readWorkbenchBytes().catch((error: unknown) => {
      workbench = undefined;
      throw error;
    });
    workbench.then(
      () => scoring.dispatchEvent(new Event('change')),
      () => undefined,
    );
  }
  return workbench;
}

/** The element's package entry says where the wasm file lies; the pages' builds know by themselves. */
export function useEngineFile(address: URL): void {
  source = () => fetchEngine(address);
}

function formBytes(): Promise<Uint8Array> {
  bytes ??= source().catch((error: unknown) => {
    bytes = undefined;
    throw error;
  });
  return bytes;
}

/** Rejects with an `EngineFailure`. */
export function loadEngine(): Promise<Engine> {
  engine ??= formBytes()
    .then((bytes) => started(newEngineModule(), bytes))
    .catch((error: unknown) => {
      // The file too: it may be what was wrong.
      engine = bytes = undefined;
      const failure = failureOf(error);
      console.error(`kaohe: ${failure.reason}: ${failure.message}`);
      throw failure;
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

/**
 * First sixteen hex digits of the SHA-256 of the wasm that scores forms, or that scores workbooks, once a worker has asked for
 * it. Undefined before, and where the browser offers no crypto.subtle (plain http).
 */
export async function engineHash(of: 'forms' | 'workbooks'): Promise<string | undefined> {
  const wasm = of === 'forms' ? formBytes() : workbench;
  if (globalThis.crypto?.subtle === undefined || wasm === undefined) return undefined;
  const digest = await crypto.subtle.digest('SHA-256', (await wasm) as BufferSource);
  return [...new Uint8Array(digest)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .slice(0, 16);
}
