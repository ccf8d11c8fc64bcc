// What a scheme may need to know of a person beside unit and scheme: the team it works in, and the base of its performance pay.
import { html, nothing } from 'lit';
import { t } from '../kit/texts.ts';
import { Fields } from './evidence/fields.ts';
import { typedIn, type Typed } from './evidence/typed.ts';
import { criteriaOf } from './names.ts';
import { define, TeamPart } from './part.ts';
import { personOptions } from './person-options.ts';
import type { Answer, Person, Problem, Scheme } from '../engine/engine.ts';

/** Whether a scheme looks at the results of a team. */
export const usesTeams = (scheme: Scheme): boolean => criteriaOf(scheme).some((criterion) => criterion.measure.type === 'team');
export const paysBy = (scheme: Scheme): boolean => scheme.pay !== undefined;

/** What to paste, as far as these schemes need it. */
export function staffHint(schemes: Scheme[]): string {
  const columns = t(schemes.length > 1 ? 'team.staffHintSchemes' : 'team.staffHint');
  return schemes.some((scheme) => usesTeams(scheme) || paysBy(scheme)) ? `${columns} ${t('team.staffHintMore')}` : columns;
}

export class PersonFacts extends TeamPart {
  static override properties = { ...TeamPart.properties, problems: { state: true } };
  declare problems: Problem[];

  constructor() {
    super();
    this.problems = [];
  }

  override render(): unknown {
    const { schemes } = this.names;
    const teams = schemes.some(usesTeams);
    const pays = schemes.some(paysBy);
    if (this.locked || (!teams && !pays)) return nothing;
    const fields = new Fields(this.typed, this.problems, this.names, () => this.requestUpdate(), 'facts-');
    const person = this.person;
    return html`<form class="panel" @submit=${this.submit} novalidate aria-labelledby="facts">
      <h2 id="facts" tabindex="-1">${t('team.factsTitle')}</h2>
      <p class="hint">${t('team.factsHelp')}</p>
      <div class="row-fields">
        ${fields.choice('id', t('team.subject'), (chosen) => personOptions(this.names, this.subjects, chosen), { then: () => this.typed.forget('team', 'payBase') })}
        ${teams ? fields.text('team', t('team.teamOf'), { otherwise: person?.team ?? '', maxlength: 64 }) : nothing}
        ${pays ? fields.number('payBase', t('team.payBase'), { otherwise: person?.payBase ?? '' }) : nothing}
      </div>
      ${fields.rest()}
      <button class="primary" ?disabled=${person === undefined}>${t('team.factsSave')}</button>
    </form>`;
  }

  private get typed(): Typed {
    return typedIn(this.desk, 'person-facts');
  }

  private get subjects(): Person[] {
    return this.view.people.filter((person) => person.scheme !== undefined);
  }

  private get person(): Person | undefined {
    return this.view.people.find(({ id }) => id === this.typed.read('id'));
  }

  private submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (this.person === undefined) return;
    const { team: oldTeam = '', payBase: oldBase = '', ...rest } = this.person;
    const team = this.typed.read('team', oldTeam).trim();
    const base = this.typed.read('payBase', oldBase).trim();
    // Full-width digits are what Chinese keyboards give; the engine reads them and says the number.
    const read = base === '' ? undefined : await this.desk.ask<Answer<{ value: string }>>('readNumber', base);
    if (read && !read.ok) {
      this.problems = read.problems.map((problem) => ({ ...problem, pointer: '/payBase' }));
      return this.focusRefused();
    }
    const draft = { ...rest, ...(team === '' ? {} : { team }), ...(read ? { payBase: read.value.value } : {}) };
    const answer = await this.desk.addEntry('people', draft, 'team.factsSaved');
    this.problems = answer.ok ? [] : answer.problems;
    if (!answer.ok) return this.focusRefused();
    this.typed.forget();
    this.requestUpdate();
    await this.focusOn('h2');
  };
}

define('kaohe-person-facts', PersonFacts);
