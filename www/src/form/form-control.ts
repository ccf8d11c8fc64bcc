// What the element is to a <form> around it: its value is the form file, and it is invalid while a score is missing or wrong.
import { t } from '../foundation/texts.ts';
import type { Id, Num } from '../foundation/engine.ts';
import type { Desk } from './desk.ts';
import { toFile } from './form-state.ts';

export interface Change {
  missing: Id[];
  total: Num | undefined;
  grade: Id | undefined;
}

export function report(internals: ElementInternals, desk: Desk, field: (criterion: Id) => HTMLElement | null): Change | undefined {
  const { state, live } = desk;
  if (state === undefined) {
    internals.setFormValue(null);
    return undefined;
  }
  internals.setFormValue(JSON.stringify(toFile(state, live?.values() ?? new Map())), JSON.stringify(state));
  const open = live === undefined ? [] : [...live.invalid(), ...live.missing];
  const anchor = open[0] === undefined ? null : field(open[0]);
  if (anchor === null) internals.setValidity({});
  else internals.setValidity({ valueMissing: true }, t('form.missing', { count: open.length }), anchor);
  return { missing: live?.missing ?? [], total: live?.total, grade: live?.grade };
}
