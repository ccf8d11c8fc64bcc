// Whom the element's properties name. The page writes them, and so does the element, when the form is another one by a file, an
// answer or a draft: they always say whose form it is.
import { today } from '../kit/format.ts';
import type { Who } from './form-state.ts';

export interface Named {
  scheme: string | null;
  raterRole: string | null;
  subject: string | null;
  subjectName: string | null;
  rater: string | null;
  raterName: string | null;
  period: string | null;
}

/** As the element declares them. */
export const addressProperties = {
  scheme: {},
  raterRole: { attribute: 'rater-role' },
  subject: {},
  subjectName: { attribute: 'subject-name' },
  rater: {},
  raterName: { attribute: 'rater-name' },
  period: {},
} satisfies Record<keyof Named, object>;
const NAME_OF: { [person: PropertyKey]: 'subjectName' | 'raterName' } = { subject: 'subjectName', rater: 'raterName' };

export class Address {
  private writing = false;
  /** The names that the element wrote: they go with the person, while a name that the page gave is the page's. */
  private readonly ours = new Set<PropertyKey>();

  constructor(private host: Named) {}

  /** A property was set. True if the page names another form by it, or another name. */
  hears(property: PropertyKey, changed: boolean): boolean {
    if (this.writing || !Object.hasOwn(addressProperties, property)) return false;
    this.ours.delete(property);
    const name = NAME_OF[property];
    if (changed && name !== undefined && this.ours.has(name)) this.write({ [name]: null });
    return changed;
  }

  write(named: Partial<Named>): void {
    this.writing = true;
    Object.assign(this.host, named);
    this.writing = false;
    for (const name of Object.values(NAME_OF)) if (name in named) this.ours.add(name);
  }

  writeWho({ role, date: _date, ...who }: Who): void {
    this.write({ ...who, raterRole: role });
  }

  /** What is given; from a framework it may come as a number. */
  get given(): Partial<Who> {
    const { scheme, raterRole: role, subject, subjectName, rater, raterName, period } = this.host;
    const all = { scheme, role, subject, subjectName, rater, raterName, period };
    return Object.fromEntries(Object.entries(all).flatMap(([key, value]) => (value == null || value === '' ? [] : [[key, String(value)]])));
  }

  /** Everything that has to be known before a form can be opened, or undefined. */
  get who(): Who | undefined {
    const { scheme, role, subject, rater, period, subjectName = '', raterName = '' } = this.given;
    if (!scheme || !role || !subject || !rater || !period) return undefined;
    return { scheme, role, subject, rater, period, subjectName, raterName, date: today() };
  }

  /** Nothing of it says anything else. */
  admits(who: Who): boolean {
    return Object.entries(this.given).every(([key, value]) => key.endsWith('Name') || who[key as keyof Who] === value);
  }
}
