// A criterion with levels is chosen in words: one radio button per level, with what the level means and what it earns.
import { html, nothing, type TemplateResult } from 'lit';
import { showExact } from '../kit/format.ts';
import { say, t } from '../kit/texts.ts';
import type { Criterion, Level } from '../engine/engine.ts';

export interface LevelChoice {
  criterion: Criterion;
  chosen: string;
  disabled: boolean;
  error: unknown;
  describedBy: string;
  choose(level: string): void;
  leave(): void;
}

/** The levels of a criterion's scale; none where a number is asked for. */
export function levelsOf({ scale }: Criterion): Level[] {
  return scale?.type === 'levels' ? scale.levels : [];
}

export function renderLevelChoice({ criterion, chosen, disabled, error, describedBy, choose, leave }: LevelChoice): TemplateResult {
  const levels = levelsOf(criterion);
  // A file may hold a level that this scheme does not have: it stays, and is said to be wrong.
  const reachable = levels.some(({ id }) => id === chosen) ? chosen : levels[0]?.id;
  return html`<div class="levels no-print" role="radiogroup" aria-label=${say(criterion.name)} aria-describedby=${describedBy} aria-invalid=${error ? 'true' : nothing}>
      ${levels.map(
        (level) => html`<label class="level"
          ><input
            id=${level.id === reachable ? `score-${criterion.id}` : `score-${criterion.id}-${level.id}`}
            type="radio"
            name="score-${criterion.id}"
            .value=${level.id}
            ?disabled=${disabled}
            .checked=${level.id === chosen}
            @change=${() => choose(level.id)}
            @blur=${leave}
          /><span
            >${say(level.name)} <span class="max">${t('form.levelPoints', { points: showExact(level.points) })}</span
            >${level.help ? html`<small class="help">${say(level.help)}</small>` : nothing}</span
          ></label
        >`,
      )}
      ${chosen === '' || disabled ? nothing : html`<button type="button" class="link" @click=${() => choose('')}>${t('form.levelNone')}</button>`}
    </div>
    <p class="print-only levels-printed">${levels.map((level) => html`<span>${level.id === chosen ? '☑' : '☐'} ${say(level.name)}</span> `)}</p>`;
}
