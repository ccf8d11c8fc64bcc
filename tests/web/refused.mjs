// What stands in tests/refusals, each case as the document's bytes with what must be said of it: by the rules of
// tests/refusals/README.md, which tests/refusal_support keeps too.
import { existsSync } from 'node:fs';
import { list, path, read } from './support.mjs';

const FOLDER = 'tests/refusals';
const parsed = (file) => JSON.parse(read(file));

/** Every case, by name: { name: 'scheme/weights-over', what, bytes, edited, problems }. */
export const refusals = () =>
  list(FOLDER)
    .filter((file) => !file.startsWith(`${FOLDER}/bases/`))
    .flatMap((file) => (existsSync(path(expectation(file))) ? [whole(file)] : topic(file)))
    .sort((one, other) => (one.name < other.name ? -1 : 1));

/** Those of some folders. */
export const refusalsOf = (...groups) => refusals().filter(({ name }) => groups.includes(name.split('/')[0]));

const expectation = (file) => file.replace(/\.json$/, '.expect');

function whole(file) {
  const { what, problems } = parsed(expectation(file));
  return { name: file.slice(FOLDER.length + 1, -'.json'.length), what, bytes: read(file), edited: false, problems };
}

function topic(file) {
  const { base: usual, cases } = parsed(file);
  return Object.entries(cases).map(([name, { base = usual, edits = [], problems = [] }]) => {
    const document = parsed(`${FOLDER}/bases/${base}.json`);
    const what = document.format.replace('kaohe-', '');
    for (const edit of edits) apply(document, edit);
    const bytes = Buffer.from(`${JSON.stringify(document, null, 2)}\n`);
    return { name: `${file.split('/').at(-2)}/${name}`, what, bytes, edited: true, problems: problems.flatMap(numbered) };
  });
}

function apply(document, edit) {
  numbered(edit).forEach(({ set, remove, insert, value, times }, behind) => {
    const steps = (set ?? remove ?? insert)
      .split('/')
      .slice(1)
      .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
    const last = steps.pop();
    const parent = steps.reduce((at, step) => at[step], document);
    const put = times === undefined ? value : value.repeat(times);
    // Not by assignment: a key may be called __proto__.
    if (set !== undefined) Object.defineProperty(parent, last, { value: put, writable: true, enumerable: true, configurable: true });
    else if (insert !== undefined) parent.splice(Number(last) + behind, 0, put);
    else if (Array.isArray(parent)) parent.splice(Number(last), 1);
    else delete parent[last];
  });
}

/** What is written once `for` every number from the first to the last; a text that is # alone becomes the number. */
function numbered({ for: range, ...written }) {
  if (range === undefined) return [written];
  const [first, last] = range;
  const withNumber = (number) =>
    JSON.parse(JSON.stringify(written), (_, value) => {
      if (value === '#') return number;
      return typeof value === 'string' ? value.replaceAll('#', String(number)) : value;
    });
  return Array.from({ length: last - first + 1 }, (_, index) => withNumber(first + index));
}
