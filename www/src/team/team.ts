// <kaohe-team>: the HR clerk's workbench for one period. Files come in anywhere on it; the parts of the month stand in order
// in its navigation; one sentence above them always says what to do next.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { NamedFile } from '../kit/files.ts';
import { renderSaveStatus } from '../kit/save-status.ts';
import { isPublicComputer } from '../kit/saver.ts';
import { shared } from '../kit/styles.ts';
import { LangController, t, tRich, type TextKey } from '../kit/texts.ts';
import { fromDrop, fromList, type ArrivingFile } from './arriving-files.ts';
import './closing.ts';
import './conflicts.ts';
import { asArriving, TeamDesk } from './desk.ts';
import './evidence/complaints.ts';
import './evidence/feedback.ts';
import './evidence/indicators.ts';
import './evidence/paper.ts';
import type { Paper } from './evidence/paper.ts';
import { halfTyped } from './evidence/typed.ts';
import { usesFeedback, usesIndicators, usesRegister } from './evidence/uses.ts';
import { Explanation } from './explanation.ts';
import { exportWorkbook } from './exports.ts';
import './follow-up/follow-up.ts';
import { openItems } from './follow-up/open.ts';
import './follow-up/planning.ts';
import './handed-in.ts';
import { mayLeave, nowhereElse } from './leaving.ts';
import type { Names } from './names.ts';
import { nextStep, outstandingForms, type NextStep, type PartName } from './next-step.ts';
import { renderOutcomes } from './outcomes.ts';
import { askToTakeOver, renderOtherTab } from './other-tab.ts';
import { define, type TeamPart } from './part.ts';
import { partsStyles } from './parts-styles.ts';
import './people.ts';
import './people/workbook-title.ts';
import './progress-line.ts';
import { receive } from './receiving.ts';
import './records.ts';
import './results-table.ts';
import './sheet-view.ts';
import { openAsking } from './start.ts';
import { teamStyles } from './team-styles.ts';

const PARTS: { name: PartName; key: TextKey; shownFor?: (names: Names) => boolean }[] = [
  { name: 'people', key: 'team.partPeople' },
  { name: 'collect', key: 'team.partCollect' },
  { name: 'indicators', key: 'indicators.part', shownFor: (names) => names.schemes.some(usesIndicators) },
  { name: 'feedback', key: 'feedback.part', shownFor: (names) => names.schemes.some(usesFeedback) },
  { name: 'complaints', key: 'register.part', shownFor: (names) => names.schemes.some(usesRegister) || names.view.complaints.length > 0 },
  { name: 'records', key: 'team.partRecords' },
  { name: 'results', key: 'team.partResults' },
  { name: 'follow', key: 'follow.part', shownFor: hasSubjects },
  { name: 'planning', key: 'follow.partPlanning' },
  { name: 'closing', key: 'team.partClosing' },
];

/** Somebody who is appraised: before that there is nobody to talk with. */
function hasSubjects(names: Names): boolean {
  return names.view.people.some((person) => person.scheme !== undefined);
}

/** One for the tab: who looks at a form and comes back finds the workbook as it was left. */
const desk = new TeamDesk();
void desk.engine.getReady(async () => (await import('../engine/practice.ts')).practice);

export class Team extends LitElement {
  static override properties = {
    document: { attribute: false },
    incoming: { attribute: false },
    page: { state: true },
    sheet: { state: true },
    paper: { state: true },
  };
  static override styles = [...shared, teamStyles, partsStyles];
  /** A workbook that was dropped elsewhere on the site. */
  declare document: Uint8Array | null;
  /** Any files that were dropped elsewhere on the site; set anew each time. */
  declare incoming: NamedFile[];
  declare page: PartName;
  declare sheet: string;
  /** What is about to be printed: it stands alone on the page. */
  declare paper: Paper | undefined;
  readonly desk = desk;
  #held = false;

  constructor() {
    super();
    this.document = null;
    this.incoming = [];
    this.page = 'collect';
    this.sheet = '';
    new LangController(this);
    this.addEventListener('dragover', this.dragOver);
    this.addEventListener('dragleave', () => this.classList.remove('dropping'));
    this.addEventListener('drop', this.dropped);
    this.addEventListener('team-explain', (event) => this.explain((event as CustomEvent<string>).detail));
    this.addEventListener('team-sheet', (event) => void this.showSheet((event as CustomEvent<string>).detail));
    this.addEventListener('team-paper', (event) => void this.showPaper((event as CustomEvent<Paper | undefined>).detail));
    this.addEventListener('team-open', (event) => void this.openNext((event as CustomEvent<string>).detail));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.desk.addEventListener('change', this.redraw);
    this.desk.underWay.addEventListener('shown', this.redraw);
    this.desk.addEventListener('silent', this.askToTakeOver);
    addEventListener('beforeunload', this.warnOfLoss);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.desk.removeEventListener('change', this.redraw);
    this.desk.underWay.removeEventListener('shown', this.redraw);
    this.desk.removeEventListener('silent', this.askToTakeOver);
    removeEventListener('beforeunload', this.warnOfLoss);
    void this.desk.saver.flush();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    this.#held = this.matches(':focus-within');
    if (changed.has('document') && this.document) void this.receive(asArriving([{ name: t('team.fileWorkbook'), bytes: this.document }]));
    if (changed.has('incoming') && this.incoming?.length > 0) void this.receive(asArriving(this.incoming));
  }

  override updated(): void {
    if (this.#held) requestAnimationFrame(this.keepFocus);
  }

  /** What was pressed may be gone after it was done: then the keyboard goes on at the part that is open. */
  private keepFocus = (): void => {
    if (document.activeElement !== document.body) return;
    this.renderRoot.querySelector<HTMLElement>('nav.parts [aria-current=page], .drop button')?.focus({ preventScroll: true });
  };

  override render(): unknown {
    const { state } = this.desk;
    return html`<kaohe-progress .desk=${this.desk}></kaohe-progress>
      <div role="status" aria-live="polite">${this.notice()}</div>
      ${
        state.names === undefined
          ? html`<h1>${t('team.title')}</h1>
            <p>${t('team.intro')}</p>
            ${this.dropField('team.dropOpen')} ${renderOutcomes(state.outcomes, undefined)}
            <kaohe-team-start .desk=${this.desk} .state=${state}></kaohe-team-start>`
          : this.sheet !== ''
            ? html`<kaohe-sheet-view .desk=${this.desk} .state=${state} .subject=${this.sheet}></kaohe-sheet-view>`
            : this.paper
              ? html`<kaohe-paper .desk=${this.desk} .state=${state} .paper=${this.paper}></kaohe-paper>`
              : this.workbench()
      }
      <kaohe-explanation .desk=${this.desk}></kaohe-explanation>`;
  }

  private redraw = (): void => this.requestUpdate();

  private workbench(): TemplateResult {
    const { state } = this.desk;
    const { view } = state.names!;
    const forms = outstandingForms(state);
    const answers = openItems(state.result, 'query', 'disagreement').length;
    const counts: { [part in PartName]?: number } = { collect: view.closed ? 0 : state.conflicts.length };
    return html`<header class="workbook-head">
        <kaohe-workbook-title .desk=${this.desk} .state=${state}></kaohe-workbook-title>
        <div class="actions no-print">
          ${state.readOnly ? html`<strong class="state bad">${t('team.readOnly')}</strong>` : renderSaveStatus(this.desk.saver)}
          <button @click=${() => exportWorkbook(this.desk)}>${t('team.exportWorkbook')}</button>
          <button @click=${this.putAway}>${t('team.putAway')}</button>
        </div>
      </header>
      ${this.trouble()} ${this.whatNext()}
      <nav class="parts no-print" aria-label=${t('team.parts')}>
        ${PARTS.filter((part) => part.shownFor?.(state.names!) ?? true).map(
          ({ name, key }) =>
            html`<button aria-current=${this.page === name ? 'page' : 'false'} @click=${() => this.turnTo(name)}>
              ${t(key)}${counts[name] ? html` <span class="count">${t('team.conflictCount', { count: counts[name]! })}</span>` : nothing}
              ${name === 'follow' && answers > 0 ? html` <span class="count">${t('follow.openCount', { count: answers })}</span>` : nothing}
              ${name === 'collect' && forms > 0 && !view.closed ? html`<small>${t('team.outstandingCount', { count: forms })}</small>` : nothing}
            </button>`,
        )}
      </nav>
      ${this.current()}
      ${this.publicComputer()}`;
  }

  private current(): TemplateResult {
    const { desk } = this;
    const { state } = desk;
    switch (this.page) {
      case 'collect':
        return html`${state.readOnly ? nothing : this.dropField(state.names!.view.closed ? 'team.dropReplies' : 'team.dropForms')}
          ${renderOutcomes(state.outcomes, state.names)}
          <kaohe-conflicts .desk=${desk} .state=${state}></kaohe-conflicts>
          <kaohe-handed-in .desk=${desk} .state=${state}></kaohe-handed-in>`;
      case 'indicators':
        return html`<kaohe-indicators .desk=${desk} .state=${state}></kaohe-indicators>`;
      case 'feedback':
        return html`<kaohe-feedback .desk=${desk} .state=${state}></kaohe-feedback>`;
      case 'complaints':
        return html`<kaohe-complaints .desk=${desk} .state=${state}></kaohe-complaints>`;
      case 'results':
        return html`<kaohe-results-table .desk=${desk} .state=${state}></kaohe-results-table>`;
      case 'records':
        return html`<kaohe-records .desk=${desk} .state=${state}></kaohe-records>`;
      case 'people':
        return html`<kaohe-people .desk=${desk} .state=${state}></kaohe-people>`;
      case 'follow':
        return html`<kaohe-follow-up .desk=${desk} .state=${state}></kaohe-follow-up>`;
      case 'planning':
        return html`<kaohe-planning .desk=${desk} .state=${state}></kaohe-planning>`;
      case 'closing':
        return html`<kaohe-closing .desk=${desk} .state=${state}></kaohe-closing>`;
    }
  }

  private turnTo(page: PartName): void {
    this.page = page;
    this.desk.set({ notice: undefined });
  }

  private async goTo({ go, at }: NextStep): Promise<void> {
    this.turnTo(go);
    await this.updateComplete;
    if (at !== undefined) await this.renderRoot.querySelector<TeamPart>(`kaohe-${go}`)?.reveal(at);
  }

  private whatNext(): TemplateResult | typeof nothing {
    const step = nextStep(this.desk.state);
    if (!step || this.desk.state.readOnly) return nothing;
    return html`<section class="next-step no-print" aria-label=${t('team.nextStep')}>
      <p><strong>${t('team.nextStep')}</strong> ${t(step.key, step.params)}</p>
      ${this.page === step.go && step.at === undefined ? nothing : html`<button @click=${() => this.goTo(step)}>${t(step.button)}</button>`}
    </section>`;
  }

  /** A closed period that no longer agrees with its records is said on every part, not only where it was closed. */
  private trouble(): TemplateResult | typeof nothing {
    const { verification } = this.desk.state;
    return html`${renderOtherTab(this.desk, this.askToTakeOver)}
    ${
      verification && verification.closed && !verification.ok
        ? html`<p class="error-summary" role="alert">${t('team.verifyBad')} <button class="link" @click=${() => this.turnTo('closing')}>${t('team.goVerify')}</button></p>`
        : nothing
    }`;
  }

  private notice(): TemplateResult | typeof nothing {
    const { notice } = this.desk.state;
    // The progress of a long step lies in the same place.
    if (!notice || this.desk.underWay.shown) return nothing;
    return html`<div class="notice no-print ${notice.tone}">
      <span>${tRich(notice.key, notice.params)}</span>
      <button class="link" @click=${() => this.desk.set({ notice: undefined })}>${t('team.dismiss')}</button>
    </div>`;
  }

  private dropField(words: TextKey): TemplateResult {
    return html`<div class="drop no-print">
      <p><strong>${t(words)}</strong></p>
      <div class="actions">
        <button @click=${() => this.pick('#files')}>${t('team.pickFiles')}</button>
        <button @click=${() => this.pick('#folder')}>${t('team.pickFolder')}</button>
      </div>
      <input id="files" type="file" multiple accept=".json,application/json" hidden @change=${this.picked} />
      <input id="folder" type="file" webkitdirectory hidden @change=${this.picked} />
    </div>`;
  }

  private publicComputer(): TemplateResult {
    return html`<p class="no-print">
      <label
        ><input type="checkbox" .checked=${isPublicComputer()} @change=${this.togglePublic} />${t('form.public')}
        <small>${t('form.publicHelp')}</small></label
      >
    </p>`;
  }

  private togglePublic = async (event: Event): Promise<void> => {
    if ((event.target as HTMLInputElement).checked) await this.desk.saver.turnOff(this.desk.draftKey);
    else this.desk.saver.turnOn();
    this.requestUpdate();
  };

  private pick(selector: string): void {
    this.renderRoot.querySelector<HTMLInputElement>(selector)?.click();
  }

  private picked = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const files = fromList(input.files);
    // The same file chosen again must count as a change.
    input.value = '';
    void this.receive(files);
  };

  private dragOver = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    event.stopPropagation();
    this.classList.add('dropping');
  };

  private dropped = (event: DragEvent): void => {
    this.classList.remove('dropping');
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    event.stopPropagation();
    void fromDrop(event.dataTransfer).then((files) => this.receive(files));
  };

  private async receive(arrived: ArrivingFile[]): Promise<void> {
    if (arrived.length > 0 && this.desk.view) {
      this.sheet = '';
      this.paper = undefined;
      this.page = 'collect';
    }
    await receive(this.desk, arrived, () => this.renderRoot as ParentNode & Node);
  }

  private explain(subject: string): void {
    void (this.renderRoot.querySelector('kaohe-explanation') as Explanation | null)?.open(subject);
  }

  /** An empty subject goes back to the row that was left. */
  private async showSheet(subject: string): Promise<void> {
    const left = this.sheet;
    this.sheet = subject;
    this.page = 'results';
    await this.updateComplete;
    scrollTo(0, 0);
    const part = this.renderRoot.querySelector<TeamPart>('kaohe-sheet-view, kaohe-results-table');
    await part?.focusOn(subject === '' ? `[data-subject="${CSS.escape(left)}"]` : 'button');
  }

  private async showPaper(paper: Paper | undefined): Promise<void> {
    this.paper = paper;
    await this.updateComplete;
    scrollTo(0, 0);
    const part = this.renderRoot.querySelector<TeamPart>('kaohe-paper, kaohe-feedback, kaohe-complaints, kaohe-indicators');
    // A long table stands before the buttons that this came from.
    await part?.focusOn(part.matches('kaohe-indicators') ? '.papers button' : 'button');
  }

  private async openNext(text: string): Promise<void> {
    const root = this.renderRoot as ParentNode & Node;
    if (!(await mayLeave(this.desk, root))) return;
    // As bytes: the next period's file has just been downloaded.
    await openAsking(this.desk, new TextEncoder().encode(text), t('team.fileNext'), root);
    this.page = 'people';
  }

  private putAway = async (): Promise<void> => {
    if (!(await mayLeave(this.desk, this.renderRoot as ParentNode & Node))) return;
    this.page = 'collect';
    await this.desk.putAway();
  };

  private askToTakeOver = (): void => void askToTakeOver(this.desk, this.renderRoot as ParentNode & Node);

  private warnOfLoss = (event: BeforeUnloadEvent): void => {
    if (nowhereElse(this.desk) || halfTyped(this.desk)) event.preventDefault();
  };
}

define('kaohe-team', Team);
