// A figure's derivation as a tree that opens: the rule in words, the calculation in figures, the value, and what it rests on.
import { html, nothing, type TemplateResult } from 'lit';
import { rich, tableEntry } from './texts.ts';
import { inWords, outcomeInWords, type ThingNames } from './parameters.ts';
import { filled, shortened } from './problems.ts';
import type { Step } from '../engine/engine.ts';

/** `names` knows what ids are called, such as a criterion's. */
export function renderSteps(steps: Step[], names: ThingNames, openTo = 1): TemplateResult {
  return html`<ul class="steps">
    ${steps.map((step) => html`<li>${renderStep(step, names, openTo)}</li>`)}
  </ul>`;
}

function renderStep(step: Step, names: ThingNames, openTo: number): TemplateResult {
  if (step.steps === undefined || step.steps.length === 0) return html`<div class="step">${line(step, names)}</div>`;
  return html`<details class="step" ?open=${openTo > 0}>
    <summary>${line(step, names)}</summary>
    ${renderSteps(step.steps, names, openTo - 1)}
  </details>`;
}

function line(step: Step, names: ThingNames): TemplateResult {
  const params = step.params ?? {};
  const said = inWords('steps', step.code, params, names);
  const entry = tableEntry('steps', step.code);
  const words = rich(typeof entry === 'string' ? shortened(entry, said) : step.code, filled(params, said));
  return html`<span class="words">${words}</span>${step.expression ? html` <span class="figures">${step.expression}</span>` : nothing}${
    step.value !== undefined ? html` <span class="value">= ${outcomeInWords(step.code, step.value, names)}</span>` : nothing
  }`;
}
