// A figure's derivation as a tree that opens: the rule in words, the calculation in figures, the value, and what it rests on.
import { html, nothing, type TemplateResult } from 'lit';
import { rich, tableEntry } from './texts.ts';
import { showExact } from './format.ts';
import { engineWord, shortened } from './problems.ts';
import type { Step } from '../engine/engine.ts';

type Names = (key: string, value: string) => string;

/** `names` turns ids in the parameters into words people know, such as a criterion's id into its name. */
export function renderSteps(steps: Step[], names: Names = (_, value) => value, openTo = 1): TemplateResult {
  return html`<ul class="steps">
    ${steps.map((step) => html`<li>${renderStep(step, names, openTo)}</li>`)}
  </ul>`;
}

function renderStep(step: Step, names: Names, openTo: number): TemplateResult {
  if (step.steps === undefined || step.steps.length === 0) return html`<div class="step">${line(step, names)}</div>`;
  return html`<details class="step" ?open=${openTo > 0}>
    <summary>${line(step, names)}</summary>
    ${renderSteps(step.steps, names, openTo - 1)}
  </details>`;
}

function line(step: Step, names: Names): TemplateResult {
  const params = Object.fromEntries(Object.entries(step.params ?? {}).map(([key, value]) => [key, spoken(key, value, names)]));
  const entry = tableEntry('steps', step.code);
  const words = rich(typeof entry === 'string' ? shortened(entry, params) : step.code, params);
  return html`<span class="words">${words}</span>${step.expression ? html` <span class="figures">${step.expression}</span>` : nothing}${
    step.value !== undefined ? html` <span class="value">= ${outcome(step.code, step.value, names)}</span>` : nothing
  }`;
}

function spoken(key: string, value: string, names: Names): string {
  return ['rule', 'mode', 'after', 'state', 'severity', 'handled'].includes(key) ? engineWord(key, value) : names(key, value);
}

/** Mostly a figure; of a grade its id, of a question yes or no. */
function outcome(code: string, value: string, names: Names): string {
  if (['grade', 'critical-grade', 'distribution'].includes(code)) return names('grade', value);
  return value === 'true' || value === 'false' ? engineWord('outcome', value) : showExact(value);
}
