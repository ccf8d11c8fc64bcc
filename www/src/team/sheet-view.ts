// One subject's own result as the subject may see it: the engine has already taken out what would give raters away. It prints
// on A4 with signature lines and the fingerprint that binds the paper to the file, and takes down an answer given on paper.
import { html, nothing, type TemplateResult } from 'lit';
import { newId } from '../foundation/files.ts';
import { showDate, showDigest, showExact, showPeriod, today } from '../foundation/format.ts';
import { renderProblem, renderProblems } from '../foundation/problems.ts';
import { renderSteps } from '../foundation/steps.ts';
import { say, t, tRich } from '../foundation/texts.ts';
import { exportSheet } from './exports.ts';
import { ratedRoles, stateName, written } from './names.ts';
import { define, fieldError, problemsByField, TeamPart } from './part.ts';
import { latestAnswer } from './results-table.ts';
import type { Answer, CriterionResult, OwnSheet, Problem, Scheme } from './workbook.ts';

const FIELDS = ['answer', 'text', 'date'];

export class SheetView extends TeamPart {
  static override properties = { ...TeamPart.properties, subject: {}, answer: { state: true }, problems: { state: true } };
  declare subject: string;
  declare answer: Answer<OwnSheet> | undefined;
  declare problems: Problem[];
  #asked = '';

  constructor() {
    super();
    this.subject = '';
    this.problems = [];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('beforeprint', this.unfold);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('beforeprint', this.unfold);
  }

  /** Paper cannot be opened: whoever redoes the sum with a calculator needs all of it. */
  private unfold = (): void => this.renderRoot.querySelectorAll<HTMLDetailsElement>('article details').forEach((one) => (one.open = true));

  override willUpdate(): void {
    // Asked anew when the workbook changed: a sheet on the screen never shows an older result than the table.
    const key = `${this.subject} ${this.view.digest}`;
    if (key === this.#asked) return;
    this.#asked = key;
    void this.desk.ask<Answer<OwnSheet>>('sheet', this.subject).then((answer) => (this.answer = answer));
  }

  override render(): unknown {
    const answer = this.answer;
    return html`<div class="actions no-print">
        <button @click=${this.leave}>${t('team.backToResults')}</button>
        <button class="primary" ?disabled=${!answer?.ok} @click=${() => print()}>${t('team.printSheet')}</button>
        <button ?disabled=${!answer?.ok} @click=${() => exportSheet(this.desk, this.subject)}>${t('team.exportSheet')}</button>
      </div>
      <p class="hint no-print">${t('team.sheetHelp')}</p>
      ${answer === undefined ? html`<p>${t('team.asking')}</p>` : answer.ok ? this.sheet(answer.value) : renderProblems(answer.problems)}`;
  }

  private sheet(sheet: OwnSheet): TemplateResult {
    const { result } = sheet;
    const scheme = this.names.schemeOfSubject(this.subject);
    return html`<article class="panel" aria-labelledby="sheet">
        <h1 id="sheet" tabindex="-1">${t('sheet.title')}</h1>
        <dl class="facts">
          <dt>${t('sheet.name')}</dt>
          <dd>${written(result.name)} <small>${written(result.subject)}</small></dd>
          <dt>${t('sheet.unit')}</dt>
          <dd>${written(this.names.unit(result.unit))}</dd>
          <dt>${t('sheet.period')}</dt>
          <dd>${showPeriod(sheet.period)}</dd>
          <dt>${t('sheet.scheme')}</dt>
          <dd>${say(scheme?.name)}</dd>
          ${result.state === 'active' ? nothing : html`<dt>${t('team.stateOf')}</dt><dd>${stateName(result.state)}</dd>`}
          <dt>${t('sheet.total')}</dt>
          <dd><strong>${showExact(result.total)}</strong></dd>
          ${result.grade === undefined ? nothing : html`<dt>${t('sheet.grade')}</dt><dd><strong>${this.names.grade(scheme?.id, result.grade)}</strong></dd>`}
          ${result.rank === undefined ? nothing : html`<dt>${t('sheet.rank')}</dt><dd>${t('sheet.rankOf', { rank: result.rank, ranked: result.ranked ?? 0 })}</dd>`}
        </dl>
        ${result.total === undefined ? html`<p>${t('sheet.provisional')}</p>` : nothing}
        ${sheet.anonymous ? html`<p>${t('sheet.anonymous')}</p>` : this.criteria(scheme, result)} ${this.warning(scheme, result)}
        ${sheet.steps.length === 0
          ? nothing
          : html`<section class="keep">
              <h2>${t('sheet.how')}</h2>
              ${renderSteps(sheet.steps, this.names.stepParameter(scheme?.id), 0)}
            </section>`}
        <p><small>${t('sheet.fingerprint', { digest: showDigest(sheet.digest) })} ${t('form.fingerprintHelp')}</small></p>
        <div class="signatures print-only">
          <div>${t('sheet.signSubject')}</div>
          <div>${t('sheet.signSuperior')}</div>
          <div>${t('form.signDate')}</div>
        </div>
      </article>
      ${this.reply()}`;
  }

  private criteria(scheme: Scheme | undefined, result: OwnSheet['result']): TemplateResult | typeof nothing {
    const sections = result.sections ?? [];
    if (!scheme || sections.length === 0) return nothing;
    const found = sections.flatMap((section) => section.criteria);
    const roles = ratedRoles(scheme).filter((role) => found.some((one) => one.roles?.some((other) => other.role === role.id)));
    const bonus = found.some((one) => one.bonus !== undefined);
    return html`<div class="table-box" tabindex="0" role="group" aria-label=${t('sheet.criterion')}>
      <table>
        <thead>
          <tr>
            <th scope="col">${t('sheet.criterion')}</th>
            <th scope="col" class="figure">${t('sheet.max')}</th>
            ${roles.map((role) => html`<th scope="col" class="figure">${say(role.name)}</th>`)}
            <th scope="col" class="figure">${t('sheet.points')}</th>
            ${bonus ? html`<th scope="col" class="figure">${t('sheet.bonus')}</th>` : nothing}
          </tr>
        </thead>
        <tbody>
          ${scheme.sections.map((section) =>
            section.criteria.map((criterion) => {
              const one: CriterionResult | undefined = found.find((other) => other.id === criterion.id);
              return html`<tr>
                <th scope="row">${say(criterion.name)}</th>
                <td class="figure">${criterion.points ?? '—'}</td>
                ${roles.map((role) => html`<td class="figure">${showExact(one?.roles?.find((other) => other.role === role.id)?.mean)}</td>`)}
                <td class="figure">${showExact(one?.points)}</td>
                ${bonus ? html`<td class="figure">${showExact(one?.bonus)}</td>` : nothing}
              </tr>`;
            }),
          )}
        </tbody>
      </table>
    </div>`;
  }

  private warning(scheme: Scheme | undefined, result: OwnSheet['result']): TemplateResult | typeof nothing {
    if (!result.warning) return nothing;
    const rung = this.names.rung(scheme?.id, result.warning.rung);
    return html`<section class="keep">
      <h2>${t('sheet.warning')}：${say(rung?.name) || result.warning.rung}</h2>
      <ul>
        ${result.warning.months.map(
          (month) => html`<li>${tRich('sheet.warningMonth', { period: showPeriod(month.period), rank: month.rank, ranked: month.ranked, below: month.below })}</li>`,
        )}
      </ul>
      <p>${t('sheet.warningNote')}</p>
    </section>`;
  }

  private reply(): TemplateResult {
    const given = latestAnswer(this.view.acknowledgements, this.subject);
    const at = problemsByField(this.problems);
    const elsewhere = this.problems.filter((problem) => !FIELDS.includes(problem.pointer.slice(problem.pointer.lastIndexOf('/') + 1)));
    return html`<section class="panel no-print" aria-labelledby="reply">
      <h2 id="reply">${t('team.replyTitle')}</h2>
      ${given
        ? html`<p>
            <span class="state ${given.acknowledgement.answer === 'agree' ? 'good' : 'bad'}"
              >${t(given.acknowledgement.answer === 'agree' ? 'team.agreed' : 'team.disagreed')}</span
            >
            ${showDate(given.acknowledgement.date)} ${given.acknowledgement.text ? html`<br />${written(given.acknowledgement.text)}` : nothing}
            ${given.current ? nothing : html`<br /><span class="state wait">${t('team.replyOlder')}</span>`}
          </p>`
        : html`<p>${t('team.replyNone')}</p>`}
      ${this.state.readOnly
        ? nothing
        : html`<details class="more" ?open=${this.problems.length > 0}>
            <summary>${t('team.replyPaper')}</summary>
            <form @submit=${this.submit} novalidate>
              <p class="hint">${t('team.replyPaperHelp')}</p>
              ${elsewhere.map((problem) => html`<p class="error">${renderProblem(problem)}</p>`)}
              <fieldset class="field">
                <legend>${t('team.answer')}</legend>
                <label><input type="radio" name="answer" value="agree" />${t('team.agreed')}</label>
                <label><input type="radio" name="answer" value="disagree" />${t('team.disagreed')}</label>
                ${fieldError('answer-error', at.get('answer'))}
              </fieldset>
              <div class="field">
                <label for="text">${t('team.replyText')}</label>
                <textarea id="text" maxlength="4000" aria-invalid=${at.has('text')} aria-describedby="text-error"></textarea>
                ${fieldError('text-error', at.get('text'))}
              </div>
              <div class="field">
                <label for="date">${t('team.date')}</label>
                <input id="date" type="date" .value=${today()} aria-invalid=${at.has('date')} aria-describedby="date-error" />
                ${fieldError('date-error', at.get('date'))}
              </div>
              <button class="primary">${t('team.replySave')}</button>
            </form>
          </details>`}
    </section>`;
  }

  private submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const sheet = this.answer?.ok ? this.answer.value : undefined;
    const scheme = this.names.schemeOfSubject(this.subject)?.id;
    if (!sheet || scheme === undefined) return;
    const field = (selector: string): string => this.renderRoot.querySelector<HTMLInputElement>(selector)?.value ?? '';
    const text = field('#text');
    const draft = {
      id: newId(), subject: this.subject, scheme, date: field('#date'), answer: field('input[name=answer]:checked'),
      ...(text.trim() === '' ? {} : { text }), about: sheet.digest,
    };
    const answer = await this.desk.change('acknowledge', draft, 'team.replySaved');
    this.problems = answer.ok ? [] : answer.problems;
    if (!answer.ok) await this.focusRefused();
  };

  private leave = (): void => void this.dispatchEvent(new CustomEvent('team-sheet', { detail: '', bubbles: true, composed: true }));
}

define('kaohe-sheet-view', SheetView);
