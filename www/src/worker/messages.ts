// What the page and the engine worker say to each other. Documents cross as text or bytes, answers
// as plain objects, so that nothing in a message can carry behaviour.

/** Methods of the engine's `Workbook` that only read. */
export const READING = [
  'open', 'appraise', 'explain', 'sheet', 'sheetFile', 'invitation', 'next', 'verify', 'conflicts', 'toJson', 'result', 'csv',
] as const;

/** Methods of the engine's `Workbook` that change it; a success is followed by a new last good document. */
export const CHANGING = ['add', 'addPerson', 'addRecord', 'setState', 'resolve', 'acknowledge', 'close', 'reopen'] as const;

/** Free functions of the engine, asked in the worker so that no document can stop the page. */
export const FREE = ['engineVersion', 'readNumber', 'identify', 'checkScheme', 'readForm', 'readSheet', 'writeReply', 'fingerprint'] as const;

/** Parts of the document itself that no answer carries, cut out here so that the page never parses a large file. */
export const PARTS = ['schemes', 'ratings', 'decisions'] as const;

export type Method = 'load' | 'extend' | (typeof PARTS)[number] | (typeof READING)[number] | (typeof CHANGING)[number] | (typeof FREE)[number];

export type Document = string | Uint8Array;

export type ToWorker =
  | { kind: 'start'; wasm: Uint8Array }
  | { kind: 'ask'; id: number; method: Method; values: unknown[]; keep: boolean };

export type FromWorker =
  | { kind: 'ready'; version: string }
  | { kind: 'failed'; reason: string }
  | { kind: 'answer'; id: number; value: unknown; document?: string }
  | { kind: 'trapped'; id: number; reason: string };
