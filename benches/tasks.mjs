// What is measured in a host, be it node or a page. Every task first holds its answers to the exact ones: the speed
// of a wrong answer is of no use to anybody.
import { contestant, ofResult } from './contestants.mjs';
import { differences, isRight, timed } from './measure.mjs';
import * as plain from './peers/plain.mjs';

export const tasks = { batch, form, team, whatIf };

const mustBeRight = (what, wrong) => {
  if (!isRight(wrong)) throw new Error(`${what}: ${JSON.stringify(wrong)} are wrong`);
};

/** From a file to everybody's answers. */
async function batch(host, { who, people, least }) {
  const { size, answers, waits, run, read } = await contestant(host, who, people);
  const expected = read && (await host.json(answers));
  let wrong;
  let memory;
  const check = (result) => {
    memory = host.memory?.();
    if (!read) return;
    wrong = differences(expected, read(result));
    if (who.startsWith('engine')) mustBeRight(`${who}, ${people} people`, wrong);
  };
  const times = await timed(run, { clock: host.clock, least, check, waits });
  return { ...times, wrong, size, memory };
}

/** One keystroke in a form: its own sum and grade. */
async function form(host, { who, least }) {
  const enter =
    who === 'engine' ? openForm(await host.engine(), await host.text('scheme.json'), await host.text('form.json')) : plain.openForm();
  const digits = ['9.5', '8', '7.3', '10', '0.1'];
  const tenths = new Array(11).fill(0);
  let stroke = 0;
  const press = () => {
    stroke += 1;
    return enter(stroke % 9, digits[stroke % digits.length]).total;
  };
  for (let round = 0; round < 45; round += 1) {
    const found = press();
    tenths[stroke % 9] = Math.round(Number(digits[stroke % digits.length]) * 10);
    const sum = (tenths.reduce((sum, score) => sum + score) / 10).toFixed(2);
    if (found !== sum) throw new Error(`${who}: the form says ${found}, its scores add up to ${sum}`);
  }
  return timed(() => void press(), { clock: host.clock, least });
}

function openForm({ LiveForm }, scheme, rating) {
  const live = new LiveForm(scheme, rating);
  return (criterion, typed) => live.enter(`c${criterion + 1}`, typed);
}

/** One score of a team of twenty changed: new total, grade, all ranks and warnings. */
async function team(host, { who, least }) {
  const list = await host.json('variants.json');
  const open = await openTeam(host, who, list);
  if (!open) return {};
  const { change, waits } = open;
  let next = 0;
  return timed(() => change(list[(next += 1) % list.length].change), { clock: host.clock, least, waits });
}

async function openTeam(host, who, list) {
  const rows = await host.text('rows-20.json');
  if (who === 'plain') {
    const change = plain.openTeam(rows);
    return { change: ({ at, criterion, score }) => void change(at, criterion, Number(score)) };
  }
  if (who === 'engine') {
    const open = await engineTeam(host);
    for (const { change, answers } of list) mustBeRight(JSON.stringify(change), differences(answers, open.whatIf(change)));
    return { change: open.enter };
  }
  const theirs = await host.peer(who.slice('peer:'.length));
  // Not every one can change a single score.
  if (!theirs.keystroke) return undefined;
  const press = await theirs.keystroke(JSON.parse(rows));
  // They change one score of one person, the sixth's; the value is what differs.
  return { change: ({ score }) => void press(Number(score)), waits: theirs.async };
}

/** A thousand what-ifs on a team of twenty, each by itself, and each held to its exact answers. */
async function whatIf(host, { who, least }) {
  const list = await host.json('variants.json');
  const open = who === 'engine' ? await engineTeam(host) : plainTeam(await host.text('rows-20.json'));
  const wrong = { totals: 0, grades: 0, ranks: 0, warnings: 0 };
  const check = () => {
    for (const { change, answers } of list) {
      const missed = differences(answers, open.whatIf(change));
      for (const kind of Object.keys(wrong)) wrong[kind] += missed[kind];
    }
    if (who === 'engine') mustBeRight('what-if', wrong);
  };
  const all = () => {
    for (const { change } of list) open.whatIf(change);
  };
  return { ...(await timed(all, { clock: host.clock, least, check })), wrong };
}

/** A what-if is about the team as it stands: the one before is taken back. */
function plainTeam(rows) {
  const change = plain.openTeam(rows);
  const before = JSON.parse(rows).appraisals;
  let last;
  return {
    whatIf: ({ at, criterion, score }) => {
      if (last) change(last.at, last.criterion, before[last.at].superior[last.criterion]);
      last = { at, criterion };
      const results = change(at, criterion, Number(score));
      return (person) => results[person];
    },
  };
}

/** The engine's handle for a team: one score of one rater's form is tried. */
async function engineTeam(host) {
  const { Workbook } = await host.engine();
  const bytes = await host.bytes('workbook-20.json');
  const book = JSON.parse(new TextDecoder().decode(bytes));
  const forms = new Map(book.ratings.map((form) => [form.id, form]));
  const team = new Workbook(bytes).team(book.units[0].id, book.schemes[0].id);
  const enter = ({ person, criterion, score }) => {
    const { subject, role, rater } = forms.get(`${person}-4`);
    const answer = team.enter(subject, role, rater, `c${criterion + 1}`, score);
    if (!answer.ok) throw new Error(`refused: ${answer.problems[0].code}`);
    return answer.value;
  };
  const standings = team.standings().value;
  const places = new Map(standings.map(({ subject }, at) => [subject, at]));
  const take = (list) => list.forEach((standing) => (standings[places.get(standing.subject)] = standing));
  let last;
  return {
    enter,
    whatIf: (change) => {
      if (last) take(enter({ ...last, score: String(forms.get(`${last.person}-4`).scores[last.criterion].score) }).changed);
      last = change;
      take(enter(change).changed);
      return (at) => ofResult(standings[at]);
    },
  };
}
