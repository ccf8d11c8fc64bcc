// One subject's own result as the subject may see it: the engine has already taken out what would give raters away. It prints
// on A4 with signature lines and the fingerprint that binds the paper to the file, and takes down an answer given on paper.
import { css, html, nothing, type TemplateResult } from 'lit';
import { newId } from '../kit/files.ts';
import { showDate, today } from '../kit/format.ts';
import { renderProblems } from '../kit/problems.ts';
import { t } from '../kit/texts.ts';
import { sheetStyles } from '../sheet/sheet-styles.ts';
import { renderHow, renderSheet, renderToSign } from '../sheet/sheet-view.ts';
import { UnfoldForPrint } from '../sheet/unfold.ts';
import { Fields, leftOut } from './evidence/fields.ts';
import { typedIn, type Typed } from './evidence/typed.ts';
import { exportSheet } from './exports.ts';
import { latestAnswers } from './latest-answers.ts';
import { written } from './names.ts';
import { define, fieldError, TeamPart } from './part.ts';
import { teamStyles } from './team-styles.ts';
import type { Agreement, Answer, AnswerView, Problem, Sheet } from '../engine/engine.ts';

/** The sheet's first sentence speaks to the subject. */
const forClerk = css`
  article > header > p {
    display: none;
  }
`;

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
      ${answer === undefined ? html`<p>${t('team.asking')}</p>` : answer.ok ? this.sheet(answer.value) : renderProblems(answer.problems, this.names.called())}`;
  }

  /** The same drawing as in the subject's own view: both look at one sheet, on the screen and on paper. */
  private sheet(sheet: Sheet): TemplateResult | typeof nothing {
    const scheme = this.names.schemeOfSubject(this.subject);
    if (!scheme) return nothing;
    const given = latestAnswers(this.view.acknowledgements, this.subject);
    const signed = given.length === 1 && given[0]!.current ? given[0]!.acknowledgement : undefined;
    return html`<article>
        ${renderSheet({ scheme, sheet, unit: this.names.unit(sheet.result.unit) })}
        ${renderToSign(signed)} ${renderHow({ scheme, sheet }, this.names.called(scheme.id))}
      </article>
      ${this.reply(given)}`;
  }

  private get typed(): Typed {
    return typedIn(this.desk, `reply ${this.subject}`);
  }

  private reply(given: AnswerView[]): TemplateResult {
    return html`<section class="panel no-print" aria-labelledby="reply">
      <h2 id="reply">${t('team.replyTitle')}</h2>
      ${given.length === 0 ? html`<p>${t('team.replyNone')}</p>` : given.map(renderGiven)} ${given.length > 1 ? html`<p class="state wait">${t('team.answersDiffer')}</p>` : nothing}
      ${
        this.state.readOnly
          ? nothing
          : html`<details class="more" ?open=${this.problems.length > 0 || !this.typed.empty}>
            <summary>${t('team.replyPaper')}</summary>
            ${this.onPaper()}
          </details>`
      }
    </section>`;
  }

  private onPaper(): TemplateResult {
    const fields = new Fields(this.typed, this.problems, this.names, () => this.requestUpdate(), 'reply-');
    const refused = fields.refused('answer');
    const radio = (answer: Agreement): TemplateResult =>
      html`<label><input type="radio" name="answer" .value=${answer} .checked=${this.typed.read('answer') === answer} @change=${() => this.typed.write('answer', answer)} />${t(answer === 'agree' ? 'team.agreed' : 'team.disagreed')}</label>`;
    const body = html`<fieldset class="field">
        <legend>${t('team.answer')}</legend>
        ${radio('agree')} ${radio('disagree')} ${fieldError('answer-error', refused === undefined ? undefined : t('team.chooseWhat', { what: t('team.answer') }))}
      </fieldset>
      ${fields.area('text', t('team.replyText'))} ${fields.date('date', t('team.date'), { otherwise: today() })}`;
    return html`<form @submit=${this.submit} novalidate>
      <p class="hint">${t('team.replyPaperHelp')}</p>
      ${fields.rest()} ${body} <button class="primary">${t('team.replySave')}</button>
    </form>`;
  }

  private submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const sheet = this.answer?.ok ? this.answer.value : undefined;
    const scheme = this.names.schemeOfSubject(this.subject)?.id;
    if (!sheet || scheme === undefined) return;
    const must = { answer: this.typed.read('answer'), date: this.typed.read('date', today()) };
    const text = this.typed.read('text');
    this.problems = leftOut(must);
    if (this.problems.length > 0) return this.focusRefused();
    const draft = { id: newId(), subject: this.subject, scheme, ...must, ...(text.trim() === '' ? {} : { text }), about: sheet.digest };
    const answer = await this.desk.addEntry('acknowledgements', draft, 'team.replySaved');
    this.problems = answer.ok ? [] : answer.problems.map(byText);
    if (!answer.ok) return this.focusRefused();
    this.typed.forget();
    this.requestUpdate();
    await this.focusOn('section[aria-labelledby=reply] summary');
  };

  private leave = (): void => void this.dispatchEvent(new CustomEvent('team-sheet', { detail: '', bubbles: true, composed: true }));
}

function renderGiven({ acknowledgement: { answer, date, text }, current }: AnswerView): TemplateResult {
  return html`<p>
    <span class="state ${answer === 'agree' ? 'good' : 'bad'}">${t(answer === 'agree' ? 'team.agreed' : 'team.disagreed')}</span>
    ${showDate(date)} ${text ? html`<br />${written(text)}` : nothing} ${current ? nothing : html`<br /><span class="state wait">${t('team.replyOlder')}</span>`}
  </p>`;
}

/** It is said of the whole answer, and lacks in one field. */
function byText(problem: Problem): Problem {
  return problem.code === 'disagreement-without-text' ? { ...problem, pointer: '/text' } : problem;
}

define('kaohe-sheet-view', SheetView);
