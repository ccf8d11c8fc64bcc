// Before there is a form: who rates whom, a file that waits to be opened, the drafts.
import { html, nothing, type TemplateResult } from 'lit';
import { failureText, type EngineFailure } from '../engine/engine-failure.ts';
import { renderProblemText } from '../kit/problems.ts';
import type { Problem } from '../engine/engine.ts';
import type { KnownScheme } from '../kit/schemes.ts';
import { t } from '../kit/texts.ts';
import type { Who } from './form-state.ts';
import './draft-list.ts';
import './who-panel.ts';

export interface Resumed {
  params: Omit<Who, 'subjectName' | 'raterName' | 'date'>;
}

export interface EmptyDesk {
  /** The engine does not start: a draft can still be taken out. */
  failure: EngineFailure | undefined;
  /** What the engine has against the form that was asked for. */
  refused: Problem[];
  unknownScheme: string | undefined;
  schemes: KnownScheme[] | undefined;
  preset: Partial<Who>;
  noDraft: boolean;
  retry(): void;
  begin(who: Who): void;
  resume(event: CustomEvent<Resumed>): void;
  pick: () => Promise<void>;
}

export function renderEmptyDesk({
  failure,
  refused,
  unknownScheme,
  schemes,
  preset,
  noDraft,
  retry,
  begin,
  resume,
  pick,
}: EmptyDesk): TemplateResult {
  const drafts = noDraft ? nothing : html`<kaohe-drafts @kaohe-go=${resume}></kaohe-drafts>`;
  if (failure !== undefined)
    return html`<p class="note" role="alert" tabindex="-1">${failureText(failure)} <button type="button" @click=${retry}>${t('app.retry')}</button></p>${drafts}`;
  if (schemes === undefined) return html`<p tabindex="-1">${t('app.loading')}</p>`;
  return html`${unknownScheme === undefined ? nothing : html`<p class="note">${t('form.schemeUnknown', { id: unknownScheme })}</p>`}
    ${
      refused.length === 0
        ? nothing
        : html`<div class="note" role="alert">${t('form.addressRefused')}<ul class="problems">${refused.map((problem) => html`<li>${renderProblemText(problem)}</li>`)}</ul></div>`
    }
    <kaohe-who .schemes=${schemes} .preset=${preset} @kaohe-who=${(event: CustomEvent<Who>) => begin(event.detail)}></kaohe-who>
    <section class="panel file no-print">
      <h2>${t('start.drop')}</h2>
      <p>${t('form.importHelp')}</p>
      <button type="button" @click=${pick}>${t('start.pick')}</button>
    </section>
    ${drafts}`;
}
