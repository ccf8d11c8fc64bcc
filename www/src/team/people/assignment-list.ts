// Who rates whom, form by form. What was asked for by mistake is taken back here; a form that has come in stays.
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { askConfirm } from '../../kit/dialog.ts';
import { shared } from '../../kit/styles.ts';
import { t } from '../../kit/texts.ts';
import { lastRead } from '../last-read.ts';
import { written } from '../names.ts';
import { define, TeamPart } from '../part.ts';
import { teamStyles } from '../team-styles.ts';
import { listStyles, nextIn } from './list-styles.ts';
import { finds, renderSearchBox } from './search-box.ts';
import type { Appraisal, Assignment } from '../../engine/engine.ts';

const PAGE = 100;

export class AssignmentList extends TeamPart {
  static override properties = { ...TeamPart.properties, sought: { state: true }, awaited: { state: true }, shown: { state: true } };
  static override styles = [...shared, teamStyles, listStyles];
  declare sought: string;
  /** Whether only forms of which nothing has come in are listed: these can be taken back. */
  declare awaited: boolean;
  declare shown: number;
  #awaitedIn = lastRead(awaitedIn);

  constructor() {
    super();
    this.sought = '';
    this.awaited = false;
    this.shown = PAGE;
  }

  /** Those of one person. */
  async show(person: string): Promise<void> {
    this.sought = person;
    this.awaited = false;
    await this.reveal('#assignments');
  }

  override render(): unknown {
    const { assignments } = this.view;
    if (assignments.length === 0) return nothing;
    const { found } = this;
    return html`<section class="panel" aria-labelledby="assignments">
      <h2 id="assignments" tabindex="-1">${t('team.assignmentsTitle', { count: assignments.length })}</h2>
      ${this.locked ? nothing : html`<p class="hint">${t('team.assignmentsHelp')}</p>`}
      ${renderSearchBox({
        id: 'find-assignment',
        label: t('team.assignmentsSearch'),
        sought: this.sought,
        length: assignments.length,
        found: t('team.assignmentsFound', { count: found.length }),
        changed: (sought) => (this.sought = sought),
      })}
      <label class="field"
        ><input type="checkbox" .checked=${this.awaited} @change=${(event: Event) => (this.awaited = (event.target as HTMLInputElement).checked)} />${t('team.onlyAwaited')}</label
      >
      ${
        found.length === 0
          ? nothing
          : html`<div class="table-box" tabindex="0" role="group" aria-labelledby="assignments">
            <table class="asked">
              <thead>
                <tr>
                  <th scope="col">${t('team.subject')}</th>
                  <th scope="col">${t('team.assignmentRole')}</th>
                  <th scope="col">${t('team.assignmentRater')}</th>
                  <th scope="col">${t('team.assignmentForm')}</th>
                </tr>
              </thead>
              <tbody>
                ${repeat(found.slice(0, this.shown), keyOf, (one) => this.row(one))}
              </tbody>
            </table>
          </div>`
      }
      ${found.length > this.shown ? html`<button @click=${() => (this.shown += PAGE)}>${t('team.showMore', { count: found.length - this.shown })}</button>` : nothing}
    </section>`;
  }

  private get found(): Assignment[] {
    const awaited = this.#awaitedIn(this.state.result);
    const wanted = this.awaited ? this.view.assignments.filter((one) => awaited.has(keyOf(one))) : this.view.assignments;
    return wanted.filter(({ subject, rater }) => finds(this.sought, subject, rater, this.names.person(subject), this.names.person(rater)));
  }

  private row(one: Assignment): TemplateResult {
    return html`<tr data-row=${keyOf(one)} tabindex="-1">
      <th scope="row">${this.who(one.subject)}</th>
      <td>${this.roleOf(one)}</td>
      <td>${this.who(one.rater)}</td>
      <td>
        ${this.form(one)}
      </td>
    </tr>`;
  }

  private form(one: Assignment): unknown {
    const { result } = this.state;
    if (result === undefined) return '—';
    if (!this.#awaitedIn(result).has(keyOf(one)))
      return html`<span class="state good">${t('team.cellIn')}</span> ${this.locked ? nothing : html`<small class="state">${t('team.formStays')}</small>`}`;
    return html`<span class="state wait">${t('team.cellNone')}</span>
      ${
        this.locked
          ? nothing
          : html`<button class="link no-print" aria-label=${t('team.takeBackOf', this.named(one))} @click=${() => this.takeBack(one)}>${t('team.takeBack')}</button>`
      }`;
  }

  private who(id: string): TemplateResult {
    const name = this.names.person(id);
    return html`${written(name)} ${name === id ? nothing : html`<small>${written(id)}</small>`}`;
  }

  private roleOf({ subject, role }: Assignment): string {
    return this.names.role(this.names.schemeOfSubject(subject)?.id, role);
  }

  private named(one: Assignment): { rater: string; subject: string; role: string } {
    return { rater: this.names.person(one.rater), subject: this.names.person(one.subject), role: this.roleOf(one) };
  }

  private async takeBack(one: Assignment): Promise<void> {
    const sure = await askConfirm(
      {
        title: t('team.takeBackAsk', this.named(one)),
        text: html`<p>${t('team.takeBackText')}</p>`,
        yes: t('team.takeBack'),
        danger: true,
      },
      this.renderRoot as ParentNode & Node,
    );
    if (!sure) return;
    const next = nextIn(this.found.slice(0, this.shown), one);
    const answer = await this.desk.change('removeAssignment', one, 'team.takenBack');
    if (!answer.ok) return;
    // With the last of them goes the list.
    if (this.desk.view?.assignments.length === 0) this.dispatchEvent(new CustomEvent('assignments-gone'));
    else await this.focusOn(next === undefined ? '#assignments' : `[data-row="${CSS.escape(keyOf(next))}"]`);
  }
}

function keyOf({ subject, role, rater }: Assignment): string {
  return JSON.stringify([subject, role, rater]);
}

/** Forms of which nothing has come in. */
function awaitedIn(result: Appraisal | undefined): Set<string> {
  const none = (result?.results ?? []).flatMap(({ subject, outstanding }) =>
    outstanding.filter(({ state }) => state === 'none').map(({ role, rater }) => ({ subject, role, rater })),
  );
  return new Set(none.flatMap(({ rater, ...one }) => (rater === undefined ? [] : [keyOf({ ...one, rater })])));
}

define('kaohe-assignment-list', AssignmentList);
