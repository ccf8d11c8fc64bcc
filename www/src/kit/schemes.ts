// The scheme files at hand: those that ship, and those a person has opened in this session.
import { ask, type Scheme } from '../engine/engine.ts';
import { schemes as shipped } from './shipped.ts';

export interface KnownScheme {
  /** The file as written: what the engine is given. */
  text: string;
  digest: string;
  scheme: Scheme;
}

/** Hears `change` when there is another scheme to choose. */
export const schemesAtHand = new EventTarget();

const opened: KnownScheme[] = [];
let known: Promise<KnownScheme[]> | undefined;

export async function allSchemes(): Promise<KnownScheme[]> {
  known ??= readShipped().catch((error: unknown) => {
    known = undefined;
    throw error;
  });
  return [...opened, ...(await known).filter((one) => !opened.some((other) => same(one, other)))];
}

export async function schemeById(id: string, version?: string): Promise<KnownScheme | undefined> {
  const all = await allSchemes();
  return all.find(({ scheme }) => scheme.id === id && (version === undefined || scheme.version === version));
}

/** A scheme file that a person dropped: usable until the page is left. Its own problems are the caller's to show. */
export async function openScheme(text: string): Promise<ReturnType<typeof check>> {
  const answer = await check(text);
  if (answer.ok) {
    opened.unshift(answer.value);
    schemesAtHand.dispatchEvent(new Event('change'));
  }
  return answer;
}

async function check(
  text: string,
): Promise<{ ok: true; value: KnownScheme } | { ok: false; problems: import('../engine/engine.ts').Problem[] }> {
  const answer = await ask((engine) => engine.checkScheme(text));
  return answer.ok ? { ok: true, value: { text, ...answer.value } } : answer;
}

async function readShipped(): Promise<KnownScheme[]> {
  const answers = await Promise.all(Object.values(shipped).map(check));
  return answers.flatMap((answer) => (answer.ok ? [answer.value] : []));
}

const same = (one: KnownScheme, other: KnownScheme): boolean =>
  one.scheme.id === other.scheme.id && one.scheme.version === other.scheme.version;
