// The shapes of the engine's answers about a workbook, as the contract states them. Nothing here computes.
import type { Acknowledgement, Exact, Id, Num, Problem, Scheme, Step, Text } from '../foundation/engine.ts';

export type { Acknowledgement, Answer, Exact, Id, Num, Outcome, Problem, Scheme, Step, Text } from '../foundation/engine.ts';

export type PersonState = 'active' | 'leave' | 'standby';

export interface Unit { id: Id; name: Text; office?: Text; manager?: string }
export interface Person { id: string; name: string; unit?: Id; team?: string; scheme?: Id; payBase?: Num }
export interface Assignment { subject: string; role: Id; rater: string }
export interface StateEntry { id: Id; subject: string; state: PersonState; date: string; author: string; reason: string }
export interface RecordEntry {
  id: Id; subject: string; criterion: Id; date: string; author: string; points?: Num; reason: string; replaces?: Id; evidence?: string;
}
export interface Reopening { author: string; date: string; reason: string }

/** `current`: it answers the result as it stands now. */
export interface GivenAnswer { acknowledgement: Acknowledgement; current: boolean }

export interface WorkbookView {
  id: Id; title?: string; period: string; closed: boolean;
  schemes: { id: Id; version: Id; name: Text; digest: string; scheme: Scheme }[];
  units: Unit[]; people: Person[]; assignments: Assignment[]; states: StateEntry[]; records: RecordEntry[];
  acknowledgements: GivenAnswer[]; reopenings: Reopening[];
  history: { period: string; digest: string; author: string; date: string }[]; digest: string;
}

export interface WarningMonth { period: string; unit: Id; rank: number; ranked: number; below: number }
export interface Warning { rung: Id; months: WarningMonth[] }
export interface Missing { criterion: Id; role?: Id; reason: 'no-rating' | 'too-few-raters' | 'conflict' | 'nothing-left' | 'too-large'; have: number; need: number }
export interface Outstanding { role: Id; rater?: string; state: 'none' | 'incomplete' | 'conflict'; criteria?: Id[] }
export interface CriterionResult {
  id: Id; points?: Exact; bonus?: Exact; raw?: Exact; noData?: string; roles?: { role: Id; raters: number; mean?: Exact }[]; records?: number;
}
export interface SubjectResult {
  subject: string; name: string; unit: Id; scheme: Id; state: PersonState; status: 'final' | 'provisional';
  base?: Exact; bonus?: Exact; deductions?: Exact; total?: Num; grade?: Id; rank?: number; ranked?: number; below?: number;
  sections: { id: Id; points?: Exact; criteria: CriterionResult[] }[];
  missing: Missing[]; outstanding: Outstanding[]; warning?: Warning; alsoHolds?: Warning[]; early?: Id;
}
export interface UnitReport { unit: Id; scheme: Id; members: number; ranked: number; provisional: number; away: number; passedOver: number[] }
export interface Result { results: SubjectResult[]; units: UnitReport[]; notices: Problem[] }
/** The document is JSON text, so that its figures arrive as they were written. */
export interface Variant { digest: string; document: string }
export interface Conflict {
  kind: 'rating' | 'record' | 'state'; subject: string; role?: Id; rater?: string; id?: Id; variants: Variant[];
}
export interface Verification {
  ok: boolean; closed: boolean; contentUnchanged: boolean; otherEngine?: string;
  differences: { subject: string; field: string; kept: string; now: string }[];
}

/** The subject's own sheet; its result lacks what anonymity hides. */
export interface OwnSheet { period: string; anonymous: boolean; result: SubjectResult; steps: Step[]; digest: string }

/** Which scheme file a subject is appraised by. */
export function schemeOf(schemes: Scheme[], id: Id | undefined): Scheme | undefined {
  return schemes.find((scheme) => scheme.id === id);
}
