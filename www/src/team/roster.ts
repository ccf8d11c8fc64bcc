// Everybody once by number and once by name: a long table is looked up, and not searched for every cell of it. A number and a name
// that stand in one row must be one person's: a serial number or a slipped row would else be taken for somebody.
import { t, type Params, type TextKey } from '../kit/texts.ts';
import { folded } from './folded.ts';
import type { Says } from './nobody.ts';
import type { Person } from '../engine/engine.ts';

/** Why nobody was found. */
export interface NotFound {
  key: TextKey;
  params: Params;
}

export type Found = Person | NotFound;

export const isPerson = (found: Found): found is Person => 'id' in found;

export class Roster {
  #byId: Map<string, Person>;
  /** Nobody where several numbers differ in capitals or blanks only. */
  #nearly = new Map<string, Person | undefined>();
  #byName = new Map<string, Person[]>();

  constructor(people: Person[]) {
    this.#byId = new Map(people.map((person) => [person.id, person]));
    for (const person of people) {
      const [id, name] = [folded(person.id), folded(person.name)];
      this.#nearly.set(id, this.#nearly.has(id) ? undefined : person);
      const namesakes = this.#byName.get(name);
      if (namesakes) namesakes.push(person);
      else this.#byName.set(name, [person]);
    }
  }

  /** Whether anybody on the list is meant, be it against what else the row says. */
  has({ id, name, who }: Says): boolean {
    return [id, who].some((words) => this.#numbered(words) !== undefined) || [name, who].some((words) => this.#byName.has(folded(words)));
  }

  /** By all that the row says: of number, name and what may be either each must be the same person's. */
  find({ id, name, who }: Says): Found {
    if (id !== '') {
      const person = this.#numbered(id);
      return person ? this.#agreeing(person, [name, who]) : this.#unknown(id, name === '' ? who : name);
    }
    if (who === '') return name === '' ? { key: 'team.rowNobody', params: {} } : this.#named(name);
    const numbered = this.#numbered(who);
    if (numbered) return this.#agreeing(numbered, [name]);
    return name === '' || folded(name) === folded(who) ? this.#named(who) : { key: 'team.rowTwoNames', params: { one: who, other: name } };
  }

  #agreeing(person: Person, others: string[]): Found {
    const other = others.find((words) => words !== '' && folded(words) !== folded(person.name) && this.#numbered(words) !== person);
    return other === undefined ? person : { key: 'team.rowTwoPeople', params: { id: person.id, person: person.name, name: other } };
  }

  /** A number or a name, whichever it is. */
  named(words: string): Found {
    return this.#numbered(words) ?? this.#named(words);
  }

  #numbered(id: string): Person | undefined {
    return this.#byId.get(id) ?? this.#nearly.get(folded(id));
  }

  #named(name: string): Found {
    const [person, ...others] = this.#byName.get(folded(name)) ?? [];
    if (!person) return { key: 'team.rowNoName', params: { name } };
    return others.length === 0
      ? person
      : { key: 'team.rowNamesakes', params: { name, ids: [person, ...others].map(({ id }) => id).join(t('team.listJoin')) } };
  }

  /** The number is nobody's, but the name may be somebody's. */
  #unknown(id: string, name: string): NotFound {
    const found = this.#named(name);
    return isPerson(found)
      ? { key: 'team.rowOtherNumber', params: { id, name: found.name, known: found.id } }
      : { key: 'team.rowNoNumber', params: { id } };
  }
}
