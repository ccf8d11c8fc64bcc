// The one place that says whether the typing is safe, in the same words on every page.
import { html, type TemplateResult } from 'lit';
import { t } from './texts.ts';
import { showTime } from './format.ts';
import type { Saver } from './saver.ts';

export function renderSaveStatus(saver: Saver): TemplateResult {
  switch (saver.state) {
    case 'saved':
      return html`<span class="save saved">${t('store.saved', { time: showTime(saver.savedAt ?? new Date()) })}</span>`;
    case 'failed':
      return html`<strong class="save failed" role="alert">${t('store.failed')}</strong>`;
    case 'overtaken':
      return html`<strong class="save failed" role="alert">${t('store.overtaken')}</strong>`;
    case 'off':
      return html`<strong class="save off">${t('store.off')}</strong>`;
    case 'pending':
      return html`<span class="save">${t('store.pending')}</span>`;
    default:
      return html`<span class="save">${t('store.idle')}</span>`;
  }
}
