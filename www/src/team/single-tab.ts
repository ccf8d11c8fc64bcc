// One workbook is written by one tab. Web Locks where there are any; on plain http, where there are none, a lease (lease.ts).
// Without either (a sandboxed frame) the store's own sequence check remains, and stays the last line behind both.
import { Lease, leasesWork } from './lease.ts';

/** This tab `writes`; another one does and this one `reads`; or another one may, which does not answer: a person decides (`asks`). */
export type Standing = 'writes' | 'reads' | 'asks';

/** A tab's place in the line for one workbook. */
export interface Place {
  /** Whether this tab may write now, known without waiting: to be asked right before anything is changed. */
  mayWrite(): boolean;
  /** Resolves as soon as that is known: a tab that has slept must look around first. */
  sure(): Promise<void>;
  /** A person has decided that the tab which does not answer shall only read. */
  takeOver(): void;
  leave(): void;
}

/** Tells as soon as it is known where this tab stands, whenever that changes, and again when it was in doubt. */
export function holdWorkbook(key: string, told: (standing: Standing) => void): Place {
  const name = `kaohe-${key}`;
  const stand = (): Place =>
    navigator.locks !== undefined ? new Lock(name, told) : leasesWork(name) ? new Lease(name, told) : alone(told);
  let place = stand();
  const shown = new AbortController();
  // A page that was left may be shown again as it was. Others may have written meanwhile: it stands in line anew.
  addEventListener('pagehide', () => place.leave(), { signal: shown.signal });
  addEventListener('pageshow', ({ persisted }) => void (persisted && (place = stand())), { signal: shown.signal });
  return {
    mayWrite: () => place.mayWrite(),
    sure: () => place.sure(),
    takeOver: () => place.takeOver(),
    leave: () => {
      shown.abort();
      place.leave();
    },
  };
}

class Lock implements Place {
  #holds = false;
  #release: () => void = () => undefined;
  readonly #given = new AbortController();

  constructor(name: string, told: (standing: Standing) => void) {
    const until = new Promise<void>((resolve) => (this.#release = resolve));
    const held = (): Promise<void> => {
      if (this.#given.signal.aborted) return Promise.resolve();
      this.#holds = true;
      told('writes');
      return until;
    };
    void navigator.locks.request(name, { ifAvailable: true }, (lock) => {
      if (lock) return held();
      if (this.#given.signal.aborted) return undefined;
      told('reads');
      // Waiting in line: when the other tab closes, this one takes over.
      void navigator.locks.request(name, { signal: this.#given.signal }, held).catch(() => undefined);
      return undefined;
    });
  }

  mayWrite(): boolean {
    return this.#holds;
  }

  async sure(): Promise<void> {}

  /** Whoever holds a lock is there: the browser takes it from a tab that is gone. */
  takeOver(): void {}

  leave(): void {
    this.#holds = false;
    this.#release();
    this.#given.abort();
  }
}

function alone(told: (standing: Standing) => void): Place {
  told('writes');
  return { mayWrite: () => true, sure: async () => undefined, takeOver: () => undefined, leave: () => undefined };
}
