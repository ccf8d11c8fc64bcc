// Corrects what the list says of a person. The number stays: everything that was entered finds its person by it.
import { html, nothing, type TemplateResult } from 'lit';
import { say, t, tRich, type TextKey } from '../../kit/texts.ts';
import type { TeamDesk } from '../desk.ts';
import { Fields, leftOut, type Said } from '../evidence/fields.ts';
import { typedIn, type Typed } from '../evidence/typed.ts';
import { define, TeamPart } from '../part.ts';
import { Units } from '../units.ts';
import { paysBy, usesTeams } from '../person-facts.ts';
import { stopped } from './stopped.ts';
import type { Answer, Id, Person, Problem, Unit } from '../../engine/engine.ts';

/** No id may be written so. */
const NEW_UNIT = ':new';
const OWN = /^\/(name|unit|scheme|team|payBase)?$/;
/** What was entered under the scheme that somebody had. */
const HELD: { [list: string]: TextKey } = {
  assignments: 'team.assignmentKind',
  ratings: 'words.rating',
  records: 'words.record',
  states: 'words.state',
  indicators: 'words.indicator',
  feedback: 'words.feedback',
  queries: 'words.query',
  observations: 'words.observation',
  summaries: 'words.summary',
  interviews: 'words.interview',
  plans: 'words.plan',
  reports: 'words.report',
  rulings: 'words.ruling',
  acknowledgements: 'words.acknowledgement',
  complaints: 'words.complaint',
};

export class PersonEditor extends TeamPart {
  static override properties = { ...TeamPart.properties, problems: { state: true }, editing: { state: true } };
  declare problems: (Problem | Said)[];
  /** Whose facts are being corrected. */
  declare editing: string;

  constructor() {
    super();
    this.problems = [];
    this.editing = '';
  }

  /** The part may be left with the dialog open, as when a file is dropped. */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.closed();
  }

  async open(id: string): Promise<void> {
    this.editing = id;
    await this.updateComplete;
    this.renderRoot.querySelector('dialog')?.showModal();
    await this.focusOn('#person-name');
  }

  override render(): unknown {
    const { person } = this;
    if (person === undefined) return nothing;
    const fields = new Fields(this.typed, this.problems, this.names, () => this.requestUpdate(), 'person-');
    const body = this.fields(fields, person);
    return html`<dialog class="question" aria-labelledby="person-heading" @close=${this.closed}>
      <form @submit=${this.submit} novalidate>
        <h2 id="person-heading">${tRich('team.editPersonTitle', { name: person.name })}</h2>
        <p class="hint">${tRich('team.editPersonNumber', { id: person.id })}</p>
        ${body} ${fields.rest()}
        <div class="actions">
          <button type="button" @click=${this.close}>${t('dialog.cancel')}</button>
          <button class="primary">${t('team.editPersonSave')}</button>
        </div>
      </form>
    </dialog>`;
  }

  private fields(fields: Fields, person: Person): TemplateResult {
    const { schemes } = this.names;
    const units: [string, string][] = this.view.units.map(({ id, name }) => [id, say(name)]);
    return html`${fields.text('name', t('team.name'), { otherwise: person.name })}
      ${fields.choice('unit', t('team.unit'), [...units, [NEW_UNIT, t('team.unitNew')]], { otherwise: person.unit ?? '', none: t('team.unitNone'), hint: t('team.unitHint') })}
      ${this.typed.read('unit') === NEW_UNIT ? fields.text('newUnit', t('team.unitNewName')) : nothing}
      ${fields.choice(
        'scheme',
        t('team.scheme'),
        schemes.map((scheme) => [scheme.id, say(scheme.name)]),
        { otherwise: person.scheme ?? '', none: t('team.schemeNone') },
      )}
      ${schemes.some(usesTeams) || person.team !== undefined ? fields.text('team', t('team.teamOf'), { otherwise: person.team ?? '' }) : nothing}
      ${schemes.some(paysBy) || person.payBase !== undefined ? fields.number('payBase', t('team.payBase'), { otherwise: person.payBase ?? '' }) : nothing}`;
  }

  private get typed(): Typed {
    return typedIn(this.desk, 'person');
  }

  private get person(): Person | undefined {
    return this.view.people.find(({ id }) => id === this.editing);
  }

  private close = (): void => this.renderRoot.querySelector('dialog')?.close();

  private closed = (): void => {
    this.typed.forget();
    this.problems = [];
    this.editing = '';
  };

  private submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { person } = this;
    if (person === undefined) return;
    this.problems = await this.save(person);
    if (this.problems.length > 0) return this.focusRefused();
    this.close();
  };

  /** What stands in the way, or nothing when it was saved. */
  private async save(person: Person): Promise<(Problem | Said)[]> {
    const read = (field: 'name' | 'scheme' | 'unit' | 'team' | 'payBase'): string =>
      this.typed.read(field, String(person[field] ?? '')).trim();
    const [name, scheme, unit, team, base] = [read('name'), read('scheme'), read('unit'), read('team'), read('payBase')];
    const newUnit = this.typed.read('newUnit').trim();
    const missing = leftOut({ name, ...(unit === NEW_UNIT ? { newUnit } : {}), ...(scheme === '' ? {} : { unit }) });
    if (missing.length > 0) return missing;
    // Full-width digits are what Chinese keyboards give; the engine reads them and says the number.
    const pay = base === '' ? undefined : await this.desk.ask<Answer<{ value: string }>>('readNumber', base);
    if (base !== '' && pay === undefined) return stopped(this.desk);
    if (pay?.ok === false) return pay.problems.map((problem) => ({ ...problem, pointer: '/payBase' }));
    const placed = unit === NEW_UNIT ? await unitNamed(newUnit, this.view.units, this.desk) : unit;
    if (typeof placed !== 'string') return placed ?? stopped(this.desk);
    const { name: _, scheme: _scheme, unit: _unit, team: _team, payBase: _base, ...rest } = person;
    const draft = {
      ...rest,
      name,
      ...(placed === '' ? {} : { unit: placed }),
      ...(scheme === '' ? {} : { scheme }),
      ...(team === '' ? {} : { team }),
      ...(pay ? { payBase: pay.value.value } : {}),
    };
    const answer = await this.desk.addEntry('people', draft, 'team.personSaved');
    if (answer.ok) return [];
    return answer.problems.length === 0 ? stopped(this.desk) : inWords(answer.problems);
  }
}

/** The unit of this name, made if there is none. */
async function unitNamed(name: string, units: Unit[], desk: TeamDesk): Promise<Id | Problem[] | undefined> {
  const book = new Units(units);
  const unit = book.named(name);
  if (book.fresh.length === 0) return unit.id;
  const problems = await desk.extend({ units: [unit] }, 'team.done');
  if (problems === undefined) return undefined;
  return problems.length === 0 ? unit.id : problems.map((problem) => ({ ...problem, pointer: '/newUnit' }));
}

/** Entries that no longer fit are no mistake in them: it is the scheme that cannot change under them. */
function inWords(problems: Problem[]): (Problem | Said)[] {
  const own = problems.filter(({ pointer }) => OWN.test(pointer));
  if (own.length === problems.length) return own;
  const lists = problems
    .filter(({ pointer }) => !OWN.test(pointer))
    .map(({ pointer }) => HELD[pointer.split('/')[1] ?? ''] ?? 'team.otherEntries');
  const kinds = [...new Set(lists)].map((key) => t(key)).join(t('team.listJoin'));
  return [...own, { pointer: '/scheme', said: t('team.schemeHeld', { kinds }) }];
}

define('kaohe-person-editor', PersonEditor);
