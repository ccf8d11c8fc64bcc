// Total, grade, what is missing and whether the draft is safe: always in sight while scoring.
import { html, nothing, type TemplateResult } from 'lit';
import { showExact } from '../kit/format.ts';
import { renderSaveStatus } from '../kit/save-status.ts';
import { say, t, type TextKey } from '../kit/texts.ts';
import type { Desk } from './desk.ts';
import { askedOf } from './form-state.ts';
import type { LiveCache } from './live-cache.ts';

export function renderBar(desk: Desk, openSteps: () => void): TemplateResult {
  const { live } = desk;
  return html`<div class="bar">
    ${live === undefined ? nothing : html`<div class="totals">${renderFigure(live, openSteps)} ${renderGrade(desk)}</div>`}
    ${desk.readOnly ? nothing : html`<div class="saving">${renderSaveStatus(desk.saver)}</div>`}
  </div>`;
}

/** The total, or of a form that is part of it what it decides; one that stands beside has neither. */
function renderFigure(live: LiveCache, openSteps: () => void): TemplateResult | typeof nothing {
  const figure = live.total ?? live.decides;
  if (figure === undefined) return nothing;
  const [whole, soFar] = FIGURES[live.covers === 'whole' ? 'whole' : 'part'];
  const shown = showExact(figure);
  return html`<span class="total">
    ${t(live.missing.length === 0 ? whole : soFar)}
    <button type="button" class="link big" @click=${openSteps} aria-label="${t(whole)} ${shown}, ${t('form.how')}">${shown}</button>
    / ${showExact(live.max)}
  </span>`;
}

/** With every score there, and while some are missing. */
const FIGURES: Record<'whole' | 'part', [TextKey, TextKey]> = {
  whole: ['form.total', 'form.totalSoFar'],
  part: ['form.partTotal', 'form.partSoFar'],
};

function renderGrade(desk: Desk): TemplateResult | typeof nothing {
  if (desk.live?.covers === 'beside') return html`<span class="grade">${t('form.beside')}</span>`;
  if (!hasGrades(desk)) return nothing;
  if (desk.live?.covers === 'part') return html`<span class="grade">${t('form.gradeNone')}</span>`;
  return html`<span class="grade">${t('form.grade')} <b>${gradeWords(desk)}</b></span>`;
}

/** On paper the figures stand once, after the rows; lines to write on while scores are missing, since a pen will add them. */
export function renderPrintedTotal(desk: Desk): TemplateResult | typeof nothing {
  const { live } = desk;
  if (live === undefined) return nothing;
  const figure = (words: string): TemplateResult => (live.missing.length === 0 ? html`<b>${words}</b>` : toWrite());
  if (live.covers === 'beside') return html`<p class="print-only printed-total">${t('form.beside')}</p>`;
  if (live.covers === 'part')
    return html`<p class="print-only printed-total">${t('form.partTotal')} ${figure(showExact(live.decides))} / ${showExact(live.max)}</p>`;
  return html`<p class="print-only printed-total">
    ${t('form.total')} ${figure(showExact(live.total))} / ${showExact(live.max)}${hasGrades(desk) ? html`　${t('form.grade')} ${figure(gradeWords(desk))}` : nothing}
  </p>`;
}

/** A line for a figure that is not known yet. */
export const toWrite = (): TemplateResult => html`<span class="to-write"></span>`;

export function renderMissing(desk: Desk, goTo: (criterion: string) => void): TemplateResult | typeof nothing {
  const { live, state } = desk;
  if (live === undefined || state === undefined) return nothing;
  if (live.missing.length === 0) return html`<p class="missing done">${t('form.nothingMissing')}</p>`;
  const { scheme, rating } = state.file;
  const open = askedOf(scheme, rating.role).filter(({ id }) => live.missing.includes(id));
  return html`<div class="missing">
    <b>${t('form.missing', { count: open.length })}</b>
    <ul>
      ${open.map(({ id, name }) => html`<li><button type="button" class="link" @click=${() => goTo(id)}>${say(name)}</button></li>`)}
    </ul>
  </div>`;
}

const hasGrades = ({ state }: Desk): boolean => (state?.file.scheme.grades?.length ?? 0) > 0;

function gradeWords({ live }: Desk): string {
  const grade = live?.gradeOf();
  return grade === undefined ? t('form.gradeLater') : say(grade.name);
}
