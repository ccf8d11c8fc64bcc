// Files on their way in: from a drop (folders too) or the file button. They are read one at a time, when it is their turn,
// so that a folder of thousands needs the memory of one; a file that cannot be taken still gets its line of outcome.
import { droppedFiles } from '../kit/dropped.ts';

export const WORKER_LIMIT_MB = 200;
const WORKER_LIMIT = WORKER_LIMIT_MB * 1024 * 1024;

/** Small enough for one watched question to the engine, large enough that thousands of forms are not thousands of questions. */
const BATCH_FILES = 50;
const BATCH_BYTES = 8 * 1024 * 1024;

export type Unreadable = 'too-large' | 'unreadable';

export interface ArrivingFile {
  name: string;
  read: () => Promise<Uint8Array | 'too-large'>;
}

export interface ReadFile {
  name: string;
  bytes: Uint8Array | Unreadable;
}

export async function* inBatches(files: ArrivingFile[]): AsyncGenerator<ReadFile[]> {
  let batch: ReadFile[] = [];
  let size = 0;
  for (const file of files) {
    const bytes = await file.read().catch(() => 'unreadable' as const);
    const length = bytes instanceof Uint8Array ? bytes.byteLength : 0;
    if (batch.length > 0 && (batch.length === BATCH_FILES || size + length > BATCH_BYTES)) {
      yield batch;
      batch = [];
      size = 0;
    }
    batch.push({ name: file.name, bytes });
    size += length;
  }
  if (batch.length > 0) yield batch;
}

/** Call it inside the drop event: the browser empties the list afterwards. */
export async function fromDrop(transfer: DataTransfer): Promise<ArrivingFile[]> {
  return (await droppedFiles(transfer)).map(({ name, open }) => arriving(name, open));
}

export function fromList(files: Iterable<File> | null): ArrivingFile[] {
  return [...(files ?? [])].map((file) => arriving(file.webkitRelativePath || file.name, () => Promise.resolve(file)));
}

export function fromBytes(name: string, bytes: Uint8Array): ArrivingFile {
  return { name, read: () => Promise.resolve(bytes.byteLength > WORKER_LIMIT ? 'too-large' : bytes) };
}

/** The same files, read through a question to the person where that is needed. */
export function readThrough(files: ArrivingFile[], read: (name: string, bytes: Uint8Array) => Promise<Uint8Array>): ArrivingFile[] {
  return files.map(({ name, read: raw }) => ({
    name,
    read: async () => {
      const bytes = await raw();
      return bytes === 'too-large' ? bytes : read(name, bytes);
    },
  }));
}

function arriving(name: string, file: () => Promise<File>): ArrivingFile {
  return {
    name,
    read: async () => {
      const opened = await file();
      return opened.size > WORKER_LIMIT ? 'too-large' : new Uint8Array(await opened.arrayBuffer());
    },
  };
}
