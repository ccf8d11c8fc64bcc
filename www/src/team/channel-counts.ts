// How much came in by each channel, as the engine counts it: customers' forms, those that were refuted, records.
import { html, type TemplateResult } from 'lit';
import { say, t } from '../kit/texts.ts';
import { channelsOf } from './evidence/uses.ts';
import type { Names } from './names.ts';
import type { ChannelCount } from '../engine/engine.ts';

/** The table alone; what stands above it names it by its id. */
export function renderChannelCounts(counts: ChannelCount[], names: Names, labelledBy: string): TemplateResult {
  const known = channelsOf(names.schemes);
  return html`<div class="table-box" tabindex="0" role="group" aria-labelledby=${labelledBy}>
    <table class="narrow">
      <thead>
        <tr>
          <th scope="col">${t('feedback.channel')}</th>
          <th scope="col" class="figure">${t('feedback.channelForms')}</th>
          <th scope="col" class="figure">${t('feedback.channelRefuted')}</th>
          <th scope="col" class="figure">${t('feedback.channelRecords')}</th>
        </tr>
      </thead>
      <tbody>
        ${counts.map(
          (one) =>
            html`<tr>
              <th scope="row">${say(known.find(({ id }) => id === one.channel)?.name) || one.channel}</th>
              <td class="figure">${one.feedback}</td>
              <td class="figure">${one.refuted}</td>
              <td class="figure">${one.records}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
