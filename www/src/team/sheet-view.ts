// One subject's own result as the subject may see it: the engine has already taken out what would give raters away. It prints
// on A4 with signature lines and the fingerprint that binds the paper to the file, and takes down an answer given on paper.
import { css, html, nothing, type TemplateResult } from 'lit';
import { newId } from '../foundation/files.ts';
import { showDate, today } from '../foundation/format.ts';
import { renderProblem, renderProblems } from '../foundation/problems.ts';
import { t } from '../foundation/texts.ts';
import { sheetStyles } from '../sheet/sheet-styles.ts';
import { renderHow, renderSheet, renderToSign } from '../sheet/sheet-view.ts';
import { UnfoldForPrint } from '../sheet/unfold.ts';
import { exportSheet } from './exports.ts';
import { written } from './names.ts';
import { define, fieldError, problemsByField, TeamPart } from './part.ts';
import { latestAnswer } from './results-table.ts';
import { teamStyles } from './team-styles.ts';
import type { Answer, AnswerView, Problem, Sheet } from '../foundation/engine.ts';

/** The sheet's first sentence speaks to the subject. */
const forClerk = css`
  article > header > p {
    display: none;
  }
`;

const FIELDS = ['answer', 'text', 'date'];

export class SheetView extends TeamPart {
  static override properties = { ...TeamPart.properties, subject: {}, answer: { state: true }, problems: { state: true } };
  static override styles = [...sheetStyles, teamStyles, forClerk];
  declare subject: string;
  declare answer: Answer<Sheet> | undefined;
  declare problems: Problem[];
  #asked = '';

  constructor() {
    super();
    this.subject = '';
    this.problems = [];
    new UnfoldForPrint(this);
  }

  override willUpdate(): void {
    // Asked anew when the workbook changed: a sheet on the screen never shows an older result than the table.
    const key = `${this.subject} ${this.view.digest}`;
    if (key === this.#asked) return;
    this.#asked = key;
    void this.desk.ask<Answer<Sheet>>('sheet', this.subject).then((answer) => (this.answer = answer));
  }

  override render(): unknown {
    const answer = this.answer;
    return html`<div class="actions no-print">
        <button @click=${this.leave}>${t('team.backToResults')}</button>
        <button class="primary" ?disabled=${!answer?.ok} @click=${() => print()}>${t('team.printSheet')}</button>
        <button ?disabled=${!answer?.ok} @click=${() => exportSheet(this.desk, this.subject)}>${t('team.exportSheet')}</button>
      </div>
      <p class="hint no-print">${t('team.sheetHelp')}</p>
      ${answer === undefined ? html`<p>${t('team.asking')}</p>` : answer.ok ? this.sheet(answer.value) : renderProblems(answer.problems)}`;
  }

  /** The same drawing as in the subject's own view: both look at one sheet, on the screen and on paper. */
  private sheet(sheet: Sheet): TemplateResult {
    const scheme = this.names.schemeOfSubject(this.subject);
    if (!scheme) return html``;
    const given = latestAnswer(this.view.acknowledgements, this.subject);
    return html`<article>
        ${renderSheet({ scheme, sheet, unit: this.names.unit(sheet.result.unit) })}
        ${renderToSign(given?.current ? given.acknowledgement : undefined)} ${renderHow({ scheme, sheet }, this.names.stepParameter(scheme.id))}
      </article>
      ${this.reply(given)}`;
  }

  private reply(given: AnswerView | undefined): TemplateResult {
    const at = problemsByField(this.problems);
    const elsewhere = this.problems.filter((problem) => !FIELDS.includes(problem.pointer.slice(problem.pointer.lastIndexOf('/') + 1)));
    return html`<section class="panel no-print" aria-labelledby="reply">
      <h2 id="reply">${t('team.replyTitle')}</h2>
      ${given
        ? html`<p>
            <span class="state ${given.acknowledgement.answer === 'agree' ? 'good' : 'bad'}"
              >${t(given.acknowledgement.answer === 'agree' ? 'team.agreed' : 'team.disagreed')}</span
            >
            ${showDate(given.acknowledgement.date)} ${given.acknowledgement.text ? html`<br />${written(given.acknowledgement.text)}` : nothing}
            ${given.current ? nothing : html`<br /><span class="state wait">${t('team.replyOlder')}</span>`}
          </p>`
        : html`<p>${t('team.replyNone')}</p>`}
      ${this.state.readOnly
        ? nothing
        : html`<details class="more" ?open=${this.problems.length > 0}>
            <summary>${t('team.replyPaper')}</summary>
            <form @submit=${this.submit} novalidate>
              <p class="hint">${t('team.replyPaperHelp')}</p>
              ${elsewhere.map((problem) => html`<p class="error">${renderProblem(problem)}</p>`)}
              <fieldset class="field">
                <legend>${t('team.answer')}</legend>
                <label><input type="radio" name="answer" value="agree" />${t('team.agreed')}</label>
                <label><input type="radio" name="answer" value="disagree" />${t('team.disagreed')}</label>
                ${fieldError('answer-error', at.get('answer'))}
              </fieldset>
              <div class="field">
                <label for="text">${t('team.replyText')}</label>
                <textarea id="text" maxlength="4000" aria-invalid=${at.has('text')} aria-describedby="text-error"></textarea>
                ${fieldError('text-error', at.get('text'))}
              </div>
              <div class="field">
                <label for="date">${t('team.date')}</label>
                <input id="date" type="date" .value=${today()} aria-invalid=${at.has('date')} aria-describedby="date-error" />
                ${fieldError('date-error', at.get('date'))}
              </div>
              <button class="primary">${t('team.replySave')}</button>
            </form>
          </details>`}
    </section>`;
  }

  private submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const sheet = this.answer?.ok ? this.answer.value : undefined;
    const scheme = this.names.schemeOfSubject(this.subject)?.id;
    if (!sheet || scheme === undefined) return;
    const field = (selector: string): string => this.renderRoot.querySelector<HTMLInputElement>(selector)?.value ?? '';
    const text = field('#text');
    const draft = {
      id: newId(), subject: this.subject, scheme, date: field('#date'), answer: field('input[name=answer]:checked'),
      ...(text.trim() === '' ? {} : { text }), about: sheet.digest,
    };
    const answer = await this.desk.change('acknowledge', draft, 'team.replySaved');
    this.problems = answer.ok ? [] : answer.problems;
    if (!answer.ok) await this.focusRefused();
  };

  private leave = (): void => void this.dispatchEvent(new CustomEvent('team-sheet', { detail: '', bubbles: true, composed: true }));
}

define('kaohe-sheet-view', SheetView);
