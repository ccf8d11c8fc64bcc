// Between the complaint as it is kept and the fields of its sheet. A field that is emptied leaves the entry; keys of others
// (`x-…`), the aliases and the number stay as they were.
import { today } from '../../kit/format.ts';
import type { Typed } from './typed.ts';
import type { Complaint } from '../../engine/engine.ts';

const PLAIN = [
  'received',
  'registered',
  'kind',
  'severity',
  'customer',
  'order',
  'item',
  'quantity',
  'delivered',
  'defects',
  'sample',
  'demand',
  'opinion',
  'cause',
  'countermeasure',
  'returned',
  'result',
  'approvedBy',
] as const;
const NUMBERS = ['quantity', 'defects'];
const PARTS = {
  production: ['unit', 'shift', 'staff', 'date'],
  drafted: ['unit', 'person', 'author', 'date'],
  responsible: ['unit', 'person', 'author', 'date'],
} as const;
const STEP = ['department', 'owner', 'handed', 'due', 'done', 'note'] as const;

type Entry = { [key: string]: unknown };

export class ComplaintDraft {
  constructor(
    readonly typed: Typed,
    readonly old: Complaint | undefined,
  ) {}

  /** What a field shows: what was typed, else what is kept, else what a new complaint begins with. */
  read(field: string): string {
    return this.typed.read(field, this.kept(field));
  }

  kept(field: string): string {
    const kept = field.split('/').reduce<unknown>((value, key) => (value as Entry | undefined)?.[key], this.old);
    if (typeof kept === 'string') return kept;
    if (this.old) return field === 'severity' ? 'normal' : '';
    return field === 'received' || field === 'registered' ? today() : field === 'severity' ? 'normal' : '';
  }

  /** The steps' places in the fields; one that was taken out keeps its place. */
  get steps(): number[] {
    const count = Number(this.typed.read('stepCount', String(this.old?.steps?.length ?? 0)));
    return Array.from({ length: count }, (_, at) => at).filter((at) => this.typed.read(`steps/${at}/gone`) === '');
  }

  addStep(department: string, handed: string): number {
    const at = Number(this.typed.read('stepCount', String(this.old?.steps?.length ?? 0)));
    this.typed.write('stepCount', String(at + 1));
    this.typed.write(`steps/${at}/department`, department);
    this.typed.write(`steps/${at}/handed`, handed);
    return at;
  }

  removeStep(at: number): void {
    this.typed.write(`steps/${at}/gone`, 'yes');
  }

  /** Fields in which a number was typed, for the engine to read. */
  get numbers(): [string, string][] {
    return NUMBERS.map((field) => [field, this.read(field)]);
  }

  /** The next revision, to be signed by its author. */
  entry(id: string, author: string, numbers: Map<string, string>): Entry {
    const { old } = this;
    const entry: Entry = { ...old, id, revision: (old?.revision ?? 0) + 1, author };
    for (const field of PLAIN) put(entry, field, numbers.get(field) ?? this.read(field));
    for (const [part, keys] of Object.entries(PARTS)) {
      const inner: Entry = { ...(old?.[part as keyof typeof PARTS] as Entry | undefined) };
      for (const key of keys) put(inner, key, this.read(`${part}/${key}`));
      // A day and a name without a unit say nothing; the engine asks for the unit.
      if (Object.keys(inner).length > 0) entry[part] = inner;
      else delete entry[part];
    }
    entry['steps'] = this.steps.map((at) => {
      const step: Entry = { ...(old?.steps?.[at] as Entry | undefined) };
      for (const key of STEP) put(step, key, this.read(`steps/${at}/${key}`));
      return step;
    });
    return entry;
  }

  /** The engine counts the steps that are left; the fields have kept their places. */
  fieldPlace(pointer: string): string {
    const { steps } = this;
    return pointer.replace(/^\/steps\/(\d+)/, (_, at: string) => `/steps/${steps[Number(at)] ?? at}`);
  }
}

/** What must be there is sent even when it is blank, so that the refusal stands by its field. */
const MUST = ['received', 'registered', 'kind', 'handed', 'department'];

function put(entry: Entry, key: string, text: string): void {
  const value = text.trim();
  if (value === '' && !MUST.includes(key)) delete entry[key];
  else entry[key] = value;
}
