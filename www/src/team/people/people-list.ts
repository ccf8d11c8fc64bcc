// Everybody in the workbook, with their states; what was entered wrong is corrected here, and who was entered by mistake taken out.
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { askConfirm } from '../../kit/dialog.ts';
import { showDate, showExact } from '../../kit/format.ts';
import { renderProblemText } from '../../kit/problems.ts';
import { shared } from '../../kit/styles.ts';
import { t, tRich, type TextKey } from '../../kit/texts.ts';
import { stateName, written } from '../names.ts';
import { define, TeamPart } from '../part.ts';
import { paysBy, usesTeams } from '../person-facts.ts';
import { teamStyles } from '../team-styles.ts';
import { listStyles, nextIn } from './list-styles.ts';
import './person-editor.ts';
import type { PersonEditor } from './person-editor.ts';
import { finds, renderSearchBox } from './search-box.ts';
import type { Person, Problem, StateEntry } from '../../engine/engine.ts';

const PAGE = 100;
const NAMED = 5;

export class PeopleList extends TeamPart {
  static override properties = { ...TeamPart.properties, sought: { state: true }, shown: { state: true } };
  static override styles = [...shared, teamStyles, listStyles];
  declare sought: string;
  declare shown: number;

  constructor() {
    super();
    this.sought = '';
    this.shown = PAGE;
  }

  override render(): TemplateResult {
    const { people } = this.view;
    const { found } = this;
    const states = new Map<string, StateEntry[]>();
    for (const one of this.view.states) states.set(one.subject, [...(states.get(one.subject) ?? []), one]);
    return html`<section class="panel" aria-labelledby="people-list">
        <h2 id="people-list" tabindex="-1">${t('team.peopleTitle', { count: people.length })}</h2>
        ${renderSearchBox({
          id: 'find-person',
          label: t('team.search'),
          sought: this.sought,
          length: people.length,
          found: t('team.peopleFound', { count: found.length }),
          changed: (sought) => (this.sought = sought),
        })}
        ${
          found.length === 0
            ? nothing
            : html`<div class="table-box" tabindex="0" role="group" aria-labelledby="people-list">
              <table>
                <thead>
                  <tr>
                    <th scope="col">${t('team.staffNumber')}</th>
                    <th scope="col">${t('team.name')}</th>
                    ${this.locked ? nothing : html`<th scope="col" class="no-print">${t('team.personDoing')}</th>`}
                    <th scope="col">${t('team.unit')}</th>
                    <th scope="col">${t('team.scheme')}</th>
                    ${this.teams ? html`<th scope="col">${t('team.teamOf')}</th>` : nothing} ${this.pays ? html`<th scope="col" class="figure">${t('team.payBase')}</th>` : nothing}
                    <th scope="col">${t('team.stateOf')}</th>
                  </tr>
                </thead>
                <tbody>
                  ${repeat(
                    found.slice(0, this.shown),
                    ({ id }) => id,
                    (person) => this.person(person, states.get(person.id) ?? []),
                  )}
                </tbody>
              </table>
            </div>`
        }
        ${found.length > this.shown ? html`<button @click=${() => (this.shown += PAGE)}>${t('team.showMore', { count: found.length - this.shown })}</button>` : nothing}
      </section>
      <kaohe-person-editor .desk=${this.desk} .state=${this.state}></kaohe-person-editor>`;
  }

  private get found(): Person[] {
    return this.view.people.filter(({ id, name }) => finds(this.sought, id, name));
  }

  private get teams(): boolean {
    return this.names.schemes.some(usesTeams);
  }

  private get pays(): boolean {
    return this.names.schemes.some(paysBy);
  }

  private person(person: Person, entries: StateEntry[]): TemplateResult {
    const { id, name } = person;
    return html`<tr data-row=${id} tabindex="-1">
      <td>${written(id)}</td>
      <th scope="row">${written(name)}</th>
      ${
        this.locked
          ? nothing
          : html`<td class="doing no-print">
            <button class="link" aria-label=${t('team.editPersonOf', { name })} @click=${() => this.edit(id)}>${t('team.editPerson')}</button>
            <button class="link" aria-label=${t('team.removePersonOf', { name })} @click=${() => this.takeOut(person)}>${t('team.removePerson')}</button>
          </td>`
      }
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

  private edit(id: string): void {
    void this.renderRoot.querySelector<PersonEditor>('kaohe-person-editor')?.open(id);
  }

  private async takeOut(person: Person): Promise<void> {
    const { id, name } = person;
    const sure = await this.ask({
      title: t('team.removePersonAsk', { name, id }),
      text: this.goesAlong(person),
      yes: t('team.removePerson'),
      danger: true,
    });
    if (!sure) return;
    const next = nextIn(this.found.slice(0, this.shown), person);
    const answer = await this.desk.changeByText('removePerson', id, 'team.personRemoved');
    if (answer.ok) return this.focusOn(next === undefined ? '#people-list' : `[data-row="${CSS.escape(next.id)}"]`);
    if (answer.problems.length > 0) await this.refuse(person, answer.problems);
  }

  private goesAlong({ id, name }: Person): TemplateResult {
    const { assignments } = this.view;
    const about = assignments.filter(({ subject }) => subject === id).map(({ rater }) => this.names.person(rater));
    const by = assignments.filter(({ subject, rater }) => rater === id && subject !== id).map(({ subject }) => this.names.person(subject));
    const line = (key: TextKey, others: string[]): unknown =>
      others.length === 0 ? nothing : html`<li>${tRich(key, { name, count: others.length, others: firstOf(others) })}</li>`;
    return html`${
      about.length + by.length === 0
        ? html`<p>${t('team.removePersonAlone')}</p>`
        : html`<p>${t('team.removePersonForms')}</p>
            <ul>
              ${line('team.removePersonAbout', about)} ${line('team.removePersonBy', by)}
            </ul>
            <p>${t('team.removePersonSent')}</p>`
    }
      <p>${t('team.removePersonPast')}</p>`;
  }

  /** Why not, and what to do instead: who is appraised is given a state; who only rates does no harm in the list. */
  private async refuse({ id, name, scheme }: Person, problems: Problem[]): Promise<void> {
    const rates = scheme === undefined;
    const go = await this.ask({
      title: t('team.personStays', { name }),
      text: html`${problems.map((problem) => html`<p>${renderProblemText(problem, this.names.called())}</p>`)} ${rates ? html`<p>${tRich('team.personStaysRater', { name })}</p>` : nothing}`,
      yes: t(rates ? 'team.goAssignments' : 'team.goState'),
      no: t('team.close'),
    });
    if (go) this.dispatchEvent(new CustomEvent(rates ? 'people-assignments' : 'people-state', { detail: id }));
  }

  private ask(question: Parameters<typeof askConfirm>[0]): Promise<boolean> {
    return askConfirm(question, this.renderRoot as ParentNode & Node);
  }
}

function firstOf(names: string[]): string {
  const different = [...new Set(names)];
  const shown = different.slice(0, NAMED).join(t('team.listJoin'));
  return different.length > NAMED ? t('team.andOthers', { names: shown }) : shown;
}

define('kaohe-people-list', PeopleList);
