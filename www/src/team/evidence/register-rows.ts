// One complaint of the register in words: who is responsible, and what comes next.
import { html, nothing, type TemplateResult } from 'lit';
import { showDate } from '../../kit/format.ts';
import { t } from '../../kit/texts.ts';
import { written, type Names } from '../names.ts';
import { departmentWords, dueOf, openStep, responsibleWords } from './complaint-facts.ts';
import type { Complaint, OverdueStep, StepDue } from '../../engine/engine.ts';

/** What the engine says of steps: their days, and those that are late. */
export interface Deadlines {
  dues: StepDue[];
  overdue: OverdueStep[];
}

export function isOverdue(complaint: Complaint, { overdue }: Deadlines): boolean {
  // By its step too: while two complaints have one number, only one of them is late.
  return overdue.some(
    (one) =>
      one.complaint === complaint.number &&
      complaint.steps?.some((step) => step.department === one.department && step.owner === one.owner && step.done === one.done),
  );
}

export function renderResponsible(names: Names, { responsible, drafted, withdrawn }: Complaint): TemplateResult | typeof nothing {
  if (responsible) return written(responsibleWords(names, responsible));
  if (withdrawn) return nothing;
  return html`<span class="state wait">${t('register.undecided')}</span>${drafted ? html`<br /><small>${t('register.draftedIs')} ${written(responsibleWords(names, drafted))}</small>` : nothing}`;
}

export function renderNext(names: Names, complaint: Complaint, deadlines: Deadlines): TemplateResult {
  if (complaint.withdrawn) return html`<span class="state">${t('register.withdrawn')}</span>`;
  const step = openStep(complaint);
  const late = isOverdue(complaint, deadlines)
    ? html`<br /><span class="late">${t(step ? 'register.overdue' : 'register.wasOverdue')}</span>`
    : nothing;
  if (!step)
    return html`<span class="state ${complaint.steps?.length ? 'good' : 'wait'}">${t(complaint.steps?.length ? 'register.allDone' : 'register.noSteps')}</span>${late}`;
  const due = dueOf(deadlines.dues, complaint, step);
  return html`${departmentWords(names, step.department)}${step.owner ? html` ${written(names.person(step.owner))}` : nothing}
  ${due === undefined ? nothing : html`<br /><small>${t('register.dueBy', { date: showDate(due) })}</small>`}${late}`;
}
