// Who writes a workbook where the browser has no locks (plain http): a lease in localStorage, which its holder renews.
// An old lease is no proof that its holder is gone: the timers of a hidden tab stand still. So the others ask it first, which
// wakes a hidden tab and not a frozen one; where no answer comes, a person decides.
// localStorage cannot compare and set in one step: whoever wants the lease writes it, says so, and reads it again after a
// while. Of two at once the one with the lower name goes on. A tab that sees a lease that is not its own has lost its place.
import { newId } from '../foundation/files.ts';
import type { Place, Standing } from './single-tab.ts';

const RENEW_MS = 2_000;
const LEASE_MS = 6_000;
/** Until all have heard of a claim, and until a busy tab must have answered. */
const CLAIM_MS = 250;
const ANSWER_MS = 1_500;
const TAB = newId();

interface Kept {
  tab: string;
  until: number;
  /** Its page is being closed. Firefox may end the scripts of a tab before they have put the lease down. */
  leaving?: true;
}

interface Message {
  say: 'ask' | 'claim' | 'held' | 'left';
  tab: string;
}

export class Lease implements Place {
  #standing: Standing | undefined;
  /** Runs from a question or a claim until it counts as unanswered. */
  #unanswered: ReturnType<typeof setTimeout> | undefined;
  /** As long as a claim of ours counts. A tab that froze over it wakes up with a claim of long ago. */
  #claimedUntil = 0;
  readonly #name: string;
  readonly #told: (standing: Standing) => void;
  readonly #clock: ReturnType<typeof setInterval>;
  readonly #channel: BroadcastChannel | undefined;
  readonly #left = new AbortController();

  constructor(name: string, told: (standing: Standing) => void) {
    this.#name = name;
    this.#told = told;
    this.#channel = channel(name);
    const { signal } = this.#left;
    this.#channel?.addEventListener('message', ({ data }) => this.#hear(data as Message), { signal });
    addEventListener('storage', ({ key }) => void ((key === name || key === null) && this.#notice()), { signal });
    // Its timers may have stood still until now.
    for (const seen of ['focus', 'pageshow']) addEventListener(seen, this.#notice, { signal });
    for (const seen of ['visibilitychange', 'resume']) document.addEventListener(seen, this.#notice, { signal });
    addEventListener('beforeunload', this.#leaving, { signal });
    this.#clock = setInterval(this.#renew, RENEW_MS);
    this.#look();
  }

  mayWrite(): boolean {
    if (this.#standing !== 'writes') return false;
    if (read(this.#name)?.tab === TAB) return true;
    // Taken over; or taken over and put down again, which looks the same as one that somebody wiped.
    this.#tell('reads');
    return false;
  }

  takeOver(): void {
    if (this.#standing === 'asks') this.#claim();
  }

  leave(): void {
    // First of all, and by message: see `leaving`.
    if (this.#standing === 'writes') this.#say('left');
    this.#left.abort();
    clearInterval(this.#clock);
    clearTimeout(this.#unanswered);
    this.#channel?.close();
    this.#standing = undefined;
    if (read(this.#name)?.tab === TAB) localStorage.removeItem(this.#name);
  }

  #renew = (): void => (this.mayWrite() ? write(this.#name) : this.#look());

  /** Writes nothing: a page that is being closed is hidden too, and stays marked as `leaving`. */
  #notice = (): void => {
    if (!this.mayWrite()) this.#look();
  };

  #look(): void {
    if (this.#unanswered !== undefined) return;
    const kept = read(this.#name);
    if (kept === undefined || kept.tab === TAB) this.#claim();
    else if (isFresh(kept)) this.#tell('reads');
    else this.#ask();
  }

  /** If the page stays after all, its clock makes an ordinary lease of it again. */
  #leaving = (event: Event): void => {
    if (!event.defaultPrevented && this.mayWrite()) write(this.#name, { leaving: true });
  };

  #claim(): void {
    this.#claimedUntil = Date.now() + LEASE_MS;
    this.#insist('claim');
    this.#wait(CLAIM_MS);
  }

  #ask(): void {
    this.#say('ask');
    this.#wait(ANSWER_MS);
  }

  #wait(patience: number): void {
    clearTimeout(this.#unanswered);
    this.#unanswered = setTimeout(this.#settle, patience);
  }

  #settle = (): void => {
    this.#stopWaiting();
    const kept = read(this.#name);
    if (kept === undefined || kept.leaving) this.#claim();
    else if (kept.tab === TAB) this.#tell('writes');
    else this.#tell(isFresh(kept) ? 'reads' : 'asks');
  };

  #stopWaiting(): void {
    clearTimeout(this.#unanswered);
    this.#unanswered = undefined;
    this.#claimedUntil = 0;
  }

  #hear({ say, tab }: Message): void {
    const claims = Date.now() < this.#claimedUntil;
    if (say === 'left') {
      if (!claims && read(this.#name)?.tab === tab) this.#claim();
      return;
    }
    if (this.mayWrite()) {
      if (say !== 'held') this.#insist('held');
    } else if (say === 'held' || (say === 'claim' && claims && tab < TAB)) this.#giveWay();
    else if (claims) this.#insist('claim');
  }

  #insist(say: Message['say']): void {
    write(this.#name);
    this.#say(say);
  }

  #giveWay(): void {
    this.#stopWaiting();
    this.#tell('reads');
  }

  #say(say: Message['say']): void {
    this.#channel?.postMessage({ say, tab: TAB } satisfies Message);
  }

  #tell(standing: Standing): void {
    if (standing === this.#standing) return;
    this.#standing = standing;
    this.#told(standing);
  }
}

/** Not in a sandboxed frame, nor where the storage is full. */
export function leasesWork(name: string): boolean {
  try {
    localStorage.setItem(`${name}?`, '');
    localStorage.removeItem(`${name}?`);
    return true;
  } catch {
    return false;
  }
}

/** Without one nobody can answer, and a person is asked where the lease is old. */
function channel(name: string): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(name);
  } catch {
    return undefined;
  }
}

function read(name: string): Kept | undefined {
  try {
    return (JSON.parse(localStorage.getItem(name) ?? 'null') as Kept | null) ?? undefined;
  } catch {
    return undefined;
  }
}

function write(name: string, more: Pick<Kept, 'leaving'> = {}): void {
  localStorage.setItem(name, JSON.stringify({ tab: TAB, until: Date.now() + LEASE_MS, ...more } satisfies Kept));
}

/** One that runs for longer than any was written before the clock was set back. */
function isFresh({ until, leaving }: Kept): boolean {
  const left = until - Date.now();
  return !leaving && left > 0 && left <= LEASE_MS;
}
