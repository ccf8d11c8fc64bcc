// A person's own result. What may be shown was decided in the engine; a column that is not in the file cannot be shown here.
import { html, nothing, type TemplateResult } from 'lit';
import { showDate, showDigest, showExact, showPeriod } from '../foundation/format.ts';
import { renderSteps } from '../foundation/steps.ts';
import { say, t, tRich } from '../foundation/texts.ts';
import type { Agreement, Criterion, CriterionScore, ReadSheet, Role, Section, SectionScore } from '../foundation/engine.ts';
import { namesOf } from '../form/form-view.ts';

export type SheetAndScheme = Pick<ReadSheet, 'scheme' | 'sheet'>;

/** `unit`: the unit's name, where it is known; a sheet's file holds its id only. */
export function renderSheet({ scheme, sheet, unit }: SheetAndScheme & { unit?: string }): TemplateResult {
  const { result } = sheet;
  const grade = scheme.grades?.find(({ id }) => id === result.grade);
  // Told apart by what the scheme has, not by what the figures are.
  const criteria = scheme.sections.flatMap((section) => section.criteria);
  const pair = (label: string, value: unknown): TemplateResult => html`<div>
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`;
  return html`<header>
      <h1>${t('sheet.title')}</h1>
      <dl class="who">
        ${pair(t('sheet.name'), html`<bdi>${result.name}</bdi>`)} ${pair(t('sheet.id'), html`<bdi>${result.subject}</bdi>`)} ${pair(t('sheet.period'), showPeriod(sheet.period))}
        ${unit ? pair(t('sheet.unit'), html`<bdi>${unit}</bdi>`) : nothing} ${pair(t('sheet.scheme'), say(scheme.name))}
      </dl>
      <p class="no-print">${t('sheet.intro')}</p>
    </header>
    <section class="panel figures keep">
      ${result.total === undefined
        ? html`<p>${t('sheet.provisional')}</p>`
        : html`<dl class="big">
            ${pair(t('sheet.total'), showExact(result.total))} ${grade ? pair(t('sheet.grade'), say(grade.name)) : nothing}
            ${!criteria.some(({ bonus }) => bonus !== undefined) || result.bonus === undefined ? nothing : html`${pair(t('sheet.base'), showExact(result.base))} ${pair(t('sheet.bonus'), showExact(result.bonus))}`}
            ${!criteria.some(({ deduction }) => deduction !== undefined) || result.deductions === undefined ? nothing : pair(t('sheet.deductions'), showExact(result.deductions))}
            ${result.rank === undefined ? nothing : pair(t('sheet.rank'), t('sheet.rankOf', { rank: result.rank, ranked: result.ranked ?? '' }))}
          </dl>`}
      ${grade?.help ? html`<p>${say(grade.help)}</p>` : nothing} ${sheet.anonymous ? html`<p class="note">${t('sheet.anonymous')}</p>` : nothing}
      <p class="hint">${tRich('sheet.fingerprint', { digest: showDigest(sheet.digest) })}</p>
    </section>
    ${result.sections.map((points) => {
      const section = scheme.sections.find(({ id }) => id === points.id);
      return section === undefined ? nothing : renderSection(section, points, scheme.roles ?? []);
    })}
    ${renderWarning({ scheme, sheet })}`;
}

/** On paper after the signatures: the sheet stays one page, and the calculation is its annex. */
export function renderHow({ scheme, sheet }: SheetAndScheme, names = ownNames({ scheme, sheet })): TemplateResult | typeof nothing {
  if (sheet.steps.length === 0) return nothing;
  return html`<details class="panel how">
    <summary><h2>${t('sheet.how')}</h2></summary>
    ${renderSteps(sheet.steps, names, 2)}
  </details>`;
}

function ownNames({ scheme, sheet }: SheetAndScheme): (key: string, value: string) => string {
  const inScheme = namesOf(scheme);
  return (key, value) => {
    if (key === 'unit' && value === sheet.result.unit) return t('sheet.ownUnit');
    if (key === 'date') return showDate(value);
    return key === 'period' ? showPeriod(value) : inScheme(key, value);
  };
}

/** Only on paper: the answer, to be ticked there if it was not given on the screen, and the lines to sign on. */
export function renderToSign(given?: { answer: Agreement; text?: string | undefined }): TemplateResult {
  const line = (answer: Agreement): TemplateResult => html`<p>${given?.answer === answer ? '☑' : '☐'} ${t(`sheet.${answer}`)}</p>`;
  return html`<div class="print-only keep">
    <h2>${t('sheet.reply')}</h2>
    ${line('agree')} ${line('disagree')}
    <p class="people-text ${given ? '' : 'to-write'}"><bdi>${given?.text ?? ''}</bdi></p>
    <div class="signatures">
      <div>${t('sheet.signSubject')}</div>
      <div>${t('sheet.signSuperior')}</div>
      <div>${t('form.signDate')}</div>
    </div>
    <p><small>${t('form.fingerprintHelp')}</small></p>
  </div>`;
}

function renderSection(section: Section, points: SectionScore, roles: Role[]): TemplateResult {
  const shown = roles.filter(({ id }) => points.criteria.some((criterion) => criterion.roles?.some(({ role }) => role === id)));
  const bonus = section.criteria.some((criterion) => criterion.bonus !== undefined);
  return html`<div class="wide" tabindex="0" role="region" aria-label=${say(section.name)}><table class="panel-table ${shown.length > 0 ? 'by-role' : ''}">
    <caption>
      ${say(section.name)}　${showExact(points.points)}
    </caption>
    <thead>
      <tr>
        <th scope="col">${t('sheet.criterion')}</th>
        <th scope="col" class="figure">${t('sheet.max')}</th>
        ${shown.map(({ name }) => html`<th scope="col" class="figure">${say(name)}</th>`)}
        <th scope="col" class="figure">${t('sheet.points')}</th>
        ${bonus ? html`<th scope="col" class="figure">${t('sheet.bonus')}</th>` : nothing}
      </tr>
    </thead>
    <tbody>
      ${points.criteria.map((criterion) => {
        const rule = section.criteria.find(({ id }) => id === criterion.id);
        return rule === undefined ? nothing : renderRow(rule, criterion, shown.map(({ id }) => id), bonus);
      })}
    </tbody>
  </table></div>`;
}

function renderRow(rule: Criterion, result: CriterionScore, roles: string[], bonus: boolean): TemplateResult {
  return html`<tr>
    <th scope="row">${say(rule.name)}</th>
    <td class="figure">${showExact(rule.points)}</td>
    ${roles.map((role) => html`<td class="figure">${showExact(result.roles?.find((one) => one.role === role)?.mean)}</td>`)}
    <td class="figure"><b>${showExact(result.points)}</b></td>
    ${bonus ? html`<td class="figure">${showExact(result.bonus)}</td>` : nothing}
  </tr>`;
}

function renderWarning({ scheme, sheet }: SheetAndScheme): TemplateResult {
  const { warning } = sheet.result;
  if (warning === undefined) return html``;
  const rung = scheme.warnings?.rungs.find(({ id }) => id === warning.rung);
  return html`<section class="panel keep">
    <h2>${t('sheet.warning')}${t('problem.colon')}${rung ? say(rung.name) : warning.rung}</h2>
    ${rung?.help ? html`<p>${say(rung.help)}</p>` : nothing}
    <ul>
      ${warning.months.map(({ period, rank, ranked, below }) => html`<li>${t('sheet.warningMonth', { period: showPeriod(period), rank, ranked, below })}</li>`)}
    </ul>
    <p class="note">${t('sheet.warningNote')}</p>
  </section>`;
}
