// What was typed into a panel and is not entered yet. It lives as long as the workbook is open: a redraw, a look at another part
// or a file that comes in meanwhile loses nothing.
import type { TeamDesk } from '../desk.ts';

export class Typed {
  #values = new Map<string, string>();
  /** Where there were keystrokes: a choice is soon made again, a text is not. */
  #byHand = new Set<string>();

  read(field: string, otherwise = ''): string {
    return this.#values.get(field) ?? otherwise;
  }

  write(field: string, text: string): void {
    this.#values.set(field, text);
  }

  type(field: string, text: string): void {
    this.write(field, text);
    this.#byHand.add(field);
  }

  /** Of the named fields, or of all. */
  forget(...fields: string[]): void {
    for (const field of fields.length === 0 ? [...this.#values.keys()] : fields) {
      this.#values.delete(field);
      this.#byHand.delete(field);
    }
  }

  /** What still stands in the fields stands there for the next entry, and is no half of one. */
  settle(): void {
    this.#byHand.clear();
  }

  /** Fields that hold something, in the order in which they were first typed into. */
  get filled(): string[] {
    return [...this.#values].flatMap(([field, text]) => (text.trim() === '' ? [] : [field]));
  }

  /** Whether something was written here that nobody has entered. Who signs is asked everywhere, and is no entry. */
  get half(): boolean {
    return [...this.#byHand].some((field) => !SIGNED.test(field) && this.read(field).trim() !== '');
  }

  get empty(): boolean {
    return this.#values.size === 0;
  }
}

const SIGNED = /(^|\/)author$/;

const kept = new WeakMap<TeamDesk, Map<string, Typed>>();

/** By panel, of the workbook that is open. */
export function typedIn(desk: TeamDesk, panel: string): Typed {
  let panels = kept.get(desk);
  if (!panels) kept.set(desk, (panels = new Map()));
  let typed = panels.get(panel);
  if (!typed) panels.set(panel, (typed = new Typed()));
  return typed;
}

export function halfTyped(desk: TeamDesk): boolean {
  return [...(kept.get(desk)?.values() ?? [])].some((typed) => typed.half);
}

/** With the workbook goes what was typed into it. */
export function forgetTyped(desk: TeamDesk): void {
  kept.delete(desk);
}
