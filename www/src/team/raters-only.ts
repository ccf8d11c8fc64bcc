// Somebody without a unit rates and is not appraised. An empty cell may also be a merged or a forgotten one, so it is asked.
import { html, nothing, type TemplateResult } from 'lit';
import { t, tRich } from '../kit/texts.ts';
import type { Typed } from './evidence/typed.ts';
import type { PeopleRead } from './pasted-people.ts';

/** Among what was typed: of whom it was said. */
export const RATERS_ONLY = 'ratersOnly';
const SHOWN = 10;

const key = ({ withoutUnit }: PeopleRead): string => JSON.stringify(withoutUnit.map(({ id }) => id));

/** Whether it is still to be said of somebody. */
export function ratersOnlyOpen(read: PeopleRead, typed: Typed): boolean {
  return read.withoutUnit.length > 0 && typed.read(RATERS_ONLY) !== key(read);
}

export function renderRatersOnly(read: PeopleRead, typed: Typed, answered: () => void): TemplateResult | typeof nothing {
  const { withoutUnit } = read;
  if (withoutUnit.length === 0) return nothing;
  const names =
    withoutUnit
      .slice(0, SHOWN)
      .map(({ name }) => name)
      .join(t('team.listJoin')) + (withoutUnit.length > SHOWN ? '…' : '');
  const said = (event: Event): void => {
    typed.write(RATERS_ONLY, (event.target as HTMLInputElement).checked ? key(read) : '');
    answered();
  };
  return html`<p class=${ratersOnlyOpen(read, typed) ? 'error' : ''}>${tRich(read.unitColumn ? 'team.noUnit' : 'team.noUnitColumn', { count: withoutUnit.length, names })}</p>
    <label class="field"><input id="raters-only" type="checkbox" .checked=${!ratersOnlyOpen(read, typed)} @change=${said} />${t('team.ratersOnly', { count: withoutUnit.length })}</label>`;
}
