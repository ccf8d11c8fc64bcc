// What is overdue as of a day, and how much of it is whose.
import { html, nothing, type TemplateResult } from 'lit';
import { showDate } from '../../kit/format.ts';
import { t } from '../../kit/texts.ts';
import { written, type Names } from '../names.ts';
import { departmentWords } from './complaint-facts.ts';
import type { OverdueStep } from '../../engine/engine.ts';

export interface Overdue {
  names: Names;
  overdue: OverdueStep[];
  asOf: string;
  changed: (day: string) => void;
}

export function renderOverdue({ names, overdue, asOf, changed }: Overdue): TemplateResult {
  const counts = new Map<string, number>();
  for (const { department } of overdue) counts.set(department, (counts.get(department) ?? 0) + 1);
  return html`<section class="panel" aria-labelledby="overdue">
    <h2 id="overdue">${t('register.overdueTitle', { count: overdue.length })}</h2>
    <div class="field">
      <label for="as-of">${t('register.asOf')}</label>
      <input id="as-of" type="date" .value=${asOf} @change=${(event: Event) => changed((event.target as HTMLInputElement).value)} />
    </div>
    ${
      overdue.length === 0
        ? html`<p class="state good">${t('register.overdueNone')}</p>`
        : html`<ul class="counts">
            ${[...counts].map(([department, count]) => html`<li>${t('register.departmentCount', { department: departmentWords(names, department), count })}</li>`)}
          </ul>
          <div class="table-box" tabindex="0" role="group" aria-labelledby="overdue">
            <table>
              <thead>
                <tr>
                  <th scope="col">${t('register.number')}</th>
                  <th scope="col">${t('register.department')}</th>
                  <th scope="col">${t('register.owner')}</th>
                  <th scope="col">${t('register.due')}</th>
                  <th scope="col">${t('register.done')}</th>
                </tr>
              </thead>
              <tbody>
                ${overdue.map(
                  (one) =>
                    html`<tr>
                      <th scope="row">${one.complaint}</th>
                      <td>${departmentWords(names, one.department)}</td>
                      <td class="name">${one.owner === undefined ? nothing : written(names.person(one.owner))}</td>
                      <td class="date">${showDate(one.due)}</td>
                      <td class="date">${one.done === undefined ? html`<span class="late">${t('register.notDone')}</span>` : showDate(one.done)}</td>
                    </tr>`,
                )}
              </tbody>
            </table>
          </div>`
    }
  </section>`;
}
