// Who has handed in what: one line per subject, one column per role, and the empty forms for everybody who still owes one.
import { html, nothing, type TemplateResult } from 'lit';
import { say, t, tRich, type TextKey } from '../kit/texts.ts';
import { inviteAll, inviteOne, outstandingAssignments } from './outgoing-files.ts';
import { ratedRoles, written } from './names.ts';
import { outstandingBy } from './next-step.ts';
import { define, TeamPart } from './part.ts';
import type { Assignment, Outstanding, Scheme, SubjectResult } from '../engine/engine.ts';
import { openRating } from './received-form.ts';

type CellState = 'in' | Outstanding['state'];
const WORDS: { [state in CellState]: TextKey } = {
  in: 'team.cellIn',
  none: 'team.cellNone',
  incomplete: 'team.cellIncomplete',
  conflict: 'team.cellConflict',
};
const TONES: { [state in CellState]: string } = { in: 'good', none: 'wait', incomplete: 'bad', conflict: 'bad' };
const PAGE = 100;

export class HandedIn extends TeamPart {
  static override properties = { ...TeamPart.properties, only: { state: true }, shown: { state: true } };
  declare only: 'all' | 'outstanding';
  declare shown: number;

  constructor() {
    super();
    this.only = 'all';
    this.shown = PAGE;
  }

  override render(): unknown {
    const groups = this.names.schemes.filter((scheme) => ratedRoles(scheme).length > 0);
    const rows = (this.state.result?.results ?? []).filter((one) => this.only === 'all' || one.outstanding.length > 0);
    if (groups.length === 0) return html`<p class="hint">${t('team.noForms')}</p>`;
    return html`<section class="panel" aria-labelledby="handed-in">
      <h2 id="handed-in">${t('team.handedInTitle')}</h2>
      ${this.view.closed ? nothing : this.invitations()}
      <label class="field"
        ><input type="checkbox" .checked=${this.only === 'outstanding'} @change=${this.toggle} />${t('team.onlyOutstanding')}</label
      >
      ${groups.map((scheme) =>
        this.table(
          scheme,
          rows.filter((one) => one.scheme === scheme.id),
        ),
      )}
    </section>`;
  }

  private toggle = (event: Event): void => {
    this.only = (event.target as HTMLInputElement).checked ? 'outstanding' : 'all';
  };

  private invitations(): TemplateResult | typeof nothing {
    const outstanding = outstandingBy(this.state);
    if (outstanding.length === 0) {
      return this.view.assignments.length === 0 ? html`<p class="hint">${t('team.noAssignments')}</p>` : html`<p>${t('team.allIn')}</p>`;
    }
    // Only what never came can be asked for with an empty form; what has come is mended or decided.
    const count = outstandingAssignments(this.desk).length;
    return html`<p>${outstandingWords(outstanding)}</p>
      ${
        count === 0
          ? nothing
          : html`<p>${t('team.invitationsHelp', { count })}</p>
            <p class="actions"><button @click=${() => inviteAll(this.desk)}>${t('team.invitationsAll', { count })}</button></p>`
      }`;
  }

  private table(scheme: Scheme, rows: SubjectResult[]): TemplateResult | typeof nothing {
    const roles = ratedRoles(scheme);
    if (rows.length === 0) return this.only === 'outstanding' ? html`<p>${t('team.noneOutstanding')}</p>` : nothing;
    return html`<div class="table-box" tabindex="0" role="group" aria-label=${say(scheme.name)}>
        <table>
          <caption>
            ${say(scheme.name)}
          </caption>
          <thead>
            <tr>
              <th scope="col">${t('team.subject')}</th>
              ${roles.map((role) => html`<th scope="col">${say(role.name)}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${rows.slice(0, this.shown).map(
              (row) =>
                html`<tr>
                  <th scope="row">${written(row.name)} <small>${written(row.subject)}</small></th>
                  ${roles.map((role) => html`<td>${this.cell(row, role.id)}</td>`)}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${
        rows.length > this.shown
          ? html`<button @click=${() => (this.shown += PAGE)}>${t('team.showMore', { count: rows.length - this.shown })}</button>`
          : nothing
      }`;
  }

  private cell(row: SubjectResult, role: string): unknown {
    const owed = row.outstanding.filter((one) => one.role === role);
    const asked = this.view.assignments.filter((one) => one.subject === row.subject && one.role === role);
    // Forms may also come from people nobody had named beforehand; the engine counts them in the role.
    const raters = asked.map((one) => one.rater);
    const lines = asked.map((one) => this.line(row, one, owed.find((other) => other.rater === one.rater)?.state ?? 'in'));
    const unasked = owed
      .filter((one) => one.rater !== undefined && !raters.includes(one.rater))
      .map((one) => this.line(row, { subject: row.subject, role, rater: one.rater! }, one.state));
    const unnamed = owed.some((one) => one.rater === undefined);
    const counted = row.sections
      .flatMap((section) => section.criteria)
      .flatMap((criterion) => criterion.roles ?? [])
      .find((one) => one.role === role);
    return html`<ul class="plain">
      ${lines}${unasked}
      ${
        lines.length === 0 && !unnamed && unasked.length === 0
          ? html`<li class="state good">${t('team.cellCounted', { count: counted?.raters ?? 0 })}</li>`
          : nothing
      }
      ${unnamed ? html`<li class="state wait">${t('team.cellNobody')}</li>` : nothing}
    </ul>`;
  }

  private line(row: SubjectResult, assignment: Assignment, state: CellState): TemplateResult {
    const rater = this.names.person(assignment.rater);
    const criteria = row.outstanding.find((one) => one.role === assignment.role && one.rater === assignment.rater)?.criteria ?? [];
    return html`<li>
      ${written(rater)} <span class="state ${TONES[state]}">${t(WORDS[state])}</span>
      ${
        state === 'incomplete' && criteria.length > 0
          ? html`<small>${tRich('team.cellUnscored', { criteria: criteria.map((one) => this.names.criterion(row.scheme, one)).join(t('team.listJoin')) })}</small>`
          : nothing
      }
      ${
        state === 'none' && !this.view.closed
          ? html`<button class="link" @click=${() => inviteOne(this.desk, assignment)} aria-label=${t('team.inviteOneOf', { rater, subject: row.name })}>
            ${t('team.inviteOne')}
          </button>`
          : nothing
      }
      ${
        state === 'in' || state === 'incomplete'
          ? html`<button class="link" @click=${() => this.openForm(assignment)} aria-label=${t('team.openFormOf', { rater, subject: row.name })}>
            ${t('team.openForm')}
          </button>`
          : nothing
      }
    </li>`;
  }

  private async openForm(assignment: Assignment): Promise<void> {
    const text = await openRating(this.desk, assignment);
    if (text === undefined) return;
    const wanted = new CustomEvent('kaohe-open-form', { detail: text, bubbles: true, composed: true, cancelable: true });
    if (!this.dispatchEvent(wanted)) return;
    // Nobody around this page took it over: the site's own form view does.
    const files = [{ name: t('team.fileForm'), bytes: new TextEncoder().encode(text) }];
    this.dispatchEvent(
      new CustomEvent('kaohe-go', { detail: { view: 'form', files, params: { readonly: 'yes' } }, bubbles: true, composed: true }),
    );
  }
}

/** The number that the part's name shows, and what it is made of. */
function outstandingWords(outstanding: Outstanding['state'][]): string {
  const parts = (['none', 'incomplete', 'conflict'] as const)
    .map((state) => ({ what: t(WORDS[state]), count: outstanding.filter((one) => one === state).length }))
    .filter(({ count }) => count > 0);
  return t('team.outstandingParts', {
    count: outstanding.length,
    parts: parts.map((part) => t('team.outstandingPart', part)).join(t('team.listJoin')),
  });
}

define('kaohe-handed-in', HandedIn);
