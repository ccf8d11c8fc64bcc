// What is on a person's desk: the form as it was opened, and over it exactly what has been typed, half-typed numbers
// included. This is the truth; the engine's LiveForm is a cache that can be made anew from it.
import { newId } from '../kit/files.ts';
import type { KnownScheme } from '../kit/schemes.ts';
import { damagedAt, isObject } from './draft-shape.ts';
import { levelsOf } from './level-choice.ts';
import type { Criterion, FormFile, Id, DecimalText, Problem, Rating, Role, Scheme, Score } from '../engine/engine.ts';

export interface Entry {
  criterion: Id;
  text: string;
  comment: string;
}

export interface FormState {
  format: 'kaohe-form-draft';
  formatVersion: 1;
  /** As opened, so that what the page does not show survives a round trip. Always carries its scheme. */
  file: FormFile & { scheme: Scheme };
  entries: Entry[];
  remark: string;
  /** Fields that were left once: only these show their errors. */
  touched: Id[];
  /** Nothing typed since the last export. */
  exported: boolean;
}

export interface Who {
  scheme: Id;
  role: Id;
  period: string;
  subject: string;
  subjectName: string;
  rater: string;
  raterName: string;
  date: string;
}

/** The key under which a score's text travels when it is not a number the engine takes. */
const UNREAD = 'x-text';

export function newState(who: Who, scheme: Scheme, digest: string): FormState {
  const rating: Rating = {
    id: newId(),
    revision: 0,
    scheme: { id: scheme.id, version: scheme.version, digest },
    period: who.period,
    subject: who.subject,
    rater: who.rater,
    role: who.role,
    date: who.date,
    scores: [],
  };
  return fromFile({ format: 'kaohe-form', formatVersion: 1, scheme, ...names(who), rating }, scheme);
}

function names(who: Who): Pick<FormFile, 'subjectName' | 'raterName'> {
  return {
    ...(who.subjectName === '' ? {} : { subjectName: who.subjectName }),
    ...(who.raterName === '' ? {} : { raterName: who.raterName }),
  };
}

export function fromFile(file: FormFile, scheme: Scheme): FormState {
  const entries = askedOf(scheme, file.rating.role).map(({ id }): Entry => {
    const score = file.rating.scores.find(({ criterion }) => criterion === id);
    const unread = score?.[UNREAD];
    return {
      criterion: id,
      text: score?.level ?? score?.score ?? (typeof unread === 'string' ? unread : ''),
      comment: score?.comment ?? '',
    };
  });
  const touched = entries.filter(({ text }) => text !== '').map(({ criterion }) => criterion);
  return {
    format: 'kaohe-form-draft',
    formatVersion: 1,
    file: { ...file, scheme },
    entries,
    remark: file.rating.remark ?? '',
    touched,
    exported: true,
  };
}

/** The form file as it would be exported now; `values` are the engine's readings of the texts. */
export function toFile(state: FormState, values: ReadonlyMap<Id, DecimalText>): FormFile {
  const { checksum: _, ...file } = state.file;
  const shown = new Set(state.entries.map(({ criterion }) => criterion));
  const scores = [
    ...state.entries.flatMap((entry) => scoreOf(entry, state, values)),
    // A score for a criterion that this scheme does not ask for is not ours to drop.
    ...file.rating.scores.filter(({ criterion }) => !shown.has(criterion)),
  ];
  const { remark: __, ...rating } = file.rating;
  return {
    ...file,
    rating: { ...rating, revision: nextRevision(state), scores, ...(state.remark === '' ? {} : { remark: state.remark }) },
  };
}

function scoreOf(entry: Entry, state: FormState, values: ReadonlyMap<Id, DecimalText>): Score[] {
  const opened = state.file.rating.scores.find(({ criterion }) => criterion === entry.criterion);
  const extras = Object.fromEntries(Object.entries(opened ?? {}).filter(([key]) => key.startsWith('x-') && key !== UNREAD));
  const value = values.get(entry.criterion);
  const level = levelOf(entry, state);
  if (entry.text === '' && entry.comment === '' && Object.keys(extras).length === 0) return [];
  return [
    {
      criterion: entry.criterion,
      ...(value === undefined ? {} : { score: value }),
      ...(level === undefined ? {} : { level }),
      ...(entry.comment === '' ? {} : { comment: entry.comment }),
      ...extras,
      ...(value === undefined && level === undefined && entry.text !== '' ? { [UNREAD]: entry.text } : {}),
    },
  ];
}

/** What was chosen, of a criterion with levels that has it. */
function levelOf({ criterion, text }: Entry, { file }: FormState): Id | undefined {
  const asked = askedOf(file.scheme, file.rating.role).find(({ id }) => id === criterion);
  return asked && levelsOf(asked).find(({ id }) => id === text)?.id;
}

/** A changed form is a new revision of the same form; exporting it twice unchanged is the same one. */
function nextRevision(state: FormState): number {
  const { revision } = state.file.rating;
  return state.exported && revision > 0 ? revision : revision + 1;
}

export function markExported(state: FormState): FormState {
  const rating = { ...state.file.rating, revision: nextRevision(state) };
  return { ...state, file: { ...state.file, rating }, exported: true };
}

/** The rating without its scores: the texts are entered one by one, as a person would. */
export function blankRating(state: FormState): string {
  const { remark: _, ...rating } = state.file.rating;
  return JSON.stringify({ ...rating, revision: nextRevision(state), scores: [] });
}

/** What a form of this role asks for, in the scheme's order. */
export function askedOf(scheme: Scheme, role: Id): Criterion[] {
  return scheme.sections.flatMap(({ criteria }) => criteria).filter(({ measure }) => asks(measure, role));
}

const asks = (measure: Criterion['measure'], role: Id): boolean =>
  measure.type === 'rating' && (measure.roles === undefined || measure.roles.includes(role));

/** The roles that have a form at all: a role that only appears beside records has none. */
export function rolesWithForms(scheme: Scheme): Role[] {
  return (scheme.roles ?? []).filter(({ id }) => askedOf(scheme, id).length > 0);
}

/** Schemes somebody can fill a form for; first the one whose forms go to the most roles. */
export function withForms(schemes: readonly KnownScheme[]): KnownScheme[] {
  const roles = ({ scheme }: KnownScheme): number => rolesWithForms(scheme).length;
  return schemes.filter((one) => roles(one) > 0).sort((a, b) => roles(b) - roles(a));
}

export const ratesItself = (scheme: Scheme, role: Id): boolean => scheme.roles?.find(({ id }) => id === role)?.by === 'subject';

/** One draft per form that can be asked for: the same five answers lead back to the same draft. */
export function draftKey({ scheme, period, subject, role, rater }: Pick<Who, 'scheme' | 'period' | 'subject' | 'role' | 'rater'>): string {
  return `form:${JSON.stringify([scheme, period, subject, role, rater])}`;
}

export function keyOf(state: FormState): string {
  const { rating } = state.file;
  return draftKey({ ...rating, scheme: rating.scheme.id });
}

export function whoOf({ file: { rating, subjectName = '', raterName = '' } }: FormState): Who {
  const { role, period, subject, rater, date } = rating;
  return { scheme: rating.scheme.id, role, period, subject, subjectName, rater, raterName, date };
}

/** With the names that are given; undefined if it has them already. */
export function renamed(state: FormState, { subjectName, raterName }: Pick<Who, 'subjectName' | 'raterName'>): FormState | undefined {
  const { file } = state;
  const given = { ...(subjectName === '' ? {} : { subjectName }), ...(raterName === '' ? {} : { raterName }) };
  const same = Object.entries(given).every(([key, name]) => file[key as keyof typeof given] === name);
  return same ? undefined : { ...state, file: { ...file, ...given } };
}

/** The same scores, in whichever digits they were typed, the same comments and the same remark. */
export function saysTheSame(one: FormState, other: FormState): boolean {
  const said = ({ entries, remark }: FormState): string =>
    JSON.stringify([
      entries.map(({ criterion, text, comment }) => JSON.stringify([criterion, text.normalize('NFKC').trim(), comment])).sort(),
      remark,
    ]);
  return said(one) === said(other);
}

export function hasContent(state: FormState): boolean {
  return state.remark !== '' || state.entries.some(({ text, comment }) => text !== '' || comment !== '');
}

export type ReadDraft = { state: FormState; problem?: undefined } | { state?: undefined; problem: Problem };

/** A draft from the store or a raw export; undefined when it is something else. */
export function parseState(text: string): ReadDraft | undefined {
  const draft = parsed(text);
  if (!isObject(draft) || draft['format'] !== 'kaohe-form-draft') return undefined;
  const { formatVersion: found } = draft;
  if (typeof found === 'number' && found > 1) {
    return {
      problem: {
        code: 'newer-version',
        severity: 'error',
        pointer: '/formatVersion',
        params: { format: 'kaohe-form', found: String(found), known: '1' },
      },
    };
  }
  const state = draft as unknown as FormState;
  const pointer = damagedAt(draft, '') ?? (unanswered(state) ? '/entries' : undefined);
  return pointer === undefined ? { state } : { problem: { code: 'draft-damaged', severity: 'error', pointer, params: {} } };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Something is asked for that has no entry to be typed into. */
function unanswered({ file, entries }: FormState): boolean {
  return askedOf(file.scheme, file.rating.role).some(({ id }) => !entries.some(({ criterion }) => criterion === id));
}
