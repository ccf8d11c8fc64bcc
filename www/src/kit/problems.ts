// A refusal in words: the engine gives code, place and parameters, the table the sentences.
import { html, nothing, type TemplateResult } from 'lit';
import { inWords, type ThingNames } from './parameters.ts';
import { fill, rich, t, tableEntry, type Params } from './texts.ts';
import type { Problem } from '../engine/engine.ts';

/** Where there is nothing to find names in. */
const NAMELESS: ThingNames = () => undefined;

interface Sentence {
  message: string;
  help?: string | undefined;
  params: Params;
}

function sentence(problem: Problem, names: ThingNames): Sentence {
  const { message, help } = (tableEntry('problems', problem.code) as Omit<Sentence, 'params'> | undefined) ?? { message: problem.code };
  const words = inWords('problems', problem.code, problem.params, names);
  return {
    message: quoted(shortened(message, words)),
    help: help && quoted(shortened(help, words)),
    params: filled(problem.params, words),
  };
}

/** The table marks people's words with backticks, for the command line; a page uses quotation marks. Done before any value is filled in. */
function quoted(sentence: string): string {
  return sentence.replace(/`([^`]*)`/g, '“$1”');
}

/** A part in square brackets is said only if everything that it names is there: `[, perhaps {nearest}]`. */
export function shortened(sentence: string, params: Params): string {
  const there = (name: string): boolean => !['', '∞', '−∞'].includes(String(params[name] ?? '').trim());
  return sentence.replace(/\[([^\]]*)\]/g, (_, part: string) =>
    [...part.matchAll(/\{(\w+)\}/g)].every(([, name]) => there(name!)) ? part : '',
  );
}

/** What a sentence cannot do without is said as it is where there are no words for it. */
export function filled(params: Params, words: Params): Params {
  return Object.fromEntries(Object.entries(params).map(([name, text]) => [name, words[name] || text]));
}

/** Message and help as one string: for `aria` texts, `title`s and custom validity. */
export function problemText(problem: Problem, names = NAMELESS): string {
  const { message, help, params } = sentence(problem, names);
  return [message, help]
    .filter((part) => part !== undefined && part !== '')
    .map((part) => fill(part!, params))
    .join(t('problem.join'));
}

/** The sentence alone: for a field, where the place is plain to see. */
export function renderProblemText(problem: Problem, names = NAMELESS): TemplateResult {
  const { message, help, params } = sentence(problem, names);
  return html`${rich(message, params)}${help ? html`${t('problem.join')}${rich(help, params)}` : nothing}`;
}

/** With its place in the file, for whoever mends the file. */
export function renderProblem(problem: Problem, names = NAMELESS): TemplateResult {
  return html`${renderProblemText(problem, names)}${place(problem)}`;
}

export function renderProblems(problems: Problem[], names = NAMELESS): TemplateResult {
  return html`<ul class="problems">
    ${problems.map((problem) => html`<li class=${problem.severity}>${renderProblem(problem, names)}</li>`)}
  </ul>`;
}

function place(problem: Problem): TemplateResult | typeof nothing {
  const parts: string[] = [];
  // Line and column are what an editor shows; the path inside the file says something only where there are none.
  if (problem.pointer !== '' && problem.line === undefined) parts.push(problem.pointer);
  if (problem.line !== undefined) parts.push(t('problem.line', { line: problem.line, column: problem.column ?? 1 }));
  return parts.length === 0 ? nothing : html` <small class="place"><bdi>${parts.join(' · ')}</bdi></small>`;
}
