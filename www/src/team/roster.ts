// Everybody once by number and once by name: a long table is looked up, and not searched for every cell of it.
import type { Person } from '../foundation/engine.ts';

export class Roster {
  #byId: Map<string, Person>;
  /** Nobody where several have one name. */
  #byName = new Map<string, Person | undefined>();

  constructor(people: Person[]) {
    this.#byId = new Map(people.map((person) => [person.id, person]));
    for (const person of people) this.#byName.set(person.name, this.#byName.has(person.name) ? undefined : person);
  }

  /** The number first; a name only when it is one person's. */
  named(words: string): Person | undefined {
    return this.#byId.get(words) ?? this.#byName.get(words);
  }
}
