// Two different forms (or records, or states) that claim to be one: shown side by side with the differences marked, and one
// click says which counts. Both stay in the workbook, and so does who decided.
import { html, nothing, type TemplateResult } from 'lit';
import { newId } from '../foundation/files.ts';
import { showDate, showDigest, today } from '../foundation/format.ts';
import { renderProblems } from '../foundation/problems.ts';
import { t, tRich, type TextKey } from '../foundation/texts.ts';
import { stateName, written } from './names.ts';
import { define, fieldError, TeamPart } from './part.ts';
import type { Conflict, Problem, State, Variant } from '../foundation/engine.ts';

type Line = { words: string; values: string[] };
const KINDS: { [kind: string]: TextKey } = { rating: 'team.conflictRating', record: 'team.conflictRecord', state: 'team.conflictState' };
const FIELDS: { [field: string]: TextKey } = {
  date: 'team.date', remark: 'team.remark', author: 'team.recordAuthor', reason: 'team.reason', points: 'team.recordPointsShort', evidence: 'team.evidence',
  revision: 'team.revision', criterion: 'team.criterion', subject: 'team.subject', state: 'team.stateOf',
};

export class Conflicts extends TeamPart {
  static override properties = { ...TeamPart.properties, problems: { state: true }, nameMissing: { state: true } };
  declare problems: Problem[];
  declare nameMissing: boolean;

  constructor() {
    super();
    this.problems = [];
    this.nameMissing = false;
  }

  override render(): unknown {
    const { conflicts } = this.state;
    if (conflicts.length === 0) return nothing;
    return html`<section class="panel" aria-labelledby="conflicts" id="conflicts-section">
      <h2 id="conflicts" tabindex="-1">${t(this.view.closed ? 'team.conflictsLeft' : 'team.conflictsTitle', { count: conflicts.length })}</h2>
      ${this.view.closed ? nothing : html`<p>${t('team.conflictsHelp')}</p>`}
      ${this.locked ? this.lockedNote() : this.who()} ${this.problems.length > 0 ? renderProblems(this.problems) : nothing}
      ${conflicts.map((conflict) => this.conflict(conflict))}
    </section>`;
  }

  private who(): TemplateResult {
    return html`<div class="row-fields">
      <div class="field">
        <label for="decider">${t('team.decider')}</label>
        <input id="decider" type="text" maxlength="64" .value=${this.state.author} aria-invalid=${this.nameMissing} aria-describedby="decider-error" />
        ${fieldError('decider-error', this.nameMissing ? t('team.nameMissing') : undefined)}
      </div>
      <div class="field">
        <label for="why">${t('team.reason')}</label>
        <input id="why" type="text" .value=${t('team.conflictReason')} />
      </div>
    </div>`;
  }

  private conflict(conflict: Conflict): TemplateResult {
    const lines = this.lines(conflict);
    const title = this.headingOf(conflict);
    return html`<div class="table-box" tabindex="0" role="group" aria-label=${title}>
      <table class="variants">
        <caption>
          ${written(title)}
        </caption>
        <thead>
          <tr>
            <td></td>
            ${conflict.variants.map((variant, at) => html`<th scope="col">${t('team.variant', { number: at + 1 })}<br /><small>${showDigest(variant.digest)}</small></th>`)}
          </tr>
        </thead>
        <tbody>
          ${lines.map((line) => {
            const differs = line.values.some((value) => value !== line.values[0]);
            return html`<tr>
              <th scope="row">${written(line.words)}${differs ? html` <small>${t('team.differs')}</small>` : nothing}</th>
              ${line.values.map((value) => html`<td class=${differs ? 'different' : ''}>${value === '' ? '—' : written(value)}</td>`)}
            </tr>`;
          })}
        </tbody>
        ${this.locked
          ? nothing
          : html`<tfoot>
              <tr>
                <td></td>
                ${conflict.variants.map(
                  (variant, at) =>
                    html`<td>
                      <button class="primary" @click=${() => this.keep(conflict, variant)} aria-label=${t('team.keepOf', { number: at + 1, what: title })}>
                        ${t('team.keep')}
                      </button>
                    </td>`,
                )}
              </tr>
            </tfoot>`}
      </table>
    </div>`;
  }

  private headingOf(conflict: Conflict): string {
    const scheme = this.names.schemeOfSubject(conflict.subject)?.id;
    return t(KINDS[conflict.kind]!, {
      subject: this.names.person(conflict.subject),
      rater: this.names.person(conflict.rater),
      role: conflict.role === undefined ? '' : this.names.role(scheme, conflict.role),
      id: conflict.id ?? '',
    });
  }

  /** One line per thing that could differ, in the order of the form. */
  private lines(conflict: Conflict): Line[] {
    const documents = conflict.variants.map((variant) => JSON.parse(variant.document) as Record<string, unknown>);
    const scheme = this.names.schemeOfSubject(conflict.subject)?.id;
    const lines: Line[] = [];
    if (conflict.kind === 'rating') {
      const scores = documents.map((document) => (document.scores ?? []) as { criterion: string; score?: string; comment?: string }[]);
      for (const criterion of new Set(scores.flat().map((score) => score.criterion))) {
        const found = scores.map((list) => list.find((score) => score.criterion === criterion));
        const words = this.names.criterion(scheme, criterion);
        lines.push({ words, values: found.map((score) => score?.score ?? '') });
        if (found.some((score) => score?.comment)) lines.push({ words: t('team.commentOf', { criterion: words }), values: found.map((score) => score?.comment ?? '') });
      }
    }
    for (const [field, key] of Object.entries(FIELDS)) {
      // A form's own heading already says whom it is about.
      if (conflict.kind === 'rating' && field === 'subject') continue;
      if (documents.some((document) => document[field] !== undefined)) lines.push({ words: t(key), values: documents.map((one) => this.value(field, one[field], scheme)) });
    }
    return lines;
  }

  private value(field: string, value: unknown, scheme: string | undefined): string {
    if (value === undefined) return '';
    const text = String(value);
    if (field === 'date') return showDate(text);
    if (field === 'criterion') return this.names.criterion(scheme, text);
    if (field === 'state') return stateName(text as State);
    return field === 'author' || field === 'subject' ? this.names.person(text) : text;
  }

  private async keep(conflict: Conflict, variant: Variant): Promise<void> {
    const author = this.renderRoot.querySelector<HTMLInputElement>('#decider')!.value.trim();
    this.nameMissing = author === '';
    if (this.nameMissing) return this.focusRefused();
    this.desk.set({ author });
    const over = conflict.variants.filter((one) => one.digest !== variant.digest).map((one) => one.digest);
    const reason = this.renderRoot.querySelector<HTMLInputElement>('#why')!.value;
    const sequence = await this.desk.ask<number>('nextSequence');
    const answer = await this.desk.change('resolve', { id: newId(), sequence, keep: variant.digest, over, author, date: today(), reason }, 'team.resolved');
    this.problems = answer.ok ? [] : answer.problems;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#conflicts')?.focus();
  }
}

define('kaohe-conflicts', Conflicts);
