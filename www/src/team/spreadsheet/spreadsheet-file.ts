// Beside a field that takes a pasted table: a file of such a table, chosen or dropped onto the field. Its rows go into the
// field as text, so that the person sees what was read and what follows is the same as after pasting.
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { askConfirm } from '../../kit/dialog.ts';
import { isSpreadsheet, MAIN_THREAD_LIMIT } from '../../kit/files.ts';
import { OldEncoding } from '../../kit/old-encoding.ts';
import { shared } from '../../kit/styles.ts';
import { LangController, t, tRich } from '../../kit/texts.ts';
import { define } from '../part.ts';
import type { PastedRow } from '../../excel/pasted-rows.ts';
import { asPasted } from '../../excel/as-text.ts';
import type { NamedTable, SpreadsheetRead } from '../../excel/read-file.ts';
import { Refusal } from '../../excel/refusal.ts';
import { hiddenRows, leaveHidden, type Table } from '../../excel/table.ts';
import { few, renderRead, tableWords, type Reading } from './what-was-read.ts';

type Shown = { reading: string } | { refused: Refusal; name: string } | { which: SpreadsheetRead; name: string } | Reading;

export class SpreadsheetFile extends LitElement {
  static override properties = { label: {}, value: {}, write: { attribute: false }, taken: { attribute: false }, shown: { state: true } };
  /** Of the field. */
  declare label: string;
  /** What stands in the field. */
  declare value: string;
  declare write: (rows: PastedRow[]) => string;
  declare taken: (text: string) => void;
  declare private shown: Shown | undefined;
  /** The field with its label: files are dropped onto all of it. */
  #box: HTMLElement | undefined;
  /** A file that is chosen while another is read takes its place. */
  #latest = 0;

  constructor() {
    super();
    this.label = this.value = '';
    this.write = asPasted;
    new LangController(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#box = this.parentElement ?? undefined;
    this.#box?.addEventListener('dragover', this.over);
    this.#box?.addEventListener('dragleave', this.left);
    this.#box?.addEventListener('drop', this.dropped);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#box?.removeEventListener('dragover', this.over);
    this.#box?.removeEventListener('dragleave', this.left);
    this.#box?.removeEventListener('drop', this.dropped);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!this.shown || changed.get('value') === undefined) return;
    // The rows were taken, or somebody emptied the field, or went on without the file.
    if (('read' in this.shown && this.value === '') || 'refused' in this.shown) this.shown = undefined;
  }

  override render(): TemplateResult {
    return html`<div class="actions">
        <button type="button" aria-label=${t('spreadsheet.pickFor', { label: this.label })} @click=${this.pick}>${t('spreadsheet.pick')}</button>
        <span class="hint">${t('spreadsheet.dropHint')}</span>
        <input type="file" accept=".xlsx,.csv" aria-label=${t('spreadsheet.pickFor', { label: this.label })} hidden @change=${this.picked} />
      </div>
      <div role="status">${this.shown ? this.state(this.shown) : nothing}</div>
      ${this.shown && 'which' in this.shown ? this.choice(this.shown.which) : nothing}`;
  }

  private state(shown: Shown): TemplateResult {
    if ('reading' in shown) return html`<p>${tRich('spreadsheet.reading', { name: shown.reading })}</p>`;
    if ('refused' in shown)
      return html`<p class="error">${tRich('spreadsheet.refused', { name: shown.name })}${tRich(shown.refused.key, shown.refused.params)}</p>`;
    if ('which' in shown) return html`<p>${tRich('spreadsheet.which', { name: shown.name, count: shown.which.tables.length })}</p>`;
    return renderRead(shown, this.value);
  }

  private choice({ tables }: SpreadsheetRead): TemplateResult {
    return html`<form class="actions" @submit=${this.chosen}>
      <label for="worksheet">${t('spreadsheet.worksheet')}</label>
      <select id="worksheet">
        ${tables.map((one, at) => html`<option value=${at}>${tableWords(one)}</option>`)}
      </select>
      <button>${t('spreadsheet.take')}</button>
    </form>`;
  }

  private pick = (): void => {
    this.renderRoot.querySelector<HTMLInputElement>('input[type=file]')!.click();
  };

  private picked = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    // The same file chosen again, once it is mended, must count as a change.
    input.value = '';
    void this.read(files);
  };

  private over = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    event.stopPropagation();
    this.#box?.classList.add('dropping');
  };

  private left = (): void => this.#box?.classList.remove('dropping');

  private dropped = (event: DragEvent): void => {
    this.left();
    const files = [...(event.dataTransfer?.files ?? [])];
    // Forms and workbooks are the workbench's, wherever on it they are dropped.
    if (!files.some(({ name }) => isSpreadsheet(name))) return;
    event.preventDefault();
    event.stopPropagation();
    void this.read(files);
  };

  private async read(files: File[]): Promise<void> {
    const [file] = files;
    if (!file) return;
    const turn = (this.#latest += 1);
    this.shown = { reading: file.name };
    const found = await this.tables(files).catch((error: unknown) =>
      error instanceof Refusal ? error : new Refusal('spreadsheet.failed'),
    );
    if (turn !== this.#latest) return;
    if (found instanceof Refusal) this.shown = { refused: found, name: file.name };
    else if (found.tables.length === 1) await this.take(found, found.tables[0]!, file.name);
    else {
      this.shown = { which: found, name: file.name };
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('select')?.focus();
    }
  }

  private async tables(files: File[]): Promise<SpreadsheetRead> {
    const [file] = files;
    if (file === undefined || files.length > 1) throw new Refusal('spreadsheet.several');
    if (file.size > MAIN_THREAD_LIMIT) throw new Refusal('spreadsheet.tooLarge', { limit: MAIN_THREAD_LIMIT / 1024 / 1024 });
    const bytes = await file.arrayBuffer().catch(() => {
      throw new Refusal('spreadsheet.unreadable');
    });
    const reader = await import('../../excel/read-file.ts').catch(() => {
      throw new Refusal('spreadsheet.notLoaded');
    });
    const encoding = new OldEncoding(() => this.renderRoot as ParentNode & Node, false);
    return reader.readSpreadsheet({ name: file.name, bytes: new Uint8Array(bytes) }, (name, read) => encoding.read(name, read));
  }

  private chosen = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (!this.shown || !('which' in this.shown)) return;
    const { which, name } = this.shown;
    await this.take(which, which.tables[Number(this.renderRoot.querySelector('select')!.value)]!, name);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('button')!.focus();
  };

  /** What somebody typed is not thrown away unasked. */
  private async take(found: SpreadsheetRead, table: NamedTable, name: string): Promise<void> {
    const read = { ...table, table: await this.withoutHidden(table.table) };
    const text = this.write(read.table.rows);
    if (this.value.trim() !== '' && this.value !== text && !(await this.mayReplace())) {
      this.shown = undefined;
      return;
    }
    this.shown = { read, hidden: found.hidden, separator: found.separator, name, text };
    this.taken(text);
  }

  /** Rows that were filtered out may have been meant to stay out: only a person knows. */
  private async withoutHidden(table: Table): Promise<Table> {
    const rows = hiddenRows(table);
    if (rows.length === 0) return table;
    const taken = await askConfirm(
      {
        title: t('spreadsheet.hiddenTitle'),
        text: tRich('spreadsheet.hiddenText', { count: rows.length, rows: few(rows) }),
        yes: t('spreadsheet.hiddenYes'),
        no: t('spreadsheet.hiddenNo'),
      },
      this.renderRoot as ParentNode & Node,
    );
    return taken ? table : leaveHidden(table);
  }

  private mayReplace(): Promise<boolean> {
    const { label } = this;
    return askConfirm(
      {
        title: t('spreadsheet.replaceTitle'),
        text: tRich('spreadsheet.replaceText', { label }),
        yes: t('spreadsheet.replaceYes'),
        no: t('spreadsheet.replaceNo'),
      },
      this.renderRoot as ParentNode & Node,
    );
  }

  static override styles = [
    ...shared,
    css`
      :host {
        display: block;
        margin: 0.3rem 0 0.5rem;
      }
      p,
      ul {
        margin: 0.4rem 0 0;
      }
      form {
        margin-top: 0.4rem;
      }
      select {
        max-width: 100%;
        min-width: 0;
      }
    `,
  ];
}

define('kaohe-spreadsheet-file', SpreadsheetFile);
