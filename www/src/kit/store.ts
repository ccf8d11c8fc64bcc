// Drafts in IndexedDB. A draft is a convenience; the exported file is the real save, and the pages say so.
// "Saved" is said only after the transaction has completed, and a store that hangs counts as one that failed.
const DATABASE = 'kaohe';
const STORE = 'drafts';
const PATIENCE = 3000;

export interface Draft {
  key: string;
  /** What it is: `form` or `workbook`; decides who offers it again. */
  kind: string;
  /** One line for people, such as who rates whom. */
  title: string;
  /** The page's own state as JSON text. */
  text: string;
  changed: string;
  /** The tab that wrote it and how often it has: another tab's newer writing is never overwritten. */
  writer: string;
  sequence: number;
}

/** Another tab has written this draft since we read it. */
export class Overtaken extends Error {}

let opened: Promise<IDBDatabase> | undefined;

function database(): Promise<IDBDatabase> {
  opened ??= patiently(
    new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(DATABASE, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'key' });
      request.onblocked = () => reject(new Error('blocked'));
      request.onerror = () => reject(request.error ?? new Error('refused'));
      request.onsuccess = () => {
        const db = request.result;
        // Wiped or upgraded from elsewhere while open: let go, and open afresh at the next save.
        db.onclose = db.onversionchange = () => {
          db.close();
          opened = undefined;
        };
        resolve(db);
      };
    }),
  ).catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

async function transact<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore, done: (value: T) => void) => void): Promise<T> {
  const db = await database();
  const finished = new Promise<T>((resolve, reject) => {
    let value: T;
    // "strict" asks for the data to be on disk before completion is reported.
    const transaction = db.transaction(STORE, mode, { durability: 'strict' });
    transaction.oncomplete = () => resolve(value);
    transaction.onabort = transaction.onerror = () => reject(transaction.error ?? new Error('aborted'));
    try {
      work(transaction.objectStore(STORE), (result) => (value = result));
    } catch (error) {
      transaction.abort();
      reject(error as Error);
    }
  });
  return patiently(finished);
}

/** Reopens once: a connection that died under us is no reason to lose a save. */
async function reliably<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Overtaken || !(error instanceof DOMException) || error.name !== 'InvalidStateError') throw error;
    opened = undefined;
    return work();
  }
}

/** Resolves when the draft is on disk. Throws `Overtaken` if another tab wrote the same key meanwhile. */
export function saveDraft(draft: Draft): Promise<void> {
  return reliably(async () => {
    const overtaken = await transact<boolean>('readwrite', (store, done) => {
      const reading = store.get(draft.key);
      reading.onsuccess = () => {
        const kept = reading.result as Draft | undefined;
        const foreign = kept !== undefined && kept.writer !== draft.writer && kept.sequence >= draft.sequence;
        done(foreign);
        if (foreign) return;
        try {
          store.put(draft);
        } catch {
          // Refused on the spot; thrown from this handler it would only reach the console.
          store.transaction.abort();
        }
      };
    });
    if (overtaken) throw new Overtaken(draft.key);
  });
}

export function loadDraft(key: string): Promise<Draft | undefined> {
  return reliably(() =>
    transact<Draft | undefined>('readonly', (store, done) => {
      const reading = store.get(key);
      reading.onsuccess = () => done(reading.result as Draft | undefined);
    }),
  );
}

/** All drafts of a kind, latest first. */
export async function listDrafts(kind: string): Promise<Draft[]> {
  const all = await reliably(() =>
    transact<Draft[]>('readonly', (store, done) => {
      const reading = store.getAll();
      reading.onsuccess = () => done(reading.result as Draft[]);
    }),
  );
  return all.filter((draft) => draft.kind === kind).sort((a, b) => (a.changed < b.changed ? 1 : -1));
}

export function removeDraft(key: string): Promise<void> {
  return reliably(() => transact<void>('readwrite', (store) => void store.delete(key)));
}

export function clearDrafts(): Promise<void> {
  return reliably(() => transact<void>('readwrite', (store) => void store.clear()));
}

function patiently<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('timeout')), PATIENCE);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
