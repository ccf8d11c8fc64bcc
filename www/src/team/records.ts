// Records that add or take points: entered with date, author and reason, corrected only by a new one that names the old one.
// The page sends what was typed; whether it is a reason, a date or whole points is the engine's to say, and stands by the field.
import { html, nothing, type TemplateResult } from 'lit';
import { showDate, showExact } from '../kit/format.ts';
import { newId } from '../kit/files.ts';
import { say, t, tRich } from '../kit/texts.ts';
import { Fields, leftOut, type Said } from './evidence/fields.ts';
import { readNumbers } from './evidence/numbers.ts';
import { typedIn, type Typed } from './evidence/typed.ts';
import { recordedCriteria, written } from './names.ts';
import { define, TeamPart } from './part.ts';
import { likelyDate } from './likely-date.ts';
import { personOptions } from './person-options.ts';
import type { Criterion, Problem, RecordEntry, RecordKind, BilingualText } from '../engine/engine.ts';

const PAGE = 100;
/** Of one record; who it is about, the day and the author mostly stay for the next. */
const OF_ONE_RECORD = ['points', 'reason', 'evidence', 'kind', 'channel'];

export class Records extends TeamPart {
  static override properties = { ...TeamPart.properties, problems: { state: true }, shown: { state: true } };
  declare problems: (Problem | Said)[];
  declare shown: number;

  constructor() {
    super();
    this.problems = [];
    this.shown = PAGE;
  }

  private get typed(): Typed {
    return typedIn(this.desk, 'record');
  }

  /** The record that the one being typed is to replace. */
  private get replacing(): RecordEntry | undefined {
    return this.view.records.find(({ id }) => id === this.typed.read('replaces'));
  }

  private get criterion(): Criterion | undefined {
    return recordedCriteria(this.names.schemeOfSubject(this.typed.read('subject'))).find(({ id }) => id === this.typed.read('criterion'));
  }

  override render(): unknown {
    const recorded = this.names.schemes.some((scheme) => recordedCriteria(scheme).length > 0);
    if (!recorded) return html`<p>${t('team.recordsNone')}</p>`;
    return html`${this.lockedNote()} ${this.locked ? nothing : this.form()} ${this.list()}`;
  }

  private form(): TemplateResult {
    const fields = new Fields(this.typed, this.problems, this.names, () => this.requestUpdate());
    const old = this.replacing;
    const body = html`${this.what(fields, old !== undefined)} ${fields.area('reason', t('team.reason'), { hint: t('team.recordReasonHint') })}
      ${fields.text('evidence', t('team.evidenceLabel'), { maxlength: 4000 })}`;
    return html`<form class="panel no-print" @submit=${this.submit} novalidate aria-labelledby="record-form">
      <h2 id="record-form">${t(old ? 'team.recordCorrect' : 'team.recordNew')}</h2>
      ${old ? this.replaces(old) : html`<p class="hint">${t('team.recordHelp')}</p>`} ${fields.rest()} ${body}
      <div class="actions"><button class="primary">${t(old ? 'team.recordCorrectSave' : 'team.recordSave')}</button></div>
    </form>`;
  }

  private what(fields: Fields, correcting: boolean): TemplateResult {
    const { typed } = this;
    const subjects = this.view.people.filter((person) => recordedCriteria(this.names.schemeOfSubject(person.id)).length > 0);
    const scheme = this.names.schemeOfSubject(typed.read('subject'));
    const criteria = recordedCriteria(scheme).map((one): [string, string] => [one.id, say(one.name)]);
    return html`<div class="row-fields">
      ${fields.choice('subject', t('team.subject'), (chosen) => personOptions(this.names, subjects, chosen), { disabled: correcting, then: () => typed.forget('criterion', 'kind', 'channel') })}
      ${fields.choice('criterion', t('team.criterion'), criteria, { disabled: correcting || criteria.length === 0, then: () => typed.forget('kind') })}
      ${counted(this.criterion) ? nothing : fields.number('points', t('team.recordPoints'), { hint: t('team.recordPointsHint') })}
      ${this.mark(fields, 'kind', t('team.recordKind'), kindsOf(this.criterion))} ${this.mark(fields, 'channel', t('feedback.channel'), scheme?.channels ?? [])}
      ${fields.date('date', t('team.date'), { otherwise: likelyDate(this.view.period) })} ${fields.text('author', t('team.recordAuthor'), { otherwise: this.state.author, maxlength: 64 })}
    </div>`;
  }

  /** A kind or a channel: asked only where the scheme has some. */
  private mark(
    fields: Fields,
    field: string,
    label: string,
    options: { id: string; name: BilingualText }[],
  ): TemplateResult | typeof nothing {
    return options.length === 0
      ? nothing
      : fields.choice(
          field,
          label,
          options.map(({ id, name }) => [id, say(name)]),
          { none: t('team.recordNoneOf') },
        );
  }

  private replaces(old: RecordEntry): TemplateResult {
    return html`<div class="note">
      <p>${tRich('team.recordReplaces', { date: showDate(old.date), author: this.names.person(old.author), points: old.points === undefined ? '' : showExact(old.points), reason: old.reason })}</p>
      <p>${t('team.recordReplacesHelp')}</p>
      <button type="button" @click=${this.giveUp}>${t('team.recordReplacesNot')}</button>
    </div>`;
  }

  private list(): TemplateResult {
    const records = [...this.view.records].sort((one, other) => (one.date < other.date ? 1 : one.date > other.date ? -1 : 0));
    const replaced = new Map(records.filter((one) => one.replaces).map((one) => [one.replaces!, one]));
    return html`<section class="panel" aria-labelledby="record-list">
      <h2 id="record-list">${t('team.recordList', { count: records.length })}</h2>
      ${
        records.length === 0
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
          </div>`
      }
      ${
        records.length > this.shown
          ? html`<button @click=${() => (this.shown += PAGE)}>${t('team.showMore', { count: records.length - this.shown })}</button>`
          : nothing
      }
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
        ${
          by
            ? html`<small>${tRich('team.recordReplacedBy', { date: showDate(by.date), author: this.names.person(by.author) })}</small>`
            : html`${record.replaces ? html`<span class="state">${t('team.recordIsCorrection')}</span><br />` : nothing}${
                this.locked
                  ? nothing
                  : html`<button class="link" @click=${() => this.correct(record)} aria-label=${t('team.recordCorrectOf', { name: this.names.person(record.subject), date: showDate(record.date) })}>
                  ${t('team.recordCorrectThis')}
                </button>`
              }`
        }
      </td>
    </tr>`;
  }

  private marks(record: RecordEntry): string[] {
    const scheme = this.names.schemeOfSubject(record.subject);
    const criterion = recordedCriteria(scheme).find(({ id }) => id === record.criterion);
    const named = (id: string | undefined, list: { id: string; name: BilingualText }[]): string =>
      id === undefined ? '' : say(list.find((one) => one.id === id)?.name) || id;
    return [named(record.kind, kindsOf(criterion)), named(record.channel, scheme?.channels ?? [])].filter((mark) => mark !== '');
  }

  /** Of the old one stays what the new one is about, and the day it happened on. */
  private async correct(record: RecordEntry): Promise<void> {
    this.typed.forget();
    for (const field of ['subject', 'criterion', 'kind', 'channel', 'date'] as const) this.typed.write(field, record[field] ?? '');
    this.typed.write('replaces', record.id);
    this.problems = [];
    this.requestUpdate();
    await this.focusOn(counted(this.criterion) ? '#reason' : '#points');
  }

  private giveUp = async (): Promise<void> => {
    this.typed.forget();
    this.problems = [];
    this.requestUpdate();
    await this.focusOn('#subject');
  };

  private submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { typed, replacing } = this;
    const read = (field: string, otherwise = ''): string => typed.read(field, otherwise).trim();
    const author = read('author', this.state.author);
    const must = {
      subject: read('subject'),
      criterion: read('criterion'),
      date: read('date', likelyDate(this.view.period)),
      author,
      reason: read('reason'),
    };
    const lacking = leftOut(counted(this.criterion) ? must : { ...must, points: read('points') });
    if (lacking.length > 0) return this.refuse(lacking);
    // Full-width digits and a typographic minus are what Chinese keyboards give; the engine reads them and says the number.
    const { values, problems } = await readNumbers(this.desk, counted(this.criterion) ? [] : [['points', read('points')]]);
    if (problems.length > 0) return this.refuse(problems);
    const optional = Object.fromEntries(
      ['kind', 'channel', 'evidence'].flatMap((field) => (read(field) === '' ? [] : [[field, read(field)]])),
    );
    const draft = {
      id: newId(),
      ...must,
      reason: typed.read('reason'),
      ...Object.fromEntries(values),
      ...(replacing ? { replaces: replacing.id } : {}),
      ...optional,
    };
    const answer = await this.desk.addEntry('records', draft, replacing ? 'team.recordCorrected' : 'team.recordSaved');
    if (!answer.ok) return this.refuse(answer.problems.map(byPoints));
    if (this.state.author === '') this.desk.set({ author });
    this.problems = [];
    typed.settle();
    typed.forget(...(replacing ? ['date'] : []), 'replaces', ...OF_ONE_RECORD);
    this.requestUpdate();
    await this.focusOn('#subject');
  };

  private refuse(problems: (Problem | Said)[]): Promise<void> {
    this.problems = problems;
    return this.focusRefused();
  }
}

/** The engine names a record by its id, which nobody on this page has seen. */
function byPoints(problem: Problem): Problem | Said {
  return problem.code === 'zero-points' ? { pointer: '/points', said: t('team.recordZero') } : problem;
}

/** Once each: there are no points to write. */
function counted(criterion: Criterion | undefined): boolean {
  return criterion?.measure.type === 'records' && criterion.measure.of === 'count';
}

function kindsOf(criterion: Criterion | undefined): RecordKind[] {
  return criterion?.measure.type === 'records' ? (criterion.measure.kinds ?? []) : [];
}

define('kaohe-records', Records);
