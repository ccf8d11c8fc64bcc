// Before there is a form: who rates whom, a file that waits to be opened, the drafts.
import { html, nothing, type TemplateResult } from 'lit';
import type { KnownScheme } from '../foundation/schemes.ts';
import { t } from '../foundation/texts.ts';
import type { Who } from './form-state.ts';
import './draft-list.ts';
import './who-panel.ts';

export interface Resumed {
  params: Omit<Who, 'subjectName' | 'raterName' | 'date'>;
}

export interface EmptyDesk {
  /** The engine does not start: a draft can still be taken out. */
  failed: boolean;
  schemes: KnownScheme[] | undefined;
  preset: Partial<Who>;
  noDraft: boolean;
  retry(): void;
  begin(who: Who): void;
  resume(event: CustomEvent<Resumed>): void;
  pick(): void;
}

export function renderEmptyDesk({ failed, schemes, preset, noDraft, retry, begin, resume, pick }: EmptyDesk): TemplateResult {
  const drafts = noDraft ? nothing : html`<kaohe-drafts @kaohe-go=${resume}></kaohe-drafts>`;
  if (failed) return html`<p class="note">${t('app.engineFailed')} <button type="button" @click=${retry}>${t('app.retry')}</button></p>${drafts}`;
  if (schemes === undefined) return html`<p>${t('app.loading')}</p>`;
  const unknown = preset.scheme !== undefined && !schemes.some(({ scheme }) => scheme.id === preset.scheme);
  return html`${unknown ? html`<p class="note">${t('form.schemeUnknown', { id: preset.scheme! })}</p>` : nothing}
    <kaohe-who .schemes=${schemes} .preset=${preset} @kaohe-who=${(event: CustomEvent<Who>) => begin(event.detail)}></kaohe-who>
    <section class="panel file no-print">
      <h2>${t('start.drop')}</h2>
      <p>${t('form.importHelp')}</p>
      <button type="button" @click=${pick}>${t('start.pick')}</button>
    </section>
    ${drafts}`;
}
