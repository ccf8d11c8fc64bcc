// A list to choose a person from, grouped by unit: two people of one name are told apart by their number.
import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Names } from './names.ts';
import type { Person } from '../engine/engine.ts';

export function personOptions(names: Names, people: Person[], chosen: string): TemplateResult[] {
  const units = [...new Set(people.map((person) => person.unit))];
  const option = (person: Person): TemplateResult =>
    // The property: after somebody chose, the attribute no longer says what is chosen.
    html`<option value=${person.id} .selected=${live(person.id === chosen)}>${person.name} ${person.id === person.name ? '' : `(${person.id})`}</option>`;
  return units.map((unit) => {
    const members = people.filter((person) => person.unit === unit);
    return unit === undefined ? html`${members.map(option)}` : html`<optgroup label=${names.unit(unit)}>${members.map(option)}</optgroup>`;
  });
}
