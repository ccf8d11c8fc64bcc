// Indicators: numbers that are typed per subject, or pasted from Excel. Nothing is overwritten: a newer number has a later day,
// a wrong one is corrected by an entry that names it.
import { html, nothing, type TemplateResult } from 'lit';
import { newId } from '../../kit/files.ts';
import { say, t } from '../../kit/texts.ts';
import '../conflicts.ts';
import { likelyDate } from '../likely-date.ts';
import { define, TeamPart } from '../part.ts';
import { Fields, option } from './fields.ts';
import { enterNumbers } from './enter-numbers.ts';
import { evidenceStyles } from './evidence-styles.ts';
import { IndicatorList } from './indicator-list.ts';
import './indicator-paste.ts';
import { openPaper } from './paper.ts';
import { cellField, readCellField, renderIndicatorTable } from './indicator-table.ts';
import { readNumbers } from './numbers.ts';
import { indicatorSchemes, keyOf, lackingNumbers, standingNumbers } from './standing-numbers.ts';
import { typedIn, type Typed } from './typed.ts';
import type { Id, IndicatorValue, Person, Problem, Scheme } from '../../engine/engine.ts';

const PAGE = 60;
const NAMED = 30;

export class Indicators extends TeamPart {
  static override properties = {
    ...TeamPart.properties,
    problems: { state: true },
    elsewhere: { state: true },
    opened: { state: true },
    shown: { state: true },
    unit: { state: true },
  };
  static override styles = [...TeamPart.styles, evidenceStyles];
  declare problems: ReadonlyMap<string, Problem | string>;
  declare elsewhere: Problem[];
  declare opened: ReadonlySet<string>;
  declare shown: number;
  /** The only one to be printed, if any. */
  declare unit: Id | '';

  constructor() {
    super();
    this.problems = new Map();
    this.elsewhere = [];
    this.opened = new Set();
    this.shown = PAGE;
    this.unit = '';
  }

  override render(): unknown {
    const { desk, state } = this;
    return html`${this.lockedNote()} <kaohe-conflicts class="no-print" .desk=${desk} .state=${state} .kinds=${['indicator']}></kaohe-conflicts>
      ${this.entry()}
      ${this.locked ? nothing : html`<kaohe-indicator-paste .desk=${desk} .state=${state}></kaohe-indicator-paste>`}
      <kaohe-indicator-list .desk=${desk} .state=${state}></kaohe-indicator-list> ${this.papers()}`;
  }

  private get typed(): Typed {
    return typedIn(this.desk, 'indicators');
  }

  private entry(): TemplateResult {
    const { typed } = this;
    const schemes = indicatorSchemes(this.names);
    if (schemes.length === 0) return html`<p>${t('indicators.nobody')}</p>`;
    const redraw = (): void => this.requestUpdate();
    const fields = new Fields(typed, this.elsewhere, this.names, redraw);
    const standing = standingNumbers(this.view);
    const lacking = lackingNumbers(this.state);
    const cells = this.typedCells().length;
    const longest = Math.max(...schemes.map(({ subjects }) => subjects.length));
    const form = this.locked
      ? nothing
      : html`<p class="hint no-print">${t('indicators.help')}</p>
          <div class="row-fields no-print">
            ${fields.date('date', t('indicators.date'), { otherwise: likelyDate(this.view.period), hint: t('indicators.dateHint') })}
            ${fields.text('author', t('indicators.author'), { otherwise: this.state.author, maxlength: 64 })}
            ${fields.text('note', t('indicators.source'), { hint: t('indicators.sourceHint'), maxlength: 4000 })}
          </div>`;
    return html`<form class="panel" @submit=${this.submit} novalidate aria-labelledby="indicator-entry">
      <h2 id="indicator-entry">${t('indicators.title')}</h2>
      ${form} ${fields.rest()} ${this.whoLacks(lacking)}
      ${schemes.map(({ scheme, subjects }) =>
        renderIndicatorTable({
          scheme,
          subjects: subjects.slice(0, this.shown),
          typed,
          locked: this.locked,
          standing,
          lacking,
          opened: this.opened,
          problems: this.problems,
          changed: redraw,
          open: this.open,
          correct: this.correct,
        }),
      )}
      ${longest > this.shown ? html`<p><button type="button" @click=${() => (this.shown += PAGE)}>${t('team.showMore', { count: longest - this.shown })}</button></p>` : nothing}
      ${this.locked ? nothing : html`<div class="actions"><button class="primary" ?disabled=${cells === 0}>${t('indicators.save', { count: cells })}</button></div>`}
    </form>`;
  }

  private papers(): TemplateResult | typeof nothing {
    const schemes = indicatorSchemes(this.names);
    if (schemes.length === 0) return nothing;
    const unitsOf = (people: Person[]): (Id | undefined)[] => people.map((person) => person.unit);
    const used = new Set(schemes.flatMap(({ subjects }) => unitsOf(subjects)));
    const units = this.view.units.filter(({ id }) => used.has(id));
    const print = (scheme: Scheme, empty: boolean): void =>
      openPaper(this, { kind: 'indicators', scheme: scheme.id, empty, ...(this.unit === '' ? {} : { unit: this.unit }) });
    return html`<section class="panel papers no-print" aria-labelledby="papers">
      <h2 id="papers">${t('indicators.papersTitle')}</h2>
      <p class="hint">${t('indicators.papersHelp')}</p>
      ${
        units.length > 1
          ? html`<div class="field">
            <label for="papers-unit">${t('indicators.papersUnit')}</label>
            <select id="papers-unit" @change=${(event: Event) => (this.unit = (event.target as HTMLSelectElement).value)}>
              ${option('', t('indicators.papersAll'), this.unit)} ${units.map(({ id }) => option(id, this.names.unit(id), this.unit))}
            </select>
          </div>`
          : nothing
      }
      ${schemes
        .filter(({ subjects }) => this.unit === '' || unitsOf(subjects).includes(this.unit))
        .map(
          ({ scheme }) =>
            html`<div class="actions">
              <button @click=${() => print(scheme, false)}>${t('indicators.paperButton', { scheme: say(scheme.name) })}</button>
              <button @click=${() => print(scheme, true)}>${t('indicators.paperEmpty', { scheme: say(scheme.name) })}</button>
            </div>`,
        )}
    </section>`;
  }

  private whoLacks(lacking: ReturnType<typeof lackingNumbers>): TemplateResult {
    if (lacking.size === 0) return html`<p class="state good">${t('indicators.nobodyLacks')}</p>`;
    const bySubject = new Map<string, string[]>();
    for (const { subject, indicator } of lacking.values()) {
      const found = this.names.schemeOfSubject(subject)?.indicators?.find(({ id }) => id === indicator);
      bySubject.set(subject, [...(bySubject.get(subject) ?? []), say(found?.name) || indicator]);
    }
    const lines = [...bySubject].map(([subject, list]) =>
      t('indicators.lacks', { name: this.names.person(subject), list: list.join(t('team.listJoin')) }),
    );
    return html`<details class="more" open>
      <summary class="state wait">${t('indicators.lackingCount', { count: bySubject.size })}</summary>
      <ul class="plain">
        ${lines.slice(0, NAMED).map((line) => html`<li><bdi>${line}</bdi></li>`)}
        ${lines.length > NAMED ? html`<li>${t('indicators.lacksMore', { count: lines.length - NAMED })}</li>` : nothing}
      </ul>
    </details>`;
  }

  /** Cells in which a value or a target was typed. */
  private typedCells(): { subject: string; indicator: string }[] {
    const cells = new Map<string, { subject: string; indicator: string }>();
    for (const field of this.typed.filled) {
      const cell = readCellField(field);
      if (cell) cells.set(keyOf(cell.subject, cell.indicator), { subject: cell.subject, indicator: cell.indicator });
    }
    return [...cells.values()];
  }

  private open = async (key: string): Promise<void> => {
    this.opened = new Set([...this.opened, key]);
    await this.focusOn(`[data-cell="${CSS.escape(key)}"]`);
  };

  private correct = (entry: IndicatorValue): void => {
    void this.renderRoot.querySelector<IndicatorList>('kaohe-indicator-list')?.correct(entry);
  };

  private submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { typed } = this;
    const cells = this.typedCells();
    if (cells.length === 0) return;
    const date = typed.read('date', likelyDate(this.view.period));
    const fieldsOf = ({ subject, indicator }: { subject: string; indicator: string }): [string, string] => [
      cellField(subject, indicator, 'value'),
      cellField(subject, indicator, 'target'),
    ];
    const { values, problems } = await readNumbers(
      this.desk,
      cells.flatMap((cell) => fieldsOf(cell).map((field): [string, string] => [field, typed.read(field)])),
    );
    const refused = new Map<string, Problem | string>(problems.map((problem) => [problem.pointer.slice(1), problem]));
    const standing = standingNumbers(this.view);
    for (const cell of cells) {
      const [value] = fieldsOf(cell);
      if (typed.read(value).trim() === '') refused.set(value, t('indicators.valueMissing'));
      else if (standing(cell.subject, cell.indicator).some((entry) => entry.date === date)) refused.set(value, t('indicators.dayTaken'));
    }
    if (refused.size > 0) return this.refuse(refused, []);
    const author = typed.read('author', this.state.author).trim();
    const note = typed.read('note').trim();
    const entries = cells.map((cell): IndicatorValue => {
      const [value, target] = fieldsOf(cell).map((field) => values.get(field));
      return {
        id: newId(),
        ...cell,
        date,
        value: value!,
        ...(target === undefined ? {} : { target }),
        author,
        ...(note === '' ? {} : { note }),
      };
    });
    const found = await enterNumbers(this.desk, entries);
    if (found)
      return this.refuse(
        new Map(found.cells.map(([at, problem, part]) => [cellField(cells[at]!.subject, cells[at]!.indicator, part), problem])),
        found.rest,
      );
    if (this.state.author === '') this.desk.set({ author });
    typed.forget(...cells.flatMap(fieldsOf));
    typed.settle();
    this.opened = new Set();
    await this.refuse(new Map(), []);
  };

  private async refuse(cells: ReadonlyMap<string, Problem | string>, elsewhere: Problem[]): Promise<void> {
    this.problems = cells;
    this.elsewhere = elsewhere;
    await this.focusRefused();
  }
}

define('kaohe-indicators', Indicators);
