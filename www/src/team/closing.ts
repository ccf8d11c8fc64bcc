// The end of a period: what still stands open, closing it, carrying it into the next, verifying it, and reopening it with a reason.
import { html, nothing, type TemplateResult } from 'lit';
import { askConfirm } from '../kit/dialog.ts';
import { showDate, showDigest, showExact, showPeriod, today } from '../kit/format.ts';
import { t, tRich, type TextKey } from '../kit/texts.ts';
import { Fields, type Said } from './evidence/fields.ts';
import { typedIn, type Typed } from './evidence/typed.ts';
import { exportNext, exportWorkbook } from './exports.ts';
import { firstNames, openItems, openLines } from './follow-up/open.ts';
import { stateName, written } from './names.ts';
import { define, TeamPart } from './part.ts';
import type { KeptValue, Problem, State } from '../engine/engine.ts';

const COMPARED: { [field: string]: TextKey } = {
  subject: 'team.subject',
  scheme: 'team.scheme',
  unit: 'team.unit',
  state: 'team.stateOf',
  total: 'team.total',
  grade: 'team.grade',
  rank: 'team.rankCompared',
  values: 'words.values',
};

export class Closing extends TeamPart {
  static override properties = { ...TeamPart.properties, problems: { state: true } };
  declare problems: (Problem | Said)[];

  constructor() {
    super();
    this.problems = [];
  }

  override render(): unknown {
    return html`${this.view.closed ? this.closed() : this.open()} ${this.verification()} ${this.past()}`;
  }

  private get typed(): Typed {
    return typedIn(this.desk, 'closing');
  }

  private fields(form: string): Fields {
    return new Fields(this.typed, this.problems, this.names, () => this.requestUpdate(), `${form}-`);
  }

  private open(): TemplateResult {
    const fields = this.fields('close');
    const body = html`<div class="row-fields">${this.signer(fields)} ${fields.date('date', t('team.date'), { otherwise: today() })}</div>`;
    return html`<section class="panel" aria-labelledby="closing"><form @submit=${this.close} novalidate>
      <h2 id="closing">${t('team.closeTitle', { period: showPeriod(this.view.period) })}</h2>
      <p>${t('team.closeHelp')}</p>
      ${this.stillOpen(t('team.stillOpen'))}
      ${fields.rest()} ${body}
      <button class="primary" ?disabled=${this.state.readOnly || this.state.result === undefined}>${t('team.closeButton')}</button>
    </form></section>`;
  }

  /** What is open, once the engine has said so: before that nobody knows. */
  private stillOpen(above: string): TemplateResult {
    const lines = openLines(openItems(this.state.result), this.names);
    if (this.state.result === undefined) return html`<p>${t('team.asking')}</p>`;
    if (lines.length === 0) return html`<p class="state good">${t('team.nothingOpen')}</p>`;
    return html`<div class="note"><p>${above}</p>${listed(lines)}</div>`;
  }

  private closed(): TemplateResult {
    const fields = this.fields('reopen');
    const body = html`<div class="row-fields">${this.signer(fields)} ${fields.text('reason', t('team.reason'), { maxlength: 4000 })}</div>`;
    return html`<section class="panel" aria-labelledby="closed">
        <h2 id="closed" tabindex="-1">${t('team.closedTitle', { period: showPeriod(this.view.period) })}</h2>
        <p>${t('team.closedHelp')}</p>
        <ol>
          <li><button @click=${() => exportWorkbook(this.desk)}>${t('team.saveClosed')}</button></li>
          <li><button class="primary" @click=${this.goOn}>${t('team.nextButton')}</button><br /><small>${t('team.nextHelp')}</small></li>
        </ol>
        ${this.leftOpen()}
      </section>
      <section class="panel" aria-labelledby="reopening"><form @submit=${this.reopen} novalidate>
        <h2 id="reopening">${t('team.reopenTitle')}</h2>
        <p class="hint">${t('team.reopenHelp')}</p>
        ${fields.rest()} ${body}
        <button ?disabled=${this.state.readOnly}>${t('team.reopenButton')}</button>
      </form></section>`;
  }

  /** What was left when the period was closed, and what of it or since is open now. */
  private leftOpen(): TemplateResult {
    const left = openLines(this.view.closing?.left ?? [], this.names);
    const now = openLines(openItems(this.state.result), this.names);
    return html`${left.length === 0 ? nothing : html`<h3>${t('team.leftOpen')}</h3>${listed(left)}`}
    ${now.length === 0 || left.join() === now.join() ? nothing : html`<h3>${t('team.openNow')}</h3>${listed(now)}`}`;
  }

  private signer(fields: Fields): TemplateResult {
    return fields.text('author', t('team.signer'), { otherwise: this.state.author, maxlength: 64 });
  }

  private close = async (event: Event): Promise<void> => {
    event.preventDefault();
    const author = this.typed.read('author', this.state.author).trim();
    const date = this.typed.read('date', today());
    // Before the question: nobody should be asked twice.
    if (author === '') return this.refuse([{ pointer: '/author', said: t('team.nameMissing') }]);
    const undecided = this.undecided();
    if (undecided !== undefined) return this.refuse([{ pointer: '', said: undecided }]);
    const lines = openLines(openItems(this.state.result), this.names);
    const leaving = lines.length > 0;
    const sure = await askConfirm(
      {
        title: t('team.closeAsk', { period: showPeriod(this.view.period) }),
        text: html`<p>${t('team.closeAskText')}</p>
          ${leaving ? html`<p class="error">${t('team.closeAskLeaving')}</p>${listed(lines)}` : nothing}`,
        yes: t(leaving ? 'team.closeLeaving' : 'team.closeButton'),
      },
      this.renderRoot as ParentNode & Node,
    );
    if (!sure || !(await this.change('close', { author, date, ...(leaving ? { leaveOpen: true } : {}) }, 'team.closedDone'))) return;
    await this.desk.verify();
    await this.focusOn('#closed');
  };

  /** What nobody has decided yet, with where to do it: two versions of an entry, or two figures for one criterion. */
  private undecided(): string | undefined {
    const open = openItems(this.state.result, 'conflict');
    if (open.some(({ between }) => between !== 'figure')) return t('team.conflictsFirst');
    if (open.length > 0) return t('team.figuresFirst', { names: firstNames(open, this.names) });
    return undefined;
  }

  private reopen = async (event: Event): Promise<void> => {
    event.preventDefault();
    const author = this.typed.read('author', this.state.author).trim();
    await this.change('reopen', { author, date: today(), reason: this.typed.read('reason') }, 'team.reopenedDone');
  };

  private async change(
    method: 'close' | 'reopen',
    draft: { author: string; date: string; reason?: string; leaveOpen?: boolean },
    done: TextKey,
  ): Promise<boolean> {
    const answer = await this.desk.change(method, draft, done);
    await this.refuse(answer.ok ? [] : answer.problems);
    if (!answer.ok) return false;
    this.typed.forget();
    this.desk.set({ author: draft.author });
    return true;
  }

  private refuse(problems: (Problem | Said)[]): Promise<void> {
    this.problems = problems;
    return this.focusRefused();
  }

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
      ${
        verification.differences.length === 0
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
          </div>`
      }
      <button @click=${() => this.desk.verify()}>${t('team.verifyAgain')}</button>
    </section>`;
  }

  private compared(subject: string, field: string, value: string): unknown {
    if (value === '') return '—';
    if (field === 'total') return showExact(value);
    if (field === 'grade') return this.names.grade(this.names.schemeOfSubject(subject)?.id, value);
    if (field === 'state') return stateName(value as State);
    if (field === 'scheme') return this.names.scheme(value);
    if (field === 'values') return this.measured(subject, value);
    if (field === 'subject') return written(this.names.person(value));
    return field === 'unit' ? this.names.unit(value) : written(value);
  }

  /** They are kept as one text, and compared as one. */
  private measured(subject: string, text: string): TemplateResult {
    const values = JSON.parse(text) as KeptValue[];
    const scheme = this.names.schemeOfSubject(subject)?.id;
    return html`${values.map(({ criterion, raw }) => html`<div>${t('team.keptValue', { criterion: this.names.criterion(scheme, criterion), value: showExact(raw) })}</div>`)}`;
  }

  private past(): TemplateResult | typeof nothing {
    const { reopenings } = this.view;
    const history = [...this.view.history, ...(this.view.closing ? [this.view.closing] : [])];
    if (history.length === 0 && reopenings.length === 0) return nothing;
    return html`<section class="panel" aria-labelledby="past">
      <h2 id="past">${t('team.pastTitle')}</h2>
      <ul>
        ${history.map((one) => html`<li>${tRich('team.pastLine', { period: showPeriod(one.period), author: this.names.person(one.author), date: showDate(one.date), digest: showDigest(one.digest) })}</li>`)}
        ${reopenings.map((one) => html`<li>${tRich('team.reopenedLine', { author: this.names.person(one.author), date: showDate(one.date), reason: one.reason })}</li>`)}
      </ul>
    </section>`;
  }
}

const listed = (lines: string[]): TemplateResult => html`<ul>
  ${lines.map((line) => html`<li>${line}</li>`)}
</ul>`;

define('kaohe-closing', Closing);
