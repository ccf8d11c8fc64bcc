// Totals, grades, ranks and warnings, unit by unit. The order is the engine's ranks; attainment stands beside rank, because a
// rank alone says nothing about how well somebody works (facts: Guiding Case 18).
import { html, nothing, type TemplateResult } from 'lit';
import { showExact, showPeriod } from '../kit/format.ts';
import { renderProblems, renderProblemText } from '../kit/problems.ts';
import { say, t, tRich, type TextKey } from '../kit/texts.ts';
import { exportCsv, exportResult, exportResultsWorkbook } from './exports.ts';
import { criteriaOf, stateName, written } from './names.ts';
import { exportAllSheets } from './outgoing-files.ts';
import { followStyles } from './follow-up/follow-styles.ts';
import { renderBehind, renderConsequences, renderCriticalHits, renderPay, type Rule } from './follow-up/outcome-cells.ts';
import { renderRegisterNotes, renderUnitNotes } from './follow-up/report-notes.ts';
import type { Rulings } from './follow-up/rulings.ts';
import { define, TeamPart } from './part.ts';
import { latestAnswers } from './latest-answers.ts';
import { renderProvisional } from './provisional.ts';
import { rulingStyles } from '../sheet/sheet-styles.ts';
import type { Problem, Scheme, SubjectResult, UnitReport, Warning } from '../engine/engine.ts';

/** Which columns a unit's table has. */
interface Columns {
  graded: boolean;
  /** What the column of points apart is called. */
  bonus: TextKey | undefined;
  warned: boolean;
  follows: boolean;
  paid: boolean;
}

const PAGE = 200;
/** By which an entry is found in its file: a notice names it, a derivation does not. */

export class ResultsTable extends TeamPart {
  static override styles = [...TeamPart.styles, rulingStyles, followStyles];
  static override properties = {
    ...TeamPart.properties,
    unit: { state: true },
    only: { state: true },
    search: { state: true },
    shown: { state: true },
  };
  declare unit: string;
  declare only: 'all' | 'warnings' | 'consequences' | 'provisional';
  declare search: string;
  declare shown: number;

  constructor() {
    super();
    this.unit = '';
    this.only = 'all';
    this.search = '';
    this.shown = PAGE;
  }

  override render(): unknown {
    const { result, resultProblems } = this.state;
    return html`${resultProblems.length > 0 ? html`<div class="note">${renderProblems(resultProblems, this.names.called())}</div>` : nothing}
      ${
        result === undefined
          ? html`<p>${t('team.noResult')}</p>`
          : html`<section class="panel" aria-labelledby="results">
            <h2 id="results">${t('team.resultsTitle', { period: showPeriod(this.view.period) })}</h2>
            <p class="hint no-print">${t('team.resultsHelp')}</p>
            ${this.filters()} ${result.units.filter((one) => this.unit === '' || one.unit === this.unit).map((report) => this.group(report, result.results))}
            ${this.notices(result.notices)} ${this.ladderNote()} ${renderRegisterNotes(result, this.names)}
            <div class="actions no-print">
              <button @click=${() => exportResultsWorkbook(this.desk)}>${t('resultsBook.export')}</button>
              <button @click=${() => exportCsv(this.desk)}>${t('team.exportCsv')}</button>
              <button @click=${() => exportAllSheets(this.desk)}>${t('team.exportSheets')}</button>
              <button @click=${() => exportResult(this.desk)}>${t('team.exportResult')}</button>
            </div>
          </section>
          <kaohe-rulings .desk=${this.desk} .state=${this.state} @team-ruled=${(event: CustomEvent<string>) => this.focusOn(`[data-subject="${CSS.escape(event.detail)}"]`)}></kaohe-rulings>`
      }`;
  }

  private filters(): TemplateResult {
    return html`<div class="row-fields no-print">
      <div class="field">
        <label for="unit">${t('team.unit')}</label>
        <select id="unit" @change=${(event: Event) => (this.unit = (event.target as HTMLSelectElement).value)}>
          <option value="">${t('team.allUnits')}</option>
          ${this.view.units.map((unit) => html`<option value=${unit.id} ?selected=${this.unit === unit.id}>${say(unit.name)}</option>`)}
        </select>
      </div>
      <div class="field">
        <label for="only">${t('team.show')}</label>
        <select id="only" @change=${(event: Event) => (this.only = (event.target as HTMLSelectElement).value as typeof this.only)}>
          <option value="all">${t('team.showAll')}</option>
          <option value="warnings">${t('team.showWarnings')}</option>
          ${
            this.names.schemes.some((scheme) => scheme.consequences?.length)
              ? html`<option value="consequences">${t('follow.showConsequences')}</option>`
              : nothing
          }
          <option value="provisional">${t('team.showProvisional')}</option>
        </select>
      </div>
      <div class="field">
        <label for="search">${t('team.search')}</label>
        <input id="search" type="search" .value=${this.search} @input=${(event: Event) => (this.search = (event.target as HTMLInputElement).value)} />
      </div>
    </div>`;
  }

  private group(report: UnitReport, results: SubjectResult[]): TemplateResult {
    const group = report.schemes ?? [report.scheme];
    const rows = results
      .filter((one) => one.unit === report.unit && group.includes(one.scheme) && this.wanted(one))
      .sort((one, other) => (one.rank ?? Infinity) - (other.rank ?? Infinity));
    const office = this.names.office(report.unit);
    const own = this.names.schemes.filter((scheme) => group.includes(scheme.id));
    const columns: Columns = {
      graded: rows.some((one) => one.grade !== undefined),
      bonus: apartTitle(own),
      warned: own.some((scheme) => scheme.warnings),
      follows: own.some((scheme) => scheme.consequences?.length),
      paid: own.some((scheme) => scheme.pay) && rows.some((one) => one.pay !== undefined),
    };
    const { graded, bonus, warned, follows, paid } = columns;
    return html`<h3>${written(this.names.unit(report.unit))} <small>${written(office.name)}${office.manager ? html` · ${tRich('team.manager', { name: this.names.person(office.manager) })}` : nothing}</small></h3>
      <p class="hint">
        ${t('team.unitCounts', { members: report.members, ranked: report.ranked, provisional: report.provisional, away: report.away })}
        ${report.passedOver.map((bottom) => html`<br />${t('team.passedOver', { bottom, ranked: report.ranked })}`)}
      </p>
      ${renderUnitNotes(report, this.names)}
      <div class="table-box" tabindex="0" role="group" aria-label=${this.names.unit(report.unit)}>
        <table class=${warned || follows ? 'warned' : ''}>
          <thead>
            <tr>
              <th scope="col" class="figure">${t('team.rank')}</th>
              <th scope="col">${t('team.subject')}</th>
              <th scope="col" class="figure">${t('team.total')}</th>
              ${graded ? html`<th scope="col">${t('team.grade')}</th>` : nothing}
              ${bonus ? html`<th scope="col" class="figure">${t(bonus)}</th>` : nothing}
              ${warned ? html`<th scope="col">${t('team.warning')}</th><th scope="col">${t('team.early')}</th>` : nothing}
              ${follows ? html`<th scope="col">${t('follow.consequences')}</th>` : nothing}
              ${paid ? html`<th scope="col" class="figure">${t('sheet.pay')}</th>` : nothing}
              <th scope="col">${t('team.answer')}</th>
              <th scope="col" class="no-print">${t('team.sheet')}</th>
            </tr>
          </thead>
          <tbody>
            ${rows.slice(0, this.shown).map((row) => this.row(row, columns))}
          </tbody>
        </table>
      </div>
      ${rows.length === 0 ? html`<p>${t('team.nobodyHere')}</p>` : nothing}
      ${
        rows.length > this.shown
          ? html`<button @click=${() => (this.shown += PAGE)}>${t('team.showMore', { count: rows.length - this.shown })}</button>`
          : nothing
      }`;
  }

  private row(row: SubjectResult, { graded, bonus, warned, follows, paid }: Columns): TemplateResult {
    const scheme = this.scheme(row);
    const { rule } = this;
    return html`<tr>
      <td class="figure">${row.rank === undefined ? html`<small>${t('team.unranked')}</small>` : this.opens(row, t('team.rankOf', { rank: row.rank, ranked: row.ranked ?? 0 }))}</td>
      <th scope="row">
        ${written(row.name)} <small>${written(row.subject)}</small>
        ${row.state === 'active' ? nothing : html`<span class="state wait">${stateName(row.state)}</span>`} ${renderBehind(scheme, row, this.view)}
      </th>
      <td class="figure">${row.total === undefined ? renderProvisional(this.names, row) : this.opens(row, showExact(row.total))}${renderCriticalHits(scheme, row)}</td>
      ${graded ? html`<td class="grade">${row.grade === undefined ? '—' : this.opens(row, this.names.grade(row.scheme, row.grade))}</td>` : nothing}
      ${bonus ? html`<td class="figure">${row.bonus === undefined && row.deductions === undefined ? '—' : this.opens(row, this.apart(row))}</td>` : nothing}
      ${warned ? html`<td>${this.warning(row)}</td><td>${this.early(row)}</td>` : nothing}
      ${follows ? html`<td>${renderConsequences(scheme, row, rule)}</td>` : nothing}
      ${paid ? html`<td class="figure">${renderPay(scheme, row, this.opens(row, showExact(row.pay?.amount)), rule)}</td>` : nothing}
      <td>${this.answer(row)}</td>
      <td class="no-print">
        <button data-subject=${row.subject} @click=${() => this.report('team-sheet', row.subject)} aria-label=${t('team.openSheetOf', { name: row.name })}>${t('team.openSheet')}</button>
      </td>
    </tr>`;
  }

  /** Whoever may write may confirm or overrule, also after the closing. */
  private get rule(): Rule {
    if (this.state.readOnly) return undefined;
    return (subject, consequence) => void this.renderRoot.querySelector<Rulings>('kaohe-rulings')?.open(subject, consequence);
  }

  private apart(row: SubjectResult): string {
    const scheme = this.scheme(row);
    return [
      hasApart(scheme, 'bonus') ? t('team.bonusOf', { points: showExact(row.bonus) }) : '',
      hasApart(scheme, 'deduction') ? t('team.deductionsOf', { points: showExact(row.deductions) }) : '',
    ]
      .filter((part) => part !== '')
      .join(' ');
  }

  private scheme(row: SubjectResult): Scheme {
    return this.names.schemes.find((scheme) => scheme.id === row.scheme)!;
  }

  private opens(row: SubjectResult, words: string): TemplateResult {
    return html`<button class="opens" @click=${() => this.report('team-explain', row.subject)} aria-label=${t('team.openNumber', { name: row.name, value: words })}>
      ${words}
    </button>`;
  }

  private warning(row: SubjectResult): TemplateResult | string {
    if (!row.warning) return '—';
    return html`${this.rung(row, row.warning)}
    ${(row.alsoHolds ?? []).map((other) => html`<div><small>${t('team.alsoHolds')}</small> ${this.rung(row, other)}</div>`)}`;
  }

  private rung(row: SubjectResult, warning: Warning): TemplateResult {
    return html`${this.opens(row, say(this.names.rung(row.scheme, warning.rung)?.name) || warning.rung)}
      <ul class="plain">
        ${warning.months.map(
          (month) =>
            html`<li>
              <small
                >${tRich('team.warningMonth', {
                  period: showPeriod(month.period),
                  unit: this.names.unit(month.unit),
                  rank: month.rank,
                  ranked: month.ranked,
                  below: month.below,
                })}</small
              >
            </li>`,
        )}
      </ul>`;
  }

  private early(row: SubjectResult): TemplateResult | string {
    if (!row.early) return '—';
    return html`<small>${tRich('team.earlyNotice', { rung: say(this.names.rung(row.scheme, row.early)?.name) || row.early })}</small>`;
  }

  private answer(row: SubjectResult): TemplateResult | string {
    const answers = latestAnswers(this.view.acknowledgements, row.subject);
    if (answers.length === 0) return '—';
    return html`${answers.map(({ acknowledgement: { answer, text }, current }) => {
      const agreed = answer === 'agree';
      return html`<div><span class="state ${agreed ? 'good' : 'bad'}">${t(agreed ? 'team.agreed' : 'team.disagreed')}</span></div>
        ${current ? nothing : html`<div class="state wait">${t('team.answerOlder')}</div>`} ${text ? html`<div><small>${written(text)}</small></div>` : nothing}`;
    })}
    ${answers.length > 1 ? html`<div class="state wait">${t('team.answersDiffer')}</div>` : nothing}`;
  }

  /** That a unit is too small for a bottom stands beside that unit; whatever else the engine has to say stands here. */
  private notices(notices: Problem[]): TemplateResult | typeof nothing {
    const others = notices.filter((notice) => notice.code !== 'unit-too-small');
    if (others.length === 0) return nothing;
    return html`<ul class="note">
      ${others.map((notice) => html`<li>${renderProblemText(notice, this.names.called())}</li>`)}
    </ul>`;
  }

  /** The source's ladder stands with this note wherever it is shown. */
  private ladderNote(): TemplateResult | typeof nothing {
    const ladders = this.names.schemes.filter((scheme) => scheme.warnings && (scheme.warnings.rungs.length ?? 0) > 0);
    if (ladders.length === 0) return nothing;
    return html`<p class="note">${t('team.ladderNote')}</p>`;
  }

  private wanted(row: SubjectResult): boolean {
    if (this.only === 'warnings' && !row.warning && !row.early) return false;
    if (this.only === 'consequences' && !row.consequences?.length) return false;
    if (this.only === 'provisional' && row.status !== 'provisional') return false;
    const sought = this.search.trim();
    return sought === '' || row.name.includes(sought) || row.subject.includes(sought);
  }

  private report(event: string, subject: string): void {
    this.dispatchEvent(new CustomEvent(event, { detail: subject, bubbles: true, composed: true }));
  }
}

/** By what the column of points apart holds, as `apart` does for a row. */
function apartTitle(schemes: Scheme[]): TextKey | undefined {
  const has = (of: 'bonus' | 'deduction'): boolean => schemes.some((scheme) => hasApart(scheme, of));
  if (has('bonus')) return has('deduction') ? 'team.bonusColumn' : 'team.bonusOnly';
  return has('deduction') ? 'team.deductionsOnly' : undefined;
}

function hasApart(scheme: Scheme, of: 'bonus' | 'deduction'): boolean {
  return criteriaOf(scheme).some((one) => one[of] !== undefined);
}

define('kaohe-results-table', ResultsTable);
