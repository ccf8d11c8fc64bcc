// What the page and the engine worker say to each other. Documents cross as text or bytes, answers
// as plain objects, so that nothing in a message can carry behaviour.
import type { Doc, Engine, Workbook } from './engine.ts';

/** Methods of the engine's `Workbook`. */
export const OF_WORKBOOK = [
  'open',
  'appraise',
  'explain',
  'sheet',
  'sheetFile',
  'sheetFiles',
  'invitation',
  'next',
  'verify',
  'conflicts',
  'forms',
  'nextSequence',
  'toJson',
  'result',
  'csv',
  'addAll',
  'removePerson',
  'removeAssignment',
  'setTitle',
  'addEntry',
  'extend',
  'renumber',
  'close',
  'reopen',
  'monthSteps',
  'overdue',
  'complaintSteps',
] as const satisfies (keyof Workbook)[];

/** Free functions of the engine, asked in the worker so that no document can stop the page. */
export const FREE = ['readNumber', 'identify'] as const satisfies (keyof Engine)[];

export type Method = 'load' | (typeof OF_WORKBOOK)[number] | (typeof FREE)[number];

export type Document = Doc;

/** How far the engine is with a question: in bytes while it reads, in people afterwards. */
export interface Progress {
  stage: string;
  done: number;
  total: number;
}

export type ToWorker =
  | { kind: 'start'; wasm: Uint8Array }
  | { kind: 'practise'; documents: string[] }
  | { kind: 'ask'; id: number; method: Method; values: unknown[]; keep: boolean };

export type FromWorker =
  | { kind: 'ready'; version: string }
  | { kind: 'failed'; reason: string }
  | ({ kind: 'progress'; id: number } & Progress)
  | { kind: 'answer'; id: number; value: unknown; document?: string }
  /** A large answer, as JSON. */
  | { kind: 'answer'; id: number; text: string }
  | { kind: 'trapped'; id: number; reason: string };
