// The workbook's title as the page's heading, and the way to change it, also after closing: no result rests on it. Of the next
// period's workbook, which comes with the title of the last, it says what would fit.
import { css, html, nothing, type TemplateResult } from 'lit';
import { showPeriod } from '../../kit/format.ts';
import { shared } from '../../kit/styles.ts';
import { t, tRich } from '../../kit/texts.ts';
import { titleOf } from '../desk.ts';
import { Fields, leftOut, type Said } from '../evidence/fields.ts';
import { typedIn, type Typed } from '../evidence/typed.ts';
import { written } from '../names.ts';
import { define, TeamPart } from '../part.ts';
import { teamStyles } from '../team-styles.ts';
import { titleFor } from './next-title.ts';
import { stopped } from './stopped.ts';
import type { Answer, Problem, WorkbookView } from '../../engine/engine.ts';

/** Titles that somebody wants to keep although they name the period before: not asked again in this tab. */
const kept = new Set<string>();

const titleStyles = css`
  :host {
    flex: 1 1 16rem;
    min-width: 0;
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    gap: 0.2rem 0.7rem;
    align-items: baseline;
  }
  h1 {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .note {
    margin: 0.4rem 0 0;
  }
`;

export class WorkbookTitle extends TeamPart {
  static override properties = { ...TeamPart.properties, problems: { state: true } };
  static override styles = [...shared, teamStyles, titleStyles];
  declare problems: (Problem | Said)[];

  constructor() {
    super();
    this.problems = [];
  }

  /** A sheet or a paper may take the page's place with the dialog open, as when a file is dropped. */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.closed();
  }

  override render(): unknown {
    const { view } = this;
    return html`<div class="line">
        <h1>${written(titleOf(view))} <small>${showPeriod(view.period)}${view.closed ? t('team.closedMark') : ''}</small></h1>
        ${this.state.readOnly ? nothing : html`<button class="link no-print" id="rename" aria-label=${t('team.renameOf', { title: titleOf(view) })} @click=${this.open}>${t('team.rename')}</button>`}
      </div>
      ${this.suggestion()} ${this.dialog()}`;
  }

  private suggestion(): TemplateResult | typeof nothing {
    const fitting = this.state.readOnly ? undefined : fittingTitle(this.view);
    if (fitting === undefined || kept.has(this.kept)) return nothing;
    return html`<div class="note no-print" role="status">
      <p>${tRich('team.titleOld', { title: fitting })}</p>
      <p class="actions">
        <button @click=${() => this.take(fitting)}>${t('team.titleTake')}</button>
        <button class="link" @click=${this.keep}>${t('team.titleKeep')}</button>
      </p>
    </div>`;
  }

  private dialog(): TemplateResult {
    const fields = new Fields(this.typed, this.problems, this.names, () => this.requestUpdate(), 'rename-');
    const body = fields.text('title', t('team.newName'), { otherwise: this.view.title ?? '', hint: t('team.renameHelp') });
    return html`<dialog class="question" aria-labelledby="rename-heading" @close=${this.closed}>
      <form @submit=${this.submit} novalidate>
        <h2 id="rename-heading">${t('team.renameTitle')}</h2>
        ${body} ${fields.rest()}
        <div class="actions">
          <button type="button" @click=${this.close}>${t('dialog.cancel')}</button>
          <button class="primary">${t('team.renameSave')}</button>
        </div>
      </form>
    </dialog>`;
  }

  private get typed(): Typed {
    return typedIn(this.desk, 'title');
  }

  private get kept(): string {
    return `${this.desk.draftKey} ${this.view.title}`;
  }

  private open = async (): Promise<void> => {
    this.renderRoot.querySelector('dialog')?.showModal();
    await this.focusOn('#rename-title');
  };

  private close = (): void => this.renderRoot.querySelector('dialog')?.close();

  private closed = (): void => {
    this.typed.forget();
    this.problems = [];
    this.requestUpdate();
  };

  private submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const title = this.typed.read('title', this.view.title ?? '').trim();
    this.problems = leftOut({ title });
    if (this.problems.length > 0) return this.focusRefused();
    const answer = await this.give(title);
    // It is one text, and has no places inside.
    if (!answer.ok)
      this.problems =
        answer.problems.length > 0 ? answer.problems.map((problem) => ({ ...problem, pointer: '/title' })) : stopped(this.desk);
    if (!answer.ok) return this.focusRefused();
    this.close();
  };

  private async take(title: string): Promise<void> {
    const answer = await this.give(title);
    if (answer.ok) await this.focusOn('#rename');
  }

  private keep = async (): Promise<void> => {
    kept.add(this.kept);
    this.requestUpdate();
    await this.focusOn('#rename');
  };

  private give(title: string): Promise<Answer<WorkbookView>> {
    return this.desk.changeByText('setTitle', title, 'team.renamed');
  }
}

/** With the present period where it names the one before. */
function fittingTitle({ title, closed, period, history }: WorkbookView): string | undefined {
  const last = history
    .map((one) => one.period)
    .sort()
    .at(-1);
  return closed || title === undefined || last === undefined ? undefined : titleFor(title, last, period);
}

define('kaohe-workbook-title', WorkbookTitle);
