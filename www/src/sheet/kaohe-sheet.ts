// <kaohe-sheet>: a person's own result, and their answer to it in writing.
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { askConfirm } from '../kit/dialog.ts';
import {
  ask,
  type Acknowledgement,
  type Agreement,
  type Problem,
  type ReadSheet,
  type ReplyFile,
  type SheetFile,
} from '../engine/engine.ts';
import { download, fileName, newId, type NamedFile } from '../kit/files.ts';
import { showMoment, today } from '../kit/format.ts';
import { renderProblems } from '../kit/problems.ts';
import { renderSaveStatus } from '../kit/save-status.ts';
import { Saver } from '../kit/saver.ts';
import { LangController, t, tRich } from '../kit/texts.ts';
import { forgetAnswer, keptAnswer, snapshotOf, type Answer } from './kept-answer.ts';
import { sheetStyles } from './sheet-styles.ts';
import { renderHow, renderSheet, renderToSign } from './sheet-view.ts';
import { UnfoldForPrint } from './unfold.ts';

/** A sheet that somebody made or changed by hand may say anything in its inside: what cannot be shown is refused. */
async function readSheet({ bytes }: NamedFile): Promise<{ sheet: SheetFile; problems: [] } | { sheet?: undefined; problems: Problem[] }> {
  try {
    const answer = await ask((engine) => engine.readSheet(bytes));
    if (!answer.ok) return { problems: answer.problems };
    return isShown(answer.value)
      ? { sheet: answer.value, problems: [] }
      : { problems: [{ code: 'sheet-damaged', severity: 'error', pointer: '', params: {} }] };
  } catch {
    return { problems: [{ code: 'engine', severity: 'error', pointer: '', params: {} }] };
  }
}

function isShown(sheet: ReadSheet): sheet is ReadSheet & SheetFile {
  try {
    const supposed = sheet as ReadSheet & SheetFile;
    return [renderSheet(supposed), renderHow(supposed)].length > 0;
  } catch {
    return false;
  }
}

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
  declare private file: SheetFile | undefined;
  declare private refused: { name: string; problems: Problem[] } | undefined;
  declare answer: Agreement | undefined;
  declare text: string;
  /** The export was asked for: what is missing is said. */
  declare private asked: boolean;
  declare private news: string;
  /** Nothing was written since the answer was exported. */
  answered = true;
  private readonly saver = new Saver(
    () => this.file && snapshotOf(this.file, this),
    () => this.requestUpdate(),
  );

  constructor() {
    super();
    this.text = this.news = '';
    this.asked = false;
    new LangController(this);
    new UnfoldForPrint(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.flush);
    addEventListener('pagehide', this.flush);
    addEventListener('beforeunload', this.warn);
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.flush);
    removeEventListener('pagehide', this.flush);
    removeEventListener('beforeunload', this.warn);
    this.flush();
  }

  override willUpdate(changed: Map<string, unknown>): void {
    const first = changed.has('incoming') ? this.incoming?.[0] : undefined;
    if (first !== undefined) void this.open(first);
  }

  async open(file: NamedFile): Promise<void> {
    await this.saver.flush();
    this.saver.reset();
    const { sheet, problems } = await readSheet(file);
    const kept = sheet && (await keptAnswer(sheet));
    if (kept) this.saver.adopt(kept.draft);
    this.refused = sheet === undefined ? { name: file.name, problems } : undefined;
    this.file = sheet;
    this.answer = kept?.answer;
    this.text = kept?.text ?? '';
    this.answered = kept?.answered ?? true;
    this.news = kept ? t('sheet.restored', { date: showMoment(kept.draft.changed) }) : '';
    this.asked = false;
  }

  override render(): TemplateResult {
    if (this.refused)
      return html`<div class="error-summary" role="alert">${tRich('sheet.problems', { name: this.refused.name })}${renderProblems(this.refused.problems)}</div>`;
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
          @change=${() => this.write({ answer: value })}
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
          @input=${(event: Event) => this.write({ text: (event.target as HTMLTextAreaElement).value })}
        ></textarea>
        ${textError ? html`<span class="error" id="text-error">${textError}</span>` : nothing}
      </div>
      <p>${renderSaveStatus(this.saver)}</p>
      <div role="status">${this.news === '' ? nothing : html`<p class="news">${this.news}</p>`}</div>
      <div class="actions">
        <button type="button" class="primary" @click=${this.export}>${t('sheet.export')}</button>
        <button type="button" @click=${() => window.print()}>${t('sheet.print')}</button>
        ${this.answer === undefined && this.text === '' ? nothing : html`<button type="button" @click=${this.clear}>${t('sheet.clear')}</button>`}
      </div>
      <p class="hint below">${t('sheet.exportHelp')}</p>
    </section>`;
  }

  private write(what: Partial<Pick<Answer, 'answer' | 'text'>>): void {
    Object.assign(this, what, { answered: false });
    this.news = '';
    this.saver.touch();
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
    this.saver.touch();
  };

  private clear = async (): Promise<void> => {
    if (
      !(await askConfirm({ title: t('sheet.clearAsk'), text: t('sheet.clearText'), yes: t('sheet.clear'), danger: true }, this.renderRoot))
    )
      return;
    // First what is being written: it would bring the draft back.
    this.saver.reset();
    await this.saver.flush();
    this.news = await forgetAnswer(this.file!).then(
      () => t('start.cleared'),
      () => t('start.clearFailed'),
    );
    this.answer = undefined;
    this.text = '';
    this.asked = false;
    this.answered = true;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#text')?.focus();
  };

  private flush = (): void => void this.saver.flush();
  private warn = (event: BeforeUnloadEvent): void => {
    if (!this.answered) event.preventDefault();
  };

  static override styles = sheetStyles;
}

customElements.get('kaohe-sheet') ?? customElements.define('kaohe-sheet', KaoheSheet);
