// Total, grade, what is missing and whether the draft is safe: always in sight while scoring.
import { html, nothing, type TemplateResult } from 'lit';
import { showExact } from '../foundation/format.ts';
import { renderSaveStatus } from '../foundation/save-status.ts';
import { say, t } from '../foundation/texts.ts';
import type { Desk } from './desk.ts';
import { askedOf } from './form-state.ts';

export function renderBar(desk: Desk, openSteps: () => void): TemplateResult {
  const { live } = desk;
  return html`<div class="bar">
    ${live === undefined
      ? nothing
      : html`<div class="totals">
          <span class="total">
            ${live.missing.length === 0 ? t('form.total') : t('form.totalSoFar')}
            <button type="button" class="link big" @click=${openSteps} aria-label="${t('form.total')} ${showExact(live.total)}, ${t('form.how')}">${showExact(live.total)}</button>
            / ${showExact(live.max)}
          </span>
          ${hasGrades(desk) ? html`<span class="grade">${t('form.grade')} <b>${gradeWords(desk)}</b></span>` : nothing}
        </div>`}
    ${desk.readOnly ? nothing : html`<div class="saving">${renderSaveStatus(desk.saver)}</div>`}
  </div>`;
}

/** On paper the figures stand once, after the rows; lines to write on while scores are missing, since a pen will add them. */
export function renderPrintedTotal(desk: Desk): TemplateResult {
  const { live } = desk;
  if (live === undefined) return html``;
  const figure = (words: string): TemplateResult => (live.missing.length === 0 ? html`<b>${words}</b>` : toWrite());
  return html`<p class="print-only printed-total">
    ${t('form.total')} ${figure(showExact(live.total))} / ${showExact(live.max)}${hasGrades(desk) ? html`　${t('form.grade')} ${figure(gradeWords(desk))}` : nothing}
  </p>`;
}

/** A line for a figure that is not known yet. */
export const toWrite = (): TemplateResult => html`<span class="to-write"></span>`;

export function renderMissing(desk: Desk, goTo: (criterion: string) => void): TemplateResult {
  const { live, state } = desk;
  if (live === undefined || state === undefined) return html``;
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

function gradeWords(desk: Desk): string {
  const { live, state } = desk;
  if (live === undefined || state === undefined) return '';
  const grade = live.gradeOf();
  if (grade !== undefined) return say(grade.name);
  return t(live.missing.length === 0 ? 'form.gradeNone' : 'form.gradeLater');
}
