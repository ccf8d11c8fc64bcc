// The period to choose. A calendar's are listed; an irregular one is a year and a name of its own, written `2026~name`.
import { html, nothing, type TemplateResult } from 'lit';
import { likelyPeriod, recentPeriods, showPeriod, type PeriodKind } from './format.ts';
import { t } from './texts.ts';

export interface PeriodField {
  id: string;
  label: string;
  kind: PeriodKind;
  value: string;
  /** Class names of each field. */
  layout?: string;
  /** Why the name of an irregular period is refused. */
  error?: string | undefined;
  changed(period: string): void;
}

export function renderPeriodField({ id, label, kind, value, layout = 'field', error, changed }: PeriodField): TemplateResult {
  const irregular = kind === 'irregular';
  const [year = '', name = ''] = value.split('~');
  const chosen = irregular ? `${year}~` : value;
  const periods = recentPeriods(kind);
  const said = (event: Event): string => (event.target as HTMLInputElement).value;
  return html`<div class=${layout}>
      <label for=${id}>${irregular ? t('period.yearLabel') : label}</label>
      <select id=${id} @change=${(event: Event) => changed(irregular ? said(event) + name : said(event))}>
        ${[...(periods.includes(chosen) ? [] : [chosen]), ...periods].map(
          (period) =>
            html`<option value=${period} ?selected=${period === chosen}>${showPeriod(irregular ? period.slice(0, -1) : period)}</option>`,
        )}
      </select>
    </div>
    ${
      irregular
        ? html`<div class=${layout}>
          <label for="${id}-name">${t('period.nameLabel')}</label>
          <small class="hint" id="${id}-name-hint">${t('period.nameHint')}</small>
          <input
            id="${id}-name"
            type="text"
            maxlength="48"
            autocomplete="off"
            .value=${name}
            aria-invalid=${error ? 'true' : nothing}
            aria-describedby="${id}-name-hint${error ? ` ${id}-name-error` : ''}"
            @input=${(event: Event) => changed(chosen + said(event))}
          />
          ${error ? html`<span class="error" id="${id}-name-error">${error}</span>` : nothing}
        </div>`
        : nothing
    }`;
}

/** The period as it stands, if it is one of this calendar; else the likely one. */
export function periodOf(kind: PeriodKind, period: string): string {
  const fits = kind === 'irregular' ? period.includes('~') : recentPeriods(kind).includes(period);
  return fits ? period : likelyPeriod(kind);
}

/** Blanks around a name are nobody's intention. */
export const tidyPeriod = (period: string): string => period.trim().replace(/~\s+/, '~');

/** An irregular period that has not been named yet. */
export function lacksName(period: string): boolean {
  return /~\s*$/.test(period);
}
