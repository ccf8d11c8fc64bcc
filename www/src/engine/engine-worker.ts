// The engine in a worker that may be thrown away at any time: it holds nothing that the page cannot
// give it again. One workbook, one question after the other.
import { startEngine, type Engine } from './workbench-engine.ts';
import type { Answer, Workbook, WorkbookView } from './engine.ts';
import { FREE, OF_WORKBOOK, type Document, type FromWorker, type ToWorker } from './messages.ts';

type Call = (...values: unknown[]) => unknown;
type Report = (stage: string, done: number, total: number) => void;

/** After as many the browser has compiled for speed what a workbook of a thousand people needs. */
const ROUNDS = 60;

let engine: Engine | undefined;
let workbook: Workbook | undefined;
/** What is left to practise on: nothing any more from the first question on. */
let practice: string[] = [];

// The page's type library describes a window; in a worker postMessage has no target origin.
const say = (message: FromWorker): void => (self as unknown as { postMessage(message: FromWorker): void }).postMessage(message);

self.addEventListener('message', (event: MessageEvent<ToWorker>) => {
  const message = event.data;
  if (message.kind === 'start') {
    void start(message.wasm);
    return;
  }
  if (message.kind === 'practise') {
    practice = Array.from({ length: ROUNDS }, () => message.documents).flat();
    practise();
    return;
  }
  practice = [];
  const report: Report = (stage, done, total) => say({ kind: 'progress', id: message.id, stage, done, total });
  try {
    if (message.method === 'appraise') {
      say({ kind: 'answer', id: message.id, text: inHand(message.method).appraiseText(report) });
      return;
    }
    const value = answer(message.method, message.values, report);
    const document = message.keep && !isRefusal(value) ? kept(report) : undefined;
    say({ kind: 'answer', id: message.id, value, ...(document === undefined ? {} : { document }) });
  } catch (trap) {
    // After a trap the instance's memory cannot be trusted: the page discards this worker.
    say({ kind: 'trapped', id: message.id, reason: String(trap) });
  }
});

async function start(wasm: Uint8Array): Promise<void> {
  try {
    engine = await startEngine(wasm);
    say({ kind: 'ready', version: engine.engineVersion() });
  } catch (reason) {
    say({ kind: 'failed', reason: String(reason) });
  }
}

/** One document at a time, so that a question never waits for more than that. */
function practise(): void {
  const document = practice.pop();
  if (!engine || document === undefined) return;
  try {
    const book = new engine.Workbook(document);
    for (const asked of ['open', 'appraiseText', 'conflicts', 'toJson'] as const) book[asked]();
    book.free();
    setTimeout(practise);
  } catch (trap) {
    say({ kind: 'trapped', id: 0, reason: String(trap) });
  }
}

function answer(method: string, values: unknown[], report: Report): unknown {
  if (!engine) throw new Error('no engine yet');
  if (method === 'load') return load(engine, values[0] as Document, report);
  if (isOneOf(FREE, method)) return (engine as unknown as Record<string, Call>)[method]!(...values);
  if (!isOneOf(OF_WORKBOOK, method)) throw new Error(`unknown question ${method}`);
  return (inHand(method) as unknown as Record<string, Call>)[method]!(...values);
}

function inHand(method: string): Workbook {
  if (!workbook) throw new Error(`no workbook to ask ${method}`);
  return workbook;
}

/** The workbook that is held stays when the new document is refused. */
function load(from: Engine, document: Document, report: Report): Answer<WorkbookView> {
  const candidate = new from.Workbook(document, report);
  report('open', 0, 0);
  const opened = candidate.open();
  if (opened.ok) {
    workbook?.free();
    workbook = candidate;
  } else {
    candidate.free();
  }
  return opened;
}

/** Each of the long parts of a question has the page's patience for itself: a sign of life between them. */
function kept(report: Report): string | undefined {
  report('write', 0, 0);
  return written();
}

/** The workbook file, as the engine writes it. */
function written(): string | undefined {
  const answer = workbook?.toJson();
  return answer?.ok ? answer.value : undefined;
}

function isOneOf(names: readonly string[], name: string): boolean {
  return names.includes(name);
}

function isRefusal(value: unknown): boolean {
  return typeof value === 'object' && value !== null && (value as { ok?: unknown }).ok === false;
}
