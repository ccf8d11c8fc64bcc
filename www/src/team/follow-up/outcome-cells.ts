// What stands beside a total: critical outcomes that hold, what a figure rests on, proposed measures, pay, effects of plans. Every
// figure here is the engine's.
import { html, nothing, type TemplateResult } from 'lit';
import { showExact } from '../../kit/format.ts';
import { rawUnit, showDifference } from '../../kit/raw-unit.ts';
import { say, t, type TextKey } from '../../kit/texts.ts';
import { criticalRule, didNotCount, renderRuling } from '../../sheet/follow-view.ts';
import { criteriaOf, written } from '../names.ts';
import { renderEffect } from './plans.ts';
import { consequenceName, PAY } from './rulings.ts';
import type { Criterion, CriterionScore, Scheme, SubjectResult, WorkbookView } from '../../engine/engine.ts';

/** Takes a proposal, or the pay line, to where it is confirmed or overruled; undefined where nobody may. */
export type Rule = ((subject: string, consequence: string) => void) | undefined;

export function renderCriticalHits(scheme: Scheme, { critical = [] }: SubjectResult): TemplateResult | typeof nothing {
  if (critical.length === 0) return nothing;
  return html`${critical.map(
    (hit) =>
      html`<div class="state ${hit.counts ? 'bad' : 'wait'}">
        ${t('sheet.critical')}${t('problem.colon')}${say(criticalRule(scheme, hit.rule)?.name) || hit.rule}
        ${hit.counts ? nothing : html`<small>${didNotCount(hit)}</small>`}
      </div>`,
  )}`;
}

export function renderConsequences(scheme: Scheme, row: SubjectResult, rule: Rule): TemplateResult | string {
  const { consequences = [] } = row;
  if (consequences.length === 0) return '—';
  return html`<ul class="plain">
    ${consequences.map((one) => {
      const name = consequenceName(scheme, one.id);
      return html`<li>${name} <small>${renderRuling(one)}</small> ${ruleButton(rule, row, one.id, name)}</li>`;
    })}
  </ul>`;
}

export function renderPay(scheme: Scheme, row: SubjectResult, amount: TemplateResult, rule: Rule): TemplateResult | string {
  if (row.pay === undefined) return '—';
  const { ruling } = row.pay;
  const factors = (scheme.pay?.factors ?? []).filter(({ id }) => row.pay!.factors?.includes(id));
  return html`${amount}
  ${factors.map(({ name, factor }) => html`<div><small>${say(name)} × ${showExact(factor)}</small></div>`)}
  ${ruling ? html`<div><small>${renderRuling({ ruling })}</small></div>` : nothing} ${ruleButton(rule, row, PAY, t('sheet.pay'))}`;
}

function ruleButton(rule: Rule, row: SubjectResult, consequence: string, name: string): TemplateResult | typeof nothing {
  if (rule === undefined) return nothing;
  return html`<button class="link no-print" @click=${() => rule(row.subject, consequence)} aria-label=${t('follow.ruleOf', { name: row.name, what: name })}>${t('follow.rule')}</button>`;
}

/** What is behind a total and easily overlooked: on how many a figure rests, how people see themselves, what plans came to. */
export function renderBehind(scheme: Scheme, row: SubjectResult, view: WorkbookView): TemplateResult | typeof nothing {
  const scores = row.sections.flatMap(({ criteria }) => criteria);
  const lines = scores.flatMap((score) => {
    const rule = criteriaOf(scheme).find(({ id }) => id === score.id);
    return rule === undefined ? [] : [...restedLine(rule, score), ...gapLines(scheme, rule, score)];
  });
  const effects = (row.plans ?? []).map((effect) => {
    const plan = view.plans.find(({ id }) => id === effect.plan);
    const rule = criteriaOf(scheme).find(({ id }) => id === plan?.criterion);
    return html`<li>${t('follow.topicPlans')}${t('problem.colon')}${written(plan?.measure)} <small>${say(rule?.name)} ${renderEffect(effect, rawUnit(scheme, rule))}</small></li>`;
  });
  if (lines.length + effects.length === 0) return nothing;
  return html`<details class="no-print">
    <summary><small>${t('follow.behind')}</small></summary>
    <ul class="plain">
      ${lines.map((line) => html`<li><small>${line}</small></li>`)} ${effects}
    </ul>
  </details>`;
}

function restedLine({ name, measure }: Criterion, { have, expected }: CriterionScore): string[] {
  if (have === undefined || expected === undefined) return [];
  const words: TextKey =
    measure.type === 'team' ? 'sheet.haveMembers' : measure.type === 'complaints' ? 'sheet.haveJudged' : 'sheet.haveResults';
  return [`${say(name)}${t('problem.colon')}${t(words, { have, expected })}`];
}

function gapLines(scheme: Scheme, { name }: Criterion, { roles = [] }: CriterionScore): string[] {
  return roles
    .filter((role) => role.gap !== undefined)
    .map((role) =>
      t('follow.gapLine', {
        criterion: say(name),
        role: say(scheme.roles?.find(({ id }) => id === role.role)?.name),
        mean: showExact(role.mean),
        gap: showDifference(role.gap),
      }),
    );
}
