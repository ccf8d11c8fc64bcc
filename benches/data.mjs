// The files that are measured with, in one folder: workbooks, rows, and the exact answers. The ladder's history and
// the sealed workbook are written by the engine; what they must come to is not.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TEAM, ascii, draw, exact, forms, person, rows, scheme, variants, varied, workbook } from './workload.mjs';

const MIDDLE = 1000;
/** More people than one file may hold for the engine in a page: they go in two files as well. */
const IN_TWO = 100_000;
const MONTHS = 12;
const RUNGS = [1, 3, MONTHS];

/** Writes what is not there yet, or what was written by other code than today's. */
export async function write(folder, sizes, engine, wasm) {
  const here = (name) => readFileSync(new URL(name, import.meta.url));
  const put = writer(folder, 'drawn', [here('workload.mjs'), here('data.mjs'), here('scheme.json')]);
  for (const people of new Set([TEAM, MIDDLE, ...sizes])) ofSize(put, people);
  team(put);
  const drawn = draw(MIDDLE);
  const putByEngine = writer(folder, 'engine', [wasm, here('workload.mjs'), here('data.mjs'), here('scheme.json')]);
  putByEngine(`sealed-${MIDDLE}.json`, () => sealed(engine, workbook(drawn)));
  putByEngine(`ladder-${MIDDLE}.json`, () => ladder(engine, drawn));
  putByEngine(`ladder-answers-${MIDDLE}.json`, () => JSON.stringify(ladderAnswers(drawn)));
}

/** Writes files into a folder of their own kind, which begins empty when what makes them has changed. */
function writer(folder, kind, makers) {
  const own = join(folder, kind);
  const stamp = join(own, 'made-by');
  const digest = createHash('sha256').update(Buffer.concat(makers)).digest('hex');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== digest) rmSync(own, { recursive: true, force: true });
  mkdirSync(own, { recursive: true });
  writeFileSync(stamp, digest);
  return (name, make) => {
    const file = join(own, name);
    if (!existsSync(file)) writeFileSync(file, make());
  };
}

function ofSize(put, people) {
  const drawn = once(() => draw(people));
  const answers = once(() => exact(drawn()));
  put(`workbook-${people}.json`, () => workbook(drawn()));
  put(`rows-${people}.json`, () => rows(drawn()));
  put(`answers-${people}.json`, () => JSON.stringify(answers()));
  // For the native part, which shall not need a JSON reader to know what is right.
  put(`answers-${people}.tsv`, () => answers().map(line).join('\n'));
  if (people < IN_TWO) return;
  const half = people / 2;
  put(`workbook-${people}-1.json`, () => workbook(drawn().slice(0, half)));
  put(`workbook-${people}-2.json`, () => workbook(drawn().slice(half), { first: half }));
}

function once(make) {
  let made;
  return () => (made ??= make());
}

const line = ({ total, grade, rank, warn }) => [total, grade, rank, warn ? 'warned' : ''].join('\t');

/** A form of the team of twenty, and a thousand what-ifs with everybody's answers to each. */
function team(put) {
  const drawn = draw(TEAM);
  put('scheme.json', () => ascii(JSON.stringify({ ...scheme(), $schema: undefined })));
  put('form.json', () => JSON.stringify({ ...forms(drawn[0], 0)[0], scores: [] }));
  const list = variants(1000).map((variant) => {
    const { at, criterion, tenths } = variant;
    const change = { at, person: person(at), criterion, score: String(tenths / 10) };
    return { change, answers: exact(varied(drawn, variant)) };
  });
  put('variants.json', () => JSON.stringify(list));
  const told = ({ change, answers }) =>
    [[`${change.person}-4`, `c${change.criterion + 1}`, change.score].join('\t'), ...answers.map(line)].join('\n');
  put('variants.tsv', () => list.map(told).join('\n'));
}

function sealed({ Workbook }, bytes) {
  const book = new Workbook(bytes);
  const text = book.toJson().value;
  book.free();
  return text;
}

/** The last of twelve months, with the eleven before it closed, and a rung for one, three and twelve running. */
function ladder({ Workbook }, drawn) {
  const rules = scheme();
  const rung = (periods) => ({ ...rules.warnings.rungs[0], id: `running-${periods}`, periods });
  rules.warnings.rungs = RUNGS.map(rung);
  const history = [];
  for (let month = 1; ; month += 1) {
    const period = `2026-${String(month).padStart(2, '0')}`;
    const bytes = workbook(ofMonth(drawn, month), { period, scheme: rules, history });
    if (month === MONTHS) return bytes;
    const book = new Workbook(bytes);
    const closed = book.close(JSON.stringify({ author: 'QA', date: `${period}-28` }));
    if (!closed.ok) throw new Error(`${period} is not closed: ${JSON.stringify(closed.problems)}`);
    history.push(JSON.parse(book.toJson().value).closed);
    book.free();
  }
}

/** The same people in another month: self and exam differ, so that some stay at the bottom and some do not. */
const ofMonth = (drawn, month) => draw(drawn.length, month).map(({ self, exam }, at) => ({ ...drawn[at], self, exam }));

/** The gravest rung that holds after twelve months, by how long somebody has been among the last three. */
function ladderAnswers(drawn) {
  const months = Array.from({ length: MONTHS }, (_, month) => exact(ofMonth(drawn, month + 1)));
  return months.at(-1).map((answer, at) => {
    const since = months.findLastIndex((month) => !month[at].warn);
    const held = RUNGS.filter((periods) => MONTHS - 1 - since >= periods);
    return { ...answer, warn: held.length > 0 ? `running-${held.at(-1)}` : undefined };
  });
}
