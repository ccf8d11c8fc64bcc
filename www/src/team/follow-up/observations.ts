// 观察记录: facts observed during the period, good and bad, with where they are known from and what they came from. They are
// evidence beside the form and change no score.
import { html, nothing, type TemplateResult } from 'lit';
import { newId } from '../../kit/files.ts';
import { showDate } from '../../kit/format.ts';
import { t, type TextKey } from '../../kit/texts.ts';
import { likelyDate } from '../likely-date.ts';
import { written } from '../names.ts';
import { define } from '../part.ts';
import { bySubject, EntryPanel } from './entry-panel.ts';
import type { Cause, Judgement, Observation } from '../../engine/engine.ts';

const JUDGEMENTS: { [judgement in Judgement]: TextKey } = { good: 'follow.good', bad: 'follow.bad' };
const CAUSES: { [cause in Cause]: TextKey } = {
  outside: 'follow.causeOutside',
  attitude: 'follow.causeAttitude',
  ability: 'follow.causeAbility',
};

export class Observations extends EntryPanel {
  protected readonly panel = 'observation';

  override render(): unknown {
    return html`${this.lockedNote()} ${this.locked ? nothing : this.form()} ${this.list()}`;
  }

  private form(): TemplateResult {
    const fields = this.fields();
    return html`<form class="panel" @submit=${this.submit} novalidate aria-labelledby="observation-form">
      <h2 id="observation-form" tabindex="-1">${t('follow.observationNew')}</h2>
      <p class="hint">${t('follow.observationHelp')}</p>
      <div class="row-fields">
        ${this.subjectField(fields)} ${this.dateField(fields, 'date', 'team.date', likelyDate(this.view.period))} ${this.authorField(fields, 'follow.observer')}
        ${fields.choice('judgement', t('follow.judgement'), words(JUDGEMENTS))} ${fields.choice('cause', t('follow.cause'), words(CAUSES), { hint: t('follow.optional') })}
      </div>
      ${fields.area('fact', t('follow.fact'), { hint: t('follow.factHint') })} ${fields.text('source', t('follow.factSource'), { hint: t('follow.factSourceHint'), maxlength: 4000 })}
      ${fields.rest()}
      <div class="actions"><button class="primary">${t('follow.save')}</button></div>
    </form>`;
  }

  private submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const draft = {
      id: newId(),
      subject: this.read('subject'),
      date: this.read('date', likelyDate(this.view.period)),
      author: this.author,
      fact: this.read('fact'),
      judgement: this.read('judgement'),
      ...this.given('source', 'cause'),
    };
    await this.save({
      list: 'observations',
      draft,
      done: 'follow.observationSaved',
      must: ['subject', 'date', 'author', 'judgement', 'fact'],
    });
  };

  private list(): TemplateResult {
    const { observations } = this.view;
    return html`<section class="panel" aria-labelledby="observation-list">
      <h2 id="observation-list">${t('follow.observationList', { count: observations.length })}</h2>
      ${observations.length === 0 ? html`<p>${t('follow.none')}</p>` : nothing}
      ${bySubject(observations).map(
        ([subject, entries]) => html`<div class="entry">
        <div class="entry-head">
          <h3>${written(this.names.person(subject))} <small>${written(subject)}</small></h3>
          <button class="link" @click=${() => this.onPaper(subject)} aria-label=${t('follow.printOf', { what: t('follow.topicObservations'), name: this.names.person(subject) })}>${t('follow.print')}</button>
        </div>
        ${this.table(entries)}
      </div>`,
      )}
    </section>`;
  }

  private table(entries: Observation[]): TemplateResult {
    const sorted = [...entries].sort((one, other) => (one.date < other.date ? -1 : 1));
    return html`<div class="table-box" tabindex="0" role="group" aria-label=${t('follow.topicObservations')}>
      <table>
        <thead>
          <tr>
            <th scope="col">${t('team.date')}</th>
            <th scope="col">${t('follow.judgement')}</th>
            <th scope="col">${t('follow.fact')}</th>
            <th scope="col">${t('follow.factSource')}</th>
            <th scope="col">${t('follow.cause')}</th>
            <th scope="col">${t('follow.observer')}</th>
          </tr>
        </thead>
        <tbody>
          ${sorted.map(
            (one) =>
              html`<tr>
                <td class="date">${showDate(one.date)}</td>
                <td>${t(JUDGEMENTS[one.judgement])}</td>
                <td class="people-text">${written(one.fact)}</td>
                <td class="people-text">${written(one.source)}</td>
                <td>${one.cause ? t(CAUSES[one.cause]) : '—'}</td>
                <td class="name">${written(this.names.person(one.author))}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  private onPaper(subject: string): void {
    this.print(() => ({
      subject,
      paper: {
        title: t('follow.topicObservations'),
        table: this.table(this.view.observations.filter((one) => one.subject === subject)),
        signers: ['follow.signObserver', 'follow.signSubject', 'follow.signDate'],
      },
    }));
  }
}

const words = (table: { [word: string]: TextKey }): [string, string][] => Object.entries(table).map(([word, key]) => [word, t(key)]);

define('kaohe-observations', Observations);
