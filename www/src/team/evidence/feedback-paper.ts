// The customers' form to print and hand out.
import { html, nothing, type TemplateResult } from 'lit';
import { say, t } from '../../kit/texts.ts';
import { questionRange, ticks } from './feedback-scheme.ts';
import type { Question, Scheme } from '../../engine/engine.ts';

export function renderFeedbackPaper(scheme: Scheme): TemplateResult {
  const form = scheme.feedback!;
  const line = (label: string): TemplateResult => html`<th scope="row">${label}</th><td></td>`;
  return html`<h1>${say(form.name)}</h1>
    ${form.help ? html`<p>${say(form.help)}</p>` : nothing}
    <div class="box"><table class="sheet">
      <colgroup><col class="says" /><col /><col class="says" /><col /></colgroup>
      <tbody>
        <tr>${line(t('feedback.number'))} ${line(t('feedback.date'))}</tr>
        <tr>${line(t('feedback.customer'))} ${line(t('feedback.phone'))}</tr>
        <tr>${line(t('team.subject'))} ${line(t('feedback.service'))}</tr>
        ${scheme.channels ? html`<tr><th scope="row">${t('feedback.channel')}</th><td colspan="3">${scheme.channels.map((channel) => html`<span class="tick">☐ ${say(channel.name)}</span>`)}</td></tr>` : nothing}
      </tbody>
    </table></div>
    <div class="box"><table>
      <thead>
        <tr>
          <th scope="col">${t('feedback.question')}</th>
          <th scope="col">${t('feedback.answerColumn')}</th>
        </tr>
      </thead>
      <tbody>
        ${form.questions.map((question) => html`<tr><th scope="row">${say(question.name)}${question.help ? html`<br /><small>${say(question.help)}</small>` : nothing}</th><td>${answer(question)}</td></tr>`)}
      </tbody>
    </table></div>
    <div class="box"><table class="sheet">
      <tbody>
        <tr><th scope="row">${t('feedback.remark')}</th><td class="tall"></td></tr>
      </tbody>
    </table></div>
    <div class="signatures">
      <div>${t('feedback.signCustomer')}</div>
      <div>${t('feedback.signStaff')}</div>
      <div>${t('form.signDate')}</div>
    </div>`;
}

function answer(question: Question): TemplateResult {
  const all = ticks(question);
  return all.length === 0
    ? html`<small>${questionRange(question)}</small>`
    : html`${all.map((one) => html`<span class="tick">☐ ${one}</span>`)}`;
}
