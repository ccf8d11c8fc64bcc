// Plans of improvement: what was found, by which criterion the effect is judged, what is done, by whom and by when, and how far it
// is. Before, after and effect are the engine's: the period after the measure was done, minus the one that prompted it.
import { html, nothing, type TemplateResult } from 'lit';
import { showDate, showPeriod, today } from '../../kit/format.ts';
import { rawUnit, showDifference, showRaw } from '../../kit/raw-unit.ts';
import { say, t, tRich, type TextKey } from '../../kit/texts.ts';
import { criteriaOf, written } from '../names.ts';
import { define } from '../part.ts';
import { bySubject, EntryPanel, latest } from './entry-panel.ts';
import type { Plan, PlanEffect, PlanState, Problem } from '../../engine/engine.ts';

const STATES: { [state in PlanState]: TextKey } = { open: 'follow.planOpen', done: 'follow.planDone', dropped: 'follow.planDropped' };
const FIELDS = ['prompted', 'criterion', 'problem', 'measure', 'owner', 'due', 'state', 'done'];

export class Plans extends EntryPanel {
  protected readonly panel = 'plan';

  override render(): unknown {
    return html`${this.state.readOnly ? this.lockedNote() : this.form()} ${this.list()}`;
  }

  private form(): TemplateResult {
    const fields = this.fields();
    const changing = this.typed.read('id') !== '';
    const scheme = this.names.schemeOfSubject(this.read('subject'));
    const criteria = scheme ? criteriaOf(scheme).map((one): [string, string] => [one.id, say(one.name)]) : [];
    return html`<form class="panel" @submit=${this.submit} novalidate aria-labelledby="plan-form">
      <h2 id="plan-form" tabindex="-1">${t(changing ? 'follow.planChange' : 'follow.planNew')}</h2>
      <p class="hint">${t('follow.planHelp')}</p>
      <div class="row-fields">
        ${this.subjectField(fields)} ${fields.choice(
          'prompted',
          t('follow.prompted'),
          this.periods().map((one) => [one, showPeriod(one)]),
          { otherwise: this.view.period },
        )}
        ${fields.choice('criterion', t('follow.planCriterion'), criteria, { hint: t('follow.planCriterionHint') })}
      </div>
      ${fields.area('problem', t('follow.problemFound'))} ${fields.area('measure', t('follow.measure'))}
      <div class="row-fields">
        ${fields.text('owner', t('follow.owner'), { maxlength: 64 })} ${fields.date('due', t('follow.due'))}
        ${fields.choice('state', t('follow.planState'), words(), { otherwise: 'open' })} ${fields.date('done', t('follow.doneOn'))} ${this.authorField(fields, 'follow.writer')}
      </div>
      ${fields.rest()}
      <div class="actions"><button class="primary">${t(changing ? 'follow.saveRevision' : 'follow.save')}</button>${changing ? this.giveUpButton() : nothing}</div>
    </form>`;
  }

  /** This period, those before it, and what a plan that was carried along names. */
  private periods(): string[] {
    const carried = this.view.plans.map((one) => one.prompted);
    return [...new Set([this.view.period, ...this.view.history.map((one) => one.period).reverse(), ...carried])];
  }

  private submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const draft = {
      ...this.revision(this.view.plans),
      subject: this.read('subject'),
      author: this.author,
      date: today(),
      prompted: this.read('prompted', this.view.period),
      measure: this.read('measure'),
      owner: this.read('owner'),
      due: this.read('due'),
      state: this.read('state', 'open'),
      ...this.given('criterion', 'problem', 'done'),
    };
    await this.save({ list: 'plans', draft, done: 'follow.planSaved', must: ['subject', 'measure', 'owner', 'due', 'author'] });
  };

  protected override placed(problem: Problem): Problem {
    if (problem.code !== 'plan-without-date') return problem;
    return { ...problem, pointer: '/done', params: { plan: this.read('measure') } };
  }

  private list(): TemplateResult {
    const plans = latest(this.view.plans);
    return html`<section class="panel" aria-labelledby="plan-list">
      <h2 id="plan-list">${t('follow.planList', { count: plans.length })}</h2>
      ${plans.length === 0 ? html`<p>${t('follow.none')}</p>` : html`<p class="hint">${t('follow.effectHelp')}</p>`}
      ${bySubject(plans).map(
        ([subject, entries]) => html`<div class="entry">
          <div class="entry-head">
            <h3>${written(this.names.person(subject))} <small>${written(subject)}</small></h3>
            <button class="link" @click=${() => this.onPaper(subject)} aria-label=${t('follow.printOf', { what: t('follow.topicPlans'), name: this.names.person(subject) })}>${t('follow.print')}</button>
          </div>
          ${this.table(entries, !this.state.readOnly)}
        </div>`,
      )}
    </section>`;
  }

  private table(plans: Plan[], changing: boolean): TemplateResult {
    return html`<div class="table-box" tabindex="0" role="group" aria-label=${t('follow.topicPlans')}>
      <table>
        <thead>
          <tr>
            <th scope="col">${t('follow.problemFound')}</th>
            <th scope="col">${t('follow.measure')}</th>
            <th scope="col">${t('follow.owner')}</th>
            <th scope="col">${t('follow.due')}</th>
            <th scope="col">${t('follow.planState')}</th>
            <th scope="col">${t('follow.effect')}</th>
            ${changing ? html`<th scope="col" class="no-print"><span class="visually-hidden">${t('follow.change')}</span></th>` : nothing}
          </tr>
        </thead>
        <tbody>
          ${plans.map((plan) => this.row(plan, changing))}
        </tbody>
      </table>
    </div>`;
  }

  private row(plan: Plan, changing: boolean): TemplateResult {
    const state = plan.state ?? 'open';
    const late = state === 'open' && plan.due < today();
    return html`<tr>
      <td class="people-text">${written(plan.problem)}<div><small>${t('follow.promptedBy', { period: showPeriod(plan.prompted) })}</small></div></td>
      <td class="people-text">${written(plan.measure)}</td>
      <td class="name">${written(this.names.person(plan.owner))}</td>
      <td class="date">${showDate(plan.due)}</td>
      <td>
        <span class="state ${state === 'done' ? 'good' : late ? 'bad' : 'wait'}">${t(late ? 'follow.planLate' : STATES[state])}</span>${
          plan.done ? html`<br />${showDate(plan.done)}` : nothing
        }<br /><small>${t('follow.revisionShort', { revision: plan.revision })}</small>
      </td>
      <td>${this.effect(plan)}</td>
      ${
        changing
          ? html`<td class="no-print">
            <button class="link" @click=${() => this.takeUp(plan, FIELDS)} aria-label=${t('follow.changeOf', { what: plan.measure, name: this.names.person(plan.subject) })}>${t('follow.change')}</button>
          </td>`
          : nothing
      }
    </tr>`;
  }

  private effect(plan: Plan): unknown {
    if (plan.criterion === undefined) return '—';
    const scheme = this.names.schemeOfSubject(plan.subject);
    const unit = rawUnit(scheme, scheme && criteriaOf(scheme).find(({ id }) => id === plan.criterion));
    const effect = this.result(plan.subject)?.plans?.find((one) => one.plan === plan.id);
    return html`${this.names.criterion(scheme?.id, plan.criterion)}<br />${renderEffect(effect, unit)}`;
  }

  private onPaper(subject: string): void {
    this.print(() => ({
      subject,
      paper: {
        title: t('follow.topicPlans'),
        table: this.table(
          latest(this.view.plans).filter((one) => one.subject === subject),
          false,
        ),
        signers: ['follow.signOwner', 'follow.signSubject', 'follow.signSuperior', 'follow.signDate'],
      },
    }));
  }
}

/** Before, after, and the difference, in the criterion's own unit. */
export function renderEffect(effect: PlanEffect | undefined, unit: string): TemplateResult {
  if (effect?.before === undefined && effect?.after === undefined) return html`<small>${t('follow.effectNone')}</small>`;
  return html`${tRich('follow.beforeAfter', { before: showRaw(effect.before, unit), after: showRaw(effect.after, unit) })}
  ${effect.effect === undefined ? html`<br /><small>${t('follow.effectLater')}</small>` : html`<br /><b>${showDifference(effect.effect, unit)}</b>`}`;
}

const words = (): [string, string][] => Object.entries(STATES).map(([word, key]) => [word, t(key)]);

define('kaohe-plans', Plans);
