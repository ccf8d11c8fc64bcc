// The people of the period: their states, who is added, and who rates whom.
import { html, nothing, type TemplateResult } from 'lit';
import { newId } from '../foundation/files.ts';
import { showDate, showExact } from '../foundation/format.ts';
import { renderProblem, renderProblems } from '../foundation/problems.ts';
import { t, tRich } from '../foundation/texts.ts';
import { likelyDate } from './likely-date.ts';
import { stateName, written } from './names.ts';
import { define, fieldError, problemsByField, TeamPart } from './part.ts';
import { renderPasteBox } from './paste-box.ts';
import { assignmentTable, distinct, namedRoles, readAssignments, selfAssignments } from './pasted-assignments.ts';
import { readPeople } from './pasted-people.ts';
import { paysBy, staffHint, usesTeams } from './person-facts.ts';
import { readPasted } from './pasted-rows.ts';
import { personOptions } from './person-options.ts';
import type { Assignment, Person, Problem, State, StateEntry } from '../foundation/engine.ts';

const PAGE = 100;
const STATES: State[] = ['active', 'leave', 'standby'];
const FIELDS = ['subject', 'state', 'date', 'author', 'reason'];

export class People extends TeamPart {
  static override properties = {
    ...TeamPart.properties, stateProblems: { state: true }, pasteProblems: { state: true }, staff: { state: true }, raters: { state: true },
    self: { state: true }, shown: { state: true },
  };
  declare stateProblems: Problem[];
  declare pasteProblems: Problem[];
  declare staff: string;
  declare raters: string | undefined;
  declare self: boolean;
  declare shown: number;

  constructor() {
    super();
    this.stateProblems = [];
    this.pasteProblems = [];
    this.staff = '';
    this.self = true;
    this.shown = PAGE;
  }

  override render(): unknown {
    return html`${this.lockedNote()} ${this.pasteProblems.length > 0 ? renderProblems(this.pasteProblems) : nothing}
    ${this.locked ? nothing : html`${this.addPeople()} ${this.assign()} ${this.stateForm()}
        <kaohe-person-facts .desk=${this.desk} .state=${this.state}></kaohe-person-facts>`} ${this.list()}`;
  }

  private addPeople(): TemplateResult {
    const { schemes } = this.names;
    const pasted = readPasted(this.staff);
    const read = readPeople(pasted.rows, schemes, this.view);
    return html`<details class="panel" ?open=${this.view.people.length === 0}>
      <summary><strong>${t('team.addPeople')}</strong></summary>
      ${renderPasteBox({
        id: 'staff', example: t('team.staffExample'), label: t('team.staffLabel'), hint: staffHint(schemes), value: this.staff,
        summary: t('team.staffRead', { people: read.people.length, refused: read.problems.length, units: read.units.length }),
        problems: read.problems, unclosedQuote: pasted.unclosedQuote, changed: (text) => (this.staff = text),
      })}
      <button class="primary" ?disabled=${read.people.length === 0 || pasted.unclosedQuote !== undefined} @click=${() => this.addStaff(read)}>
        ${t('team.addPeopleButton', { count: read.people.length })}
      </button>
    </details>`;
  }

  private async addStaff(read: ReturnType<typeof readPeople>): Promise<void> {
    const problems = await this.desk.extend({ people: read.people, units: read.units }, 'team.peopleAdded');
    this.pasteProblems = problems ?? [];
    if (problems?.length === 0) this.staff = '';
  }

  private assign(): TemplateResult | typeof nothing {
    const { schemes } = this.names;
    const { people } = this.view;
    const subjects = people.filter((person) => person.scheme !== undefined);
    const named = namedRoles(schemes);
    const selves = selfAssignments(subjects, schemes);
    if (subjects.length === 0 || (named.length === 0 && selves.length === 0)) return nothing;
    const pasted = readPasted(this.raters ?? '');
    const read = readAssignments(pasted.rows, people, schemes);
    const fresh = this.notYetAsked([...(this.self ? selves : []), ...read.assignments]);
    return html`<details class="panel" ?open=${this.view.assignments.length === 0} id="assign">
      <summary><strong>${t('team.assignTitle')}</strong></summary>
      <p class="hint">${t('team.assignHelp', { asked: this.view.assignments.length })}</p>
      ${selves.length === 0
        ? nothing
        : html`<label class="field"
            ><input type="checkbox" .checked=${this.self} @change=${(event: Event) => (this.self = (event.target as HTMLInputElement).checked)} />${t('team.assignSelves')}</label
          >`}
      ${named.length === 0
        ? nothing
        : html`<p class="actions"><button @click=${() => (this.raters = this.table(subjects))}>${t('team.assignTable')}</button></p>
            ${renderPasteBox({
              id: 'raters', label: t('team.assignLabel'), hint: t('team.assignHint'), value: this.raters ?? '',
              summary: t('team.assignRead', { count: read.assignments.length, refused: read.problems.length }),
              problems: read.problems, unclosedQuote: pasted.unclosedQuote, changed: (text) => (this.raters = text),
            })}`}
      <button class="primary" ?disabled=${fresh.length === 0} @click=${() => this.addAssignments(fresh)}>${t('team.assignButton', { count: fresh.length })}</button>
    </details>`;
  }

  private table(subjects: Person[]): string {
    return assignmentTable(subjects, this.names.schemes, { id: t('team.staffNumber'), name: t('team.name') });
  }

  private notYetAsked(wanted: Assignment[]): Assignment[] {
    const asked = new Set(this.view.assignments.map((one) => JSON.stringify([one.subject, one.role, one.rater])));
    return distinct(wanted).filter((one) => !asked.has(JSON.stringify([one.subject, one.role, one.rater])));
  }

  private async addAssignments(assignments: Assignment[]): Promise<void> {
    const problems = await this.desk.extend({ assignments }, 'team.assigned');
    this.pasteProblems = problems ?? [];
    if (problems?.length === 0) this.raters = '';
  }

  private stateForm(): TemplateResult | typeof nothing {
    const subjects = this.view.people.filter((person) => person.scheme !== undefined);
    if (subjects.length === 0) return nothing;
    const at = problemsByField(this.stateProblems);
    const elsewhere = this.stateProblems.filter((problem) => !FIELDS.includes(problem.pointer.slice(problem.pointer.lastIndexOf('/') + 1)));
    return html`<form class="panel" @submit=${this.submitState} novalidate aria-labelledby="state-form">
      <h2 id="state-form">${t('team.stateTitle')}</h2>
      <p class="hint">${t('team.stateHelp')}</p>
      ${elsewhere.map((problem) => html`<p class="error">${renderProblem(problem)}</p>`)}
      <div class="row-fields">
        <div class="field">
          <label for="state-subject">${t('team.subject')}</label>
          <select id="state-subject" aria-invalid=${at.has('subject')} aria-describedby="state-subject-error">
            <option value="">${t('team.choose')}</option>
            ${personOptions(this.names, subjects, '')}
          </select>
          ${fieldError('state-subject-error', at.get('subject'))}
        </div>
        <div class="field">
          <label for="state-state">${t('team.stateOf')}</label>
          <select id="state-state" aria-invalid=${at.has('state')} aria-describedby="state-state-error">
            <option value="">${t('team.choose')}</option>
            ${STATES.map((state) => html`<option value=${state}>${stateName(state)}</option>`)}
          </select>
          ${fieldError('state-state-error', at.get('state'))}
        </div>
        <div class="field">
          <label for="state-date">${t('team.stateDate')}</label>
          <input id="state-date" type="date" .value=${likelyDate(this.view.period)} aria-invalid=${at.has('date')} aria-describedby="state-date-error" />
          ${fieldError('state-date-error', at.get('date'))}
        </div>
        <div class="field">
          <label for="state-author">${t('team.stateAuthor')}</label>
          <input id="state-author" type="text" maxlength="64" .value=${this.state.author} aria-invalid=${at.has('author')} aria-describedby="state-author-error" />
          ${fieldError('state-author-error', at.get('author'))}
        </div>
      </div>
      <div class="field">
        <label for="state-reason">${t('team.reason')}</label>
        <input id="state-reason" type="text" maxlength="4000" aria-invalid=${at.has('reason')} aria-describedby="state-reason-error" />
        ${fieldError('state-reason-error', at.get('reason'))}
      </div>
      <button class="primary">${t('team.stateSave')}</button>
    </form>`;
  }

  private submitState = async (event: Event): Promise<void> => {
    event.preventDefault();
    const value = (id: string): string => this.renderRoot.querySelector<HTMLInputElement>(`#state-${id}`)!.value;
    const author = value('author').trim();
    const draft = { id: newId(), subject: value('subject'), state: value('state'), date: value('date'), author, reason: value('reason') };
    const answer = await this.desk.change('setState', draft, 'team.stateSaved');
    this.stateProblems = answer.ok ? [] : answer.problems;
    if (!answer.ok) return this.focusRefused();
    if (this.state.author === '') this.desk.set({ author });
    this.renderRoot.querySelector<HTMLInputElement>('#state-reason')!.value = '';
  };

  private list(): TemplateResult {
    const { people, states } = this.view;
    return html`<section class="panel" aria-labelledby="people-list">
      <h2 id="people-list">${t('team.peopleTitle', { count: people.length })}</h2>
      <div class="table-box" tabindex="0" role="group" aria-labelledby="people-list">
        <table>
          <thead>
            <tr>
              <th scope="col">${t('team.staffNumber')}</th>
              <th scope="col">${t('team.name')}</th>
              <th scope="col">${t('team.unit')}</th>
              <th scope="col">${t('team.scheme')}</th>
              ${this.teams ? html`<th scope="col">${t('team.teamOf')}</th>` : nothing} ${this.pays ? html`<th scope="col" class="figure">${t('team.payBase')}</th>` : nothing}
              <th scope="col">${t('team.stateOf')}</th>
            </tr>
          </thead>
          <tbody>
            ${people.slice(0, this.shown).map((person) => this.person(person, states.filter((one) => one.subject === person.id)))}
          </tbody>
        </table>
      </div>
      ${people.length > this.shown
        ? html`<button @click=${() => (this.shown += PAGE)}>${t('team.showMore', { count: people.length - this.shown })}</button>`
        : nothing}
    </section>`;
  }

  private get teams(): boolean {
    return this.names.schemes.some(usesTeams);
  }

  private get pays(): boolean {
    return this.names.schemes.some(paysBy);
  }

  private person(person: Person, entries: StateEntry[]): TemplateResult {
    return html`<tr>
      <td>${written(person.id)}</td>
      <th scope="row">${written(person.name)}</th>
      <td>${written(this.names.unit(person.unit))}</td>
      <td>${person.scheme === undefined ? html`<small>${t('team.onlyRates')}</small>` : this.names.scheme(person.scheme)}</td>
      ${this.teams ? html`<td>${written(person.team)}</td>` : nothing} ${this.pays ? html`<td class="figure">${showExact(person.payBase)}</td>` : nothing}
      <td>
        ${entries.map(
          (one) =>
            html`<div>
              <span class="state">${stateName(one.state)}</span>
              <small>${tRich('team.stateEntry', { date: showDate(one.date), author: this.names.person(one.author), reason: one.reason })}</small>
            </div>`,
        )}
      </td>
    </tr>`;
  }
}

define('kaohe-people', People);
