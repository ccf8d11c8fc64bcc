// Two different forms (or records, or states) that claim to be one: shown side by side with the differences marked, and one
// click says which counts. Both stay in the workbook, and so does who decided.
import { html, nothing, type TemplateResult } from 'lit';
import { newId } from '../kit/files.ts';
import { showDate, showDigest, today } from '../kit/format.ts';
import { say, t, type TextKey } from '../kit/texts.ts';
import { kindWords, severityWords } from './evidence/complaint-facts.ts';
import { Fields, type Said } from './evidence/fields.ts';
import { typedIn, type Typed } from './evidence/typed.ts';
import { departmentsOf } from './evidence/uses.ts';
import { schemeOf, stateName, written } from './names.ts';
import { define, TeamPart } from './part.ts';
import type { ComplaintSeverity, Conflict, Problem, State, Variant } from '../engine/engine.ts';

type Line = { words: string; values: string[] };
const KINDS: { [kind: string]: TextKey } = {
  rating: 'team.conflictRating',
  record: 'team.conflictRecord',
  state: 'team.conflictState',
  indicator: 'indicators.conflict',
  feedback: 'feedback.conflict',
  'feedback-check': 'feedback.conflictChecks',
  complaint: 'register.conflict',
  'complaint-number': 'register.conflictNumber',
  interview: 'team.conflictInterview',
  plan: 'team.conflictPlan',
  report: 'team.conflictReport',
};
const FIELDS: { [field: string]: TextKey } = {
  date: 'team.date',
  remark: 'team.remark',
  author: 'team.recordAuthor',
  reason: 'team.reason',
  points: 'team.recordPointsShort',
  evidence: 'team.evidence',
  revision: 'team.revision',
  criterion: 'team.criterion',
  subject: 'team.subject',
  state: 'team.stateOf',
  indicator: 'indicators.indicator',
  value: 'indicators.value',
  target: 'indicators.target',
  note: 'register.note',
  channel: 'feedback.channel',
  service: 'feedback.service',
  scores: 'feedback.answers',
  number: 'register.number',
  received: 'register.received',
  registered: 'register.registered',
  kind: 'register.kind',
  severity: 'register.severity',
  customer: 'register.customer',
  order: 'register.order',
  item: 'register.item',
  quantity: 'register.quantity',
  delivered: 'register.delivered',
  defects: 'register.defects',
  sample: 'register.sample',
  demand: 'register.demand',
  opinion: 'register.opinion',
  cause: 'register.cause',
  drafted: 'register.drafted',
  responsible: 'register.decided',
  countermeasure: 'register.countermeasure',
  production: 'register.productionUnit',
  returned: 'register.returned',
  result: 'register.result',
  approvedBy: 'register.approvedBy',
  steps: 'register.paperSteps',
  withdrawn: 'register.withdrawn',
};

export class Conflicts extends TeamPart {
  static override properties = { ...TeamPart.properties, problems: { state: true }, kinds: { attribute: false } };
  declare problems: (Problem | Said)[];
  /** Only these: beside the panel that they are about. */
  declare kinds: string[] | undefined;

  constructor() {
    super();
    this.problems = [];
  }

  override render(): unknown {
    const conflicts = this.state.conflicts.filter(({ kind }) => this.kinds?.includes(kind) ?? true);
    if (conflicts.length === 0) return nothing;
    const onlyNumbers = conflicts.every(({ kind }) => kind === 'complaint-number');
    return html`<section class="panel" aria-labelledby="conflicts" id="conflicts-section">
      <h2 id="conflicts" tabindex="-1">${t(this.view.closed ? 'team.conflictsLeft' : 'team.conflictsTitle', { count: conflicts.length })}</h2>
      ${this.view.closed ? nothing : html`<p>${t(onlyNumbers ? 'register.conflictHelp' : 'team.conflictsHelp')}</p>`}
      ${this.locked ? this.lockedNote() : this.who(!onlyNumbers)}
      ${conflicts.map((conflict) => this.conflict(conflict))}
    </section>`;
  }

  private get typed(): Typed {
    return typedIn(this.desk, 'conflicts');
  }

  private who(reasoned: boolean): TemplateResult {
    const fields = new Fields(this.typed, this.problems, this.names, () => this.requestUpdate(), 'conflict-');
    const body = html`<div class="row-fields">
      ${fields.text('author', t('team.decider'), { otherwise: this.state.author, maxlength: 64 })}
      ${reasoned ? fields.text('reason', t('team.reason'), { otherwise: t('team.conflictReason'), maxlength: 4000 }) : nothing}
    </div>`;
    return html`${body} ${fields.rest()}`;
  }

  /** Who decides; undefined, and said by the field, where nobody put a name to it. */
  private async decider(): Promise<string | undefined> {
    const author = this.typed.read('author', this.state.author).trim();
    this.problems = author === '' ? [{ pointer: '/author', said: t('team.nameMissing') }] : [];
    await this.focusRefused();
    if (author === '') return undefined;
    this.desk.set({ author });
    return author;
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
        ${
          this.locked
            ? nothing
            : html`<tfoot>
              <tr>
                <td></td>
                ${
                  conflict.kind === 'complaint-number'
                    ? this.renumbering(conflict)
                    : conflict.variants.map(
                        (variant, at) =>
                          html`<td>
                      <button class="primary" @click=${() => this.keep(conflict, variant)} aria-label=${t('team.keepOf', { number: at + 1, what: title })}>
                        ${t('team.keep')}
                      </button>
                    </td>`,
                      )
                }
              </tr>
            </tfoot>`
        }
      </table>
    </div>`;
  }

  private headingOf(conflict: Conflict): string {
    const scheme = this.names.schemeOfSubject(conflict.subject)?.id;
    return t(KINDS[conflict.kind] ?? 'team.conflictRecord', {
      subject: this.names.person(conflict.subject),
      rater: this.names.person(conflict.rater),
      role: conflict.role === undefined ? '' : this.names.role(scheme, conflict.role),
      id:
        conflict.kind === 'complaint'
          ? String((JSON.parse(conflict.variants[0]!.document) as { number?: string }).number)
          : (conflict.id ?? ''),
    });
  }

  /** One line per thing that could differ, in the order of the form. */
  private lines(conflict: Conflict): Line[] {
    const documents = conflict.variants.map((variant) => JSON.parse(variant.document) as Record<string, unknown>);
    const scheme = this.names.schemeOfSubject(conflict.subject)?.id;
    const lines: Line[] = [];
    if (conflict.kind === 'rating') {
      const scores = documents.map(
        (document) => (document.scores ?? []) as { criterion: string; score?: string; level?: string; comment?: string }[],
      );
      for (const criterion of new Set(scores.flat().map((score) => score.criterion))) {
        const found = scores.map((list) => list.find((score) => score.criterion === criterion));
        const words = this.names.criterion(scheme, criterion);
        lines.push({
          words,
          values: found.map((score) =>
            score?.level === undefined ? (score?.score ?? '') : this.names.level(scheme, criterion, score.level),
          ),
        });
        if (found.some((score) => score?.comment))
          lines.push({ words: t('team.commentOf', { criterion: words }), values: found.map((score) => score?.comment ?? '') });
      }
    }
    // What has no words of its own is shown by its key: a person must see everything that differs.
    const others = PLAIN.includes(conflict.kind)
      ? []
      : documents.flatMap((document) => Object.keys(document)).filter((field) => FIELDS[field] === undefined && field !== 'id');
    for (const [field, key] of [...Object.entries(FIELDS), ...[...new Set(others)].map((field) => [field, undefined] as const)]) {
      // A form's own heading already says whom it is about, and its scores stand above.
      if (conflict.kind === 'rating' && ['subject', 'scores'].includes(field)) continue;
      if (documents.some((document) => document[field] !== undefined))
        lines.push({ words: key === undefined ? field : t(key), values: documents.map((one) => this.value(field, one[field], scheme)) });
    }
    return lines;
  }

  private value(field: string, value: unknown, scheme: string | undefined): string {
    if (value === undefined) return '';
    if (typeof value === 'object') return this.inWords(value, scheme);
    const text = String(value as string | number | boolean);
    if (/^\d{4}-\d\d-\d\d$/.test(text)) return showDate(text);
    if (field === 'indicator') return this.inWords(text, scheme);
    if (field === 'severity') return severityWords(text as ComplaintSeverity);
    if (field === 'kind' && (text === 'quality' || text === 'non-quality')) return kindWords(text);
    if (field === 'criterion') return this.names.criterion(scheme, text);
    if (field === 'state') return stateName(text as State);
    return field === 'author' || field === 'subject' ? this.names.person(text) : text;
  }

  /** Both complaints stay; nothing is to be chosen. */
  private renumbering(conflict: Conflict): TemplateResult {
    return html`<td colspan=${conflict.variants.length}>
      <button class="primary" @click=${() => this.renumber(conflict.id!)}>${t('register.renumber', { number: conflict.id! })}</button>
    </td>`;
  }

  private async renumber(number: string): Promise<void> {
    const author = await this.decider();
    if (author === undefined) return;
    const answer = await this.desk.renumber(number, author, 'register.renumbered');
    this.problems = answer.ok ? [] : answer.problems;
  }

  /** A list or an inner entry: its values in their order, ids by their names. */
  private inWords(value: unknown, scheme: string | undefined): string {
    if (typeof value === 'object' && value !== null)
      return Object.values(value)
        .map((one) => this.inWords(one, scheme))
        .join(' · ');
    const text = String(value as string | number | boolean);
    const own = schemeOf(this.names.schemes, scheme);
    const named = [
      ...(own?.feedback?.questions ?? []),
      ...(own?.indicators ?? []),
      ...departmentsOf(this.names.schemes),
      ...this.view.units,
    ].find(({ id }) => id === text);
    return named ? say(named.name) : /^\d{4}-\d\d-\d\d$/.test(text) ? showDate(text) : this.names.person(text);
  }

  private async keep(conflict: Conflict, variant: Variant): Promise<void> {
    const author = await this.decider();
    if (author === undefined) return;
    const over = conflict.variants.filter((one) => one.digest !== variant.digest).map((one) => one.digest);
    const reason = this.typed.read('reason', t('team.conflictReason'));
    const sequence = await this.desk.ask<number>('nextSequence');
    const answer = await this.desk.addEntry(
      'decisions',
      { id: newId(), sequence, keep: variant.digest, over, author, date: today(), reason },
      'team.resolved',
    );
    this.problems = answer.ok ? [] : answer.problems;
    if (answer.ok) this.typed.forget();
    await this.focusOn('#conflicts');
  }
}

/** Forms, records and states have words for all that they hold. */
const PLAIN = ['rating', 'record', 'state'];

define('kaohe-conflicts', Conflicts);
