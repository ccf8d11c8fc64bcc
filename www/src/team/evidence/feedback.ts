// 意见反馈表: customers' forms, who called them back and what was found, and how much came in by each channel.
import { html, nothing, type TemplateResult } from 'lit';
import { newId } from '../../kit/files.ts';
import { showDate, showExact, today } from '../../kit/format.ts';
import { say, t } from '../../kit/texts.ts';
import { renderChannelCounts } from '../channel-counts.ts';
import '../conflicts.ts';
import { written } from '../names.ts';
import { define, TeamPart } from '../part.ts';
import { evidenceStyles } from './evidence-styles.ts';
import './feedback-entry.ts';
import { CHECK_STATES, checkWords, differ, foundBy, latestChecks, nextCheck, questionWords } from './feedback-scheme.ts';
import { Fields } from './fields.ts';
import { openPaper } from './paper.ts';
import { typedIn, type Typed } from './typed.ts';
import { channelsOf, usesFeedback } from './uses.ts';
import type { CheckState, FeedbackCheck, FeedbackForm, Problem } from '../../engine/engine.ts';

const PAGE = 100;

export class Feedback extends TeamPart {
  static override properties = {
    ...TeamPart.properties,
    checking: { state: true },
    problems: { state: true },
    only: { state: true },
    search: { state: true },
    shown: { state: true },
  };
  static override styles = [...TeamPart.styles, evidenceStyles];
  /** The number of the form that is being checked. */
  declare checking: string;
  declare problems: Problem[];
  declare only: CheckState | '';
  declare search: string;
  declare shown: number;

  constructor() {
    super();
    this.checking = '';
    this.problems = [];
    this.only = '';
    this.search = '';
    this.shown = PAGE;
  }

  override render(): unknown {
    const { desk, state } = this;
    return html`${this.lockedNote()} <kaohe-conflicts class="no-print" .desk=${desk} .state=${state} .kinds=${['feedback']}></kaohe-conflicts>
      ${this.locked ? nothing : html`<kaohe-feedback-entry .desk=${desk} .state=${state}></kaohe-feedback-entry>`}
      ${this.checking === '' || this.locked ? nothing : this.check()} ${this.list()} ${this.channels()} ${this.papers()}`;
  }

  private get typed(): Typed {
    return typedIn(this.desk, `feedback check ${this.checking}`);
  }

  private check(): TemplateResult {
    const form = this.view.feedback.find((one) => one.id === this.checking);
    const fields = new Fields(this.typed, this.problems, this.names, () => this.requestUpdate(), 'check-');
    const body = html`<div class="row-fields">
        ${fields.choice(
          'state',
          t('feedback.found'),
          CHECK_STATES.map((state) => [state, checkWords(state)]),
        )}
        ${fields.text('author', t('feedback.checker'), { otherwise: this.state.author, maxlength: 64 })} ${fields.date('date', t('team.date'), { otherwise: today() })}
      </div>
      ${fields.area('note', t('feedback.checkNote'))}`;
    return html`<form class="panel no-print" @submit=${this.submit} novalidate aria-labelledby="feedback-check">
      <h2 id="feedback-check">${t('feedback.checkTitle', { number: this.checking })}</h2>
      ${form ? html`<p class="note"><bdi>${this.inWords(form)}</bdi></p>` : nothing}
      <p class="hint">${t('feedback.checkHelp')}</p>
      ${fields.rest()} ${body}
      <div class="actions">
        <button class="primary">${t('feedback.checkSave')}</button>
        <button type="button" @click=${() => (this.checking = '')}>${t('dialog.cancel')}</button>
      </div>
    </form>`;
  }

  private list(): TemplateResult {
    const latest = latestChecks(this.view);
    const checksOf = (form: FeedbackForm): FeedbackCheck[] => latest.get(form.id) ?? [];
    const stateOf = (form: FeedbackForm): CheckState => foundBy(checksOf(form));
    const words = this.search.trim().toLowerCase();
    const all = [...this.view.feedback].sort((one, other) => (one.date < other.date ? 1 : one.date > other.date ? -1 : 0));
    const forms = all
      .filter((form) => this.only === '' || stateOf(form) === this.only)
      .filter(
        (form) =>
          words === '' || [form.id, form.customer, this.names.person(form.subject)].some((text) => text?.toLowerCase().includes(words)),
      );
    const counts = CHECK_STATES.map((state) =>
      t('feedback.stateCount', { state: checkWords(state), count: all.filter((form) => stateOf(form) === state).length }),
    );
    return html`<section class="panel" aria-labelledby="feedback-list">
      <h2 id="feedback-list">${t('feedback.listTitle', { count: all.length })}</h2>
      ${
        all.length === 0
          ? html`<p>${t('feedback.listEmpty')}</p>`
          : html`<ul class="counts">
              ${counts.map((one) => html`<li>${one}</li>`)}
            </ul>
            ${this.filters()}
            <div class="table-box" tabindex="0" role="group" aria-labelledby="feedback-list">
              <table class="roomy">
                <thead>
                  <tr>
                    <th scope="col">${t('feedback.number')}</th>
                    <th scope="col">${t('team.date')}</th>
                    <th scope="col">${t('team.subject')}</th>
                    <th scope="col">${t('feedback.channel')}</th>
                    <th scope="col">${t('feedback.customer')}</th>
                    <th scope="col">${t('feedback.answers')}</th>
                    <th scope="col">${t('feedback.state')}</th>
                  </tr>
                </thead>
                <tbody>
                  ${forms.slice(0, this.shown).map((form) => this.row(form, stateOf(form), checksOf(form)))}
                </tbody>
              </table>
            </div>
            ${forms.length === 0 ? html`<p>${t('feedback.noneFit')}</p>` : nothing}
            ${forms.length > this.shown ? html`<button @click=${() => (this.shown += PAGE)}>${t('team.showMore', { count: forms.length - this.shown })}</button>` : nothing}`
      }
    </section>`;
  }

  private filters(): TemplateResult {
    return html`<div class="row-fields no-print">
      <div class="field">
        <label for="only">${t('team.show')}</label>
        <select id="only" @change=${(event: Event) => (this.only = (event.target as HTMLSelectElement).value as CheckState | '')}>
          <option value="">${t('feedback.showAll')}</option>
          ${CHECK_STATES.map((state) => html`<option value=${state}>${checkWords(state)}</option>`)}
        </select>
      </div>
      <div class="field">
        <label for="search">${t('feedback.search')}</label>
        <input id="search" type="search" .value=${this.search} @input=${(event: Event) => (this.search = (event.target as HTMLInputElement).value)} />
      </div>
    </div>`;
  }

  private row(form: FeedbackForm, state: CheckState, checks: FeedbackCheck[]): TemplateResult {
    const channel = channelsOf(this.names.schemes).find(({ id }) => id === form.channel);
    return html`<tr class=${state === 'refuted' ? 'gone' : ''}>
      <th scope="row">${written(form.id)}</th>
      <td class="date">${showDate(form.date)}</td>
      <td class="name">${written(this.names.person(form.subject))}</td>
      <td>${channel ? say(channel.name) : ''}</td>
      <td class="people-text">${written(form.customer)}${form.service ? html`<br /><small>${written(form.service)}</small>` : nothing}</td>
      <td>${this.answers(form).map((line) => html`<div>${line}</div>`)}${form.remark ? html`<small class="people-text">${written(form.remark)}</small>` : nothing}</td>
      <td>
        <span class="state ${state === 'refuted' ? 'bad' : state === 'verified' ? 'good' : ''}">${checkWords(state)}</span>
        ${checks.map(
          (check) =>
            html`<br /><small
                >${differ(checks) ? html`${checkWords(check.state)} ` : nothing}${written(this.names.person(check.author))} ${showDate(check.date)}${check.note ? html`<br /><span class="people-text">${written(check.note)}</span>` : nothing}</small
              >`,
        )}
        ${differ(checks) ? html`<br /><span class="state wait">${t('feedback.checksDiffer')}</span>` : nothing}
        ${this.locked ? nothing : html`<br /><button class="link" @click=${() => this.startCheck(form.id)} aria-label=${t('feedback.checkOf', { number: form.id })}>${t('feedback.check')}</button>`}
      </td>
    </tr>`;
  }

  private answers(form: FeedbackForm): string[] {
    const questions = this.names.schemeOfSubject(form.subject)?.feedback?.questions ?? [];
    return form.scores.map(({ question, score }) => {
      const found = questions.find(({ id }) => id === question);
      return t('feedback.answer', { question: found ? questionWords(found) : question, score: showExact(score) });
    });
  }

  private inWords(form: FeedbackForm): string {
    return [showDate(form.date), this.names.person(form.subject), form.customer ?? '', form.service ?? '', ...this.answers(form)]
      .filter((part) => part !== '')
      .join(t('team.listJoin'));
  }

  /** As the engine counts them: refuted forms apart. */
  private channels(): TemplateResult | typeof nothing {
    const counts = this.state.result?.channels ?? [];
    if (counts.length === 0) return nothing;
    return html`<section class="panel" aria-labelledby="channels">
      <h2 id="channels">${t('feedback.channelsTitle')}</h2>
      ${renderChannelCounts(counts, this.names, 'channels')}
    </section>`;
  }

  private papers(): TemplateResult {
    return html`<section class="panel no-print" aria-labelledby="papers">
      <h2 id="papers">${t('feedback.paperTitle')}</h2>
      <p class="hint">${t('feedback.paperHelp')}</p>
      <div class="actions">
        ${this.names.schemes.filter(usesFeedback).map((scheme) => html`<button @click=${() => openPaper(this, { kind: 'feedback', scheme: scheme.id })}>${t('feedback.paperButton', { form: say(scheme.feedback!.name), scheme: say(scheme.name) })}</button>`)}
      </div>
    </section>`;
  }

  private async startCheck(number: string): Promise<void> {
    this.checking = number;
    this.problems = [];
    await this.updateComplete;
    this.renderRoot.querySelector('form')?.scrollIntoView({ block: 'center' });
    await this.focusOn('#check-state');
  }

  private submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { typed } = this;
    const author = typed.read('author', this.state.author).trim();
    const note = typed.read('note').trim();
    const draft = {
      id: newId(),
      sequence: nextCheck(this.view),
      feedback: this.checking,
      state: typed.read('state'),
      author,
      date: typed.read('date', today()),
      ...(note === '' ? {} : { note }),
    };
    const answer = await this.desk.addEntry('feedbackChecks', draft, 'feedback.checked');
    this.problems = answer.ok ? [] : answer.problems;
    if (!answer.ok) return this.focusRefused();
    if (this.state.author === '') this.desk.set({ author });
    typed.forget();
    this.checking = '';
    await this.focusOn('.table-box');
  };
}

define('kaohe-feedback', Feedback);
