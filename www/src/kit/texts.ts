// What the pages say. The sentences stand in texts/*.json, one table per language, shared with the command line.
import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { en, zh } from './shipped.ts';
import type { BilingualText } from '../engine/engine.ts';

export type Lang = 'zh-CN' | 'en';
type Texts = typeof zh;
type Groups = Omit<Texts, 'problems'>;
/** `group.key`, checked against the Chinese table. */
export type TextKey = { [G in keyof Groups & string]: `${G}.${keyof Groups[G] & string}` }[keyof Groups & string];
export type Params = Record<string, string | number>;

// Typing the pair as one record makes a key that only one language has a compile error.
const tables: Record<Lang, Texts> = { 'zh-CN': zh, en };
const CHOICE = 'kaohe-language';
const listeners = new Set<() => void>();
let current: Lang = storedChoice() ?? 'zh-CN';

export const lang = (): Lang => current;

export function setLang(next: Lang, remember = true): void {
  if (next !== current) {
    current = next;
    listeners.forEach((listener) => listener());
  }
  if (remember) storeChoice(next);
}

/** The sentence with its placeholders filled, as one string: for attributes, titles and file names. */
export function t(key: TextKey, params: Params = {}): string {
  return fill(lookup(key) ?? key, params);
}

/** The sentence with every filled-in value bidi-isolated: for everything that shows what people wrote. */
export function tRich(key: TextKey, params: Params = {}): TemplateResult {
  return rich(lookup(key) ?? key, params);
}

export function rich(sentence: string, params: Params): TemplateResult {
  const parts = sentence.split(/\{(\w+)\}/);
  return html`${parts.map((part, at) => (at % 2 === 0 ? part : html`<bdi>${params[part] ?? `{${part}}`}</bdi>`))}`;
}

export function fill(sentence: string, params: Params): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

/** The table's entry of a code that only the engine knows, or undefined for a code newer than this table. */
export function tableEntry(group: 'problems' | 'steps', code: string): unknown {
  const entries = tables[current][group] as Record<string, unknown>;
  return Object.hasOwn(entries, code) ? entries[code] : undefined;
}

/** What a scheme says, in the reader's language; Chinese is always there. */
export function say(text: BilingualText | undefined): string {
  return text === undefined ? '' : ((current === 'en' ? text.en : undefined) ?? text['zh-CN']);
}

/** Redraws its host when the language changes. */
export class LangController implements ReactiveController {
  constructor(private host: ReactiveControllerHost) {
    host.addController(this);
  }
  private redraw = (): void => this.host.requestUpdate();
  hostConnected(): void {
    listeners.add(this.redraw);
  }
  hostDisconnected(): void {
    listeners.delete(this.redraw);
  }
}

export function onLangChange(listener: () => void): void {
  listeners.add(listener);
}

function lookup(key: TextKey): string | undefined {
  const [group, name] = key.split('.') as [keyof Groups, string];
  // A single file may lack the groups of pages that it does not hold.
  return (tables[current][group] as Record<string, string> | undefined)?.[name];
}

// localStorage is missing or throws in private windows and sandboxed frames: the choice then lasts as long as the page.
function storedChoice(): Lang | undefined {
  try {
    const choice = localStorage.getItem(CHOICE);
    return choice === 'en' || choice === 'zh-CN' ? choice : undefined;
  } catch {
    return undefined;
  }
}

function storeChoice(choice: Lang): void {
  try {
    localStorage.setItem(CHOICE, choice);
  } catch {
    // see storedChoice
  }
}
