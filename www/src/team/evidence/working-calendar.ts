// Holidays and make-up days (调休): what the time limits of complaints are counted by. Monday to Friday needs no entry.
import { html, nothing, type TemplateResult } from 'lit';
import { showDate } from '../../kit/format.ts';
import { t } from '../../kit/texts.ts';
import { define, TeamPart } from '../part.ts';
import { asLines } from '../../excel/as-text.ts';
import '../spreadsheet/spreadsheet-file.ts';
import { evidenceStyles } from './evidence-styles.ts';
import { Fields, type Said } from './fields.ts';
import { readDays } from './pasted-days.ts';
import { typedIn, type Typed } from './typed.ts';
import type { Problem } from '../../engine/engine.ts';

const LISTS = ['holidays', 'workdays'] as const;

export class WorkingCalendarEditor extends TeamPart {
  static override properties = { ...TeamPart.properties, problems: { state: true } };
  static override styles = [...TeamPart.styles, evidenceStyles];
  declare problems: (Problem | Said)[];
  /** At first; afterwards it is as the person left it. */
  #open: boolean | undefined;

  constructor() {
    super();
    this.problems = [];
  }

  private get typed(): Typed {
    return typedIn(this.desk, 'working-calendar');
  }

  private kept(list: (typeof LISTS)[number]): string {
    return (this.view.workingCalendar?.[list] ?? []).join('\n');
  }

  override render(): unknown {
    const fields = new Fields(this.typed, this.problems, this.names, () => this.requestUpdate());
    const disabled = this.locked;
    const area = (list: (typeof LISTS)[number]): TemplateResult => {
      const label = t(list === 'holidays' ? 'register.holidays' : 'register.workdays');
      return html`<div>
        ${fields.area(list, label, { otherwise: this.kept(list), disabled, hint: t('register.daysHint') })} ${disabled ? nothing : this.file(list, label)} ${this.understood(list)}
      </div>`;
    };
    const body = html`<div class="row-fields calendar">${LISTS.map(area)}</div>`;
    return html`<details class="panel" ?open=${(this.#open ??= !this.typed.empty)}>
      <summary><strong>${t('register.calendarTitle')}</strong></summary>
      <form @submit=${this.submit} novalidate aria-label=${t('register.calendarTitle')}>
        <p class="hint">${t('register.calendarHelp')}</p>
        ${fields.rest()} ${body} ${disabled ? nothing : html`<div class="actions"><button class="primary">${t('register.calendarSave')}</button></div>`}
      </form>
    </details>`;
  }

  private file(list: (typeof LISTS)[number], label: string): TemplateResult {
    const take = (text: string): void => {
      this.typed.write(list, text);
      this.requestUpdate();
    };
    return html`<kaohe-spreadsheet-file .label=${label} .value=${this.typed.read(list, this.kept(list))} .write=${asLines} .taken=${take}></kaohe-spreadsheet-file>`;
  }

  private understood(list: (typeof LISTS)[number]): TemplateResult {
    const { days, refused } = readDays(this.typed.read(list, this.kept(list)));
    return html`<div role="status">
      <p>${t('register.daysRead', { count: days.length, refused: refused.length })}</p>
      ${refused.length === 0 ? nothing : html`<p class="error">${t('register.daysRefused', { list: refused.slice(0, 10).join(t('team.listJoin')) })}</p>`}
      ${days.length === 0 ? nothing : html`<p><small>${days.map(showDate).join(t('team.listJoin'))}</small></p>`}
    </div>`;
  }

  private submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { typed } = this;
    const read = LISTS.map((list) => ({ list, ...readDays(typed.read(list, this.kept(list))) }));
    const wrong = read.filter(({ refused }) => refused.length > 0);
    if (wrong.length > 0) return this.refuse(wrong.map(({ list }) => ({ pointer: `/${list}`, said: t('register.daysMend') })));
    const draft = { ...this.view.workingCalendar, ...Object.fromEntries(read.map(({ list, days }) => [list, days])) };
    const answer = await this.desk.addEntry('workingCalendar', draft, 'register.calendarSaved');
    // The engine names the day within its list.
    if (!answer.ok)
      return this.refuse(answer.problems.map((problem) => ({ ...problem, pointer: problem.pointer.replace(/^(\/\w+)\/\d+$/, '$1') })));
    typed.forget();
    this.problems = [];
  };

  private refuse(problems: (Problem | Said)[]): Promise<void> {
    this.problems = problems;
    return this.focusRefused();
  }
}

define('kaohe-working-calendar', WorkingCalendarEditor);
