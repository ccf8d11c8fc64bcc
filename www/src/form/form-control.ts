// What the element is to a <form> around it: its value is the form file, and it is invalid until that form is the one that the
// properties name, the engine has nothing against it, and every score is there.
import { failureText, type EngineFailure } from '../engine/engine-failure.ts';
import type { Exact, Id, DecimalText, Problem } from '../engine/engine.ts';
import { problemText } from '../kit/problems.ts';
import { say, t } from '../kit/texts.ts';
import type { Desk } from './desk.ts';
import { hindrances } from './error-summary.ts';
import { fieldOf } from './focus.ts';
import { askedOf, toFile, type Who } from './form-state.ts';

/** The detail of `kaohe-change`. */
export interface Change {
  complete: boolean;
  missing: Id[];
  /** Of a form that covers the whole; a part of it decides some of its points. */
  total: DecimalText | undefined;
  decides: Exact | undefined;
  grade: Id | undefined;
}

/** What the element knows of the form that the properties name. */
export interface Asked {
  who: Who | undefined;
  failure: EngineFailure | undefined;
  /** What the engine has against it, or the page. */
  refused: Problem[];
  unknownScheme: Id | undefined;
  /** It has been asked for, and is not there yet. */
  coming: boolean;
  readOnly: boolean;
}

/** Why it is invalid, in the reader's words. */
interface Hindered {
  flag: 'valueMissing' | 'badInput' | 'customError';
  why: string;
  criterion?: Id;
}

export function report(internals: ElementInternals, desk: Desk, asked: Asked, root: ParentNode): Change {
  const ready = isReady(desk, asked);
  const { state, live } = desk;
  const hindered = ready ? unscored(desk) : unready(desk, asked);
  const value = ready && !asked.readOnly ? JSON.stringify(toFile(state!, live!.values())) : null;
  internals.setFormValue(value, state === undefined || asked.readOnly ? null : JSON.stringify(state));
  if (hindered === undefined) internals.setValidity({});
  else internals.setValidity({ [hindered.flag]: true }, hindered.why, anchorOf(root, hindered.criterion));
  const { missing = [], total, decides, grade } = (ready && live) || {};
  return { complete: hindered === undefined, missing, total, decides, grade };
}

/** The form on the desk is the one that is asked for, and the engine takes it. */
function isReady(desk: Desk, { who }: Asked): boolean {
  return who !== undefined && desk.holds(who) && desk.live !== undefined && desk.live.problems.length === 0;
}

function unready({ state, live, health }: Desk, { who, failure, refused, unknownScheme, coming }: Asked): Hindered {
  if (failure !== undefined) return { flag: 'customError', why: failureText(failure) };
  if (health === 'broken' && state !== undefined) return { flag: 'customError', why: t('form.broken') };
  if (coming) return { flag: 'customError', why: t('form.notReady') };
  const [problem] = [...refused, ...(live?.problems ?? [])];
  if (problem !== undefined) return { flag: 'customError', why: problemText(problem) };
  if (unknownScheme !== undefined) return { flag: 'customError', why: t('form.schemeUnknown', { id: unknownScheme }) };
  return who === undefined ? { flag: 'valueMissing', why: t('who.title') } : { flag: 'customError', why: t('form.notReady') };
}

function unscored(desk: Desk): Hindered | undefined {
  const { invalid, missing } = hindrances(desk);
  const { scheme, rating } = desk.state!.file;
  const [wrong] = askedOf(scheme, rating.role).filter(({ id }) => invalid.includes(id));
  if (wrong !== undefined) {
    const problem = desk.live!.readings.get(wrong.id)?.problem;
    return {
      flag: 'badInput',
      why: `${say(wrong.name)}${t('problem.colon')}${problem === undefined ? '' : problemText(problem)}`,
      criterion: wrong.id,
    };
  }
  return missing[0] === undefined
    ? undefined
    : { flag: 'valueMissing', why: t('form.openCount', { count: missing.length }), criterion: missing[0] };
}

/** Where the browser shows why: it wants something that takes the keyboard. */
function anchorOf(root: ParentNode, criterion: Id | undefined): HTMLElement | undefined {
  const heading =
    root.querySelector('kaohe-who')?.shadowRoot?.querySelector<HTMLElement>('h1') ?? root.querySelector<HTMLElement>('h1, [tabindex]');
  return (criterion === undefined ? undefined : fieldOf(root, criterion)) ?? heading ?? undefined;
}
