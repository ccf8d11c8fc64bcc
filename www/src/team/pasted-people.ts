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
  const units: Unit[] = [];
  const problems: RowProblem[] = [];
  const refuse = (row: number, key: TextKey, params?: Params): void => void problems.push(params ? { row, key, params } : { row, key });
  for (const { number, cells } of rows) {
    const [id = '', name = '', unitName = '', schemeName = '', team = '', payBase = ''] = cells;
    if (HEADINGS.test(id)) continue;
    if (id === '' || name === '') refuse(number, 'team.pasteNeedsIdName');
    else if ([...known.people, ...people].some((person) => person.id === id)) refuse(number, 'team.pasteTwice', { id });
    else if (unitName === '' && schemeName !== '') refuse(number, 'team.pasteNeedsUnit', { id });
    else if (unitName === '') people.push({ id, name });
    else {
      const scheme = findScheme(schemes, schemeName);
      // What is no number is the engine's to refuse, with its place.
      const more = { ...(team === '' ? {} : { team }), ...(payBase === '' ? {} : { payBase }) };
      if (scheme) people.push({ id, name, unit: unitFor(unitName, known.units, units).id, scheme: scheme.id, ...more });
      else if (schemeName === '') refuse(number, 'team.pasteWhichScheme', { schemes: listed(schemes) });
      else refuse(number, 'team.pasteNoScheme', { scheme: schemeName, schemes: listed(schemes) });
    }
  }
  return { people, units, problems };
}

/** An empty cell means the only scheme there is; with several, the id, the name or an unmistakable part of it. */
function findScheme(schemes: Scheme[], words: string): Scheme | undefined {
  if (words === '') return schemes.length === 1 ? schemes[0] : undefined;
  const exact = schemes.find((scheme) => scheme.id === words || scheme.name['zh-CN'] === words || scheme.name.en === words);
  if (exact) return exact;
  const partly = schemes.filter((scheme) => scheme.name['zh-CN'].includes(words) || scheme.id.includes(words));
  return partly.length === 1 ? partly[0] : undefined;
}

function unitFor(name: string, known: Unit[], fresh: Unit[]): Unit {
  const found = [...known, ...fresh].find((unit) => unit.id === name || unit.name['zh-CN'] === name || unit.name.en === name);
  if (found) return found;
  const unit: Unit = { id: ID.test(name) ? name : freeId([...known, ...fresh]), name: { 'zh-CN': name } };
  fresh.push(unit);
  return unit;
}

function freeId(units: Unit[]): Id {
  const taken = new Set(units.map((unit) => unit.id));
  let number = units.length + 1;
  while (taken.has(`unit-${number}`)) number += 1;
  return `unit-${number}`;
}

const listed = (schemes: Scheme[]): string => schemes.map((scheme) => say(scheme.name)).join(t('team.listJoin'));
