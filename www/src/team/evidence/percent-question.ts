// The question about a column in percent, with both readings of one of its numbers; until it is answered nothing is taken.
import { html, nothing, type TemplateResult } from 'lit';
import { t, tRich } from '../../kit/texts.ts';
import type { Meant, PercentColumn } from './percent-columns.ts';
import type { Typed } from './typed.ts';

/** Among what was typed: what was said of the columns of the table that stands in the field. */
export const MEANT = 'meant';

export function meantColumns(typed: Typed): ReadonlyMap<number, Meant> {
  return new Map(JSON.parse(typed.read(MEANT, '[]')) as [number, Meant][]);
}

/** Whether something is still to be answered. */
export function percentOpen(columns: PercentColumn[], typed: Typed): boolean {
  const meant = meantColumns(typed);
  return columns.some(({ at }) => !meant.has(at));
}

export function renderPercentQuestions(columns: PercentColumn[], typed: Typed, answered: () => void): TemplateResult | typeof nothing {
  if (columns.length === 0) return nothing;
  const meant = meantColumns(typed);
  const choose = (at: number, one: Meant): void => {
    typed.write(MEANT, JSON.stringify([...new Map(meant).set(at, one)]));
    answered();
  };
  return html`${columns.map(
    ({ at, heading, example }) =>
      html`<fieldset class="field">
        <legend class="label">${tRich('indicators.percentAsk', { heading, number: example.percent })}</legend>
        ${(['share', 'percent'] as const).map(
          (one) =>
            html`<label
              ><input type="radio" name="meant-${at}" .checked=${meant.get(at) === one} @change=${() => choose(at, one)} />${t('indicators.percentIs', { number: example[one] })}</label
            >`,
        )}
      </fieldset>`,
  )}
  ${percentOpen(columns, typed) ? html`<p class="error">${t('indicators.percentFirst')}</p>` : nothing}`;
}
