// Files on their way in: from a drop (folders too) or the file button. They are read one at a time, when it is their turn,
// so that a folder of thousands needs the memory of one; a file that cannot be taken still gets its line of outcome.
export const WORKER_LIMIT_MB = 200;
const WORKER_LIMIT = WORKER_LIMIT_MB * 1024 * 1024;

export interface ArrivingFile {
  name: string;
  /** Undefined when the file is larger than the worker takes. */
  read: () => Promise<Uint8Array | 'too-large'>;
}

/** Call it inside the drop event: the browser empties the list afterwards. */
export async function fromDrop(transfer: DataTransfer): Promise<ArrivingFile[]> {
  const items = [...transfer.items].filter((item) => item.kind === 'file');
  const entries = items.map((item) => item.webkitGetAsEntry?.() ?? null);
  if (entries.every((entry) => entry === null)) return fromList(transfer.files);
  const found: ArrivingFile[] = [];
  for (const entry of entries) if (entry) await walk(entry, '', found);
  return found;
}

export function fromList(files: Iterable<File> | null): ArrivingFile[] {
  return [...(files ?? [])].map((file) => arriving(file.webkitRelativePath || file.name, () => Promise.resolve(file)));
}

export function fromBytes(name: string, bytes: Uint8Array): ArrivingFile {
  return { name, read: () => Promise.resolve(bytes.byteLength > WORKER_LIMIT ? 'too-large' : bytes) };
}

async function walk(entry: FileSystemEntry, folder: string, found: ArrivingFile[]): Promise<void> {
  // What an operating system leaves in folders by itself was handed in by nobody.
  if (entry.name.startsWith('.') || entry.name === 'Thumbs.db' || entry.name === 'desktop.ini') return;
  if (entry.isFile) {
    found.push(arriving(folder + entry.name, () => new Promise((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject))));
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  // readEntries hands out at most a hundred at a time and an empty list at the end.
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (batch.length === 0) return;
    for (const inner of batch) await walk(inner, `${folder}${entry.name}/`, found);
  }
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
