// The end of a period: what still stands open, closing it, carrying it into the next, verifying it, and reopening it with a reason.
import { html, nothing, type TemplateResult } from 'lit';
import { askConfirm } from '../foundation/dialog.ts';
import { showDate, showDigest, showExact, showPeriod, today } from '../foundation/format.ts';
import { renderProblems } from '../foundation/problems.ts';
import { t, tRich, type TextKey } from '../foundation/texts.ts';
import { exportNext, exportWorkbook } from './exports.ts';
import { openProposals, openQueries } from './follow-up/open.ts';
import { outstandingForms } from './next-step.ts';
import { stateName, written } from './names.ts';
import { define, fieldError, problemsByField, TeamPart } from './part.ts';
import type { Problem, State } from '../foundation/engine.ts';

const COMPARED: { [field: string]: TextKey } = {
  subject: 'team.subject', total: 'team.total', grade: 'team.grade', rank: 'team.rankCompared', state: 'team.stateOf', unit: 'team.unit',
};

export class Closing extends TeamPart {
  static override properties = { ...TeamPart.properties, problems: { state: true }, nameMissing: { state: true } };
  declare problems: Problem[];
  declare nameMissing: boolean;

  constructor() {
    super();
    this.problems = [];
    this.nameMissing = false;
  }

  override render(): unknown {
    return html`${this.view.closed ? this.closed() : this.open()} ${this.verification()} ${this.past()}`;
  }

  private open(): TemplateResult {
    const at = problemsByField(this.problems);
    const elsewhere = this.problems.filter((problem) => problem.pointer !== '/author' && problem.pointer !== '/date');
    const open = this.stillOpen();
    return html`<section class="panel" aria-labelledby="closing"><form @submit=${this.close} novalidate>
      <h2 id="closing">${t('team.closeTitle', { period: showPeriod(this.view.period) })}</h2>
      <p>${t('team.closeHelp')}</p>
      ${open.length === 0
        ? html`<p class="state good">${t('team.nothingOpen')}</p>`
        : html`<div class="note">
            <p>${t('team.stillOpen')}</p>
            <ul>
              ${open.map((line) => html`<li>${line}</li>`)}
            </ul>
          </div>`}
      ${elsewhere.length > 0 ? renderProblems(elsewhere) : nothing}
      <div class="row-fields">
        ${this.who('close', at)}
        <div class="field">
          <label for="close-date">${t('team.date')}</label>
          <input id="close-date" type="date" .value=${today()} aria-invalid=${at.has('date')} aria-describedby="close-date-error" />
          ${fieldError('close-date-error', at.get('date'))}
        </div>
      </div>
      <button class="primary" ?disabled=${this.state.readOnly}>${t('team.closeButton')}</button>
    </form></section>`;
  }

  private stillOpen(): string[] {
    const forms = outstandingForms(this.state);
    const queries = openQueries(this.view);
    const proposals = openProposals(this.state.result);
    const provisional = this.state.result?.results.filter((one) => one.status === 'provisional') ?? [];
    return [
      forms > 0 ? t('team.openForms', { count: forms }) : '',
      this.state.conflicts.length > 0 ? t('team.openConflicts', { count: this.state.conflicts.length }) : '',
      provisional.length > 0 ? t('team.openProvisional', { count: provisional.length, names: firstNames(provisional.map((one) => one.name)) }) : '',
      queries > 0 ? t('follow.openQueries', { count: queries }) : '',
      proposals > 0 ? t('follow.openProposals', { count: proposals }) : '',
    ].filter((line) => line !== '');
  }

  private closed(): TemplateResult {
    const at = problemsByField(this.problems);
    const elsewhere = this.problems.filter((problem) => problem.pointer !== '/author' && problem.pointer !== '/reason');
    return html`<section class="panel" aria-labelledby="closed">
        <h2 id="closed" tabindex="-1">${t('team.closedTitle', { period: showPeriod(this.view.period) })}</h2>
        <p>${t('team.closedHelp')}</p>
        <ol>
          <li><button @click=${() => exportWorkbook(this.desk)}>${t('team.saveClosed')}</button></li>
          <li><button class="primary" @click=${this.goOn}>${t('team.nextButton')}</button><br /><small>${t('team.nextHelp')}</small></li>
        </ol>
      </section>
      <section class="panel" aria-labelledby="reopening"><form @submit=${this.reopen} novalidate>
        <h2 id="reopening">${t('team.reopenTitle')}</h2>
        <p class="hint">${t('team.reopenHelp')}</p>
        ${elsewhere.length > 0 ? renderProblems(elsewhere) : nothing}
        <div class="row-fields">
          ${this.who('reopen', at)}
          <div class="field">
            <label for="reopen-reason">${t('team.reason')}</label>
            <input id="reopen-reason" type="text" maxlength="4000" aria-invalid=${at.has('reason')} aria-describedby="reopen-reason-error" />
            ${fieldError('reopen-reason-error', at.get('reason'))}
          </div>
        </div>
        <button ?disabled=${this.state.readOnly}>${t('team.reopenButton')}</button>
      </form></section>`;
  }

  private who(form: string, at: Map<string, Problem>): TemplateResult {
    const id = `${form}-author`;
    const wrong = this.nameMissing ? t('team.nameMissing') : at.get('author');
    return html`<div class="field">
      <label for=${id}>${t('team.signer')}</label>
      <input id=${id} type="text" maxlength="64" .value=${this.state.author} aria-invalid=${wrong !== undefined} aria-describedby="${id}-error" />
      ${fieldError(`${id}-error`, wrong)}
    </div>`;
  }

  private close = async (event: Event): Promise<void> => {
    event.preventDefault();
    const author = this.value('close-author').trim();
    // Before the question: nobody should be asked twice.
    this.nameMissing = author === '';
    if (this.nameMissing) return this.focusRefused();
    const sure = await askConfirm(
      {
        title: t('team.closeAsk', { period: showPeriod(this.view.period) }),
        text: html`<p>${t('team.closeAskText')}</p>
          ${this.stillOpen().map((line) => html`<p class="error">${line}</p>`)}`,
        yes: t('team.closeButton'),
      },
      this.renderRoot as ParentNode & Node,
    );
    if (!sure) return;
    const answer = await this.desk.change('close', { author, date: this.value('close-date') }, 'team.closedDone');
    this.problems = answer.ok ? [] : answer.problems;
    if (!answer.ok) return this.focusRefused();
    this.desk.set({ author });
    await this.desk.verify();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#closed')?.focus();
  };

  private reopen = async (event: Event): Promise<void> => {
    event.preventDefault();
    const author = this.value('reopen-author').trim();
    const answer = await this.desk.change('reopen', { author, date: today(), reason: this.value('reopen-reason') }, 'team.reopenedDone');
    this.problems = answer.ok ? [] : answer.problems;
    if (!answer.ok) return this.focusRefused();
    this.desk.set({ author });
  };

  /** The file first, then the desk: whatever happens next, the next period's workbook is on disk. */
  private goOn = async (): Promise<void> => {
    const next = await exportNext(this.desk);
    if (next === undefined) return;
    const sure = await askConfirm(
      { title: t('team.nextAsk'), text: t('team.nextAskText'), yes: t('team.nextOpen'), no: t('team.nextStay') },
      this.renderRoot as ParentNode & Node,
    );
    if (sure) this.dispatchEvent(new CustomEvent('team-open', { detail: next, bubbles: true, composed: true }));
  };

  private verification(): TemplateResult | typeof nothing {
    const verification = this.state.verification;
    if (!verification?.closed) return nothing;
    return html`<section class="panel" aria-labelledby="verification">
      <h2 id="verification">${t('team.verifyTitle')}</h2>
      <p class="state ${verification.ok ? 'good' : 'bad'}">${t(verification.ok ? 'team.verifyOk' : 'team.verifyBad')}</p>
      ${verification.contentUnchanged ? nothing : html`<p>${t('team.verifyContent')}</p>`}
      ${verification.otherEngine ? html`<p>${tRich('team.verifyEngine', { engine: verification.otherEngine })}</p>` : nothing}
      ${verification.differences.length === 0
        ? nothing
        : html`<div class="table-box" tabindex="0" role="group" aria-labelledby="verification">
            <table>
              <thead>
                <tr>
                  <th scope="col">${t('team.subject')}</th>
                  <th scope="col">${t('team.what')}</th>
                  <th scope="col">${t('team.kept')}</th>
                  <th scope="col">${t('team.now')}</th>
                </tr>
              </thead>
              <tbody>
                ${verification.differences.map(
                  (one) =>
                    html`<tr>
                      <th scope="row">${written(this.names.person(one.subject))}</th>
                      <td>${COMPARED[one.field] === undefined ? one.field : t(COMPARED[one.field]!)}</td>
                      <td>${this.compared(one.subject, one.field, one.kept)}</td>
                      <td class="different">${this.compared(one.subject, one.field, one.now)}</td>
                    </tr>`,
                )}
              </tbody>
            </table>
          </div>`}
      <button @click=${() => this.desk.verify()}>${t('team.verifyAgain')}</button>
    </section>`;
  }

  private compared(subject: string, field: string, value: string): unknown {
    if (value === '') return '—';
    if (field === 'total') return showExact(value);
    if (field === 'grade') return this.names.grade(this.names.schemeOfSubject(subject)?.id, value);
    if (field === 'state') return stateName(value as State);
    return field === 'unit' ? this.names.unit(value) : written(value);
  }

  private past(): TemplateResult | typeof nothing {
    const { history, reopenings } = this.view;
    if (history.length === 0 && reopenings.length === 0) return nothing;
    return html`<section class="panel" aria-labelledby="past">
      <h2 id="past">${t('team.pastTitle')}</h2>
      <ul>
        ${history.map((one) => html`<li>${tRich('team.pastLine', { period: showPeriod(one.period), author: this.names.person(one.author), date: showDate(one.date), digest: showDigest(one.digest) })}</li>`)}
        ${reopenings.map((one) => html`<li>${tRich('team.reopenedLine', { author: this.names.person(one.author), date: showDate(one.date), reason: one.reason })}</li>`)}
      </ul>
    </section>`;
  }

  private value(id: string): string {
    return this.renderRoot.querySelector<HTMLInputElement>(`#${id}`)?.value ?? '';
  }
}

const NAMED = 5;

function firstNames(names: string[]): string {
  const shown = names.slice(0, NAMED).join(t('team.listJoin'));
  return names.length > NAMED ? t('team.andOthers', { names: shown }) : shown;
}

define('kaohe-closing', Closing);
