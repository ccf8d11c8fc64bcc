// Who is compared: each is given an input (not timed), goes from there to everybody's answers (timed), and lets them
// be read.
import * as plain from './peers/plain.mjs';

const workbook = (people) => `workbook-${people}.json`;

/** `read` says what of the result is somebody's four answers; without it there is nothing to be right or wrong. */
const OURS = {
  /** From bytes to where everybody stands. */
  engine: { file: workbook, run: stood, read: ofStandings },
  /** The same with the parts of every score: what a page shows when somebody asks how a figure came about. */
  'engine-in-full': { file: workbook, run: appraised, read: ofEngine },
  /** The same in two files of whole teams, where the whole is more than the engine takes in one. */
  'engine-parts': { file: (people) => [1, 2].map((part) => `workbook-${people}-${part}.json`), run: stood, read: ofStandings },
  /** Only the reading: what a page does before it shows anything. */
  'engine-read': { file: workbook, run: ([bytes], engine) => new engine.Workbook(bytes) },
  /** A file as the engine itself writes it: spread over lines, with the checksum that it is held to. */
  'engine-sealed': { file: (people) => `sealed-${people}.json`, run: stood, read: ofStandings },
  /** Twelve months: eleven closed ones in the history, and a ladder that reaches back to the first. */
  'engine-ladder': {
    file: (people) => `ladder-${people}.json`,
    answers: 'ladder-answers',
    run: stood,
    read: (result) => ofStandings(result, (rung) => rung),
  },
  'plain-workbook': { file: workbook, run: ([text]) => plain.fromWorkbook(text), read: inOrder },
  'plain-rows': { file: (people) => `rows-${people}.json`, run: ([text]) => plain.fromRows(text), read: inOrder },
};

/** @returns {Promise<{ size: number, answers: string, waits?: boolean, run(): object, read?(result): (at: number) => object }>} */
export async function contestant(host, name, people) {
  if (name.startsWith('peer:')) return peer(host, name.slice('peer:'.length), people);
  const { file, answers = 'answers', run, read } = OURS[name];
  const ours = name.startsWith('engine');
  const engine = ours ? await host.engine() : undefined;
  const inputs = await Promise.all([file(people)].flat().map((each) => (ours ? host.bytes(each) : host.text(each))));
  const size = inputs.reduce((sum, input) => sum + input.length, 0);
  return { size, answers: `${answers}-${people}.json`, run: () => run(inputs, engine), read };
}

function appraised(documents, engine) {
  return asked(documents, engine, (book) => book.appraise());
}

function stood(documents, engine) {
  return asked(documents, engine, (book) => book.standings());
}

function asked(documents, { Workbook }, ask) {
  const books = documents.map((bytes) => new Workbook(bytes));
  const answers = books.map(ask);
  return { answers, free: () => books.forEach((book) => book.free()) };
}

function ofEngine({ answers }) {
  const results = answers.flatMap((answer) => good(answer).results);
  return (at) => ofResult(results[at]);
}

function ofStandings({ answers }, warned) {
  const standings = answers.flatMap(good);
  return (at) => ofResult(standings[at], warned);
}

function good({ ok, value, problems }) {
  if (!ok) throw new Error(`refused: ${problems[0].code}`);
  return value;
}

/** Somebody's four answers; of a ladder the rung counts, and not only that there is one. */
export const ofResult = (result, warned = (warning) => warning !== undefined) =>
  result && { total: result.total, grade: result.grade, rank: result.rank, warn: warned(result.warning) };

function inOrder(results) {
  return (at) => results[at];
}

/** One of somebody else's folder: it takes the rows, as text, as bytes or parsed. */
async function peer(host, name, people) {
  const theirs = await host.peer(name);
  const file = `rows-${people}.json`;
  const input = await (theirs.input === 'bytes' ? host.bytes(file) : host.text(file));
  const run = () => (theirs.runText ? theirs.runText(input) : theirs.compute(JSON.parse(input)));
  const read = (results) => (at) => ({ ...results[at], total: String(results[at].total) });
  return { size: input.length, answers: `answers-${people}.json`, waits: theirs.async, run, read };
}
