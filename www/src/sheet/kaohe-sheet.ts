// <kaohe-sheet>: a person's own result, and their answer to it in writing.
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { ask, type Acknowledgement, type Agreement, type Problem, type ReadSheet, type ReplyFile } from '../foundation/engine.ts';
import { download, fileName, newId, type NamedFile } from '../foundation/files.ts';
import { today } from '../foundation/format.ts';
import { renderProblems } from '../foundation/problems.ts';
import { LangController, t, tRich } from '../foundation/texts.ts';
import { sheetStyles } from './sheet-styles.ts';
import { renderHow, renderSheet, renderToSign } from './sheet-view.ts';
import { UnfoldForPrint } from './unfold.ts';

export class KaoheSheet extends LitElement {
  static override properties = {
    incoming: { attribute: false },
    file: { state: true },
    refused: { state: true },
    answer: { state: true },
    text: { state: true },
    asked: { state: true },
    news: { state: true },
  };
  declare incoming: NamedFile[] | undefined;
  declare private file: ReadSheet | undefined;
  declare private refused: { name: string; problems: Problem[] } | undefined;
  declare private answer: Agreement | undefined;
  declare private text: string;
  /** The export was asked for: what is missing is said. */
  declare private asked: boolean;
  declare private news: string;
  private answered = true;

  constructor() {
    super();
    this.text = this.news = '';
    this.asked = false;
    new LangController(this);
    new UnfoldForPrint(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('beforeunload', this.warn);
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('beforeunload', this.warn);
  }

  override willUpdate(changed: Map<string, unknown>): void {
    const first = changed.has('incoming') ? this.incoming?.[0] : undefined;
    if (first !== undefined) void this.open(first);
  }

  async open(file: NamedFile): Promise<void> {
    const answer = await ask((engine) => engine.readSheet(file.bytes));
    this.refused = answer.ok ? undefined : { name: file.name, problems: answer.problems };
    this.file = answer.ok ? answer.value : undefined;
    this.answer = undefined;
    this.text = this.news = '';
    this.asked = false;
    this.answered = true;
  }

  override render(): TemplateResult {
    if (this.refused) return html`<div class="error-summary" role="alert">${tRich('sheet.problems', { name: this.refused.name })}${renderProblems(this.refused.problems)}</div>`;
    if (this.file === undefined) return html`<p>${t('app.loading')}</p>`;
    return html`${renderSheet(this.file)} ${renderToSign(this.answer && { answer: this.answer, text: this.text })} ${renderHow(this.file)} ${this.renderReply()}`;
  }

  private renderReply(): TemplateResult {
    const choiceError = this.asked && this.answer === undefined ? t('sheet.choose') : undefined;
    const textError = this.asked && this.needsText() ? t('sheet.textMissing') : undefined;
    const choice = (value: Agreement): TemplateResult =>
      html`<label class="choice"
        ><input
          type="radio"
          name="answer"
          id="answer-${value}"
          .checked=${this.answer === value}
          aria-describedby=${choiceError ? 'answer-error' : nothing}
          @change=${() => {
            this.answer = value;
            this.answered = false;
          }}
        />${t(`sheet.${value}`)}</label
      >`;
    return html`<section class="panel reply no-print" aria-labelledby="reply">
      <h2 id="reply">${t('sheet.reply')}</h2>
      <fieldset>
        <legend class="visually-hidden">${t('sheet.reply')}</legend>
        ${choice('agree')} ${choice('disagree')} ${choiceError ? html`<span class="error" id="answer-error">${choiceError}</span>` : nothing}
      </fieldset>
      <div class="field">
        <label for="text">${t('sheet.text')}</label>
        <small class="hint" id="text-hint">${t('sheet.textHint')}</small>
        <textarea
          id="text"
          rows="3"
          maxlength="4000"
          aria-invalid=${textError ? 'true' : nothing}
          aria-describedby="text-hint${textError ? ' text-error' : ''}"
          .value=${this.text}
          @input=${(event: Event) => {
            this.text = (event.target as HTMLTextAreaElement).value;
            this.answered = false;
          }}
        ></textarea>
        ${textError ? html`<span class="error" id="text-error">${textError}</span>` : nothing}
      </div>
      <div role="status">${this.news === '' ? nothing : html`<p class="news">${this.news}</p>`}</div>
      <div class="actions">
        <button type="button" class="primary" @click=${this.export}>${t('sheet.export')}</button>
        <button type="button" @click=${() => window.print()}>${t('sheet.print')}</button>
      </div>
      <p class="hint below">${t('sheet.exportHelp')}</p>
    </section>`;
  }

  private needsText(): boolean {
    return this.answer === 'disagree' && this.text.trim() === '';
  }

  private export = async (): Promise<void> => {
    this.asked = true;
    if (this.answer === undefined || this.needsText()) {
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>(this.answer === undefined ? '#answer-agree' : '#text')?.focus();
      return;
    }
    const { sheet } = this.file!;
    const { period } = sheet;
    const { subject, scheme } = sheet.result;
    const acknowledgement: Acknowledgement = {
      id: newId(),
      subject,
      scheme,
      date: today(),
      answer: this.answer,
      ...(this.text.trim() === '' ? {} : { text: this.text.trim() }),
      about: sheet.digest,
    };
    const reply: ReplyFile = { format: 'kaohe-reply', formatVersion: 1, period, acknowledgement };
    const written = await ask((engine) => engine.writeReply(JSON.stringify(reply)));
    if (!written.ok) {
      this.refused = { name: t('sheet.fileWord'), problems: written.problems };
      return;
    }
    const name = fileName([t('sheet.fileWord'), period, subject]);
    download(name, written.value);
    this.answered = true;
    this.asked = false;
    this.news = t('sheet.exported', { name });
  };

  private warn = (event: BeforeUnloadEvent): void => {
    if (!this.answered) event.preventDefault();
  };

  static override styles = sheetStyles;
}

customElements.get('kaohe-sheet') ?? customElements.define('kaohe-sheet', KaoheSheet);
