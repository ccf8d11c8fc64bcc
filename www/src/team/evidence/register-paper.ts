// The whole register on A4, across: every complaint, also those that the list on the screen does not show just now.
import { html, nothing, type TemplateResult } from 'lit';
import { showDate, showPeriod, today } from '../../kit/format.ts';
import { t } from '../../kit/texts.ts';
import { written, type Names } from '../names.ts';
import { kindWords, latestComplaints, severityWords } from './complaint-facts.ts';
import { renderNext, renderResponsible, type Deadlines } from './register-rows.ts';
import type { Complaint } from '../../engine/engine.ts';

export function renderRegisterPaper(names: Names, deadlines: Deadlines): TemplateResult {
  const all = latestComplaints(names.view);
  return html`<h1>${t('register.registerTitle')}</h1>
    <p>${written(names.view.title)} · ${showPeriod(names.view.period)} · ${t('register.listTitle', { count: all.length })} · ${showDate(today())}</p>
    <div class="box" tabindex="0" role="group" aria-label=${t('register.registerTitle')}>
      <table>
        <thead>
          <tr>
            <th scope="col">${t('register.number')}</th>
            <th scope="col">${t('register.received')}</th>
            <th scope="col">${t('register.customer')}</th>
            <th scope="col">${t('register.demand')}</th>
            <th scope="col">${t('register.kind')}</th>
            <th scope="col">${t('register.severity')}</th>
            <th scope="col">${t('register.responsible')}</th>
            <th scope="col">${t('register.result')}</th>
            <th scope="col">${t('register.nextStep')}</th>
          </tr>
        </thead>
        <tbody>
          ${all.map((complaint) => row(names, complaint, deadlines))}
        </tbody>
      </table>
    </div>`;
}

function row(names: Names, complaint: Complaint, deadlines: Deadlines): TemplateResult {
  const { number, aliases = [], received, customer, demand, kind, severity, result } = complaint;
  return html`<tr>
    <th scope="row">${number}${aliases.length > 0 ? html`<br /><small>${t('register.aliases', { numbers: aliases.join(t('team.listJoin')) })}</small>` : nothing}</th>
    <td>${showDate(received)}</td>
    <td>${written(customer)}</td>
    <td>${written(demand)}</td>
    <td>${kindWords(kind)}</td>
    <td>${severityWords(severity)}</td>
    <td>${renderResponsible(names, complaint)}</td>
    <td>${written(result)}</td>
    <td>${renderNext(names, complaint, deadlines)}</td>
  </tr>`;
}
