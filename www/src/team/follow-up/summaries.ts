// 个人总结: what a subject writes before the interview, entered as handed in.
import { html, nothing, type TemplateResult } from 'lit';
import { newId } from '../../kit/files.ts';
import { showDate, today } from '../../kit/format.ts';
import { t } from '../../kit/texts.ts';
import { written } from '../names.ts';
import { define } from '../part.ts';
import { EntryPanel } from './entry-panel.ts';
import type { Summary } from '../../engine/engine.ts';

export class Summaries extends EntryPanel {
  protected readonly panel = 'summary';

  override render(): unknown {
    return html`${this.state.readOnly ? this.lockedNote() : this.form()} ${this.list()}`;
  }

  private form(): TemplateResult {
    const fields = this.fields();
    return html`<form class="panel" @submit=${this.submit} novalidate aria-labelledby="summary-form">
      <h2 id="summary-form" tabindex="-1">${t('follow.summaryNew')}</h2>
      <p class="hint">${t('follow.summaryHelp')}</p>
      <div class="row-fields">${this.subjectField(fields)} ${this.dateField(fields)}</div>
      ${fields.area('text', t('follow.summaryText'))} ${fields.rest()}
      <div class="actions">
        <button class="primary">${t('follow.save')}</button>
        <button type="button" ?disabled=${this.read('subject') === ''} @click=${() => this.onPaper(this.read('subject'))}>${t('follow.printBlank')}</button>
      </div>
    </form>`;
  }

  private submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const draft = { id: newId(), subject: this.read('subject'), date: this.read('date', today()), text: this.read('text') };
    await this.save({ list: 'summaries', draft, done: 'follow.summarySaved', must: ['subject', 'date', 'text'] });
  };

  private list(): TemplateResult {
    const { summaries } = this.view;
    return html`<section class="panel" aria-labelledby="summary-list">
      <h2 id="summary-list">${t('follow.summaryList', { count: summaries.length })}</h2>
      ${summaries.length === 0 ? html`<p>${t('follow.none')}</p>` : nothing}
      ${summaries.map(
        (one) => html`<div class="entry">
          <div class="entry-head">
            <h3>${written(this.names.person(one.subject))} <small>${written(one.subject)}</small></h3>
            <span>${showDate(one.date)}</span>
            <button class="link" @click=${() => this.onPaper(one.subject, one)} aria-label=${t('follow.printOf', { what: t('follow.topicSummaries'), name: this.names.person(one.subject) })}>${t('follow.print')}</button>
          </div>
          <p class="people-text">${written(one.text)}</p>
        </div>`,
      )}
    </section>`;
  }

  private onPaper(subject: string, one?: Summary): void {
    this.print(() => ({
      subject,
      paper: {
        title: t('follow.topicSummaries'),
        facts: one ? [[t('team.date'), showDate(one.date)]] : [],
        parts: [[t('follow.summaryText'), one?.text]],
        signers: ['follow.signSubject', 'follow.signDate'],
      },
    }));
  }
}

define('kaohe-summaries', Summaries);
