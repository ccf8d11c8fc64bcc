// A figure's derivation as a tree that opens: the rule in words, the calculation in figures, the value, and what it rests on.
import { html, nothing, type TemplateResult } from 'lit';
import { rich, tableEntry } from './texts.ts';
import { showExact } from './format.ts';
import type { Step } from './engine.ts';

/** `names` turns ids in the parameters into words people know, such as a criterion's id into its name. */
export function renderSteps(steps: Step[], names: (key: string, value: string) => string = (_, value) => value, openTo = 1): TemplateResult {
  return html`<ul class="steps">
    ${steps.map((step) => html`<li>${renderStep(step, names, openTo)}</li>`)}
  </ul>`;
}

function renderStep(step: Step, names: (key: string, value: string) => string, openTo: number): TemplateResult {
  if (step.steps === undefined || step.steps.length === 0) return html`<div class="step">${line(step, names)}</div>`;
  return html`<details class="step" ?open=${openTo > 0}>
    <summary>${line(step, names)}</summary>
    ${renderSteps(step.steps, names, openTo - 1)}
  </details>`;
}

function line(step: Step, names: (key: string, value: string) => string): TemplateResult {
  const params = Object.fromEntries(Object.entries(step.params ?? {}).map(([key, value]) => [key, names(key, value)]));
  const entry = tableEntry('steps', step.code);
  const words = rich(typeof entry === 'string' ? entry : step.code, params);
  return html`<span class="words">${words}</span>${step.expression ? html` <span class="figures">${step.expression}</span>` : nothing}${step.value !== undefined
      ? html` <span class="value">= ${showExact(step.value)}</span>`
      : nothing}`;
}
