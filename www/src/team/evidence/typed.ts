// What was typed into a panel and is not entered yet. It lives as long as the tab: a redraw, a look at another part or a
// file that comes in meanwhile loses nothing.
import type { TeamDesk } from '../desk.ts';

export class Typed {
  #values = new Map<string, string>();

  read(field: string, otherwise = ''): string {
    return this.#values.get(field) ?? otherwise;
  }

  write(field: string, text: string): void {
    this.#values.set(field, text);
  }

  /** Of the named fields, or of all. */
  forget(...fields: string[]): void {
    if (fields.length === 0) this.#values.clear();
    for (const field of fields) this.#values.delete(field);
  }

  /** Fields that hold something, in the order in which they were first typed into. */
  get filled(): string[] {
    return [...this.#values].flatMap(([field, text]) => (text.trim() === '' ? [] : [field]));
  }

  get empty(): boolean {
    return this.#values.size === 0;
  }
}

const kept = new Map<string, Typed>();

/** By workbook, period and panel. */
export function typedIn(desk: TeamDesk, panel: string): Typed {
  const key = JSON.stringify([desk.draftKey, panel]);
  let typed = kept.get(key);
  if (!typed) kept.set(key, (typed = new Typed()));
  return typed;
}
