// 客户抱怨处理表: one complaint's sheet with the parts of the departments. Saving writes a new revision under somebody's name;
// every earlier one is kept.
import { html, nothing, type TemplateResult } from 'lit';
import { newId } from '../../kit/files.ts';
import { showDate, today } from '../../kit/format.ts';
import { say, t, tRich, type TextKey } from '../../kit/texts.ts';
import { define, TeamPart } from '../part.ts';
import { personOptions } from '../person-options.ts';
import { ComplaintDraft } from './complaint-draft.ts';
import { dueOf, kindOptions, latestComplaints, ofStep, revisionsOf, severityOptions } from './complaint-facts.ts';
import { evidenceStyles } from './evidence-styles.ts';
import { Fields, option, type Said } from './fields.ts';
import { readNumbers } from './numbers.ts';
import { openPaper } from './paper.ts';
import { typedIn } from './typed.ts';
import { departmentsOf } from './uses.ts';
import type { Complaint, Department, OverdueStep, Problem, StepDue } from '../../engine/engine.ts';

/** A department; without days the scheme knows no limit for it. */
type Part = Omit<Department, 'days'> & { days?: number };

/** The departments of the source, each with what it fills in; a scheme's other departments have steps alone. */
const PARTS: { id: string; title: TextKey }[] = [
  { id: 'business', title: 'register.partBusiness' },
  { id: 'quality', title: 'register.partQuality' },
  { id: 'production-control', title: 'register.partControl' },
  { id: 'manufacturing', title: 'register.partManufacturing' },
];

export class ComplaintSheet extends TeamPart {
  static override properties = {
    ...TeamPart.properties,
    complaint: {},
    dues: { attribute: false },
    late: { attribute: false },
    problems: { state: true },
    withdrawing: { state: true },
  };
  static override styles = [...TeamPart.styles, evidenceStyles];
  /** Its id, or empty for a new one. */
  declare complaint: string;
  declare dues: StepDue[];
  /** Steps that are late, and those that were done too late. */
  declare late: OverdueStep[];
  declare problems: (Problem | Said)[];
  declare withdrawing: boolean;

  constructor() {
    super();
    this.complaint = '';
    this.dues = [];
    this.late = [];
    this.problems = [];
    this.withdrawing = false;
  }

  private get old(): Complaint | undefined {
    return latestComplaints(this.view).find(({ id }) => id === this.complaint);
  }

  private get draft(): ComplaintDraft {
    return new ComplaintDraft(typedIn(this.desk, `complaint ${this.complaint}`), this.old);
  }

  override render(): unknown {
    const { draft, old } = this;
    const fields = new Fields(draft.typed, this.problems, this.names, () => this.requestUpdate());
    const locked = this.locked || old?.withdrawn !== undefined;
    const body = html`${this.head(fields, draft, locked)} ${this.departments(draft).map((department) => this.partOf(department, fields, draft, locked))}
      ${
        locked
          ? nothing
          : html`<div class="row-fields">${fields.text('author', t('register.author'), { otherwise: this.state.author, maxlength: 64, hint: t('register.authorHint') })}</div>`
      }`;
    const withdrawal = old && !locked && this.withdrawing ? this.withdrawal(fields) : nothing;
    return html`<form class="panel" @submit=${this.submit} novalidate aria-labelledby="complaint-title">
      <h2 id="complaint-title" tabindex="-1">${old ? t('register.sheetOf', { number: old.number }) : t('register.sheetNew')}</h2>
      ${old ? this.standing(old) : html`<p class="hint">${t('register.numberLater')}</p>`} ${fields.rest()} ${body}
      <div class="actions">
        ${locked ? nothing : html`<button class="primary">${t(old ? 'register.saveRevision' : 'register.saveNew')}</button>`}
        <button type="button" @click=${this.leave}>${t('register.back')}</button>
        ${old ? html`<button type="button" @click=${() => openPaper(this, { kind: 'complaint', id: old.id })}>${t('register.printSheet')}</button>` : nothing}
        ${old && !locked ? html`<button type="button" aria-expanded=${this.withdrawing} @click=${() => (this.withdrawing = !this.withdrawing)}>${t('register.withdraw')}</button>` : nothing}
      </div>
      ${withdrawal}
    </form>`;
  }

  /** The scheme's, in its order; before them what the sheet holds of departments that the scheme does not name; last, whoever else has a step. */
  private departments(draft: ComplaintDraft): Part[] {
    const known: Part[] = departmentsOf(this.names.schemes);
    const unknown = (id: string): boolean => known.every((department) => department.id !== id);
    const unnamed = PARTS.filter(({ id }) => unknown(id)).map(({ id, title }) => ({ id, name: { 'zh-CN': t(title) } }));
    const stepped = new Set(
      draft.steps.map((at) => draft.read(`steps/${at}/department`)).filter((id) => unknown(id) && PARTS.every((part) => part.id !== id)),
    );
    return [...unnamed, ...known, ...[...stepped].map((id) => ({ id, name: { 'zh-CN': id } }))];
  }

  private standing(old: Complaint): TemplateResult {
    const earlier = revisionsOf(this.view, old.id);
    return html`${
      old.withdrawn
        ? html`<p class="note">${tRich('register.withdrawnBy', { author: this.names.person(old.withdrawn.author), date: showDate(old.withdrawn.date), reason: old.withdrawn.reason })}</p>`
        : nothing
    }
      ${old.aliases && old.aliases.length > 0 ? html`<p>${t('register.aliases', { numbers: old.aliases.join(t('team.listJoin')) })}</p>` : nothing}
      <details class="more">
        <summary>${t('register.revisions', { count: earlier.length })}</summary>
        <ol class="plain" reversed>
          ${earlier.map((one) => html`<li>${tRich('register.revisionLine', { revision: one.revision, author: this.names.person(one.author) })}</li>`)}
        </ol>
      </details>`;
  }

  private head(fields: Fields, draft: ComplaintDraft, disabled: boolean): TemplateResult {
    const kept = (field: string): { otherwise: string; disabled: boolean } => ({ otherwise: draft.kept(field), disabled });
    return html`<div class="row-fields">
      ${fields.date('received', t('register.received'), { ...kept('received'), hint: t('register.receivedHint') })}
      ${fields.date('registered', t('register.registered'), { ...kept('registered'), disabled: disabled || draft.old !== undefined, hint: t('register.registeredHint') })}
      ${fields.choice('kind', t('register.kind'), kindOptions(), kept('kind'))} ${fields.choice('severity', t('register.severity'), severityOptions(), kept('severity'))}
    </div>`;
  }

  private partOf(department: Part, fields: Fields, draft: ComplaintDraft, locked: boolean): TemplateResult {
    const steps = draft.steps.filter((at) => draft.read(`steps/${at}/department`) === department.id);
    return html`<fieldset>
      <legend>${say(department.name)}</legend>
      ${department.help ? html`<p class="hint">${say(department.help)}</p>` : nothing} ${this.filledBy(department.id, fields, draft, locked)}
      ${steps.map((at, index) => this.step(at, t('register.stepOf', { number: index + 1, department: say(department.name) }), fields, draft, locked))}
      ${
        locked || department.days === undefined
          ? nothing
          : html`<div class="actions"><button type="button" @click=${() => this.addStep(department.id)}>${t('register.addStep')}</button><small>${t('register.limit', { days: department.days })}</small></div>`
      }
    </fieldset>`;
  }

  private filledBy(department: string, fields: Fields, draft: ComplaintDraft, disabled: boolean): TemplateResult | typeof nothing {
    const kept = (field: string): { otherwise: string; disabled: boolean } => ({ otherwise: draft.kept(field), disabled });
    const text = (field: string, key: TextKey): TemplateResult => fields.text(field, t(key), { ...kept(field), maxlength: 64 });
    const area = (field: string, key: TextKey): TemplateResult => fields.area(field, t(key), kept(field));
    switch (department) {
      case 'business':
        return html`<div class="row-fields">
            ${text('customer', 'register.customer')} ${text('order', 'register.order')} ${text('item', 'register.item')}
            ${fields.number('quantity', t('register.quantity'), kept('quantity'))} ${fields.date('delivered', t('register.delivered'), kept('delivered'))}
            ${fields.number('defects', t('register.defects'), kept('defects'))}
          </div>
          ${area('demand', 'register.demand')} ${area('sample', 'register.sample')} ${area('opinion', 'register.opinion')}`;
      case 'quality':
        return html`${area('cause', 'register.cause')} ${this.responsible('drafted', 'register.drafted', fields, draft, disabled)}`;
      case 'production-control':
        return html`${this.responsible('responsible', 'register.decided', fields, draft, disabled)}
          <div class="row-fields">${area('returned', 'register.returned')} ${area('result', 'register.result')}</div>
          <div class="row-fields">${text('approvedBy', 'register.approvedBy')}</div>`;
      case 'manufacturing':
        return html`${area('countermeasure', 'register.countermeasure')}
          <div class="row-fields">
            ${text('production/unit', 'register.productionUnit')} ${text('production/shift', 'register.productionShift')} ${text('production/staff', 'register.productionStaff')}
            ${fields.date('production/date', t('register.productionDate'), kept('production/date'))}
          </div>`;
      default:
        return nothing;
    }
  }

  private responsible(
    part: 'drafted' | 'responsible',
    title: TextKey,
    fields: Fields,
    draft: ComplaintDraft,
    disabled: boolean,
  ): TemplateResult {
    const kept = (field: string): { otherwise: string; disabled: boolean } => ({ otherwise: draft.kept(`${part}/${field}`), disabled });
    const { units, people } = this.view;
    const subjects = people.filter((person) => person.scheme !== undefined);
    const unitOptions = (
      chosen: string,
    ): unknown => html`<optgroup label=${t('team.unit')}>${units.map((unit) => option(unit.id, say(unit.name), chosen))}</optgroup>
      <optgroup label=${t('team.subject')}>${subjects.map((person) => option(person.id, person.name, chosen))}</optgroup>`;
    return html`<div class="label" id="${part}-label">${t(title)}</div>
      <small>${t(part === 'drafted' ? 'register.draftedHint' : 'register.decidedHint')}</small>
      <div class="row-fields" role="group" aria-labelledby="${part}-label">
        ${fields.choice(`${part}/unit`, t('register.responsibleUnit'), unitOptions, { ...kept('unit'), then: (unit) => this.signFor(part, unit, draft) })}
        ${fields.choice(`${part}/person`, t('register.responsiblePerson'), (chosen) => personOptions(this.names, people, chosen), kept('person'))}
        ${fields.text(`${part}/author`, t(part === 'drafted' ? 'register.draftedBy' : 'register.decidedBy'), { ...kept('author'), maxlength: 64 })}
        ${fields.date(`${part}/date`, t('team.date'), kept('date'))}
      </div>`;
  }

  /** Whoever names somebody is likely the one at the keyboard, today; both stand in the fields and can be changed. */
  private signFor(part: string, unit: string, draft: ComplaintDraft): void {
    if (unit === '') return;
    if (draft.read(`${part}/author`) === '') draft.typed.write(`${part}/author`, draft.typed.read('author', this.state.author));
    if (draft.read(`${part}/date`) === '') draft.typed.write(`${part}/date`, today());
  }

  private step(at: number, title: string, fields: Fields, draft: ComplaintDraft, disabled: boolean): TemplateResult {
    const kept = (field: string): { otherwise: string; disabled: boolean } => ({ otherwise: draft.kept(`steps/${at}/${field}`), disabled });
    const step = draft.old?.steps?.[at];
    const due = step && dueOf(this.dues, draft.old!, step);
    const late = step && ofStep(this.late, draft.old!, step);
    return html`<div class="step-fields" role="group" aria-label=${title}>
      <h3>${title}${late ? html` <span class="late">${t('register.overdueSince', { date: showDate(late.due) })}</span>` : nothing}</h3>
      <div class="row-fields">
        ${fields.choice(`steps/${at}/owner`, t('register.owner'), (chosen) => personOptions(this.names, this.view.people, chosen), kept('owner'))}
        ${fields.date(`steps/${at}/handed`, t('register.handed'), kept('handed'))}
        ${fields.date(`steps/${at}/due`, t('register.due'), { ...kept('due'), hint: due === undefined ? t('register.dueHint') : t('register.dueIs', { date: showDate(due) }) })}
        ${fields.date(`steps/${at}/done`, t('register.done'), kept('done'))} ${fields.text(`steps/${at}/note`, t('register.note'), { ...kept('note'), maxlength: 4000 })}
      </div>
      ${disabled ? nothing : html`<button type="button" class="link" @click=${() => this.removeStep(at)} aria-label=${t('register.removeStepOf', { step: title })}>${t('register.removeStep')}</button>`}
    </div>`;
  }

  private withdrawal(fields: Fields): TemplateResult {
    return html`<fieldset>
      <legend>${t('register.withdraw')}</legend>
      <p class="hint">${t('register.withdrawHelp')}</p>
      <div class="row-fields">
        ${fields.text('withdrawn/author', t('register.withdrawAuthor'), { otherwise: this.state.author, maxlength: 64 })}
        ${fields.date('withdrawn/date', t('team.date'), { otherwise: today() })}
      </div>
      ${fields.area('withdrawn/reason', t('team.reason'))}
      <button type="button" class="danger" @click=${this.withdraw}>${t('register.withdrawSave')}</button>
    </fieldset>`;
  }

  private async addStep(department: string): Promise<void> {
    const at = this.draft.addStep(department, today());
    this.requestUpdate();
    await this.focusOn(`#steps-${at}-owner`);
  }

  private removeStep(at: number): void {
    this.draft.removeStep(at);
    this.requestUpdate();
  }

  private submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { draft, old } = this;
    const { values, problems } = await readNumbers(this.desk, draft.numbers);
    if (problems.length > 0) return this.refuse(problems);
    const author = draft.typed.read('author', this.state.author).trim();
    await this.save(draft.entry(old?.id ?? newId(), author, values), author, old ? 'register.savedRevision' : 'register.savedNew');
  };

  /** Only the withdrawal: what else was typed stays a draft. */
  private withdraw = async (): Promise<void> => {
    const { draft, old } = this;
    if (!old) return;
    const author = draft.typed.read('withdrawn/author', this.state.author).trim();
    const withdrawn = { author, date: draft.typed.read('withdrawn/date', today()), reason: draft.typed.read('withdrawn/reason') };
    await this.save({ ...old, revision: old.revision + 1, author, withdrawn }, author, 'register.withdrawnDone');
  };

  private async save(entry: object, author: string, done: TextKey): Promise<void> {
    const { draft } = this;
    const answer = await this.desk.addEntry('complaints', entry, done);
    if (!answer.ok) return this.refuse(answer.problems.map((problem) => ({ ...problem, pointer: draft.fieldPlace(problem.pointer) })));
    if (this.state.author === '') this.desk.set({ author });
    draft.typed.forget();
    this.leave();
  }

  private refuse(problems: (Problem | Said)[]): Promise<void> {
    this.problems = problems;
    return this.focusRefused();
  }

  private leave = (): void => void this.dispatchEvent(new CustomEvent('complaint-left', { bubbles: true, composed: true }));
}

define('kaohe-complaint-sheet', ComplaintSheet);
