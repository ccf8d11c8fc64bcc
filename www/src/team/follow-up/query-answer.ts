// The answer to one query: upheld or not, in words, and for an upheld one the record that corrects the score.
import { html, nothing, type TemplateResult } from 'lit';
import { newId } from '../../kit/files.ts';
import { showDate, today } from '../../kit/format.ts';
import { t } from '../../kit/texts.ts';
import { typedIn, type Typed } from '../evidence/typed.ts';
import { recordedCriteria, written } from '../names.ts';
import { define } from '../part.ts';
import { EntryPanel } from './entry-panel.ts';
import { correctionWords } from './queries.ts';
import type { Query, RecordEntry } from '../../engine/engine.ts';

export class QueryAnswerForm extends EntryPanel {
  static override properties = { ...EntryPanel.properties, query: { attribute: false } };
  protected readonly panel = 'query-answer';
  declare query: Query;

  /** Half an answer to one query is none to another. */
  protected override get typed(): Typed {
    return typedIn(this.desk, `${this.panel} ${this.query.id}`);
  }

  override render(): TemplateResult {
    const fields = this.fields();
    const corrections = this.corrections().map((one): [string, string] => [one.id, t('follow.correctionOption', correctionWords(one))]);
    const recorded = recordedCriteria(this.names.schemeOfSubject(this.query.subject)).length > 0;
    return html`<form class="panel" @submit=${this.submit} novalidate aria-labelledby="answer-form">
      <h2 id="answer-form" tabindex="-1">${t('follow.answerTitle')}</h2>
      <p class="people-text">${written(this.names.person(this.query.subject))} · ${showDate(this.query.date)}${t('problem.colon')}${written(this.query.text)}</p>
      <div class="row-fields">
        ${fields.choice('upheld', t('follow.upheld'), [
          ['yes', t('follow.upheldYes')],
          ['no', t('follow.upheldNo')],
        ])} ${this.dateField(fields)} ${this.authorField(fields, 'follow.answerer')}
      </div>
      ${
        this.read('upheld') === 'yes' && recorded
          ? fields.choice('record', t('follow.correction'), corrections, {
              hint: t(this.view.closed ? 'follow.correctionClosed' : 'follow.correctionHint'),
            })
          : nothing
      }
      ${fields.area('text', t('follow.answerText'))} ${fields.rest()}
      <div class="actions"><button class="primary">${t('follow.answerSave')}</button>${this.cancelButton()}</div>
    </form>`;
  }

  /** Records of the subject that took the place of another. */
  private corrections(): RecordEntry[] {
    return this.view.records.filter((one) => one.subject === this.query.subject && one.replaces !== undefined);
  }

  private cancelButton(): TemplateResult {
    return html`<button type="button" @click=${this.finished}>${t('follow.giveUp')}</button>`;
  }

  private submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const upheld = this.read('upheld') === 'yes';
    const draft = {
      id: newId(),
      query: this.query.id,
      author: this.author,
      date: this.read('date', today()),
      upheld,
      text: this.read('text'),
      ...(upheld ? this.given('record') : {}),
    };
    if (await this.save({ list: 'answers', draft, done: 'follow.answerSaved', must: ['upheld', 'date', 'author', 'text'] }))
      this.finished();
  };

  private finished = (): void => {
    this.dispatchEvent(new CustomEvent('query-answered', { bubbles: true, composed: true }));
  };
}

define('kaohe-query-answer', QueryAnswerForm);
