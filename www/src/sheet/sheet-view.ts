// A person's own result. What may be shown was decided in the engine; a column that is not in the file cannot be shown here.
import { html, nothing, type TemplateResult } from 'lit';
import { showDigest, showExact, showPeriod } from '../kit/format.ts';
import { engineWord } from '../kit/parameters.ts';
import { rawUnit, showDifference, showRaw } from '../kit/raw-unit.ts';
import { renderSteps } from '../kit/steps.ts';
import { say, t, tRich, type TextKey } from '../kit/texts.ts';
import type { Agreement, Criterion, CriterionScore, SheetFile, Role, Scheme, Section, SectionScore } from '../engine/engine.ts';
import { namesIn } from '../kit/scheme-words.ts';
import type { ThingNames } from '../kit/parameters.ts';
import { renderFollows } from './follow-view.ts';

export type SheetAndScheme = Pick<SheetFile, 'scheme' | 'sheet'>;

/** `unit`: the unit's name, where it is known; a sheet's file holds its id only. */
export function renderSheet({ scheme, sheet, unit }: SheetAndScheme & { unit?: string }): TemplateResult {
  const { result } = sheet;
  const grade = scheme.grades?.find(({ id }) => id === result.grade);
  // Told apart by what the scheme has, not by what the figures are.
  const criteria = scheme.sections.flatMap((section) => section.criteria);
  const gaps = result.sections.some((section) => section.criteria.some((one) => one.roles?.some(({ gap }) => gap !== undefined)));
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
      ${
        result.total === undefined
          ? html`<p>${t('sheet.provisional')}</p>`
          : html`<dl class="big">
            ${pair(t('sheet.total'), showExact(result.total))} ${grade ? pair(t('sheet.grade'), say(grade.name)) : nothing}
            ${!criteria.some(({ bonus }) => bonus !== undefined) || result.bonus === undefined ? nothing : html`${pair(t('sheet.base'), showExact(result.base))} ${pair(t('sheet.bonus'), showExact(result.bonus))}`}
            ${!criteria.some(({ deduction }) => deduction !== undefined) || result.deductions === undefined ? nothing : pair(t('sheet.deductions'), showExact(result.deductions))}
            ${result.rank === undefined ? nothing : pair(t('sheet.rank'), t('sheet.rankOf', { rank: result.rank, ranked: result.ranked ?? '' }))}
          </dl>`
      }
      ${grade?.help ? html`<p>${say(grade.help)}</p>` : nothing} ${sheet.anonymous ? html`<p class="note">${t('sheet.anonymous')}</p>` : nothing}
      <p class="hint">${tRich('sheet.fingerprint', { digest: showDigest(sheet.digest) })}</p>
    </section>
    ${result.sections.map((points) => {
      const section = scheme.sections.find(({ id }) => id === points.id);
      return section === undefined ? nothing : renderSection(scheme, section, points);
    })}
    ${gaps ? html`<p class="hint">${t('sheet.gapNote')}</p>` : nothing} ${renderWarning({ scheme, sheet })} ${renderFollows(scheme, result)}`;
}

/** On paper after the signatures: the sheet stays one page, and the calculation is its annex. */
export function renderHow({ scheme, sheet }: SheetAndScheme, names = ownNames({ scheme, sheet })): TemplateResult | typeof nothing {
  if (sheet.steps.length === 0) return nothing;
  return html`<details class="panel how">
    <summary><h2>${t('sheet.how')}</h2></summary>
    ${renderSteps(sheet.steps, names, 2)}
  </details>`;
}

function ownNames({ scheme, sheet }: SheetAndScheme): ThingNames {
  const inScheme = namesIn(scheme);
  return (kind, id) => (kind === 'unit' && id === sheet.result.unit ? t('sheet.ownUnit') : inScheme(kind, id));
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

/** Which columns a section's table has, by what its criteria are made of. */
interface Columns {
  scheme: Scheme;
  roles: Role[];
  /** Numbers that were measured and not given. */
  measured: boolean;
  /** A role beside that weighs nothing, such as a self-evaluation, and how far it is from the score. */
  gap: boolean;
  bonus: boolean;
}

function renderSection(scheme: Scheme, section: Section, points: SectionScore): TemplateResult {
  const columns: Columns = {
    scheme,
    roles: (scheme.roles ?? []).filter(({ id }) => points.criteria.some((criterion) => criterion.roles?.some(({ role }) => role === id))),
    measured: section.criteria.some(({ measure }) => !['rating', 'records'].includes(measure.type)),
    gap: points.criteria.some((criterion) => criterion.roles?.some(({ gap }) => gap !== undefined)),
    bonus: section.criteria.some((criterion) => criterion.bonus !== undefined),
  };
  const { roles } = columns;
  return html`<div class="wide" tabindex="0" role="region" aria-label=${say(section.name)}><table role="table" class="panel-table ${roles.length > 0 ? 'by-role' : ''}">
    <caption>
      ${say(section.name)}　${showExact(points.points)}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        <th scope="col" role="columnheader">${t('sheet.criterion')}</th>
        ${headings(columns).map((words) => html`<th scope="col" role="columnheader" class="figure">${words}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${points.criteria.map((criterion) => {
        const rule = section.criteria.find(({ id }) => id === criterion.id);
        return rule === undefined ? nothing : renderRow(rule, criterion, columns);
      })}
    </tbody>
  </table></div>`;
}

/** Of the columns after the first, in their order. */
function headings({ roles, measured, gap, bonus }: Columns): string[] {
  return [
    t('sheet.max'),
    ...(measured ? [t('sheet.value')] : []),
    ...roles.map(({ name }) => say(name)),
    ...(gap ? [t('sheet.gap')] : []),
    t('sheet.points'),
    ...(bonus ? [t('sheet.bonus')] : []),
  ];
}

/** On a phone the table stands as a list, in which every figure says of what it is; the roles keep it a table for whoever listens. */
function renderRow(rule: Criterion, result: CriterionScore, columns: Columns): TemplateResult {
  const { scheme, roles, measured, gap, bonus } = columns;
  const beside = result.roles?.find((one) => one.gap !== undefined);
  const raw = ['rating', 'records'].includes(rule.measure.type) ? '' : showRaw(result.raw, rawUnit(scheme, rule));
  const figures = [
    showExact(rule.points),
    ...(measured ? [raw] : []),
    ...roles.map(({ id }) => showExact(result.roles?.find((one) => one.role === id)?.mean)),
    ...(gap ? [showDifference(beside?.gap)] : []),
    html`<b>${showExact(result.points)}</b>`,
    ...(bonus ? [showExact(result.bonus)] : []),
  ];
  const words = headings(columns);
  return html`<tr role="row">
    <th scope="row" role="rowheader">${say(rule.name)}${renderRested(rule, result)}</th>
    ${figures.map((figure, at) => html`<td role="cell" class="figure" data-of=${words[at]!}>${figure}</td>`)}
  </tr>`;
}

const RESTED_ON: { [measure: string]: TextKey } = { team: 'sheet.haveMembers', complaints: 'sheet.haveJudged' };

/** On how many of those expected a figure rests, or what became of a criterion without data. */
export function renderRested({ measure }: Criterion, { have, expected, noData }: CriterionScore): TemplateResult | typeof nothing {
  const parts = [
    have === undefined || expected === undefined ? '' : t(RESTED_ON[measure.type] ?? 'sheet.haveResults', { have, expected }),
    noData === undefined ? '' : t('sheet.noData', { rule: engineWord('words', noData) }),
  ].filter((part) => part !== '');
  return parts.length === 0 ? nothing : html`${parts.map((part) => html`<br /><small>${part}</small>`)}`;
}

function renderWarning({ scheme, sheet }: SheetAndScheme): TemplateResult | typeof nothing {
  const { warning } = sheet.result;
  if (warning === undefined) return nothing;
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
