// A workbook from nothing: scheme, period, people from Excel, and who rates whom. What it makes is an ordinary file, and the
// engine judges it like any other.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { newId } from '../kit/files.ts';
import { lacksName, periodOf, renderPeriodField, tidyPeriod } from '../kit/period-field.ts';
import { renderProblems } from '../kit/problems.ts';
import { allSchemes, type KnownScheme } from '../kit/schemes.ts';
import { shared } from '../kit/styles.ts';
import { LangController, say, t } from '../kit/texts.ts';
import type { TeamDesk, TeamState } from './desk.ts';
import { typedIn, type Typed } from './evidence/typed.ts';
import { lastRead } from './last-read.ts';
import { define, fieldError } from './part.ts';
import { renderPasteBox } from './paste-box.ts';
import { selfAssignments } from './pasted-assignments.ts';
import { readPeople, refused, staffSummary } from './pasted-people.ts';
import { staffHint } from './person-facts.ts';
import { readPasted, type PastedRow } from '../excel/pasted-rows.ts';
import { ratersOnlyOpen, renderRatersOnly } from './raters-only.ts';
import { teamStyles } from './team-styles.ts';
import { workbookText } from './workbook-text.ts';
import type { Problem, Scheme } from '../engine/engine.ts';

export class NewWorkbook extends LitElement {
  static override properties = {
    desk: { attribute: false },
    state: { attribute: false },
    known: { state: true },
    problems: { state: true },
    tried: { state: true },
  };
  static override styles = [...shared, teamStyles];
  declare desk: TeamDesk;
  /** Only for its coming anew: a scheme may have been opened meanwhile. */
  declare state: TeamState;
  declare known: KnownScheme[];
  declare problems: Problem[];
  declare tried: boolean;
  #pasted = lastRead(readPasted);
  #people = lastRead((rows: PastedRow[], known: KnownScheme[], chosen: string) =>
    readPeople(rows, schemesOf(known, chosen), { people: [], units: [] }),
  );

  constructor() {
    super();
    this.known = [];
    this.problems = [];
    this.tried = false;
    new LangController(this);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('state')) void this.lookForSchemes();
  }

  private async lookForSchemes(): Promise<void> {
    // Without an engine there are no schemes to choose; the shell says why.
    const known = await allSchemes().catch(() => []);
    if (known.length !== this.known.length) this.known = known;
  }

  /** Kept while somebody looks at another page: a list of staff is not soon pasted again. */
  private get typed(): Typed {
    return typedIn(this.desk, 'new-workbook');
  }

  private type(field: string, text: string): void {
    this.typed.type(field, text);
    this.requestUpdate();
  }

  override render(): unknown {
    const { typed } = this;
    const schemes = this.schemes();
    const staff = typed.read('staff');
    const pasted = this.#pasted(staff);
    const read = this.#people(pasted.rows, this.known, typed.read('chosen'));
    return html`<form class="panel" @submit=${this.submit} novalidate aria-labelledby="new-workbook">
      <h2 id="new-workbook">${t('team.newTitle')}</h2>
      ${this.problems.length > 0 ? html`<div class="error-summary" role="alert">${renderProblems(this.problems)}</div>` : nothing}
      <fieldset class="field" aria-describedby="schemes-error">
        <legend class="label">${t('team.newSchemes')}</legend>
        <p class="hint">${t('team.newSchemesHint')}</p>
        ${this.known.map((one) => this.scheme(one))}
        ${fieldError('schemes-error', this.tried && schemes.length === 0 ? t('team.newSchemeMissing') : undefined)}
        ${new Set(schemes.map((scheme) => scheme.period)).size > 1 ? html`<span class="error">${t('team.newPeriodsDiffer')}</span>` : nothing}
      </fieldset>
      <div class="row-fields">
        <div class="field">
          <label for="title">${t('team.newName')}</label>
          <input
            id="title"
            type="text"
            maxlength="200"
            placeholder=${t('team.newNameExample')}
            .value=${live(typed.read('title'))}
            @input=${(event: Event) => this.type('title', (event.target as HTMLInputElement).value)}
          />
        </div>
        ${renderPeriodField({
          id: 'period',
          label: t('team.period'),
          kind: schemes[0]?.period ?? 'month',
          value: this.periodFor(schemes),
          error: this.tried && lacksName(this.periodFor(schemes)) ? t('who.missing', { field: t('period.nameLabel') }) : undefined,
          changed: (period) => {
            typed.write('period', period);
            this.requestUpdate();
          },
        })}
      </div>
      ${renderPasteBox({
        id: 'staff',
        example: t('team.staffExample'),
        label: t('team.staffLabel'),
        hint: staffHint(schemes),
        value: staff,
        summary: staffSummary(read),
        read: schemes.length === 0 ? { ...read, problems: [] } : read,
        unclosedQuote: pasted.unclosedQuote,
        changed: (text) => this.type('staff', text),
        question: renderRatersOnly(read, typed, () => this.requestUpdate()),
      })}
      <p class="hint">${t('team.newLater')}</p>
      <div role="alert">${this.tried && schemes.length > 0 && refused(read) > 0 ? html`<p class="error">${t('team.newRowsFirst', { count: refused(read) })}</p>` : nothing}</div>
      <button class="primary">${t('team.newButton')}</button>
    </form>`;
  }

  private scheme({ scheme }: KnownScheme): TemplateResult {
    const key = `${scheme.id} ${scheme.version}`;
    return html`<div>
      <label
        ><input type="checkbox" .checked=${this.chosen.includes(key)} @change=${() => this.toggle(key)} />${say(scheme.name)}
        <small>${t('team.schemeVersion', { version: scheme.version })}</small></label
      >
    </div>`;
  }

  private get chosen(): string[] {
    return this.typed.read('chosen').split('\n');
  }

  private toggle(key: string): void {
    const chosen = this.chosen.includes(key) ? this.chosen.filter((other) => other !== key) : [...this.chosen, key];
    this.typed.write('chosen', chosen.join('\n'));
    this.requestUpdate();
  }

  private schemes(): Scheme[] {
    return schemesOf(this.known, this.typed.read('chosen'));
  }

  private periodFor(schemes: Scheme[]): string {
    return periodOf(schemes[0]?.period ?? 'month', this.typed.read('period'));
  }

  private submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    this.tried = true;
    const schemes = this.schemes();
    const pasted = this.#pasted(this.typed.read('staff'));
    const read = this.#people(pasted.rows, this.known, this.typed.read('chosen'));
    if (schemes.length === 0) return this.renderRoot.querySelector<HTMLElement>('input[type=checkbox]')?.focus();
    // A list that was only half understood would look complete afterwards.
    if (read.problems.length > 0 || pasted.unclosedQuote !== undefined)
      return this.renderRoot.querySelector<HTMLElement>('#staff')?.focus();
    if (ratersOnlyOpen(read, this.typed)) return this.renderRoot.querySelector<HTMLElement>('#raters-only')?.focus();
    const title = this.typed.read('title').trim();
    const period = tidyPeriod(this.periodFor(schemes));
    if (lacksName(period)) return this.renderRoot.querySelector<HTMLElement>('#period-name')?.focus();
    const file = workbookText(
      {
        format: 'kaohe-workbook',
        formatVersion: 1,
        id: `${period.split('~')[0]}-${newId().slice(0, 12)}`,
        ...(title === '' ? {} : { title }),
        period,
        units: read.units,
        people: read.people,
        assignments: selfAssignments(read.people, schemes),
      },
      chosenOf(this.known, this.typed.read('chosen')),
    );
    const opened = await this.desk.open(file, t('team.newTitle'), true);
    this.problems = opened === 'refused' ? (this.desk.state.refused?.problems ?? []) : [];
  };
}

const chosenOf = (known: KnownScheme[], chosen: string): KnownScheme[] =>
  known.filter(({ scheme }) => chosen.split('\n').includes(`${scheme.id} ${scheme.version}`));

const schemesOf = (known: KnownScheme[], chosen: string): Scheme[] => chosenOf(known, chosen).map(({ scheme }) => scheme);

define('kaohe-new-workbook', NewWorkbook);
