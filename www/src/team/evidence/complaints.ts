// The complaint register: every complaint with its next step, what is overdue as of a day, incident notes and the working calendar.
import { html, nothing, type TemplateResult } from 'lit';
import { showDate, today } from '../../kit/format.ts';
import { t } from '../../kit/texts.ts';
import '../conflicts.ts';
import { written } from '../names.ts';
import { define, TeamPart } from '../part.ts';
import { kindWords, latestComplaints, openStep, severityWords } from './complaint-facts.ts';
import './complaint-sheet.ts';
import { evidenceStyles } from './evidence-styles.ts';
import './incidents.ts';
import { renderOverdue } from './overdue.ts';
import { openPaper } from './paper.ts';
import { isOverdue, renderNext, renderResponsible } from './register-rows.ts';
import { typedIn } from './typed.ts';
import './working-calendar.ts';
import type { Answer, Complaint, OverdueStep, StepDue } from '../../engine/engine.ts';

const PAGE = 100;
type Only = 'all' | 'open' | 'overdue' | 'undecided';

export class Complaints extends TeamPart {
  static override properties = {
    ...TeamPart.properties,
    only: { state: true },
    search: { state: true },
    asOf: { state: true },
    overdue: { state: true },
    late: { state: true },
    dues: { state: true },
    shown: { state: true },
  };
  static override styles = [...TeamPart.styles, evidenceStyles];
  declare only: Only;
  declare search: string;
  declare asOf: string;
  declare overdue: OverdueStep[];
  /** As of today, whatever day the list is looked at for. */
  declare late: OverdueStep[];
  declare dues: StepDue[];
  declare shown: number;
  #asked = '';

  constructor() {
    super();
    this.only = 'all';
    this.search = '';
    this.asOf = today();
    this.overdue = [];
    this.late = [];
    this.dues = [];
    this.shown = PAGE;
    this.addEventListener('complaint-left', () => void this.leave());
  }

  override willUpdate(): void {
    const key = `${this.view.digest} ${this.asOf}`;
    if (key === this.#asked) return;
    this.#asked = key;
    void this.askDues();
  }

  private async askDues(): Promise<void> {
    const overdue = this.asOf === '' ? undefined : await this.desk.ask<Answer<OverdueStep[]>>('overdue', this.asOf);
    const late = this.asOf === today() ? overdue : await this.desk.ask<Answer<OverdueStep[]>>('overdue', today());
    const dues = await this.desk.ask<Answer<StepDue[]>>('complaintSteps', today());
    // What was given up leaves the lists as they were.
    if (overdue || this.asOf === '') this.overdue = overdue?.ok ? overdue.value : [];
    if (late) this.late = late.ok ? late.value : [];
    if (dues) this.dues = dues.ok ? dues.value : [];
  }

  /** Which sheet is open; kept with what was typed, so that a look at another part comes back to it. */
  private get opened(): string {
    return typedIn(this.desk, 'register').read('opened');
  }

  override render(): unknown {
    const { desk, state, opened } = this;
    const conflicts = html`<kaohe-conflicts class="no-print" .desk=${desk} .state=${state} .kinds=${['complaint', 'complaint-number']}></kaohe-conflicts>`;
    if (opened !== '' && !(this.locked && opened === 'new')) {
      const id = opened === 'new' ? '' : opened;
      return html`${this.lockedNote()} ${conflicts}<kaohe-complaint-sheet .desk=${desk} .state=${state} .complaint=${id} .dues=${this.dues} .late=${this.late}></kaohe-complaint-sheet>`;
    }
    return html`${this.lockedNote()} ${conflicts} ${this.list()}
      ${renderOverdue({ names: this.names, overdue: this.overdue, asOf: this.asOf, changed: (day) => (this.asOf = day) })}
      <kaohe-incidents .desk=${desk} .state=${state}></kaohe-incidents> <kaohe-working-calendar .desk=${desk} .state=${state}></kaohe-working-calendar>`;
  }

  private list(): TemplateResult {
    const all = latestComplaints(this.view);
    const fitting = all.filter((complaint) => this.fits(complaint));
    return html`<section class="panel" aria-labelledby="complaint-list">
      <h2 id="complaint-list">${t('register.listTitle', { count: all.length })}</h2>
      <p class="hint">${t('register.help')}</p>
      <div class="actions no-print">
        ${this.locked ? nothing : html`<button class="primary" @click=${() => this.openSheet('new')}>${t('register.add')}</button>`}
        ${all.length === 0 ? nothing : html`<button @click=${() => openPaper(this, { kind: 'register' })}>${t('register.printRegister')}</button>`}
        <button @click=${() => openPaper(this, { kind: 'complaint' })}>${t('register.printBlank')}</button>
      </div>
      ${
        all.length === 0
          ? html`<p>${t('register.listEmpty')}</p>`
          : html`${this.filters()}
            <div class="table-box" tabindex="0" role="group" aria-labelledby="complaint-list">
              <table class="roomy">
                <thead>
                  <tr>
                    <th scope="col">${t('register.number')}</th>
                    <th scope="col">${t('register.received')}</th>
                    <th scope="col">${t('register.customer')}</th>
                    <th scope="col">${t('register.kind')}</th>
                    <th scope="col">${t('register.severity')}</th>
                    <th scope="col">${t('register.responsible')}</th>
                    <th scope="col">${t('register.nextStep')}</th>
                  </tr>
                </thead>
                <tbody>
                  ${fitting.slice(0, this.shown).map((complaint) => this.row(complaint))}
                </tbody>
              </table>
            </div>
            ${fitting.length === 0 ? html`<p>${t('register.noneFit')}</p>` : nothing}
            ${fitting.length > this.shown ? html`<button @click=${() => (this.shown += PAGE)}>${t('team.showMore', { count: fitting.length - this.shown })}</button>` : nothing}`
      }
    </section>`;
  }

  private filters(): TemplateResult {
    const choices: [Only, string][] = [
      ['all', t('register.showAll')],
      ['open', t('register.showOpen')],
      ['overdue', t('register.showOverdue')],
      ['undecided', t('register.showUndecided')],
    ];
    return html`<div class="row-fields no-print">
      <div class="field">
        <label for="only">${t('team.show')}</label>
        <select id="only" @change=${(event: Event) => (this.only = (event.target as HTMLSelectElement).value as Only)}>
          ${choices.map(([only, words]) => html`<option value=${only} ?selected=${only === this.only}>${words}</option>`)}
        </select>
      </div>
      <div class="field">
        <label for="search">${t('register.search')}</label>
        <input id="search" type="search" .value=${this.search} @input=${(event: Event) => (this.search = (event.target as HTMLInputElement).value)} />
      </div>
    </div>`;
  }

  private fits(complaint: Complaint): boolean {
    const words = this.search.trim().toLowerCase();
    const said = [complaint.number, ...(complaint.aliases ?? []), complaint.customer, complaint.order, complaint.item];
    if (words !== '' && !said.some((text) => text?.toLowerCase().includes(words))) return false;
    switch (this.only) {
      case 'all':
        return true;
      case 'open':
        return openStep(complaint) !== undefined;
      case 'overdue':
        return isOverdue(complaint, this);
      case 'undecided':
        return complaint.responsible === undefined && complaint.withdrawn === undefined;
    }
  }

  private row(complaint: Complaint): TemplateResult {
    return html`<tr class=${complaint.withdrawn ? 'gone' : ''}>
      <th scope="row">
        <button class="opens" @click=${() => this.openSheet(complaint.id)} aria-label=${t('register.open', { number: complaint.number })}>${complaint.number}</button>
        ${complaint.aliases && complaint.aliases.length > 0 ? html`<br /><small>${t('register.aliases', { numbers: complaint.aliases.join(t('team.listJoin')) })}</small>` : nothing}
      </th>
      <td class="date">${showDate(complaint.received)}</td>
      <td class="people-text">${written(complaint.customer)}</td>
      <td>${kindWords(complaint.kind)}</td>
      <td>${severityWords(complaint.severity)}</td>
      <td>
        ${renderResponsible(this.names, complaint)}
      </td>
      <td>${renderNext(this.names, complaint, this)}</td>
    </tr>`;
  }

  private async openSheet(id: string): Promise<void> {
    typedIn(this.desk, 'register').write('opened', id);
    this.requestUpdate();
    await this.updateComplete;
    scrollTo(0, 0);
    await this.renderRoot.querySelector<TeamPart>('kaohe-complaint-sheet')?.focusOn('#complaint-title');
  }

  private async leave(): Promise<void> {
    const id = this.opened;
    typedIn(this.desk, 'register').forget('opened');
    this.requestUpdate();
    await this.updateComplete;
    const number = latestComplaints(this.view).find((complaint) => complaint.id === id)?.number;
    const row =
      number === undefined
        ? undefined
        : [...this.renderRoot.querySelectorAll<HTMLElement>('button.opens')].find((button) => button.textContent === number);
    (row ?? this.renderRoot.querySelector<HTMLElement>('button'))?.focus();
  }
}

define('kaohe-complaints', Complaints);
