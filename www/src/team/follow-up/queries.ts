// A subject's questions about scores, each kept with its answer. An upheld one is corrected by a new record that names the old one;
// the answer names that record, and nothing is ever edited.
import { html, nothing, type TemplateResult } from 'lit';
import { newId } from '../../kit/files.ts';
import { showDate, showExact, today } from '../../kit/format.ts';
import { say, t, tRich } from '../../kit/texts.ts';
import { criteriaOf, written } from '../names.ts';
import { define } from '../part.ts';
import { EntryPanel } from './entry-panel.ts';
import { openItems } from './open.ts';
import './query-answer.ts';
import type { Acknowledgement, Query, QueryAnswer, RecordEntry } from '../../engine/engine.ts';

export class Queries extends EntryPanel {
  static override properties = { ...EntryPanel.properties, answering: { state: true } };
  protected readonly panel = 'query';
  /** The query that is being answered. */
  declare answering: string;

  constructor() {
    super();
    this.answering = '';
    this.addEventListener('query-answered', () => void this.answered());
  }

  override render(): unknown {
    const query = this.view.queries.find(({ id }) => id === this.answering);
    return html`${this.view.closed ? html`<p class="note">${t('follow.queryClosed')}</p>` : nothing} ${this.state.readOnly ? this.lockedNote() : this.form()}
    ${query && !this.state.readOnly ? html`<kaohe-query-answer .desk=${this.desk} .state=${this.state} .query=${query}></kaohe-query-answer>` : nothing} ${this.list()}`;
  }

  private form(): TemplateResult {
    const fields = this.fields();
    const scheme = this.names.schemeOfSubject(this.read('subject'));
    const criteria = scheme ? criteriaOf(scheme).map((one): [string, string] => [one.id, say(one.name)]) : [];
    const replies = this.disagreeing();
    return html`<form class="panel" @submit=${this.submit} novalidate aria-labelledby="query-form">
      <h2 id="query-form" tabindex="-1">${t('follow.queryNew')}</h2>
      <p class="hint">${t('follow.queryHelp')}</p>
      ${
        replies.length === 0
          ? nothing
          : html`<details class="more">
            <summary>${t('follow.fromReplies', { count: replies.length })}</summary>
            <ul>
              ${replies.map((one) => html`<li>${written(this.names.person(one.subject))} ${showDate(one.date)}${t('problem.colon')}${written(one.text)} <button type="button" class="link" @click=${() => this.fromReply(one)} aria-label=${t('follow.takeOverOf', { name: this.names.person(one.subject) })}>${t('follow.takeOver')}</button></li>`)}
            </ul>
          </details>`
      }
      <div class="row-fields">
        ${this.subjectField(fields, () => this.typed.forget('criterion', 'acknowledgement'))} ${fields.choice('criterion', t('team.criterion'), criteria, { hint: t('follow.optional') })} ${this.dateField(fields)}
      </div>
      ${fields.area('text', t('follow.queryText'))} ${fields.rest()}
      <div class="actions"><button class="primary">${t('follow.save')}</button></div>
    </form>`;
  }

  /** Who disagreed in writing, where no query has taken it up. */
  private disagreeing(): Acknowledgement[] {
    const open = new Set(openItems(this.state.result, 'disagreement').map(({ about }) => about));
    return this.view.acknowledgements.map((one) => one.acknowledgement).filter(({ id }) => open.has(id));
  }

  private fromReply(one: Acknowledgement): void {
    const filled = { subject: one.subject, date: one.date, text: one.text ?? '', acknowledgement: one.id };
    for (const [field, text] of Object.entries(filled)) this.typed.write(field, text);
    this.typed.forget('criterion');
    this.requestUpdate();
  }

  private submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const draft = {
      id: newId(),
      subject: this.read('subject'),
      date: this.read('date', today()),
      text: this.read('text'),
      ...this.given('criterion', 'acknowledgement'),
    };
    await this.save({ list: 'queries', draft, done: 'follow.querySaved', must: ['subject', 'date', 'text'] });
  };

  private list(): TemplateResult {
    const queries = [...this.view.queries].sort((one, other) => (one.date < other.date ? 1 : -1));
    return html`<section class="panel" aria-labelledby="query-list">
      <h2 id="query-list" tabindex="-1">${t('follow.queryList', { count: queries.length })}</h2>
      ${queries.length === 0 ? html`<p>${t('follow.none')}</p>` : nothing} ${queries.map((one) => this.entry(one))}
    </section>`;
  }

  private entry(query: Query): TemplateResult {
    const answers = this.answersOf(query);
    const upheld = answers.some((one) => one.upheld);
    const name = this.names.person(query.subject);
    const state =
      answers.length === 0
        ? (['wait', 'follow.queryOpen'] as const)
        : upheld
          ? (['good', 'follow.queryUpheld'] as const)
          : (['', 'follow.queryRejected'] as const);
    return html`<div class="entry">
      <div class="entry-head">
        <h3>${written(name)} <small>${written(query.subject)}</small></h3>
        <span>${showDate(query.date)}</span>
        ${query.criterion ? html`<span>${this.names.criterion(this.names.schemeOfSubject(query.subject)?.id, query.criterion)}</span>` : nothing}
        <span class="state ${state[0]}">${t(state[1])}</span>
        ${
          this.state.readOnly
            ? nothing
            : html`<button class="link" @click=${() => this.answer(query)} aria-label=${t(answers.length === 0 ? 'follow.answerOf' : 'follow.answerAgainOf', { name })}>
              ${t(answers.length === 0 ? 'follow.answer' : 'follow.answerAgain')}
            </button>`
        }
        <button class="link" @click=${() => this.onPaper(query)} aria-label=${t('follow.printOf', { what: t('follow.topicQueries'), name })}>${t('follow.print')}</button>
      </div>
      <p class="people-text">${written(query.text)}</p>
      ${answers.map((one) => html`<p class="people-text"><b>${tRich('follow.answerLine', { date: showDate(one.date), author: this.names.person(one.author) })}</b>${written(one.text)}${this.correction(one)}</p>`)}
    </div>`;
  }

  private correction({ upheld, record }: QueryAnswer): TemplateResult | typeof nothing {
    if (!upheld) return nothing;
    const found = this.view.records.find(({ id }) => id === record);
    return html`<br /><small>${found ? tRich('follow.correctedBy', correctionWords(found)) : t('follow.notCorrected')}</small>`;
  }

  private answersOf(query: Query): QueryAnswer[] {
    return this.view.answers.filter((one) => one.query === query.id).sort((one, other) => (one.date < other.date ? -1 : 1));
  }

  private async answer(query: Query): Promise<void> {
    this.answering = query.id;
    await this.updateComplete;
    const form = this.renderRoot.querySelector<EntryPanel>('kaohe-query-answer');
    await form?.focusOn('h2');
  }

  private async answered(): Promise<void> {
    this.answering = '';
    await this.focusOn('#query-list');
  }

  private onPaper(query: Query): void {
    this.print(() => ({
      subject: query.subject,
      paper: {
        title: t('follow.topicQueries'),
        facts: [[t('team.date'), showDate(query.date)]],
        parts: [
          [t('follow.queryText'), query.text],
          ...this.answersOf(query).map((one): [string, string] => [
            `${t('follow.answerText')}（${t(one.upheld ? 'follow.queryUpheld' : 'follow.queryRejected')}）`,
            one.text,
          ]),
        ],
        signers: ['follow.signAnswerer', 'follow.signSubject', 'follow.signDate'],
      },
    }));
  }
}

/** A record in one line, for a list to choose from and for the answer that names it. */
export function correctionWords(record: RecordEntry): { date: string; points: string; reason: string } {
  return {
    date: showDate(record.date),
    points: record.points === undefined ? t('team.once') : showExact(record.points),
    reason: record.reason,
  };
}

define('kaohe-queries', Queries);
