// Who is on the list already, in the workbook or further up in the table: E001, e001 and E-001 of one name are one person.
import { say, type Params, type TextKey } from '../kit/texts.ts';
import { folded } from './folded.ts';
import type { Units } from './units.ts';
import type { Person } from '../engine/engine.ts';

export class SamePeople {
  #byId = new Map<string, Person>();
  #nearly = new Map<string, Person>();

  /** `units` of the workbook, by which a unit that differs is told. */
  constructor(
    known: Person[],
    private units: Units,
  ) {
    for (const person of known) this.add(person);
  }

  add(person: Person): void {
    this.#byId.set(person.id, person);
    this.#nearly.set(key(person), person);
  }

  /** Why this person is not taken again. */
  find(person: { id: string; name: string }, unitName: string): { key: TextKey; params: Params } | undefined {
    const { id, name } = person;
    const same = this.#byId.get(id);
    if (!same) {
      const like = this.#nearly.get(key(person));
      return like && { key: 'team.pasteNearly', params: { id, name, other: like.id } };
    }
    if (folded(same.name) !== folded(name)) return { key: 'team.pasteOtherName', params: { id, name, known: same.name } };
    const unit = same.unit === undefined ? undefined : this.units.byId(same.unit);
    if (unitName === '' || !unit || this.units.find(unitName) === unit) return { key: 'team.pasteTwice', params: { id } };
    return { key: 'team.pasteOtherUnit', params: { id, name, unit: unitName, known: say(unit.name) } };
  }
}

const key = ({ id, name }: { id: string; name: string }): string => JSON.stringify([folded(id).replace(/[-._]/g, ''), folded(name)]);
