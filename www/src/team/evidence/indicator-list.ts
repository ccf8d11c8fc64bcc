// Every number that was entered, and its correction: a new entry that names the old one and takes its place.
import { html, nothing, type TemplateResult } from 'lit';
import { newId } from '../../kit/files.ts';
import { showDate, showExact } from '../../kit/format.ts';
import { t, tRich } from '../../kit/texts.ts';
import { written } from '../names.ts';
import { define, TeamPart } from '../part.ts';
import { evidenceStyles } from './evidence-styles.ts';
import { Fields } from './fields.ts';
import { indicatorWords } from './indicator-table.ts';
import { readNumbers } from './numbers.ts';
import { typedIn, type Typed } from './typed.ts';
import { hasTarget } from './uses.ts';
import type { Indicator, IndicatorValue, Problem } from '../../engine/engine.ts';

const PAGE = 100;

export class IndicatorList extends TeamPart {
  static override properties = { ...TeamPart.properties, replacing: { state: true }, problems: { state: true }, shown: { state: true } };
  static override styles = [...TeamPart.styles, evidenceStyles];
  declare replacing: IndicatorValue | undefined;
  declare problems: Problem[];
  declare shown: number;

  constructor() {
    super();
    this.problems = [];
    this.shown = PAGE;
  }

  override render(): unknown {
    return html`${this.replacing && !this.locked ? this.correction(this.replacing) : nothing} ${this.list()}`;
  }

  async correct(entry: IndicatorValue): Promise<void> {
    this.replacing = entry;
    this.problems = [];
    await this.updateComplete;
    this.renderRoot.querySelector('form')?.scrollIntoView({ block: 'center' });
    await this.focusOn('#value');
  }

  private typedFor(old: IndicatorValue): Typed {
    return typedIn(this.desk, `indicator ${old.id}`);
  }

  private correction(old: IndicatorValue): TemplateResult {
    const fields = new Fields(this.typedFor(old), this.problems, this.names, () => this.requestUpdate());
    const scheme = this.names.schemeOfSubject(old.subject);
    const body = html`<div class="row-fields">
        ${fields.number('value', t('indicators.newValue'))}
        ${scheme && hasTarget(scheme, old.indicator) ? fields.number('target', t('indicators.target'), { otherwise: old.target ?? '' }) : nothing}
        ${fields.date('date', t('indicators.date'), { otherwise: old.date })} ${fields.text('author', t('indicators.author'), { otherwise: this.state.author, maxlength: 64 })}
      </div>
      ${fields.text('note', t('indicators.why'), { maxlength: 4000 })}`;
    return html`<form class="panel no-print" @submit=${this.submit} novalidate aria-labelledby="indicator-correction">
      <h2 id="indicator-correction">${t('indicators.correctTitle')}</h2>
      <div class="note">
        <p>${tRich('indicators.replaces', { subject: this.names.person(old.subject), indicator: this.words(old), value: showExact(old.value), date: showDate(old.date), author: this.names.person(old.author) })}</p>
        <p>${t('indicators.replacesHelp')}</p>
      </div>
      ${fields.rest()} ${body}
      <div class="actions">
        <button class="primary">${t('team.recordCorrectSave')}</button>
        <button type="button" @click=${() => (this.replacing = undefined)}>${t('team.recordReplacesNot')}</button>
      </div>
    </form>`;
  }

  private list(): TemplateResult {
    const entries = [...this.view.indicators].sort((one, other) => (one.date < other.date ? 1 : one.date > other.date ? -1 : 0));
    const replaced = new Map(entries.filter((one) => one.replaces).map((one) => [one.replaces!, one]));
    return html`<section class="panel" aria-labelledby="indicator-list">
      <h2 id="indicator-list">${t('indicators.listTitle', { count: entries.length })}</h2>
      ${
        entries.length === 0
          ? html`<p>${t('indicators.listEmpty')}</p>`
          : html`<div class="table-box" tabindex="0" role="group" aria-labelledby="indicator-list">
            <table class="roomy">
              <thead>
                <tr>
                  <th scope="col">${t('team.date')}</th>
                  <th scope="col">${t('team.subject')}</th>
                  <th scope="col">${t('indicators.indicator')}</th>
                  <th scope="col" class="figure">${t('indicators.value')}</th>
                  <th scope="col" class="figure">${t('indicators.target')}</th>
                  <th scope="col">${t('indicators.author')}</th>
                  <th scope="col">${t('indicators.source')}</th>
                  <th scope="col">${t('team.recordState')}</th>
                </tr>
              </thead>
              <tbody>
                ${entries.slice(0, this.shown).map((one) => this.row(one, replaced.get(one.id)))}
              </tbody>
            </table>
          </div>`
      }
      ${
        entries.length > this.shown
          ? html`<button @click=${() => (this.shown += PAGE)}>${t('team.showMore', { count: entries.length - this.shown })}</button>`
          : nothing
      }
    </section>`;
  }

  private row(entry: IndicatorValue, by: IndicatorValue | undefined): TemplateResult {
    const name = this.names.person(entry.subject);
    return html`<tr>
      <td class="date">${showDate(entry.date)}</td>
      <td class="name">${written(name)}</td>
      <td>${this.words(entry)}</td>
      <td class="figure ${by ? 'old' : ''}">${showExact(entry.value)}</td>
      <td class="figure ${by ? 'old' : ''}">${entry.target === undefined ? nothing : showExact(entry.target)}</td>
      <td class="name">${written(this.names.person(entry.author))}</td>
      <td class="people-text">${written(entry.note)}</td>
      <td>
        ${
          by
            ? html`<small>${tRich('team.recordReplacedBy', { date: showDate(by.date), author: this.names.person(by.author) })}</small>`
            : html`${entry.replaces ? html`<span class="state">${t('team.recordIsCorrection')}</span><br />` : nothing}${
                this.locked
                  ? nothing
                  : html`<button class="link" @click=${() => this.correct(entry)} aria-label=${t('indicators.correctOf', { name, indicator: this.words(entry) })}>${t('team.recordCorrectThis')}</button>`
              }`
        }
      </td>
    </tr>`;
  }

  private words(entry: IndicatorValue): string {
    const indicator = this.names.schemeOfSubject(entry.subject)?.indicators?.find((one: Indicator) => one.id === entry.indicator);
    return indicator ? indicatorWords(indicator) : entry.indicator;
  }

  private submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const old = this.replacing;
    if (!old) return;
    const typed = this.typedFor(old);
    const { values, problems } = await readNumbers(this.desk, [
      ['value', typed.read('value')],
      ['target', typed.read('target', old.target ?? '')],
    ]);
    if (problems.length > 0) return this.refuse(problems);
    const author = typed.read('author', this.state.author).trim();
    const note = typed.read('note').trim();
    const target = values.get('target');
    const draft = {
      id: newId(),
      subject: old.subject,
      indicator: old.indicator,
      date: typed.read('date', old.date),
      value: values.get('value') ?? '',
      author,
      replaces: old.id,
      ...(target === undefined ? {} : { target }),
      ...(note === '' ? {} : { note }),
    };
    const answer = await this.desk.addEntry('indicators', draft, 'indicators.corrected');
    if (!answer.ok) return this.refuse(answer.problems);
    if (this.state.author === '') this.desk.set({ author });
    typed.forget();
    this.problems = [];
    this.replacing = undefined;
    await this.focusOn('.table-box');
  };

  private refuse(problems: Problem[]): Promise<void> {
    this.problems = problems;
    return this.focusRefused();
  }
}

define('kaohe-indicator-list', IndicatorList);
