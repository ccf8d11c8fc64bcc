// Units by id or name, and new ones for names that none bears.
import { folded } from './folded.ts';
import type { Id, Unit } from '../engine/engine.ts';

const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** A wrong column may hold a hundred thousand: each is looked up at once. */
export class Units {
  readonly fresh: Unit[] = [];
  #byName = new Map<string, Unit>();
  /** VIP组, vip组 and ＶＩＰ 组 are one, unless the workbook has them apart. */
  #nearly = new Map<string, Unit>();
  #ids = new Set<Id>();

  constructor(known: Unit[]) {
    for (const unit of known) this.#add(unit);
  }

  find(name: string): Unit | undefined {
    return this.#byName.get(name) ?? this.#nearly.get(folded(name));
  }

  byId(id: Id): Unit | undefined {
    return this.#byName.get(id);
  }

  named(name: string): Unit {
    const found = this.find(name);
    if (found) return found;
    const unit: Unit = { id: ID.test(name) ? name : this.#freeId(), name: { 'zh-CN': name } };
    this.#add(unit);
    this.fresh.push(unit);
    return unit;
  }

  #add(unit: Unit): void {
    this.#ids.add(unit.id);
    // Of two that answer to one name the earlier counts.
    for (const words of [unit.id, unit.name['zh-CN'], unit.name.en]) {
      if (words === undefined) continue;
      if (!this.#byName.has(words)) this.#byName.set(words, unit);
      if (!this.#nearly.has(folded(words))) this.#nearly.set(folded(words), unit);
    }
  }

  #freeId(): Id {
    let number = this.#ids.size + 1;
    while (this.#ids.has(`unit-${number}`)) number += 1;
    return `unit-${number}`;
  }
}
