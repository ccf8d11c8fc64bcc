// Who writes a workbook where the browser has no locks (plain http): a lease in localStorage, which its holder renews.
// An old lease is no proof that its holder is gone: the timers of a hidden tab stand still. So the others ask it first, which
// wakes a hidden tab and not a frozen one; where no answer comes, a person decides.
// localStorage cannot compare and set in one step: whoever wants the lease writes it, says so, and reads it again after a
// while. Of two at once the one with the lower name goes on. A tab that sees a lease that is not its own has lost its place.
// And one that finds its own lease run out has slept: what it sees may be as old as its sleep (a stopped process of Chromium
// wakes to the storage that it knew). It is in doubt, writes nothing, and reads again when all that waited for it has come.
import { newId } from '../kit/files.ts';
import type { Place, Standing } from './single-tab.ts';

const RENEW_MS = 2_000;
const LEASE_MS = 6_000;
/** Until all have heard of a claim; and until a busy tab must have answered, or a hidden one, whose clocks come round once a second. */
const CLAIM_MS = 250;
const ANSWER_MS = 2_500;
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
  /** When our own lease runs out. */
  #until = 0;
  /** Resolves when this tab is no longer in doubt. */
  #doubt: { over: Promise<void>; end: () => void } | undefined;
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
    if (read(this.#name)?.tab === TAB) {
      if (this.#runs()) return true;
      this.#doubtIt();
    } else {
      // Taken over; or taken over and put down again, which looks the same as one that somebody wiped.
      this.#tell('reads');
    }
    return false;
  }

  async sure(): Promise<void> {
    this.mayWrite();
    await this.#doubt?.over;
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
    this.#endDoubt();
    this.#standing = undefined;
    if (read(this.#name)?.tab === TAB) localStorage.removeItem(this.#name);
  }

  #renew = (): void => (this.mayWrite() ? this.#write() : this.#look());

  /** Writes nothing: a page that is being closed is hidden too, and stays marked as `leaving`. */
  #notice = (): void => {
    if (!this.mayWrite()) this.#look();
  };

  #look(): void {
    if (this.#unanswered !== undefined) return;
    const kept = read(this.#name);
    if (kept === undefined) this.#claim();
    else if (kept.tab === TAB) this.#doubtIt();
    else if (isFresh(kept)) this.#tell('reads');
    else this.#ask();
  }

  /** If the page stays after all, its clock makes an ordinary lease of it again. */
  #leaving = (event: Event): void => {
    if (!event.defaultPrevented && this.mayWrite()) this.#write({ leaving: true });
  };

  #claim(): void {
    // Until that is settled nobody writes, not even who had it before.
    if (this.#standing === 'writes') this.#tell('reads');
    this.#claimedUntil = Date.now() + LEASE_MS;
    this.#insist('claim');
    this.#wait(CLAIM_MS);
  }

  #ask(): void {
    this.#say('ask');
    this.#wait(ANSWER_MS);
  }

  #doubtIt(): void {
    if (this.#doubt) return;
    let end: () => void = () => undefined;
    this.#doubt = { over: new Promise((resolve) => (end = resolve)), end };
    this.#say('ask');
    this.#wait(CLAIM_MS);
  }

  #endDoubt(): void {
    this.#doubt?.end();
    this.#doubt = undefined;
  }

  #wait(patience: number): void {
    clearTimeout(this.#unanswered);
    this.#unanswered = setTimeout(this.#settle, patience);
  }

  #settle = (): void => {
    const doubted = this.#doubt !== undefined;
    const kept = read(this.#name);
    if (kept?.tab === TAB && !doubted && !this.#runs()) return this.#doubtIt();
    this.#stopWaiting();
    if (kept?.tab === TAB) this.#confirm(doubted);
    else if (kept === undefined || kept.leaving) this.#claim();
    else this.#tell(isFresh(kept) ? 'reads' : 'asks');
  };

  /** Others may have asked while this tab was in doubt, and the page has put things off. */
  #confirm(doubted: boolean): void {
    if (!doubted) return this.#tell('writes');
    this.#insist('held');
    this.#standing = 'writes';
    this.#told('writes');
  }

  #stopWaiting(): void {
    clearTimeout(this.#unanswered);
    this.#unanswered = undefined;
    this.#claimedUntil = 0;
    this.#endDoubt();
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
    this.#write();
    this.#say(say);
  }

  #giveWay(): void {
    this.#stopWaiting();
    this.#tell('reads');
  }

  #write(more: Pick<Kept, 'leaving'> = {}): void {
    this.#until = Date.now() + LEASE_MS;
    localStorage.setItem(this.#name, JSON.stringify({ tab: TAB, until: this.#until, ...more } satisfies Kept));
  }

  #runs(): boolean {
    return isFresh({ tab: TAB, until: this.#until });
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

/** One that runs for longer than any was written before the clock was set back. */
function isFresh({ until, leaving }: Kept): boolean {
  const left = until - Date.now();
  return !leaving && left > 0 && left <= LEASE_MS;
}
