// The people of the period: who is added, who rates whom, their states, and the lists in which they are corrected.
import { html, nothing, type TemplateResult } from 'lit';
import { renderProblems } from '../kit/problems.ts';
import { t } from '../kit/texts.ts';
import { typedIn, type Typed } from './evidence/typed.ts';
import { lastRead } from './last-read.ts';
import { define, TeamPart } from './part.ts';
import { renderPasteBox } from './paste-box.ts';
import { assignmentTable, distinct, namedRoles, readAssignments, selfAssignments } from './pasted-assignments.ts';
import { readPeople, staffSummary } from './pasted-people.ts';
import './people/assignment-list.ts';
import type { AssignmentList } from './people/assignment-list.ts';
import './people/people-list.ts';
import { staffHint } from './person-facts.ts';
import { readPasted, type PastedRow } from '../excel/pasted-rows.ts';
import { RATERS_ONLY, ratersOnlyOpen, renderRatersOnly } from './raters-only.ts';
import './state-entry.ts';
import type { Assignment, Person, Problem, Scheme, WorkbookView } from '../engine/engine.ts';

export class People extends TeamPart {
  static override properties = {
    ...TeamPart.properties,
    pasteProblems: { state: true },
    self: { state: true },
  };
  declare pasteProblems: Problem[];
  declare self: boolean;
  /** At first; afterwards they are as the person left them. */
  #open: { add: boolean; assign: boolean } | undefined;
  #staff = lastRead(readPasted);
  #people = lastRead((rows: PastedRow[], view: WorkbookView) => readPeople(rows, schemesOf(view), view));
  #raters = lastRead(readPasted);
  #assignments = lastRead((rows: PastedRow[], view: WorkbookView) => readAssignments(rows, view.people, schemesOf(view)));

  constructor() {
    super();
    this.pasteProblems = [];
    this.self = true;
  }

  private get typed(): Typed {
    return typedIn(this.desk, 'people');
  }

  private type(field: string, text: string): void {
    this.typed.type(field, text);
    this.requestUpdate();
  }

  override willUpdate(): void {
    this.#open ??= {
      add: this.view.people.length === 0 || this.typed.read('staff') !== '',
      assign: this.view.assignments.length === 0 || this.typed.read('raters') !== '',
    };
  }

  override render(): unknown {
    return html`${this.lockedNote()} ${this.pasteProblems.length > 0 ? renderProblems(this.pasteProblems, this.names.called()) : nothing}
    ${
      this.locked
        ? nothing
        : html`${this.addPeople()} ${this.assign()}
        <kaohe-state-entry .desk=${this.desk} .state=${this.state}></kaohe-state-entry>
        <kaohe-person-facts .desk=${this.desk} .state=${this.state}></kaohe-person-facts>`
    }
    <kaohe-people-list .desk=${this.desk} .state=${this.state} @people-state=${this.enterState} @people-assignments=${this.showAssignments}></kaohe-people-list>
    <kaohe-assignment-list .desk=${this.desk} .state=${this.state} @assignments-gone=${() => this.reveal('#assign')}></kaohe-assignment-list>`;
  }

  private addPeople(): TemplateResult {
    const { schemes } = this.names;
    const text = this.typed.read('staff');
    const pasted = this.#staff(text);
    const read = this.#people(pasted.rows, this.view);
    return html`<details class="panel" id="add" ?open=${this.#open?.add}>
      <summary><strong>${t('team.addPeople')}</strong></summary>
      ${renderPasteBox({
        id: 'staff',
        example: t('team.staffExample'),
        label: t('team.staffLabel'),
        hint: staffHint(schemes),
        value: text,
        summary: staffSummary(read),
        read,
        unclosedQuote: pasted.unclosedQuote,
        changed: (staff) => this.type('staff', staff),
        question: renderRatersOnly(read, this.typed, () => this.requestUpdate()),
      })}
      <button class="primary" ?disabled=${read.people.length === 0 || ratersOnlyOpen(read, this.typed) || pasted.unclosedQuote !== undefined} @click=${() => this.addStaff(read)}>
        ${t('team.addPeopleButton', { count: read.people.length })}
      </button>
    </details>`;
  }

  private async addStaff(read: ReturnType<typeof readPeople>): Promise<void> {
    const problems = await this.desk.extend({ people: read.people, units: read.units }, 'team.peopleAdded');
    this.pasteProblems = problems ?? [];
    await this.added('staff', '#add', problems);
  }

  /** What was taken leaves its field; the button that took it has nothing more to take, and so cannot keep the keyboard. */
  private async added(field: string, selector: string, problems: Problem[] | undefined): Promise<void> {
    if (problems?.length !== 0) return;
    this.typed.forget(field, RATERS_ONLY);
    this.requestUpdate();
    await this.reveal(selector);
  }

  private assign(): TemplateResult | typeof nothing {
    const { schemes } = this.names;
    const { people } = this.view;
    const subjects = people.filter((person) => person.scheme !== undefined);
    const named = namedRoles(schemes);
    const selves = selfAssignments(subjects, schemes);
    if (subjects.length === 0 || (named.length === 0 && selves.length === 0)) return nothing;
    const text = this.typed.read('raters');
    const pasted = this.#raters(text);
    const read = this.#assignments(pasted.rows, this.view);
    const fresh = this.notYetAsked([...(this.self ? selves : []), ...read.assignments]);
    return html`<details class="panel" id="assign" ?open=${this.#open?.assign}>
      <summary><strong>${t('team.assignTitle')}</strong></summary>
      <p class="hint">${t('team.assignHelp', { asked: this.view.assignments.length })}</p>
      ${
        selves.length === 0
          ? nothing
          : html`<label class="field"
            ><input type="checkbox" .checked=${this.self} @change=${(event: Event) => (this.self = (event.target as HTMLInputElement).checked)} />${t('team.assignSelves')}</label
          >`
      }
      ${
        named.length === 0
          ? nothing
          : html`<p class="actions"><button @click=${() => this.type('raters', this.table(subjects))}>${t('team.assignTable')}</button></p>
            ${renderPasteBox({
              id: 'raters',
              label: t('team.assignLabel'),
              hint: t('team.assignHint'),
              value: text,
              summary: t('team.assignRead', { count: read.assignments.length, refused: read.problems.length }),
              read,
              unclosedQuote: pasted.unclosedQuote,
              changed: (raters) => this.type('raters', raters),
            })}`
      }
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
    await this.added('raters', '#assign', problems);
  }

  /** Somebody who cannot be taken out: the form for the state, with the person chosen. */
  private enterState = async (event: CustomEvent<string>): Promise<void> => {
    typedIn(this.desk, 'state').write('subject', event.detail);
    const form = this.renderRoot.querySelector<TeamPart>('kaohe-state-entry');
    form?.requestUpdate();
    await form?.focusOn('#state-state');
  };

  private showAssignments = async (event: CustomEvent<string>): Promise<void> => {
    await this.renderRoot.querySelector<AssignmentList>('kaohe-assignment-list')?.show(event.detail);
  };
}

const schemesOf = (view: WorkbookView): Scheme[] => view.schemes.map((one) => one.scheme);

define('kaohe-people', People);
