// What follows from a result: critical outcomes, proposed measures and performance pay. A measure is a proposal, and the
// sheet says so beside it.
import { html, nothing, type TemplateResult } from 'lit';
import { showDate, showExact } from '../kit/format.ts';
import { renderPreset } from '../kit/preset.ts';
import { engineWord } from '../kit/parameters.ts';
import { say, t, tRich } from '../kit/texts.ts';
import type { Critical, Proposal, Scheme, SubjectResult } from '../engine/engine.ts';

export function renderFollows(scheme: Scheme, result: SubjectResult): TemplateResult {
  return html`${renderCritical(scheme, result)} ${renderProposals(scheme, result)} ${renderPay(scheme, result)}`;
}

export function criticalRule(scheme: Scheme, id: string): Critical | undefined {
  return scheme.sections
    .flatMap(({ criteria }) => criteria)
    .flatMap(({ critical }) => critical ?? [])
    .find((rule) => rule.id === id);
}

/** What a rule did that decided nothing, or nothing yet. */
export function didNotCount({ limit }: { limit?: string }): string {
  return limit === undefined ? t('sheet.criticalNot') : t('sheet.criticalLimit', { limit });
}

/** Whether a proposal was confirmed, overruled, or waits. */
export function renderRuling({ ruling }: Pick<Proposal, 'ruling'>): TemplateResult {
  if (ruling === undefined) return html`<span class="ruling">${t('sheet.waits')}</span>`;
  return html`<span class="ruling ${ruling.answer}">${t(ruling.answer === 'confirm' ? 'sheet.confirmed' : 'sheet.overruled')}</span>
    <small>${tRich('sheet.rulingLine', { date: showDate(ruling.date), author: ruling.author, reason: ruling.reason })}</small>`;
}

function renderCritical(scheme: Scheme, { critical = [] }: SubjectResult): TemplateResult | typeof nothing {
  if (critical.length === 0) return nothing;
  return html`<section class="panel keep" aria-labelledby="critical">
    <h2 id="critical">${t('sheet.critical')}</h2>
    <ul>
      ${critical.map((hit) => {
        const rule = criticalRule(scheme, hit.rule);
        return html`<li>
          <b>${say(rule?.name) || hit.rule}</b> <small>${hit.counts ? t('sheet.criticalCounts') : didNotCount(hit)}</small>${rule?.help ? html`<br />${say(rule.help)}` : nothing}
        </li>`;
      })}
    </ul>
  </section>`;
}

function renderProposals(scheme: Scheme, { consequences = [] }: SubjectResult): TemplateResult | typeof nothing {
  if (consequences.length === 0) return nothing;
  return html`<section class="panel keep" aria-labelledby="follows">
    <h2 id="follows">${t('sheet.follows')}</h2>
    <ul>
      ${consequences.map((proposal) => {
        const rule = scheme.consequences?.find(({ id }) => id === proposal.id);
        return html`<li>
          <b>${say(rule?.name) || proposal.id}</b> <small>${engineWord('words', proposal.kind)}</small> · ${renderRuling(proposal)}
          ${rule?.help ? html`<br />${say(rule.help)}` : nothing} ${rule?.preset ? html`<br />${renderPreset(rule.preset)}` : nothing}
        </li>`;
      })}
    </ul>
    <p class="note">${t('sheet.followsNote')}</p>
  </section>`;
}

function renderPay(scheme: Scheme, { pay }: SubjectResult): TemplateResult | typeof nothing {
  if (pay === undefined) return nothing;
  const factors = (scheme.pay?.factors ?? []).filter(({ id }) => pay.factors?.includes(id));
  return html`<section class="panel keep" aria-labelledby="pay">
    <h2 id="pay">${t('sheet.pay')}</h2>
    <dl class="who">
      <div><dt>${t('sheet.payBase')}</dt><dd>${showExact(pay.base)}</dd></div>
      ${
        factors.length === 0
          ? nothing
          : html`<div><dt>${t('sheet.payFactors')}</dt><dd>${factors.map(({ name, factor }, at) => html`${at > 0 ? '；' : nothing}${say(name)} × ${showExact(factor)}`)}</dd></div>`
      }
      <div><dt>${t('sheet.payAmount')}</dt><dd>${showExact(pay.amount)}</dd></div>
    </dl>
    <p class="hint">${t('sheet.payNote')}</p>
    ${scheme.pay?.preset ? html`<p>${renderPreset(scheme.pay.preset)}</p>` : nothing}
  </section>`;
}
