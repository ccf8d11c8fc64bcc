// What is told beside the table: seats of a forced distribution and complaints whose responsibility is open, unit by unit; how much
// came in by each channel, and which department's steps are overdue, for the whole workbook.
import { html, nothing, type TemplateResult } from 'lit';
import { showDate, showExact } from '../../kit/format.ts';
import { say, t } from '../../kit/texts.ts';
import { renderChannelCounts } from '../channel-counts.ts';
import { departmentsOf } from '../evidence/uses.ts';
import { written, type Names } from '../names.ts';
import type { Appraisal, ChannelCount, DepartmentCount, OverdueStep, UnitReport } from '../../engine/engine.ts';

export function renderUnitNotes({ quotas = [], undecided = [], scheme }: UnitReport, names: Names): TemplateResult {
  return html`${
    quotas.length === 0
      ? nothing
      : html`<p class="hint">
        ${t('follow.seats')}
        ${quotas.map((quota, at) => `${at > 0 ? t('follow.seatJoin') : ''}${t('follow.seatLine', { grade: names.grade(scheme, quota.grade), share: showExact(quota.share), seats: quota.seats, holders: quota.holders })}`)}
      </p>`
  }
  ${undecided.length === 0 ? nothing : html`<p class="note">${t('follow.undecided', { numbers: undecided.join(t('team.listJoin')) })}</p>`}`;
}

export function renderRegisterNotes({ channels = [], departments = [], overdue = [] }: Appraisal, names: Names): TemplateResult {
  return html`${channels.length === 0 ? nothing : channelTable(channels, names)} ${departments.length === 0 ? nothing : departmentTable(departments, overdue, names)}`;
}

function channelTable(channels: ChannelCount[], names: Names): TemplateResult {
  return html`<h3 id="channels">${t('follow.channels')}</h3>
    ${renderChannelCounts(channels, names, 'channels')}`;
}

function departmentTable(departments: DepartmentCount[], overdue: OverdueStep[], names: Names): TemplateResult {
  const known = departmentsOf(names.schemes);
  const line = (step: OverdueStep): TemplateResult =>
    html`<li>
      <small
        >${step.complaint} ${written(names.person(step.owner))}
        ${step.done ? t('follow.overdueDone', { due: showDate(step.due), done: showDate(step.done) }) : t('follow.overdueOpen', { due: showDate(step.due) })}</small
      >
    </li>`;
  return html`<h3 id="departments">${t('follow.overdue')}</h3>
    <div class="table-box" tabindex="0" role="group" aria-labelledby="departments">
      <table class="narrow">
        <thead>
          <tr>
            <th scope="col">${t('follow.department')}</th>
            <th scope="col" class="figure">${t('follow.overdueCount')}</th>
            <th scope="col">${t('follow.overdueSteps')}</th>
          </tr>
        </thead>
        <tbody>
          ${departments.map(
            (one) =>
              html`<tr>
                <th scope="row">${say(known.find(({ id }) => id === one.department)?.name) || one.department}</th>
                <td class="figure">${one.overdue}</td>
                <td>
                  <ul class="plain">
                    ${overdue.filter((step) => step.department === one.department).map(line)}
                  </ul>
                </td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}
