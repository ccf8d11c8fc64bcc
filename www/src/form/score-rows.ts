// The criteria with their fields. Label, hint, input and error stand in one root, since ids do not cross a shadow border.
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { renderProblemText } from '../kit/problems.ts';
import { showExact } from '../kit/format.ts';
import { renderPreset } from '../kit/preset.ts';
import { say, t, tRich } from '../kit/texts.ts';
import type { Criterion, Section } from '../engine/engine.ts';
import type { Desk } from './desk.ts';
import { toWrite } from './figures-bar.ts';
import { askedOf } from './form-state.ts';
import { levelsOf, renderLevelChoice } from './level-choice.ts';
import type { SectionFigure } from './live-cache.ts';

export interface RowActions {
  desk: Desk;
  disabled: boolean;
  readOnly: boolean;
  /** The export was asked for: fields without a score are marked too. */
  markMissing: boolean;
  openSteps(): void;
  announce(criterion: string): void;
  next(criterion: string): void;
}

export function renderSections(actions: RowActions): TemplateResult {
  const { scheme, rating } = actions.desk.state!.file;
  const asked = new Set(askedOf(scheme, rating.role).map(({ id }) => id));
  return html`${scheme.sections.map((section) => {
    const criteria = section.criteria.filter(({ id }) => asked.has(id));
    return criteria.length === 0 ? nothing : renderSection(section, criteria, actions);
  })}`;
}

const figureWords = ({ mean }: SectionFigure): string => t(mean ? 'form.mean' : 'form.sum');

function renderSection(section: Section, criteria: Criterion[], actions: RowActions): TemplateResult {
  const figure = actions.desk.live?.sections.get(section.id);
  return html`<section class="panel section" aria-labelledby="section-${section.id}">
    <header>
      <h2 id="section-${section.id}">${say(section.name)}</h2>
      ${
        figure === undefined
          ? nothing
          : html`<span class="sum">
            ${figureWords(figure)}
            <button type="button" class="link no-print" @click=${actions.openSteps} aria-label="${say(section.name)} ${figureWords(figure)} ${showExact(figure.points)}, ${t('form.how')}">
              ${showExact(figure.points)}</button
            ><span class="print-only">${figure.complete ? html`<b>${showExact(figure.points)}</b>` : toWrite()}</span> / ${showExact(figure.max)}
          </span>`
      }
    </header>
    ${section.help ? html`<p class="hint">${say(section.help)}</p>` : nothing}
    <ol class="rows">
      ${criteria.map((criterion) => renderRow(criterion, actions))}
    </ol>
  </section>`;
}

function renderRow(criterion: Criterion, actions: RowActions): TemplateResult {
  const { desk, disabled, readOnly } = actions;
  const { id } = criterion;
  const byLevel = levelsOf(criterion).length > 0;
  const entry = desk.state!.entries.find((one) => one.criterion === id)!;
  const reading = desk.live?.readings.get(id);
  const touched = desk.state!.touched.includes(id);
  const name = say(criterion.name);
  const max = showExact(criterion.points);
  const missing = actions.markMissing && entry.text.trim() === '';
  const error = missing
    ? tRich('form.notScored', { criterion: name })
    : touched && reading?.problem !== undefined
      ? renderProblemText(reading.problem)
      : undefined;
  const tidied = error === undefined && reading?.tidied === true && reading.value !== undefined;
  const leave = (): void => {
    desk.leave(id);
    actions.announce(id);
  };
  const described = [`help-${id}`, `max-${id}`, ...(error ? [`error-${id}`] : []), ...(tidied ? [`tidied-${id}`] : [])].join(' ');
  return html`<li class="row ${error ? 'wrong' : ''}">
    <div class="what">
      ${byLevel ? html`<span class="name">${name}</span>` : html`<label class="name" for="score-${id}">${name}</label>`}
      <small class="help" id="help-${id}">${say(criterion.help)}</small> ${renderPreset(criterion.preset)}
    </div>
    <div class="score">
      ${
        byLevel
          ? renderLevelChoice({
              criterion,
              chosen: entry.text,
              disabled: disabled || readOnly,
              error,
              describedBy: described,
              choose: (level) => desk.type(id, level),
              leave,
            })
          : html`<input
            id="score-${id}"
            class="figure"
            type="text"
            inputmode="decimal"
            autocomplete="off"
            enterkeyhint="next"
            ?disabled=${disabled}
            ?readonly=${readOnly}
            .value=${live(entry.text)}
            aria-invalid=${error ? 'true' : nothing}
            aria-describedby=${described}
            @input=${(event: InputEvent) => desk.type(id, (event.target as HTMLInputElement).value)}
            @keydown=${(event: KeyboardEvent) => onEnter(event, () => actions.next(id))}
            @blur=${leave}
          />`
      }
      <span class="max" id="max-${id}">${t('form.max', { max })}</span>
      ${tidied ? html`<small class="tidied no-print" id="tidied-${id}">${t('form.tidied', { value: reading!.value! })}</small>` : nothing}
      ${error ? html`<span class="error ${missing ? 'no-print' : ''}" id="error-${id}">${error}</span>` : nothing}
    </div>
    <div class="comment">
      <textarea
        id="comment-${id}"
        rows="1"
        maxlength="4000"
        ?disabled=${disabled}
        ?readonly=${readOnly}
        aria-label=${t('form.commentOf', { criterion: name })}
        placeholder=${readOnly ? nothing : t('form.commentHint')}
        .value=${live(entry.comment)}
        @input=${(event: InputEvent) => desk.comment(id, (event.target as HTMLTextAreaElement).value)}
      ></textarea>
      <p class="print-only people-text"><bdi>${entry.comment}</bdi></p>
    </div>
  </li>`;
}

/** As the key on a phone says; while a Chinese input method is open, Enter is its own. */
function onEnter(event: KeyboardEvent, go: () => void): void {
  if (event.key !== 'Enter' || event.isComposing) return;
  event.preventDefault();
  go();
}
