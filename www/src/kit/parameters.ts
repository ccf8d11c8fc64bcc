// Parameters of problems and of derivations in words. What each of them is, the engine's codes declare
// (schemas/parameters.json); what a thing is called, whoever has a scheme or a workbook at hand knows.
import { showDate, showExact, showPeriod } from './format.ts';
import { parameters } from './shipped.ts';
import { t, type Params, type TextKey } from './texts.ts';

/** What a thing of a kind is called, if anything; `about` is the number of the person whose problem it is, if it is somebody's. */
export type ThingNames = (kind: string, id: string, about?: string) => string | undefined;

type Declared = { [code: string]: { [parameter: string]: string } };
const DECLARED: { problems: Declared; steps: Declared; values: { [code: string]: string } } = parameters;

/** Every parameter in words; empty where people are told nothing by it, as by an id that the page has drawn. */
export function inWords(table: 'problems' | 'steps', code: string, params: Params, names: ThingNames): Params {
  const kinds = DECLARED[table][code] ?? {};
  const about = params['subject'] === undefined ? undefined : String(params['subject']);
  const said = (name: string, text: string): string => parameter(kinds[name] ?? 'text', text, (kind, id) => names(kind, id, about));
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, said(name, String(value))]));
}

/** What a step of a derivation gives. */
export function outcomeInWords(code: string, value: string, names: ThingNames): string {
  return one(DECLARED.values[code] ?? 'figure', value, names);
}

/** A word of the engine's own, in the reader's language. */
export function engineWord(group: 'kinds' | 'words', word: string): string {
  const key = `${group}.${word}`;
  const said = t(key as TextKey);
  return said === key ? word : said;
}

/** As it was declared: `[grade]` is a list, `grade?` may be left out. */
function parameter(declared: string, text: string, names: ThingNames): string {
  const [, list, kind] = /^(\[?)(\w+)/.exec(declared)!;
  if (list === '') return one(kind!, text, names);
  const parts = text === '' ? [] : text.split(', ');
  return parts.map((part) => (kind === 'text' ? `\`${part}\`` : one(kind!, part, names) || part)).join(t('problem.listJoin'));
}

function one(kind: string, text: string, names: ThingNames): string {
  switch (kind) {
    case 'kinds':
    case 'words':
      return engineWord(kind, text);
    case 'figure':
      return showExact(text);
    case 'date':
      return showDate(text);
    case 'period':
      return showPeriod(text);
    case 'text':
      return text;
    // The page's own ids are drawn at random: nobody has seen them, and there is nothing to find by them.
    case 'entry':
      return DRAWN.test(text) ? '' : text;
    case 'earlier':
      return DRAWN.test(text) ? t('words.earlier-entry') : text;
    case 'plan':
      return names(kind, text) ?? '';
    default:
      return names(kind, text) ?? text;
  }
}

const DRAWN = /^[0-9a-f]{24}$/;
