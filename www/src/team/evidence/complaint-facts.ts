// The register as it stands: the highest revision of each complaint, its steps, whom it counts for.
import { say, t, type TextKey } from '../../kit/texts.ts';
import type { Names } from '../names.ts';
import { departmentsOf } from './uses.ts';
import type {
  Complaint,
  ComplaintKind,
  ComplaintSeverity,
  ComplaintStep,
  OverdueStep,
  Responsibility,
  StepDue,
  WorkbookView,
} from '../../engine/engine.ts';

const KINDS: { [kind in ComplaintKind]: TextKey } = { 'non-quality': 'register.kindNonQuality', quality: 'register.kindQuality' };
const SEVERITIES: { [severity in ComplaintSeverity]: TextKey } = {
  minor: 'register.severityMinor',
  normal: 'register.severityNormal',
  serious: 'register.severitySerious',
};

export const kindOptions = (): [string, string][] => Object.entries(KINDS).map(([kind, key]) => [kind, t(key)]);
export const severityOptions = (): [string, string][] => Object.entries(SEVERITIES).map(([severity, key]) => [severity, t(key)]);
export const kindWords = (kind: ComplaintKind): string => t(KINDS[kind]);
export const severityWords = (severity: ComplaintSeverity | undefined): string => t(SEVERITIES[severity ?? 'normal']);

/** The highest revision of each, the latest number first. */
export function latestComplaints(view: WorkbookView): Complaint[] {
  const latest = new Map<string, Complaint>();
  for (const complaint of view.complaints) {
    const other = latest.get(complaint.id);
    if (!other || other.revision < complaint.revision) latest.set(complaint.id, complaint);
  }
  // The month has always seven characters; within one a longer running number is a higher one.
  const order = ({ number }: Complaint): string => `${number.slice(0, 8)}${number.slice(8).padStart(12, '0')}`;
  return [...latest.values()].sort((one, other) => (order(one) < order(other) ? 1 : -1));
}

export function revisionsOf(view: WorkbookView, id: string): Complaint[] {
  return view.complaints.filter((complaint) => complaint.id === id).sort((one, other) => other.revision - one.revision);
}

/** The first step that is not done. */
export function openStep(complaint: Complaint): ComplaintStep | undefined {
  return complaint.withdrawn ? undefined : complaint.steps?.find((step) => step.done === undefined);
}

/** The engine's day for a step; a complaint that was withdrawn has none left but those that were agreed. */
export function dueOf(dues: StepDue[], complaint: Complaint, step: ComplaintStep): string | undefined {
  const at = complaint.steps?.indexOf(step);
  return dues.find((one) => one.complaint === complaint.id && one.step === at)?.due ?? step.due;
}

/** What the engine lists of a step, by complaint, department and owner. */
export function ofStep(list: OverdueStep[], complaint: Complaint, step: ComplaintStep): OverdueStep | undefined {
  return list.find(
    (one) => one.complaint === complaint.number && one.department === step.department && one.owner === step.owner && one.done === step.done,
  );
}

export function departmentWords(names: Names, id: string): string {
  return say(departmentsOf(names.schemes).find((department) => department.id === id)?.name) || id;
}

/** A unit or a subject, and the person if one is named. */
export function responsibleWords(names: Names, found: Responsibility): string {
  const unit = names.view.units.some(({ id }) => id === found.unit) ? names.unit(found.unit) : names.person(found.unit);
  return found.person === undefined ? unit : t('register.unitAndPerson', { unit, person: names.person(found.person) });
}
