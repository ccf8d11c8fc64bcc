// Ids into the words people know. Everything a person or a scheme wrote goes through here, so that no screen shows a bare id
// where there is a name.
import { html, type TemplateResult } from 'lit';
import { say, t, type TextKey } from '../kit/texts.ts';
import { schemeWord, shippedScheme } from '../kit/scheme-words.ts';
import type { ThingNames } from '../kit/parameters.ts';
import type { Criterion, Id, Level, Person, Role, Rung, Scheme, State, Unit, WorkbookView } from '../engine/engine.ts';

export class Names {
  #people: Map<string, Person>;
  #units: Map<Id, Unit>;

  readonly schemes: Scheme[];

  constructor(readonly view: WorkbookView) {
    this.schemes = view.schemes.map((one) => one.scheme);
    this.#people = new Map(view.people.map((person) => [person.id, person]));
    this.#units = new Map(view.units.map((unit) => [unit.id, unit]));
  }

  person(id: string | undefined): string {
    return id === undefined ? '' : (this.#people.get(id)?.name ?? id);
  }

  unit(id: Id | undefined): string {
    return id === undefined ? '' : say(this.#units.get(id)?.name) || id;
  }

  /** The office stands beside the unit, because its manager holds the talks. */
  office(id: Id): { name: string; manager: string } {
    const unit = this.#units.get(id);
    return { name: say(unit?.office), manager: unit?.manager ?? '' };
  }

  scheme(id: Id | undefined): string {
    return say(schemeOf(this.schemes, id)?.name) || (id ?? '');
  }

  schemeOfSubject(subject: string): Scheme | undefined {
    return schemeOf(this.schemes, this.#people.get(subject)?.scheme);
  }

  role(scheme: Id | undefined, id: Id): string {
    return say(this.#find(scheme, (one) => one.roles?.find((role: Role) => role.id === id))?.name) || id;
  }

  criterion(scheme: Id | undefined, id: Id): string {
    return say(this.#find(scheme, (one) => criteriaOf(one).find((criterion) => criterion.id === id))?.name) || id;
  }

  grade(scheme: Id | undefined, id: Id): string {
    return say(this.#find(scheme, (one) => one.grades?.find((grade) => grade.id === id))?.name) || id;
  }

  level(scheme: Id | undefined, criterion: Id, id: Id): string {
    const levels = (one: Scheme): Level[] =>
      criteriaOf(one).flatMap((rule) => (rule.id === criterion && rule.scale?.type === 'levels' ? rule.scale.levels : []));
    return say(this.#find(scheme, (one) => levels(one).find((level) => level.id === id))?.name) || id;
  }

  rung(scheme: Id | undefined, id: Id): Rung | undefined {
    return this.#find(scheme, (one) => one.warnings?.rungs.find((rung) => rung.id === id));
  }

  /** What the parameters of problems and derivations name. A person is told by name and number: several may have one name. */
  readonly called = (scheme?: Id): ThingNames => {
    return (kind, id, about) => {
      switch (kind) {
        case 'person':
          return this.#people.has(id) ? `${this.person(id)} ${id}` : undefined;
        case 'unit':
          return say(this.#units.get(id)?.name) || undefined;
        case 'plan':
          return this.view.plans.find((plan) => plan.id === id)?.measure;
        default:
          return this.#find(scheme ?? this.#schemeOf(about), (one) => schemeWord(one, kind, id)) ?? shippedScheme(kind, id);
      }
    };
  };

  #schemeOf(subject: string | undefined): Id | undefined {
    return subject === undefined ? undefined : this.schemeOfSubject(subject)?.id;
  }

  // A subject's own scheme first; without one (a rater, a removed scheme) any scheme that knows the id.
  #find<T>(id: Id | undefined, pick: (scheme: Scheme) => T | undefined): T | undefined {
    const own = schemeOf(this.schemes, id);
    const found = own && pick(own);
    if (found !== undefined) return found;
    for (const scheme of this.schemes) {
      const other = pick(scheme);
      if (other !== undefined) return other;
    }
    return undefined;
  }
}

/** Which scheme file a subject is appraised by. */
export function schemeOf(schemes: Scheme[], id: Id | undefined): Scheme | undefined {
  return schemes.find((scheme) => scheme.id === id);
}

export function criteriaOf(scheme: Scheme): Criterion[] {
  return scheme.sections.flatMap((section) => section.criteria);
}

/** Criteria that a record can name: those measured by records. */
export function recordedCriteria(scheme: Scheme | undefined): Criterion[] {
  return scheme ? criteriaOf(scheme).filter((criterion) => criterion.measure.type === 'records') : [];
}

export function ratedRoles(scheme: Scheme | undefined): Role[] {
  if (!scheme?.roles) return [];
  const asked = criteriaOf(scheme).flatMap((criterion) =>
    criterion.measure.type === 'rating' ? (criterion.measure.roles ?? scheme.roles!.map((role) => role.id)) : [],
  );
  return scheme.roles.filter((role) => asked.includes(role.id));
}

const STATES: { [state in State]: TextKey } = {
  active: 'team.stateActive',
  leave: 'team.stateLeave',
  standby: 'team.stateStandby',
};

export function stateName(state: State): string {
  return STATES[state] === undefined ? state : t(STATES[state]);
}

/** What a person wrote: literally, and with its own reading direction. */
export function written(text: string | undefined): TemplateResult {
  return html`<bdi>${text ?? ''}</bdi>`;
}
