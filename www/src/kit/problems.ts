// A refusal in words: the engine gives code, place and parameters, the table the sentences.
import { html, nothing, type TemplateResult } from 'lit';
import { fill, rich, t, tableEntry, type Params, type TextKey } from './texts.ts';
import type { Problem } from '../engine/engine.ts';

/** Parameters in which the engine puts a word of its own. All others are what people wrote, and stay as they are. */
const OURS: Record<string, string[]> = {
  'wrong-type': ['expected', 'found'],
  syntax: ['expected'],
  'wrong-format': ['expected', 'found'],
  'newer-version': ['format'],
  'period-kind': ['expected'],
  conflict: ['kind'],
  'undecided-conflict': ['kind'],
  'still-open': ['open'],
  'person-in-use': ['kind'],
  'unknown-part': ['what'],
};
const LISTS = ['known', 'people', 'records'];

interface Sentence {
  message: string;
  help?: string | undefined;
  params: Params;
}

function sentence(problem: Problem): Sentence {
  const { message, help } = (tableEntry('problems', problem.code) as Omit<Sentence, 'params'> | undefined) ?? { message: problem.code };
  return {
    message: quoted(shortened(message, problem.params)),
    help: help && quoted(shortened(help, problem.params)),
    params: spoken(problem),
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

/** A word of the engine's own, in the reader's language; any other stays as it is. */
export function engineWord(param: string, word: string): string {
  const key = `${['expected', 'found', 'format', 'what'].includes(param) ? 'kinds' : 'words'}.${word}`;
  const said = t(key as TextKey);
  return said === key ? word : said;
}

function spoken({ code, params }: Problem): Params {
  const say = (name: string, value: string): string => {
    if (OURS[code]?.includes(name)) return engineWord(name, value);
    return LISTS.includes(name) && value !== ''
      ? value
          .split(', ')
          .map((one) => `\`${one}\``)
          .join(t('problem.listJoin'))
      : value;
  };
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, say(name, value)]));
}

/** Message and help as one string: for `aria` texts, `title`s and custom validity. */
export function problemText(problem: Problem): string {
  const { message, help, params } = sentence(problem);
  return [message, help]
    .filter((part) => part !== undefined && part !== '')
    .map((part) => fill(part!, params))
    .join(t('problem.join'));
}

/** The sentence alone: for a field, where the place is plain to see. */
export function renderProblemText(problem: Problem): TemplateResult {
  const { message, help, params } = sentence(problem);
  return html`${rich(message, params)}${help ? html`${t('problem.join')}${rich(help, params)}` : nothing}`;
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
  // Line and column are what an editor shows; the path inside the file says something only where there are none.
  if (problem.pointer !== '' && problem.line === undefined) parts.push(problem.pointer);
  if (problem.line !== undefined) parts.push(t('problem.line', { line: problem.line, column: problem.column ?? 1 }));
  return parts.length === 0 ? nothing : html` <small class="place"><bdi>${parts.join(' · ')}</bdi></small>`;
}
