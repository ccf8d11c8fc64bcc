// Files in and out of the page. Everything stays on this machine: a download is a blob, a dropped file is read here.
import { droppedFiles } from './dropped.ts';

export interface NamedFile {
  name: string;
  bytes: Uint8Array;
}

/** The trust table's limit for the main thread; a larger file goes through the worker or the command line. */
export const MAIN_THREAD_LIMIT = 20 * 1024 * 1024;

/** By its name, for files that are not looked into. */
export function isSpreadsheet(name: string): boolean {
  return /\.(?:xlsx|xlsm|xlsb|xls|csv|tsv|ods|et)$/i.test(name);
}

export function download(name: string, content: string | Uint8Array, type = 'application/json'): void {
  const url = URL.createObjectURL(new Blob([content as BlobPart], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = safeFileName(name);
  link.click();
  // Firefox starts the download after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Parts joined by `_`; whatever a file system refuses becomes `-`, so that a person id may be any printable text. */
export function fileName(parts: (string | undefined)[], extension = 'json'): string {
  return `${parts.filter((part) => part !== undefined && part !== '').join('_')}.${extension}`;
}

function safeFileName(name: string): string {
  // Control and direction marks could disguise the extension.
  return name.replace(/[\\/:*?"<>|\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, '-');
}

export function newId(): string {
  // crypto.randomUUID does not exist on plain http.
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export async function pickFiles(accept: string, multiple = false): Promise<NamedFile[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = accept;
  input.multiple = multiple;
  return new Promise((resolve) => {
    input.addEventListener('change', () => void readList(input.files).then(resolve));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}

export async function readList(files: FileList | File[] | null): Promise<NamedFile[]> {
  return Promise.all([...(files ?? [])].map(readFile));
}

/** Dropped files, and every file in dropped folders. Call it inside the event: the list is emptied afterwards. */
export async function readDropped(transfer: DataTransfer): Promise<NamedFile[]> {
  const dropped = await droppedFiles(transfer);
  return readList(await Promise.all(dropped.map((file) => file.open())));
}

async function readFile(file: File): Promise<NamedFile> {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}
