// What stands between a person and the export: takes focus, links to each field, in the field's own words.
import { html, nothing, type TemplateResult } from 'lit';
import { renderProblem, renderProblemText } from '../kit/problems.ts';
import { say, t, tRich } from '../kit/texts.ts';
import type { Problem } from '../engine/engine.ts';
import type { Desk } from './desk.ts';
import { askedOf } from './form-state.ts';

export interface Hindrances {
  /** Fields with a text that is no score. */
  invalid: string[];
  missing: string[];
  /** What the engine said about the whole file. */
  file: Problem[];
}

export function hindrances(desk: Desk, file: Problem[] = []): Hindrances {
  const invalid = desk.live?.invalid() ?? [];
  return { invalid, missing: (desk.live?.missing ?? []).filter((id) => !invalid.includes(id)), file };
}

export const isHindered = ({ invalid, missing, file }: Hindrances): boolean => invalid.length + missing.length + file.length > 0;

export function renderErrorSummary(desk: Desk, found: Hindrances, goTo: (criterion: string) => void, anyway: () => void): TemplateResult {
  const { scheme, rating } = desk.state!.file;
  const asked = askedOf(scheme, rating.role);
  const wrong = asked.filter(({ id }) => found.invalid.includes(id));
  const open = asked.filter(({ id }) => found.missing.includes(id));
  const link = (id: string, words: unknown): TemplateResult =>
    html`<li>
      <a
        href="#score-${id}"
        @click=${(event: Event) => {
          event.preventDefault();
          goTo(id);
        }}
        >${words}</a
      >
    </li>`;
  return html`<div class="error-summary no-print" id="error-summary" tabindex="-1" role="group" aria-labelledby="error-title">
    <h2 id="error-title">${t(wrong.length > 0 || found.file.length > 0 ? 'form.summaryTitle' : 'form.summaryMissing')}</h2>
    <ul>
      ${found.file.map((problem) => html`<li>${renderProblem(problem)}</li>`)}
      ${wrong.map(({ id, name }) => {
        const problem = desk.live?.readings.get(id)?.problem;
        return link(id, html`${say(name)}${t('problem.colon')}${problem === undefined ? nothing : renderProblemText(problem)}`);
      })}
      ${open.map(({ id, name }) => link(id, tRich('form.notScored', { criterion: say(name) })))}
    </ul>
    ${found.file.length > 0 ? nothing : html`<div class="actions"><button type="button" @click=${anyway}>${t('form.exportAnyway')}</button></div>`}
  </div>`;
}
