// Records that add or take points: entered with date, author and reason, corrected only by a new one that names the old one.
// The page sends what was typed; whether it is a reason, a date or whole points is the engine's to say, and stands by the field.
import { html, nothing, type TemplateResult } from 'lit';
import { showDate, showExact } from '../foundation/format.ts';
import { newId } from '../foundation/files.ts';
import { renderProblem } from '../foundation/problems.ts';
import { say, t, tRich } from '../foundation/texts.ts';
import { recordedCriteria, written } from './names.ts';
import { define, fieldError, problemsByField, TeamPart } from './part.ts';
import { likelyDate } from './likely-date.ts';
import { personOptions } from './person-options.ts';
import type { Answer, Criterion, Problem, RecordEntry, RecordKind, Text } from '../foundation/engine.ts';

const PAGE = 100;
const FIELDS = ['subject', 'criterion', 'points', 'kind', 'channel', 'date', 'author', 'reason', 'evidence'];

export class Records extends TeamPart {
  static override properties = {
    ...TeamPart.properties, subject: { state: true }, criterion: { state: true }, replacing: { state: true }, problems: { state: true }, shown: { state: true },
  };
  declare subject: string;
  declare criterion: string;
  declare replacing: RecordEntry | undefined;
  declare problems: Problem[];
  declare shown: number;

  constructor() {
    super();
    this.subject = '';
    this.criterion = '';
    this.problems = [];
    this.shown = PAGE;
  }

  override render(): unknown {
    const recorded = this.names.schemes.some((scheme) => recordedCriteria(scheme).length > 0);
    if (!recorded) return html`<p>${t('team.recordsNone')}</p>`;
    return html`${this.lockedNote()} ${this.locked ? nothing : this.form()} ${this.list()}`;
  }

  private form(): TemplateResult {
    const subjects = this.view.people.filter((person) => recordedCriteria(this.names.schemeOfSubject(person.id)).length > 0);
    const criteria = recordedCriteria(this.names.schemeOfSubject(this.subject));
    const chosen = criteria.find((one) => one.id === this.criterion);
    const counted = chosen?.measure.type === 'records' && chosen.measure.of === 'count';
    const at = problemsByField(this.problems);
    const elsewhere = this.problems.filter((problem) => !FIELDS.includes(problem.pointer.slice(problem.pointer.lastIndexOf('/') + 1)));
    const old = this.replacing;
    return html`<form class="panel" @submit=${this.submit} novalidate aria-labelledby="record-form">
      <h2 id="record-form">${t(old ? 'team.recordCorrect' : 'team.recordNew')}</h2>
      ${old
        ? html`<div class="note">
            <p>${tRich('team.recordReplaces', { id: old.id, date: showDate(old.date), author: this.names.person(old.author), points: old.points === undefined ? '' : showExact(old.points), reason: old.reason })}</p>
            <p>${t('team.recordReplacesHelp')}</p>
            <button type="button" @click=${() => (this.replacing = undefined)}>${t('team.recordReplacesNot')}</button>
          </div>`
        : html`<p class="hint">${t('team.recordHelp')}</p>`}
      ${elsewhere.map((problem) => html`<p class="error">${renderProblem(problem)}</p>`)}
      <div class="row-fields">
        <div class="field">
          <label for="subject">${t('team.subject')}</label>
          <select id="subject" ?disabled=${old !== undefined} aria-invalid=${at.has('subject')} aria-describedby="subject-error" @change=${this.chooseSubject}>
            <option value="">${t('team.choose')}</option>
            ${personOptions(this.names, subjects, this.subject)}
          </select>
          ${fieldError('subject-error', at.get('subject'))}
        </div>
        <div class="field">
          <label for="criterion">${t('team.criterion')}</label>
          <select id="criterion" ?disabled=${old !== undefined || this.subject === ''} aria-invalid=${at.has('criterion')} aria-describedby="criterion-error" @change=${this.chooseCriterion}>
            <option value="">${t('team.choose')}</option>
            ${criteria.map((one) => html`<option value=${one.id} ?selected=${one.id === this.criterion}>${say(one.name)}</option>`)}
          </select>
          ${fieldError('criterion-error', at.get('criterion'))}
        </div>
        ${counted
          ? nothing
          : html`<div class="field">
              <label for="points">${t('team.recordPoints')}</label>
              <input id="points" type="text" inputmode="decimal" autocomplete="off" aria-invalid=${at.has('points')} aria-describedby="points-hint points-error" />
              <small id="points-hint">${t('team.recordPointsHint')}</small> ${fieldError('points-error', at.get('points'))}
            </div>`}
        ${this.words('kind', t('team.recordKind'), kindsOf(chosen), old?.kind, at)}
        ${this.words('channel', t('feedback.channel'), this.names.schemeOfSubject(this.subject)?.channels ?? [], old?.channel, at)}
        <div class="field">
          <label for="date">${t('team.date')}</label>
          <input id="date" type="date" .value=${likelyDate(this.view.period)} aria-invalid=${at.has('date')} aria-describedby="date-error" />
          ${fieldError('date-error', at.get('date'))}
        </div>
        <div class="field">
          <label for="author">${t('team.recordAuthor')}</label>
          <input id="author" type="text" maxlength="64" .value=${this.state.author} aria-invalid=${at.has('author')} aria-describedby="author-error" />
          ${fieldError('author-error', at.get('author'))}
        </div>
      </div>
      <div class="field">
        <label for="reason">${t('team.reason')}</label>
        <textarea id="reason" maxlength="4000" aria-invalid=${at.has('reason')} aria-describedby="reason-hint reason-error"></textarea>
        <small id="reason-hint">${t('team.recordReasonHint')}</small> ${fieldError('reason-error', at.get('reason'))}
      </div>
      <div class="field">
        <label for="evidence">${t('team.evidenceLabel')}</label>
        <input id="evidence" type="text" aria-invalid=${at.has('evidence')} aria-describedby="evidence-error" />
        ${fieldError('evidence-error', at.get('evidence'))}
      </div>
      <div class="actions"><button class="primary">${t(old ? 'team.recordCorrectSave' : 'team.recordSave')}</button></div>
    </form>`;
  }

  /** A kind or a channel: asked only where the scheme has some. */
  private words(id: string, label: string, options: { id: string; name: Text }[], kept: string | undefined, at: Map<string, Problem>): TemplateResult | typeof nothing {
    if (options.length === 0) return nothing;
    return html`<div class="field">
      <label for=${id}>${label}</label>
      <select id=${id} aria-invalid=${at.has(id)} aria-describedby="${id}-error">
        <option value="">${t('team.recordNoneOf')}</option>
        ${options.map((one) => html`<option value=${one.id} ?selected=${one.id === kept}>${say(one.name)}</option>`)}
      </select>
      ${fieldError(`${id}-error`, at.get(id))}
    </div>`;
  }

  private list(): TemplateResult {
    const records = [...this.view.records].sort((one, other) => (one.date < other.date ? 1 : one.date > other.date ? -1 : 0));
    const replaced = new Map(records.filter((one) => one.replaces).map((one) => [one.replaces!, one]));
    return html`<section class="panel" aria-labelledby="record-list">
      <h2 id="record-list">${t('team.recordList', { count: records.length })}</h2>
      ${records.length === 0
        ? html`<p>${t('team.recordListEmpty')}</p>`
        : html`<div class="table-box" tabindex="0" role="group" aria-labelledby="record-list">
            <table>
              <thead>
                <tr>
                  <th scope="col">${t('team.date')}</th>
                  <th scope="col">${t('team.subject')}</th>
                  <th scope="col">${t('team.criterion')}</th>
                  <th scope="col" class="figure">${t('team.recordPointsShort')}</th>
                  <th scope="col">${t('team.reason')}</th>
                  <th scope="col">${t('team.recordAuthor')}</th>
                  <th scope="col">${t('team.recordState')}</th>
                </tr>
              </thead>
              <tbody>
                ${records.slice(0, this.shown).map((one) => this.row(one, replaced.get(one.id)))}
              </tbody>
            </table>
          </div>`}
      ${records.length > this.shown
        ? html`<button @click=${() => (this.shown += PAGE)}>${t('team.showMore', { count: records.length - this.shown })}</button>`
        : nothing}
    </section>`;
  }

  private row(record: RecordEntry, by: RecordEntry | undefined): TemplateResult {
    const scheme = this.names.schemeOfSubject(record.subject)?.id;
    return html`<tr>
      <td class="date">${showDate(record.date)}</td>
      <td class="name">${written(this.names.person(record.subject))}</td>
      <td>${this.names.criterion(scheme, record.criterion)}${this.marks(record).map((mark) => html`<br /><small>${mark}</small>`)}</td>
      <td class="figure ${by ? 'old' : ''}">${record.points === undefined ? t('team.once') : showExact(record.points)}</td>
      <td class="people-text">${written(record.reason)}${record.evidence ? html`<br /><small>${t('team.evidence')}：${written(record.evidence)}</small>` : nothing}</td>
      <td class="name">${written(this.names.person(record.author))}</td>
      <td>
        ${by
          ? html`<small>${tRich('team.recordReplacedBy', { date: showDate(by.date), author: this.names.person(by.author) })}</small>`
          : html`${record.replaces ? html`<span class="state">${t('team.recordIsCorrection')}</span><br />` : nothing}${this.locked
              ? nothing
              : html`<button class="link" @click=${() => this.correct(record)} aria-label=${t('team.recordCorrectOf', { name: this.names.person(record.subject), date: showDate(record.date) })}>
                  ${t('team.recordCorrectThis')}
                </button>`}`}
      </td>
    </tr>`;
  }

  private marks(record: RecordEntry): string[] {
    const scheme = this.names.schemeOfSubject(record.subject);
    const criterion = recordedCriteria(scheme).find(({ id }) => id === record.criterion);
    const named = (id: string | undefined, list: { id: string; name: Text }[]): string => (id === undefined ? '' : say(list.find((one) => one.id === id)?.name) || id);
    return [named(record.kind, kindsOf(criterion)), named(record.channel, scheme?.channels ?? [])].filter((mark) => mark !== '');
  }

  private chooseSubject = (event: Event): void => {
    this.subject = (event.target as HTMLSelectElement).value;
    this.criterion = '';
  };

  private chooseCriterion = (event: Event): void => {
    this.criterion = (event.target as HTMLSelectElement).value;
  };

  private async correct(record: RecordEntry): Promise<void> {
    this.replacing = record;
    this.subject = record.subject;
    this.criterion = record.criterion;
    this.problems = [];
    await this.updateComplete;
    this.field('points')?.focus();
  }

  private submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const points = this.field('points')?.value.trim();
    // Full-width digits and a typographic minus are what Chinese keyboards give; the engine reads them and says the number.
    const read = points ? await this.desk.ask<Answer<{ value: string }>>('readNumber', points) : undefined;
    if (read && !read.ok) {
      this.problems = read.problems.map((problem) => ({ ...problem, pointer: '/points' }));
      return this.focusRefused();
    }
    const author = this.field('author')!.value.trim();
    const evidence = this.field('evidence')!.value.trim();
    const chosen = ['kind', 'channel'].map((id) => [id, this.field(id)?.value ?? '']).filter(([, value]) => value !== '');
    const draft = {
      id: newId(), subject: this.subject, criterion: this.criterion, date: this.field('date')!.value, author, reason: this.field('reason')!.value,
      ...(read ? { points: read.value.value } : {}),
      ...(this.replacing ? { replaces: this.replacing.id } : {}),
      ...(evidence === '' ? {} : { evidence }),
      ...Object.fromEntries(chosen),
    };
    const answer = await this.desk.change('addRecord', draft, this.replacing ? 'team.recordCorrected' : 'team.recordSaved');
    this.problems = answer.ok ? [] : answer.problems;
    if (!answer.ok) return this.focusRefused();
    if (this.state.author === '') this.desk.set({ author });
    this.replacing = undefined;
    for (const id of ['points', 'reason', 'evidence']) {
      const field = this.field(id);
      if (field) field.value = '';
    }
    this.renderRoot.querySelector<HTMLElement>('#subject')?.focus();
  };

  private field(id: string): HTMLInputElement | null {
    return this.renderRoot.querySelector<HTMLInputElement>(`#${id}`);
  }
}

function kindsOf(criterion: Criterion | undefined): RecordKind[] {
  return criterion?.measure.type === 'records' ? (criterion.measure.kinds ?? []) : [];
}

define('kaohe-records', Records);
