// Dropped files, and every file in dropped folders, each opened when it is its turn.

export interface DroppedFile {
  /** With the folders that it lies in. */
  name: string;
  open: () => Promise<File>;
}

/** As much of the File System API as is needed here; browsers differ in how much of it they have. */
interface Handle {
  kind: 'file' | 'directory';
  name: string;
  getFile(): Promise<File>;
  values(): AsyncIterable<Handle>;
}
type Item = DataTransferItem & { getAsFileSystemHandle?: () => Promise<Handle> };

/** Call it inside the drop event: the browser empties the list afterwards. */
export async function droppedFiles(transfer: DataTransfer): Promise<DroppedFile[]> {
  const items = [...transfer.items].filter((item) => item.kind === 'file').map(ofItem);
  return (await Promise.all(items)).flat();
}

/** Only a folder is asked for as an entry: on file:// Chromium opens no entry, and WebKit none of a file from memory. */
async function ofItem(item: Item): Promise<DroppedFile[]> {
  const entry = item.webkitGetAsEntry?.();
  const file = item.getAsFile();
  if (!entry?.isDirectory) return file ? [{ name: file.name, open: () => Promise.resolve(file) }] : [];
  // On file:// Chromium lists no folder by its entry either, but it does by its handle; other browsers have no handles.
  const handle = item.getAsFileSystemHandle?.();
  const found: DroppedFile[] = [];
  try {
    await (handle ? walkHandle(await handle, '', found) : walkEntry(entry, '', found));
  } catch (reason) {
    // What cannot be listed still gets its line of outcome.
    return [...found, { name: entry.name, open: () => Promise.reject(reason as Error) }];
  }
  return found;
}

async function walkHandle(handle: Handle, folder: string, found: DroppedFile[]): Promise<void> {
  if (isLeftBehind(handle.name)) return;
  if (handle.kind === 'file') found.push({ name: folder + handle.name, open: () => handle.getFile() });
  else for await (const inner of handle.values()) await walkHandle(inner, `${folder}${handle.name}/`, found);
}

async function walkEntry(entry: FileSystemEntry, folder: string, found: DroppedFile[]): Promise<void> {
  if (isLeftBehind(entry.name)) return;
  if (entry.isFile) {
    found.push({
      name: folder + entry.name,
      open: () => new Promise((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject)),
    });
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  // readEntries hands out at most a hundred at a time and an empty list at the end.
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (batch.length === 0) return;
    for (const inner of batch) await walkEntry(inner, `${folder}${entry.name}/`, found);
  }
}

/** What an operating system leaves in folders by itself was handed in by nobody. */
function isLeftBehind(name: string): boolean {
  return name.startsWith('.') || name === 'Thumbs.db' || name === 'desktop.ini';
}
