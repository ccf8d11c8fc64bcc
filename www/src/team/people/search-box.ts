// Finds people in a long list, by number or name. A short one is sooner read than searched.
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

const LONG = 20;

export interface SearchBox {
  id: string;
  label: string;
  sought: string;
  /** How long the list is without a search. */
  length: number;
  /** What is said of what was found. */
  found: string;
  changed: (sought: string) => void;
}

export function renderSearchBox({ id, label, sought, length, found, changed }: SearchBox): TemplateResult | typeof nothing {
  // What was sought stays to be seen and taken away, however short the list has become.
  if (length <= LONG && sought === '') return nothing;
  return html`<div class="field search">
    <label for=${id}>${label}</label>
    <input id=${id} type="search" autocomplete="off" .value=${live(sought)} @input=${(event: Event) => changed((event.target as HTMLInputElement).value)} />
    <small role="status">${sought.trim() === '' ? nothing : found}</small>
  </div>`;
}

/** Chinese keyboards give full-width digits and letters. */
export function finds(sought: string, ...texts: string[]): boolean {
  const plain = (text: string): string => text.normalize('NFKC').toLowerCase();
  const wanted = plain(sought.trim());
  return wanted === '' || texts.some((text) => plain(text).includes(wanted));
}
