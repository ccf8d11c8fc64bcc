// 异常处理单: what caused no loss. It is kept, takes no number and does not count as a complaint.
import { html, nothing, type TemplateResult } from 'lit';
import { newId } from '../../kit/files.ts';
import { showDate } from '../../kit/format.ts';
import { say, t } from '../../kit/texts.ts';
import { likelyDate } from '../likely-date.ts';
import { written } from '../names.ts';
import { define, TeamPart } from '../part.ts';
import { evidenceStyles } from './evidence-styles.ts';
import { Fields, option } from './fields.ts';
import { openPaper } from './paper.ts';
import { typedIn, type Typed } from './typed.ts';
import type { Incident, Problem } from '../../engine/engine.ts';

export class Incidents extends TeamPart {
  static override properties = { ...TeamPart.properties, problems: { state: true } };
  static override styles = [...TeamPart.styles, evidenceStyles];
  declare problems: Problem[];
  /** At first; afterwards it is as the person left it. */
  #open: boolean | undefined;

  constructor() {
    super();
    this.problems = [];
  }

  private get typed(): Typed {
    return typedIn(this.desk, 'incidents');
  }

  override render(): unknown {
    const { incidents } = this.view;
    return html`<details class="panel" ?open=${(this.#open ??= !this.typed.empty)}>
      <summary><strong>${t('register.incidentsTitle', { count: incidents.length })}</strong></summary>
      <p class="hint">${t('register.incidentsHelp')}</p>
      ${this.locked ? nothing : this.form()} ${incidents.length === 0 ? nothing : this.list(incidents)}
      <div class="actions no-print"><button @click=${() => openPaper(this, { kind: 'incident' })}>${t('register.incidentBlank')}</button></div>
    </details>`;
  }

  private form(): TemplateResult {
    const fields = new Fields(this.typed, this.problems, this.names, () => this.requestUpdate(), 'incident-');
    const { units, people } = this.view;
    const unitOptions = (
      chosen: string,
    ): unknown => html`<optgroup label=${t('team.unit')}>${units.map((unit) => option(unit.id, say(unit.name), chosen))}</optgroup>
      <optgroup label=${t('team.subject')}>${people.filter((person) => person.scheme !== undefined).map((person) => option(person.id, person.name, chosen))}</optgroup>`;
    const body = html`<div class="row-fields">
        ${fields.date('date', t('team.date'), { otherwise: likelyDate(this.view.period) })} ${fields.text('author', t('register.incidentAuthor'), { otherwise: this.state.author, maxlength: 64 })}
        ${fields.choice('unit', t('register.incidentUnit'), unitOptions)}
      </div>
      ${fields.area('text', t('register.incidentText'))} ${fields.area('improvement', t('register.incidentImprovement'))}`;
    return html`<form @submit=${this.submit} novalidate aria-label=${t('register.incidentSave')}>
      ${fields.rest()} ${body}
      <div class="actions"><button class="primary">${t('register.incidentSave')}</button></div>
    </form>`;
  }

  private list(incidents: Incident[]): TemplateResult {
    return html`<div class="table-box" tabindex="0" role="group" aria-label=${t('register.incidents')}>
      <table>
        <thead>
          <tr>
            <th scope="col">${t('team.date')}</th>
            <th scope="col">${t('register.incidentUnit')}</th>
            <th scope="col">${t('register.incidentText')}</th>
            <th scope="col">${t('register.incidentImprovement')}</th>
            <th scope="col">${t('register.incidentAuthor')}</th>
            <td class="no-print"></td>
          </tr>
        </thead>
        <tbody>
          ${incidents.map(
            (one) =>
              html`<tr>
                <td class="date">${showDate(one.date)}</td>
                <td>${one.unit === undefined ? nothing : written(this.unit(one.unit))}</td>
                <td class="people-text">${written(one.text)}</td>
                <td class="people-text">${written(one.improvement)}</td>
                <td class="name">${written(this.names.person(one.author))}</td>
                <td class="no-print"><button class="link" @click=${() => openPaper(this, { kind: 'incident', id: one.id })} aria-label=${t('register.printIncident', { date: showDate(one.date) })}>${t('register.print')}</button></td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  private unit(id: string): string {
    return this.view.units.some((unit) => unit.id === id) ? this.names.unit(id) : this.names.person(id);
  }

  private submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { typed } = this;
    const author = typed.read('author', this.state.author).trim();
    const optional = Object.fromEntries(
      ['unit', 'improvement'].map((key) => [key, typed.read(key).trim()]).filter(([, text]) => text !== ''),
    );
    const draft = { id: newId(), date: typed.read('date', likelyDate(this.view.period)), author, text: typed.read('text'), ...optional };
    const answer = await this.desk.addEntry('incidents', draft, 'register.incidentSaved');
    this.problems = answer.ok ? [] : answer.problems;
    if (!answer.ok) return this.focusRefused();
    if (this.state.author === '') this.desk.set({ author });
    typed.forget();
    await this.focusOn('#incident-text');
  };
}

define('kaohe-incidents', Incidents);
