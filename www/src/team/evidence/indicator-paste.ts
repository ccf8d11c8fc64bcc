// Numbers from Excel: what was understood is shown row by row before anything is taken; rows in = taken + there already + refused.
import { html, nothing, type TemplateResult } from 'lit';
import { newId } from '../../kit/files.ts';
import { showExact } from '../../kit/format.ts';
import { problemText } from '../../kit/problems.ts';
import { lang, say, t } from '../../kit/texts.ts';
import { likelyDate } from '../likely-date.ts';
import { written } from '../names.ts';
import { define, TeamPart } from '../part.ts';
import { renderPasteBox } from '../paste-box.ts';
import { lastRead } from '../last-read.ts';
import { readPasted, type PastedRow } from '../../excel/pasted-rows.ts';
import { enterNumbers } from './enter-numbers.ts';
import { evidenceStyles } from './evidence-styles.ts';
import { Fields } from './fields.ts';
import { indicatorPasteTable } from './indicator-paste-table.ts';
import { readEach } from './numbers.ts';
import { readIndicators, type IndicatorsRead, type NumbersRow, type PastedNumber } from './pasted-indicators.ts';
import type { Cell } from './percent-columns.ts';
import { MEANT, meantColumns, percentOpen, renderPercentQuestions } from './percent-question.ts';
import { indicatorSchemes, standingNumbers } from './standing-numbers.ts';
import { typedIn, type Typed } from './typed.ts';
import type { Answer, IndicatorValue, Problem, ReadNumber, WorkbookView } from '../../engine/engine.ts';

const SHOWN = 100;

interface Judged {
  row: NumbersRow;
  /** Why it is refused. */
  problem?: string;
  entries: Omit<IndicatorValue, 'id' | 'date' | 'author'>[];
  /** Numbers that stand already, on the same day and the same. */
  known: number;
}

export class IndicatorPaste extends TeamPart {
  static override properties = { ...TeamPart.properties, numbers: { state: true }, refused: { state: true }, problems: { state: true } };
  static override styles = [...TeamPart.styles, evidenceStyles];
  /** What the engine made of the cells. */
  declare numbers: Map<string, Answer<ReadNumber>>;
  /** By row, what the engine refused when the rows were to be taken. */
  declare refused: ReadonlyMap<number, Problem>;
  declare problems: Problem[];
  #pasted = lastRead(readPasted);
  // Headings that name nothing are told in the reader's language.
  #read = lastRead((rows: PastedRow[], view: WorkbookView, _lang: string, _meant: string) =>
    readIndicators(rows, indicatorSchemes(this.names), view.period, meantColumns(this.typed)),
  );

  constructor() {
    super();
    this.numbers = new Map();
    this.refused = new Map();
    this.problems = [];
  }

  private get typed(): Typed {
    return typedIn(this.desk, 'indicators');
  }

  override render(): unknown {
    const schemes = indicatorSchemes(this.names);
    if (schemes.length === 0) return nothing;
    const { typed } = this;
    const text = typed.read('pasted');
    const pasted = this.#pasted(text);
    const read = this.readRows(text);
    const judged = this.judge(read.rows);
    const taken = judged.filter((one) => one.problem === undefined && one.entries.length > 0);
    const known = judged.filter((one) => one.problem === undefined && one.entries.length === 0);
    const problems = [
      ...read.problems,
      ...judged.flatMap(({ row, problem }) =>
        problem === undefined ? [] : [{ row: row.row, key: 'indicators.pasteSaid' as const, params: { problem } }],
      ),
    ];
    const count = taken.reduce((sum, one) => sum + one.entries.length, 0);
    const open = percentOpen(read.percent, typed);
    const fields = new Fields(typed, this.problems, this.names, () => this.requestUpdate(), 'paste-');
    const body = html`<div class="row-fields">
      ${fields.date('date', t('indicators.date'), { otherwise: likelyDate(this.view.period) })} ${fields.text('author', t('indicators.author'), { otherwise: this.state.author, maxlength: 64 })}
      ${fields.text('note', t('indicators.source'), { maxlength: 4000 })}
    </div>`;
    return html`<details class="panel no-print">
      <summary><strong>${t('indicators.pasteTitle')}</strong></summary>
      <p class="actions"><button @click=${() => this.type(indicatorPasteTable(schemes, { id: t('team.staffNumber'), name: t('team.name') }))}>${t('team.assignTable')}</button></p>
      ${renderPasteBox({
        id: 'numbers',
        label: t('indicators.pasteLabel'),
        hint: t('indicators.pasteHint'),
        value: text,
        summary: t('indicators.pasteRead', {
          rows: read.given,
          taken: taken.length,
          known: known.length,
          refused: read.given - taken.length - known.length,
          numbers: count,
        }),
        read: { ...read, problems: problems.sort((one, other) => one.row - other.row) },
        unclosedQuote: pasted.unclosedQuote,
        changed: this.type,
        question: renderPercentQuestions(read.percent, typed, this.answered),
      })}
      ${taken.length === 0 || open ? nothing : this.preview(taken)} ${fields.rest()} ${body}
      <button class="primary" ?disabled=${count === 0 || open || pasted.unclosedQuote !== undefined} @click=${() => this.take(taken, problems.length > 0)}>${t('indicators.save', { count })}</button>
    </details>`;
  }

  private preview(taken: Judged[]): TemplateResult {
    return html`<div class="table-box" tabindex="0" role="group" aria-label=${t('indicators.preview')}>
      <table>
        <caption>
          ${t('indicators.preview')}
        </caption>
        <thead>
          <tr>
            <th scope="col">${t('indicators.row')}</th>
            <th scope="col">${t('team.subject')}</th>
            <th scope="col">${t('indicators.numbers')}</th>
          </tr>
        </thead>
        <tbody>
          ${taken.slice(0, SHOWN).map(
            ({ row }) =>
              html`<tr>
                <td class="figure">${row.row}</td>
                <th scope="row">${written(row.subject.name)}</th>
                <td>${row.numbers.map((one) => html`<div>${say(one.indicator.name)} ${this.understood(one.value)}${one.target === undefined ? nothing : html` ${t('indicators.target')} ${this.understood(one.target)}`}</div>`)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
      ${taken.length > SHOWN ? html`<p>${t('indicators.previewMore', { count: taken.length - SHOWN })}</p>` : nothing}
    </div>`;
  }

  /** What was tidied is shown beside what stood in the cell. */
  private understood({ text, written: original }: Cell): TemplateResult {
    const read = this.numbers.get(text);
    const value = read?.ok ? read.value.value : text;
    return html`<strong class="number">${showExact(value)}</strong>${value === original ? nothing : html` <small>${t('indicators.tidied', { text: original })}</small>`}`;
  }

  private judge(rows: NumbersRow[]): Judged[] {
    const date = this.typed.read('date', likelyDate(this.view.period));
    const standing = standingNumbers(this.view);
    return rows.map((row) => {
      const said = this.refused.get(row.row);
      const judged: Judged = { row, entries: [], known: 0, ...(said ? { problem: problemText(said) } : {}) };
      for (const one of row.numbers) {
        const found = this.entryOf(row, one);
        if (typeof found === 'string') return { ...judged, problem: found };
        const there = standing(row.subject.id, one.indicator.id).filter((entry) => entry.date === date);
        if (there.some((entry) => entry.value === found.value && entry.target === found.target)) judged.known += 1;
        else if (there.length > 0) return { ...judged, problem: t('indicators.pasteDayTaken', { indicator: say(one.indicator.name) }) };
        else judged.entries.push(found);
      }
      return judged;
    });
  }

  private entryOf(row: NumbersRow, { indicator, value, target }: PastedNumber): Judged['entries'][number] | string {
    const read: Partial<{ value: string; target: string }> = {};
    for (const [part, cell] of [
      ['value', value],
      ['target', target],
    ] as const) {
      if (cell === undefined) continue;
      const answer = this.numbers.get(cell.text);
      if (!answer) return t('team.asking');
      if (!answer.ok) return t('indicators.pasteCell', { indicator: say(indicator.name), problem: problemText(answer.problems[0]!) });
      read[part] = answer.value.value;
    }
    return {
      subject: row.subject.id,
      indicator: indicator.id,
      value: read.value!,
      ...(read.target === undefined ? {} : { target: read.target }),
    };
  }

  private type = (text: string): void => {
    // Not by hand: what was pasted is still where it was copied.
    this.typed.write('pasted', text);
    // Of another table nobody has said anything.
    this.typed.forget(MEANT);
    this.refused = new Map();
    this.requestUpdate();
    void this.read(text);
  };

  private answered = (): void => {
    this.requestUpdate();
    void this.read(this.typed.read('pasted'));
  };

  override firstUpdated(): void {
    // What was pasted before somebody looked at another part.
    void this.read(this.typed.read('pasted'));
  }

  private readRows(text: string): IndicatorsRead {
    return this.#read(this.#pasted(text).rows, this.view, lang(), this.typed.read(MEANT));
  }

  private async read(text: string): Promise<void> {
    const { rows } = this.readRows(text);
    const cells = rows.flatMap((row) =>
      row.numbers.flatMap(({ value, target }) => (target === undefined ? [value.text] : [value.text, target.text])),
    );
    const fresh = cells.filter((cell) => !this.numbers.has(cell));
    if (fresh.length > 0) this.numbers = new Map([...this.numbers, ...(await readEach(this.desk, fresh))]);
  }

  private async take(taken: Judged[], refused: boolean): Promise<void> {
    const { typed } = this;
    const author = typed.read('author', this.state.author).trim();
    const date = typed.read('date', likelyDate(this.view.period));
    const note = typed.read('note').trim();
    const numbered = taken.flatMap(({ row, entries }) =>
      entries.map((entry) => ({ row: row.row, entry: { id: newId(), ...entry, date, author, ...(note === '' ? {} : { note }) } })),
    );
    const found = await enterNumbers(
      this.desk,
      numbered.map(({ entry }) => entry),
    );
    this.problems = found?.rest ?? [];
    this.refused = new Map([...this.refused, ...(found?.cells ?? []).map(([at, problem]) => [numbered[at]!.row, problem] as const)]);
    if (found) return this.focusRefused();
    if (this.state.author === '') this.desk.set({ author });
    // While a row is refused, all of them stay: it is to be mended where it stands, and those that were taken are known from now on.
    typed.settle();
    if (!refused) typed.forget('pasted', MEANT);
    this.requestUpdate();
  }
}

define('kaohe-indicator-paste', IndicatorPaste);
