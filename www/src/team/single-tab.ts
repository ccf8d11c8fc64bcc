// One workbook is written by one tab. Web Locks where there are any; on plain http, where there are none, a lease in
// localStorage that its holder renews. Without either (a sandboxed frame) the store's own sequence check remains.
import { newId } from '../foundation/files.ts';

const RENEW_MS = 2_000;
const LEASE_MS = 6_000;
const TAB = newId();

/** Tells at once whether this tab may write, and again when it may later. The returned function gives the place up. */
export function holdWorkbook(key: string, mayWrite: (held: boolean) => void): () => void {
  const name = `kaohe-${key}`;
  return navigator.locks === undefined ? holdLease(name, mayWrite) : holdLock(name, mayWrite);
}

function holdLock(name: string, mayWrite: (held: boolean) => void): () => void {
  let release: () => void = () => undefined;
  const given = new AbortController();
  const until = new Promise<void>((resolve) => (release = resolve));
  const held = (): Promise<void> => {
    if (given.signal.aborted) return Promise.resolve();
    mayWrite(true);
    return until;
  };
  void navigator.locks.request(name, { ifAvailable: true }, (lock) => {
    if (lock) return held();
    if (given.signal.aborted) return undefined;
    mayWrite(false);
    // Waiting in line: when the other tab closes, this one takes over.
    void navigator.locks.request(name, { signal: given.signal }, held).catch(() => undefined);
    return undefined;
  });
  return () => {
    release();
    given.abort();
  };
}

function holdLease(name: string, mayWrite: (held: boolean) => void): () => void {
  let held: boolean | undefined;
  const renew = (): void => {
    const free = takeLease(name);
    if (free !== held) mayWrite((held = free));
  };
  renew();
  const clock = setInterval(renew, RENEW_MS);
  const leave = (): void => dropLease(name);
  addEventListener('pagehide', leave);
  return () => {
    clearInterval(clock);
    removeEventListener('pagehide', leave);
    if (held) dropLease(name);
  };
}

function takeLease(name: string): boolean {
  try {
    const kept = JSON.parse(localStorage.getItem(name) ?? 'null') as { tab: string; until: number } | null;
    if (kept && kept.tab !== TAB && kept.until > Date.now() && kept.until <= Date.now() + LEASE_MS) return false;
    localStorage.setItem(name, JSON.stringify({ tab: TAB, until: Date.now() + LEASE_MS }));
    return true;
  } catch {
    return true;
  }
}

function dropLease(name: string): void {
  try {
    const kept = JSON.parse(localStorage.getItem(name) ?? 'null') as { tab: string } | null;
    if (kept?.tab === TAB) localStorage.removeItem(name);
  } catch {
    // No storage, no lease.
  }
}
