// Temporary: the contract's types by hand, until pkg/engine/kaohe.d.ts is generated. Import them from './engine.ts' only.
export type Num = string;
export type Exact = string;
export type Id = string;
export interface Text { 'zh-CN': string; en?: string }

export interface Scheme {
  $schema?: string; format: 'kaohe-scheme'; formatVersion: 1; id: Id; version: Id; name: Text; source?: Text; help?: Text;
  presets?: Text[]; period: 'month' | 'quarter' | 'half' | 'year'; roles?: Role[]; roleWeights?: Num;
  sections: Section[]; total: Total; grades?: Grade[]; ranking?: Ranking; warnings?: Warnings;
}
export interface Role { id: Id; name: Text; by?: 'subject' | 'others'; weight: Num; atLeast?: number; anonymousFrom?: number; missing?: string }
export interface Section { id: Id; name: Text; help?: Text; weight?: Num; points?: Num; floor?: Num; cap?: Num; rounding?: Rounding; criteria: Criterion[] }
export interface Criterion {
  id: Id; name: Text; help?: Text; preset?: Text; points?: Num; deduction?: { floor?: Num }; bonus?: Num;
  measure: Measure; scale?: Scale; rounding?: Rounding; noData?: string;
}
export type Measure = { type: 'rating'; roles?: Id[]; step?: Num } | { type: 'records'; of: 'points' | 'count'; step?: Num };
export type Scale = { type: 'as-is' } | { type: 'each'; start?: Num; each: Num; floor?: Num; cap?: Num };
export interface Total { points: Num; min?: Num; max?: Num; rounding?: Rounding }
export interface Rounding { step: Num; mode?: string }
export interface Grade { id: Id; name: Text; help?: Text; from?: Num; above?: Num }
export interface Ranking { tieBreakers?: Id[]; with?: Id[] }
export interface Warnings { unranked?: string; smallUnits?: boolean; strict?: boolean; rungs: Rung[] }
export interface Rung { id: Id; name: Text; help?: Text; bottom: number; periods?: number; after?: 'standby' }

export interface Score { criterion: Id; score?: Num; comment?: string; [extra: `x-${string}`]: unknown }
export interface Rating {
  id: Id; revision: number; scheme: { id: Id; version: Id; digest?: string }; period: string; subject: string; rater: string;
  role: Id; date: string; scores: Score[]; remark?: string; [extra: `x-${string}`]: unknown;
}
export interface FormFile {
  format: 'kaohe-form'; formatVersion: 1; scheme?: Scheme; subjectName?: string; raterName?: string; rating: Rating;
  checksum?: string; [extra: `x-${string}`]: unknown;
}
export interface Acknowledgement { id: Id; subject: string; scheme: Id; date: string; answer: 'agree' | 'disagree'; text?: string; about: string }
export interface ReplyFile { format: 'kaohe-reply'; formatVersion: 1; period: string; acknowledgement: Acknowledgement; checksum?: string }
export interface CriterionResult {
  id: Id; points?: Exact; bonus?: Exact; raw?: Exact; noData?: string; roles?: { role: Id; raters: number; mean?: Exact }[]; records?: number;
}
export interface Sheet {
  period: string; anonymous: boolean; result: SubjectResult; steps: Step[]; digest: string;
}
export interface SubjectResult {
  subject: string; name: string; unit: string; scheme: Id; state: string; status: 'final' | 'provisional'; base?: Exact; bonus?: Exact;
  deductions?: Exact; total?: Num; grade?: Id; rank?: number; ranked?: number; below?: number;
  sections?: { id: Id; points?: Exact; criteria: CriterionResult[] }[]; missing?: unknown[]; outstanding?: unknown[];
  warning?: { rung: Id; months: { period: string; unit: string; rank: number; ranked: number; below: number }[] };
}
export interface SheetFile { format: 'kaohe-sheet'; formatVersion: 1; engine: string; scheme: Scheme; sheet: Sheet; checksum?: string }

export interface Problem { code: string; severity: 'error' | 'warning'; pointer: string; line?: number; column?: number; params: Record<string, string> }
export interface Step { code: string; params?: Record<string, string>; expression?: string; value?: Exact; steps?: Step[] }
export type Answer<T> = { ok: true; value: T; problems: Problem[] } | { ok: false; problems: Problem[] };

export interface FormView {
  role: Id; sections: { id: Id; points: Exact; max: Num; complete: boolean }[];
  missing: Id[]; total?: Num; max: Exact; grade?: Id;
  steps: Step[];
}
export interface FormChange {
  criterion: Id; value?: Num; tidied: boolean; problem?: Problem; section?: { id: Id; points: Exact; max: Exact; complete: boolean };
  missing: Id[]; total?: Num; grade?: Id;
}
export interface LiveForm { view(): Answer<FormView>; enter(criterion: string, text: string): FormChange; free(): void }
export interface Outcome {
  name: string; outcome: 'accepted' | 'already-here' | 'conflict' | 'refused' | 'set-aside'; what?: string; subject?: string;
  rater?: string; role?: string; problems: Problem[];
}
export interface Engine {
  default(input: { module_or_path: BufferSource | WebAssembly.Module }): Promise<unknown>;
  engineVersion(): string;
  readNumber(text: string): Answer<{ value: Num; tidied: boolean }>;
  identify(doc: string | Uint8Array): Answer<{ format: string; formatVersion: number }>;
  checkScheme(doc: string | Uint8Array): Answer<{ scheme: Scheme; digest: string }>;
  readForm(doc: string | Uint8Array): Answer<FormFile>;
  readSheet(doc: string | Uint8Array): Answer<SheetFile>;
  writeForm(doc: string): Answer<string>;
  writeReply(doc: string): Answer<string>;
  fingerprint(doc: string): Answer<string>;
  LiveForm: new (scheme: string, rating: string) => LiveForm;

  Workbook: new (doc: string | Uint8Array) => any;
}
