// What is ours and not the source's: shown as a default that the company may change.
import { html, nothing, type TemplateResult } from 'lit';
import { say, t } from './texts.ts';
import type { BilingualText } from '../engine/engine.ts';

export function renderPreset(preset: BilingualText | undefined): TemplateResult | typeof nothing {
  if (preset === undefined) return nothing;
  return html`<small class="preset"><b>${t('preset.mark')}</b> ${say(preset)}</small>`;
}
