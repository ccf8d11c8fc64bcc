// A refusal in words: the engine gives code, place and parameters, the table the sentences.
import { html, nothing, type TemplateResult } from 'lit';
import { fill, rich, t, tableEntry } from './texts.ts';
import type { Problem } from './engine.ts';

interface Sentence {
  message: string;
  help?: string;
}

function sentence(problem: Problem): Sentence {
  const entry = tableEntry('problems', problem.code);
  return (entry as Sentence | undefined) ?? { message: problem.code };
}

/** Message and help as one string: for `aria` texts, `title`s and custom validity. */
export function problemText(problem: Problem): string {
  const { message, help } = sentence(problem);
  return [message, help].filter((part) => part !== undefined && part !== '').map((part) => fill(part!, problem.params)).join(t('problem.join'));
}

/** The sentence alone: for a field, where the place is plain to see. */
export function renderProblemText(problem: Problem): TemplateResult {
  const { message, help } = sentence(problem);
  return html`${rich(message, problem.params)}${help ? html`${t('problem.join')}${rich(help, problem.params)}` : nothing}`;
}

/** With its place in the file, for whoever mends the file. */
export function renderProblem(problem: Problem): TemplateResult {
  return html`${renderProblemText(problem)}${place(problem)}`;
}

export function renderProblems(problems: Problem[]): TemplateResult {
  return html`<ul class="problems">
    ${problems.map((problem) => html`<li class=${problem.severity}>${renderProblem(problem)}</li>`)}
  </ul>`;
}

function place(problem: Problem): TemplateResult | typeof nothing {
  const parts: string[] = [];
  if (problem.pointer !== '') parts.push(problem.pointer);
  if (problem.line !== undefined) parts.push(t('problem.line', { line: problem.line, column: problem.column ?? 1 }));
  return parts.length === 0 ? nothing : html` <small class="place"><bdi>${parts.join(' · ')}</bdi></small>`;
}
