// The workload that everything is measured on: appraisals in teams of twenty, drawn from a seed, with their exact
// answers. The figures are those of the trial benches that the targets were set by, so that ratios can be compared.
import { readFileSync } from 'node:fs';

/** Points of the eleven criteria c1 … c11. */
export const POINTS = [10, 10, 10, 10, 10, 10, 10, 10, 10, 5, 5];
export const TEAM = 20;
const SEED = 12345;
const PERIOD = '2026-10';

// mulberry32: the same figures everywhere, from one whole number.
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** So many appraisals, every score in whole tenths. */
export function draw(people, seed = SEED) {
  const next = random(seed);
  return Array.from({ length: people }, () => {
    const ability = 0.55 + 0.45 * Math.pow(next(), 0.6);
    const score = (points, bias) => {
      const tenths = Math.round((ability + bias + (next() - 0.5) * 0.3) * points * 10);
      return Math.max(0, Math.min(points * 10, tenths));
    };
    const form = (bias) => POINTS.map((points) => score(points, bias));
    const self = form(0.05);
    const peers = [form(0.02), form(0.02), form(0.02)];
    const superior = form(0);
    const exam = Math.floor(550 + next() * 451);
    const kind = next();
    const slips = kind < 0.8 ? 0 : kind < 0.92 ? 1 : kind < 0.97 ? 2 : kind < 0.99 ? 3 : 12 + Math.floor(next() * 40);
    return { self, peers, superior, exam, slips };
  });
}

/** The total in hundredths: whole numbers far below 2^53 all the way, so nothing is rounded but once, where the rule says. */
export function hundredths({ self, peers, superior, exam, slips }) {
  // A tenth of a point × 20 or 50 of 100, or × 30 of 100 ÷ 3 raters: 20, 50 and 10 thousandths of a point.
  let thousandths = 0;
  for (let at = 0; at < POINTS.length; at += 1) {
    thousandths += 20 * self[at] + 10 * (peers[0][at] + peers[1][at] + peers[2][at]) + 50 * superior[at];
  }
  thousandths += Math.max(0, Math.min(5000, 25 * (exam - 700)));
  thousandths = Math.max(0, thousandths - 2000 * slips);
  return Math.floor((thousandths + 5) / 10);
}

const gradeOf = (total) => (total > 9500 ? 'A' : total >= 8500 ? 'B' : total >= 7500 ? 'C' : total >= 6500 ? 'D' : 'E');

/** What everybody must come to: total, grade, rank in the team, and whether one of its last three. */
export function exact(drawn) {
  const totals = drawn.map(hundredths);
  return totals.map((total, at) => {
    const start = at - (at % TEAM);
    const team = totals.slice(start, start + TEAM);
    const rank = 1 + team.filter((other) => other > total).length;
    const warn = team.filter((other) => other < total).length < 3;
    return { total: (total / 100).toFixed(2), grade: gradeOf(total), rank, warn };
  });
}

export const person = (at) => `E${String(at + 1).padStart(6, '0')}`;
export const team = (at) => `T${String(Math.floor(at / TEAM) + 1).padStart(5, '0')}`;
const points = (tenths) => tenths.map((tenth) => tenth / 10);

/** The same as compact rows, which no rule can be written for but this one: what a script of somebody's would read. */
export function rows(drawn) {
  const appraisals = drawn.map(({ self, peers, superior, exam, slips }, at) => ({
    id: person(at),
    team: team(at),
    self: points(self),
    peers: peers.map(points),
    superior: points(superior),
    quiz: exam / 10,
    deductions: slips,
  }));
  return JSON.stringify({ appraisals });
}

export const scheme = () => JSON.parse(readFileSync(new URL('scheme.json', import.meta.url), 'utf8'));

const scores = (tenths) => tenths.map((tenth, at) => ({ criterion: `c${at + 1}`, score: tenth / 10 }));

/** One form; the three peers are the next three of the team. */
function form(at, role, number, tenths, period) {
  const mate = at - (at % TEAM) + ((at + number) % TEAM);
  const rater = role === 'superior' ? `S${team(at)}` : person(mate);
  return {
    id: `${person(at)}-${number}`,
    revision: 1,
    scheme: { id: 'bench', version: '1' },
    period,
    subject: person(at),
    rater,
    role,
    date: `${period}-28`,
    scores: scores(tenths),
  };
}

export const forms = ({ self, peers, superior }, at, period = PERIOD) => [
  form(at, 'self', 0, self, period),
  ...peers.map((tenths, peer) => form(at, 'peer', peer + 1, tenths, period)),
  form(at, 'superior', 4, superior, period),
];

const exam = (tenths, at, period) => ({
  id: `${person(at)}-x`,
  subject: person(at),
  indicator: 'exam',
  date: `${period}-20`,
  value: tenths / 10,
  author: 'QA',
});
const slip = (at, number, period) => ({
  id: `${person(at)}-s${number}`,
  subject: person(at),
  criterion: 'slips',
  date: `${period}-15`,
  author: 'QA',
  reason: 'late',
});

/**
 * The workbook file of so many people, as bytes: plain JSON as anybody may write it. It is ASCII, since a JavaScript
 * engine keeps such a text in half the room and reads it faster: what we are compared with shall be at its best.
 */
export function workbook(drawn, { period = PERIOD, first = 0, scheme: rules = scheme(), history = [] } = {}) {
  const each = (list) => drawn.flatMap((one, index) => list(one, first + index).map((entry) => JSON.stringify(entry)));
  const units = [...new Set(drawn.map((_, index) => team(first + index)))].map((id) => ({ id, name: { 'zh-CN': id } }));
  const chunks = [];
  const put = (text) => chunks.push(Buffer.from(text, 'latin1'));
  const list = (key, entries, last = false) => {
    put(`"${key}":[`);
    // A list of a hundred thousand is longer than one string may be.
    for (let at = 0; at < entries.length; at += 5000) put((at > 0 ? ',' : '') + entries.slice(at, at + 5000).join(','));
    put(last ? ']' : '],');
  };
  put(`{"format":"kaohe-workbook","formatVersion":1,"id":"bench","period":"${period}",`);
  list('schemes', [ascii(JSON.stringify({ ...rules, $schema: undefined }))]);
  list(
    'units',
    units.map((unit) => JSON.stringify(unit)),
  );
  list(
    'people',
    each((_, at) => [{ id: person(at), name: person(at), unit: team(at), scheme: 'bench' }]),
  );
  list(
    'ratings',
    each((one, at) => forms(one, at, period)),
  );
  list(
    'records',
    each((one, at) => Array.from({ length: one.slips }, (_, number) => slip(at, number + 1, period))),
  );
  if (history.length > 0)
    list(
      'history',
      history.map((closed) => ascii(JSON.stringify(closed))),
    );
  list(
    'indicators',
    each((one, at) => [exam(one.exam, at, period)]),
    true,
  );
  put('}');
  return Buffer.concat(chunks);
}

/** So many what-ifs on a team: the superior's score of one criterion of one person is another one. */
export function variants(count) {
  return Array.from({ length: count }, (_, number) => {
    const at = number % TEAM;
    const criterion = Math.floor(number / TEAM) % 9;
    return { at, criterion, tenths: (number * 7) % 101 };
  });
}

/** The same appraisals with one what-if in them. */
export const varied = (drawn, { at, criterion, tenths }) =>
  drawn.map((one, index) => (index === at ? { ...one, superior: one.superior.with(criterion, tenths) } : one));

/** JSON text with nothing but ASCII in it. */
export const ascii = (text) => text.replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
