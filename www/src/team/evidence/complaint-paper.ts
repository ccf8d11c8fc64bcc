// The complaint's sheet and the incident note on A4: filled from the register, or empty to be filled by hand.
import { html, nothing, type TemplateResult } from 'lit';
import { showDate, showExact } from '../../kit/format.ts';
import { say, t, tRich, type TextKey } from '../../kit/texts.ts';
import { written, type Names } from '../names.ts';
import { departmentWords, dueOf, kindOptions, responsibleWords, severityOptions } from './complaint-facts.ts';
import { departmentsOf } from './uses.ts';
import type { Complaint, Incident, Responsibility, StepDue } from '../../engine/engine.ts';

type Cell = [label: TextKey, value: string | undefined];
const EMPTY_STEPS = 4;

export function renderComplaintPaper(names: Names, complaint: Complaint | undefined, dues: StepDue[]): TemplateResult {
  const register = names.schemes.find((scheme) => scheme.register)?.register;
  const date = (day: string | undefined): string | undefined => day && showDate(day);
  const number = (value: string | undefined): string | undefined => value && showExact(value);
  const production = complaint?.production;
  return html`<h1>${say(register?.name) || t('register.paperTitle')}</h1>
    ${complaint?.withdrawn ? html`<p>${tRich('register.withdrawnBy', { author: names.person(complaint.withdrawn.author), date: showDate(complaint.withdrawn.date), reason: complaint.withdrawn.reason })}</p>` : nothing}
    ${grid('', [
      [
        ['register.number', complaint && [complaint.number, ...(complaint.aliases ?? [])].join(' / ')],
        ['register.registered', date(complaint?.registered)],
      ],
      [
        ['register.customer', complaint?.customer],
        ['register.received', date(complaint?.received)],
      ],
    ])}
    <p>${choice(t('register.kind'), kindOptions(), complaint?.kind)}　${choice(t('register.severity'), severityOptions(), complaint && (complaint.severity ?? 'normal'))}</p>
    ${grid(departmentWords(names, 'business') === 'business' ? t('register.partBusiness') : departmentWords(names, 'business'), [
      [
        ['register.order', complaint?.order],
        ['register.item', complaint?.item],
      ],
      [
        ['register.quantity', number(complaint?.quantity)],
        ['register.delivered', date(complaint?.delivered)],
      ],
      [
        ['register.defects', number(complaint?.defects)],
        ['register.sample', complaint?.sample],
      ],
      [['register.demand', complaint?.demand]],
      [['register.opinion', complaint?.opinion]],
    ])}
    ${grid(t('register.paperHandling'), [
      [['register.cause', complaint?.cause]],
      [['register.drafted', responsible(names, complaint?.drafted)]],
      [['register.decided', responsible(names, complaint?.responsible)]],
      [['register.countermeasure', complaint?.countermeasure]],
      [
        ['register.productionUnit', production?.unit],
        ['register.productionShift', production?.shift],
      ],
      [
        ['register.productionStaff', production?.staff],
        ['register.productionDate', date(production?.date)],
      ],
      [
        ['register.returned', complaint?.returned],
        ['register.approvedBy', complaint?.approvedBy],
      ],
      [['register.result', complaint?.result]],
    ])}
    ${steps(names, complaint, dues)}
    <div class="signatures">
      ${departmentsOf(names.schemes).map((department) => html`<div>${t('register.sign', { department: say(department.name) })}</div>`)}
      <div>${t('register.approvedBy')}</div>
      <div>${t('form.signDate')}</div>
    </div>
    ${complaint ? html`<p><small>${tRich('register.paperRevision', { revision: complaint.revision, author: names.person(complaint.author) })}</small></p>` : nothing}`;
}

export function renderIncidentPaper(names: Names, incident: Incident | undefined): TemplateResult {
  const unit = incident?.unit;
  const unitWords = unit && (names.view.units.some(({ id }) => id === unit) ? names.unit(unit) : names.person(unit));
  return html`<h1>${t('register.incidentPaper')}</h1>
    ${grid('', [
      [
        ['register.incidentUnit', unitWords],
        ['team.date', incident && showDate(incident.date)],
      ],
      [['register.incidentText', incident?.text]],
      [['register.incidentImprovement', incident?.improvement]],
    ])}
    <p><small>${t('register.incidentsHelp')}</small></p>
    <div class="signatures">
      <div>${t('register.incidentAuthor')} ${incident ? written(names.person(incident.author)) : nothing}</div>
      <div>${t('register.incidentUnitSign')}</div>
      <div>${t('form.signDate')}</div>
    </div>`;
}

/** Rows of one or two cells; one alone is prose and gets room. */
function grid(title: string, rows: Cell[][]): TemplateResult {
  return html`<div class="box"><table class="sheet keep">
    ${title === '' ? nothing : html`<caption>${title}</caption>`}
    <colgroup><col class="says" /><col /><col class="says" /><col /></colgroup>
    <tbody>
      ${rows.map(
        (cells) =>
          html`<tr>
            ${cells.map(([label, value]) => html`<th scope="row">${t(label)}</th><td class=${cells.length === 1 ? 'tall' : ''} colspan=${cells.length === 1 ? 3 : 1}>${value === undefined ? nothing : written(value)}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table></div>`;
}

function choice(label: string, options: [string, string][], chosen: string | undefined): TemplateResult {
  return html`${t('register.labelled', { label })}${options.map(([value, words]) => html`<span class="tick">${value === chosen ? '☑' : '☐'} ${words}</span>`)}`;
}

function responsible(names: Names, found: Responsibility | undefined): string | undefined {
  return (
    found &&
    t('register.paperResponsible', { who: responsibleWords(names, found), author: names.person(found.author), date: showDate(found.date) })
  );
}

function steps(names: Names, complaint: Complaint | undefined, dues: StepDue[]): TemplateResult {
  const empty = Array.from({ length: EMPTY_STEPS }, () => undefined);
  return html`<div class="box"><table class="keep">
    <caption>
      ${t('register.paperSteps')}
    </caption>
    <thead>
      <tr>
        <th scope="col">${t('register.department')}</th>
        <th scope="col">${t('register.owner')}</th>
        <th scope="col">${t('register.handed')}</th>
        <th scope="col">${t('register.due')}</th>
        <th scope="col">${t('register.done')}</th>
        <th scope="col">${t('register.note')}</th>
      </tr>
    </thead>
    <tbody>
      ${(complaint ? (complaint.steps ?? []) : empty).map(
        (step) =>
          html`<tr>
            <td>${step ? departmentWords(names, step.department) : html`&nbsp;`}</td>
            <td>${step?.owner ? written(names.person(step.owner)) : nothing}</td>
            <td>${step ? showDate(step.handed) : nothing}</td>
            <td>${complaint && step ? showDate(dueOf(dues, complaint, step) ?? '') : nothing}</td>
            <td>${step?.done ? showDate(step.done) : nothing}</td>
            <td>${step?.note ? written(step.note) : nothing}</td>
          </tr>`,
      )}
    </tbody>
  </table></div>`;
}
