// Forms that made room for another one and could not be stored: a public computer, `no-draft`, a store that refuses. They stay in
// the memory of the page until somebody goes on with them, and the page says so.
import { html, nothing, type TemplateResult } from 'lit';
import { tRich } from '../kit/texts.ts';
import { keyOf, type FormState } from './form-state.ts';

export interface Aside {
  state: FormState;
  title: string;
  /** How often it was stored before that stopped. */
  sequence: number;
}

export class SetAside {
  private readonly forms = new Map<string, Aside>();

  get all(): Aside[] {
    return [...this.forms.values()];
  }

  put(aside: Aside): void {
    this.forms.set(keyOf(aside.state), aside);
  }

  get(key: string): Aside | undefined {
    return this.forms.get(key);
  }

  drop(key: string): void {
    this.forms.delete(key);
  }
}

export function renderSetAside(all: Aside[], goOn: (aside: Aside) => void): TemplateResult | typeof nothing {
  if (all.length === 0) return nothing;
  return html`<div class="note no-print" role="status">
    ${all.map((aside) => html`<p>${tRich('form.aside', { title: aside.title })} <button type="button" @click=${() => goOn(aside)}>${tRich('form.asideGoOn')}</button></p>`)}
  </div>`;
}
