// A staff list from Excel: number, name, unit, scheme, and where they are needed team and pay base. Somebody without a unit only rates and is not appraised.
import { say, t, type Params, type TextKey } from '../foundation/texts.ts';
import type { PastedRow } from './pasted-rows.ts';
import type { Id, Person, Scheme, Unit } from '../foundation/engine.ts';

export interface RowProblem {
  row: number;
  key: TextKey;
  params?: Params;
}

export interface PeopleRead {
  people: Person[];
  units: Unit[];
  problems: RowProblem[];
}

const HEADINGS = /^(工号|员工号|编号|员工编号|被考核人工号|staff no\.?|id|number)$/i;
const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

export function readPeople(rows: PastedRow[], schemes: Scheme[], known: { people: Person[]; units: Unit[] }): PeopleRead {
  const people: Person[] = [];
  const units = new Units(known.units);
  const ids = new Set(known.people.map(({ id }) => id));
  const problems: RowProblem[] = [];
  const refuse = (row: number, key: TextKey, params?: Params): void => void problems.push(params ? { row, key, params } : { row, key });
  for (const { number, cells } of rows) {
    const [id = '', name = '', unitName = '', schemeName = '', team = '', payBase = ''] = cells;
    if (HEADINGS.test(id)) continue;
    if (id === '' || name === '') refuse(number, 'team.pasteNeedsIdName');
    else if (ids.has(id)) refuse(number, 'team.pasteTwice', { id });
    else if (unitName === '' && schemeName !== '') refuse(number, 'team.pasteNeedsUnit', { id });
    else if (unitName === '') people.push({ id, name });
    else {
      const scheme = findScheme(schemes, schemeName);
      // What is no number is the engine's to refuse, with its place.
      const more = { ...(team === '' ? {} : { team }), ...(payBase === '' ? {} : { payBase }) };
      if (scheme) people.push({ id, name, unit: units.named(unitName).id, scheme: scheme.id, ...more });
      else if (schemeName === '') refuse(number, 'team.pasteWhichScheme', { schemes: listed(schemes) });
      else refuse(number, 'team.pasteNoScheme', { scheme: schemeName, schemes: listed(schemes) });
    }
    if (people.at(-1)?.id === id) ids.add(id);
  }
  return { people, units: units.fresh, problems };
}

/** An empty cell means the only scheme there is; with several, the id, the name or an unmistakable part of it. */
function findScheme(schemes: Scheme[], words: string): Scheme | undefined {
  if (words === '') return schemes.length === 1 ? schemes[0] : undefined;
  const exact = schemes.find((scheme) => scheme.id === words || scheme.name['zh-CN'] === words || scheme.name.en === words);
  if (exact) return exact;
  const partly = schemes.filter((scheme) => scheme.name['zh-CN'].includes(words) || scheme.id.includes(words));
  return partly.length === 1 ? partly[0] : undefined;
}

/** Units by id or name, and new ones for names that none bears. A wrong column may hold a hundred thousand: each is looked up at once. */
export class Units {
  readonly fresh: Unit[] = [];
  #byName = new Map<string, Unit>();
  #ids = new Set<Id>();

  constructor(known: Unit[]) {
    for (const unit of known) this.#add(unit);
  }

  named(name: string): Unit {
    const found = this.#byName.get(name);
    if (found) return found;
    const unit: Unit = { id: ID.test(name) ? name : this.#freeId(), name: { 'zh-CN': name } };
    this.#add(unit);
    this.fresh.push(unit);
    return unit;
  }

  #add(unit: Unit): void {
    this.#ids.add(unit.id);
    // Of two that answer to one name the earlier counts.
    for (const words of [unit.id, unit.name['zh-CN'], unit.name.en]) if (words !== undefined && !this.#byName.has(words)) this.#byName.set(words, unit);
  }

  #freeId(): Id {
    let number = this.#ids.size + 1;
    while (this.#ids.has(`unit-${number}`)) number += 1;
    return `unit-${number}`;
  }
}

const listed = (schemes: Scheme[]): string => schemes.map((scheme) => say(scheme.name)).join(t('team.listJoin'));
