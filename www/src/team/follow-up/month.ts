// Where the period's appraisal stands in its calendar: what is done, due, late or still ahead, as of today.
import { html, nothing, type TemplateResult } from 'lit';
import { newId } from '../../kit/files.ts';
import { showDate, today } from '../../kit/format.ts';
import { say, t, tRich, type TextKey } from '../../kit/texts.ts';
import { written } from '../names.ts';
import { define } from '../part.ts';
import { EntryPanel } from './entry-panel.ts';
import type { Answer, CalendarStep, MonthStep, Scheme, StepState } from '../../engine/engine.ts';

const STATES: { [state in StepState]: TextKey } = {
  done: 'follow.stepDone',
  due: 'follow.stepDue',
  late: 'follow.stepLate',
  ahead: 'follow.stepAhead',
};
const TONES: { [state in StepState]: string } = { done: 'good', due: 'wait', late: 'bad', ahead: '' };

export class Month extends EntryPanel {
  static override properties = { ...EntryPanel.properties, steps: { state: true } };
  protected readonly panel = 'milestone';
  declare steps: MonthStep[];
  #asked = '';

  constructor() {
    super();
    this.steps = [];
  }

  override willUpdate(): void {
    // The digest is of what a result rests on, and a milestone is none of that.
    const key = JSON.stringify([this.view.digest, this.view.milestones.length, today()]);
    if (key === this.#asked) return;
    this.#asked = key;
    void this.desk.ask<Answer<MonthStep[]>>('monthSteps', today()).then((answer) => {
      if (answer?.ok) this.steps = answer.value;
    });
  }

  override render(): unknown {
    const schemes = this.names.schemes.filter((scheme) => (scheme.calendar?.length ?? 0) > 0);
    if (schemes.length === 0) return nothing;
    return html`<section class="panel" aria-labelledby="month">
      <h2 id="month" tabindex="-1">${t('follow.month')}</h2>
      <p class="hint">${t('follow.monthHelp', { date: showDate(today()) })}</p>
      ${schemes.map((scheme) => this.table(scheme))} ${this.typed.read('step') === '' || this.state.readOnly ? nothing : this.form()}
    </section>`;
  }

  private table(scheme: Scheme): TemplateResult {
    const steps = this.steps.filter((step) => step.scheme === scheme.id);
    return html`<div class="table-box" tabindex="0" role="group" aria-label=${say(scheme.name)}>
      <table>
        <caption>
          ${say(scheme.name)}
        </caption>
        <thead>
          <tr>
            <th scope="col">${t('follow.step')}</th>
            <th scope="col">${t('follow.stepState')}</th>
            <th scope="col">${t('follow.stepDays')}</th>
            <th scope="col">${t('follow.stepBy')}</th>
          </tr>
        </thead>
        <tbody>
          ${steps.map((step) => this.row(scheme, step))}
        </tbody>
      </table>
    </div>`;
  }

  private row(scheme: Scheme, step: MonthStep): TemplateResult {
    const rule = ruleOf(scheme, step.step);
    const name = say(rule?.name) || step.step;
    return html`<tr aria-current=${step.state === 'due' ? 'step' : nothing}>
      <th scope="row">${name}</th>
      <td>
        <span class="state ${TONES[step.state]}">${t(STATES[step.state])}</span>
        ${step.done ? html`<small>${tRich('follow.stepDoneLine', { date: showDate(step.done), author: this.names.person(step.author) })}</small>` : nothing}
        ${
          step.state === 'done' || this.state.readOnly
            ? nothing
            : html`<button class="link" @click=${() => this.mark(step)} aria-label=${t('follow.markOf', { step: name })}>${t('follow.mark')}</button>`
        }
      </td>
      <td>${t('follow.fromTo', { from: showDate(step.from), to: showDate(step.to) })}</td>
      <td>${say(rule?.by)}</td>
    </tr>`;
  }

  private async mark({ scheme, step }: MonthStep): Promise<void> {
    this.typed.write('scheme', scheme);
    this.typed.write('step', step);
    this.problems = [];
    this.requestUpdate();
    await this.focusOn('form h3');
  }

  private form(): TemplateResult {
    const fields = this.fields();
    const scheme = this.names.schemes.find(({ id }) => id === this.read('scheme'));
    const rule = scheme && ruleOf(scheme, this.read('step'));
    return html`<form @submit=${this.submit} novalidate aria-labelledby="mark-form">
      <h3 id="mark-form" tabindex="-1">${t('follow.markTitle', { step: say(rule?.name) })} <small>${written(say(scheme?.name))}</small></h3>
      <div class="row-fields">
        ${this.authorField(fields, 'follow.stepAuthor')} ${this.dateField(fields)} ${fields.text('note', t('follow.note'), { hint: t('follow.optional'), maxlength: 4000 })}
      </div>
      ${fields.rest()}
      <div class="actions"><button class="primary">${t('follow.markSave')}</button>${this.giveUpButton()}</div>
    </form>`;
  }

  private submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const draft = {
      id: newId(),
      scheme: this.read('scheme'),
      step: this.read('step'),
      author: this.author,
      date: this.read('date', today()),
      ...this.given('note'),
    };
    if (await this.save({ list: 'milestones', draft, done: 'follow.marked', must: ['author', 'date'] })) await this.focusOn('#month');
  };
}

const ruleOf = (scheme: Scheme, step: string): CalendarStep | undefined => scheme.calendar?.find(({ id }) => id === step);

define('kaohe-month', Month);
