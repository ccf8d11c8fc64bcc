// Plain JavaScript: JSON.parse and binary floats, as somebody writes it in an afternoon. It refuses nothing, explains
// nothing, knows one scheme, takes it that the forms' lines stand in order, and gets some totals wrong by a hundredth.

const gradeOf = (total) => (total > 95 ? 'A' : total >= 85 ? 'B' : total >= 75 ? 'C' : total >= 65 ? 'D' : 'E');

/** One appraisal from its rows of scores. */
function one({ id, team, self, peers: [p, q, r], superior, quiz, deductions }) {
  let total = 0;
  for (let at = 0; at < 11; at += 1) total += self[at] * 0.2 + ((p[at] + q[at] + r[at]) / 3) * 0.3 + superior[at] * 0.5;
  total += Math.min(5, Math.max(0, ((quiz - 70) / 20) * 5));
  total = Math.max(0, total - deductions * 2);
  const number = Math.round(total * 100) / 100;
  return { id, team, number, total: number.toFixed(2), grade: gradeOf(number), rank: 0, warn: false };
}

/** Ranks everybody within the teams, ties alike, and flags the last three. */
function rank(results) {
  const teams = new Map();
  for (const result of results) {
    const team = teams.get(result.team);
    if (team) team.push(result);
    else teams.set(result.team, [result]);
  }
  for (const team of teams.values()) rankTeam(team);
  return results;
}

function rankTeam(team) {
  const order = [...team].sort((a, b) => b.number - a.number);
  for (let at = 0; at < order.length; at += 1) {
    const tied = at > 0 && order[at - 1].number === order[at].number;
    order[at].rank = tied ? order[at - 1].rank : at + 1;
  }
  for (let at = order.length - 1, from = at; at >= 0; at -= 1) {
    if (order[at].number !== order[from].number) from = at;
    order[at].warn = order.length - 1 - from < 3;
  }
}

/** From the compact rows: the least that any program could read. */
export const fromRows = (text) => rank(JSON.parse(text).appraisals.map(one));

/** From the workbook file that the engine reads. */
export function fromWorkbook(text) {
  const book = JSON.parse(text);
  const rows = new Map();
  for (const { id, unit } of book.people) {
    rows.set(id, { id, team: unit, self: undefined, peers: [], superior: undefined, quiz: 0, deductions: 0 });
  }
  for (const { subject, role, scores } of book.ratings) {
    const row = rows.get(subject);
    const given = scores.map(({ score }) => score);
    if (role === 'peer') row.peers.push(given);
    else row[role] = given;
  }
  for (const { subject, value } of book.indicators) rows.get(subject).quiz = value;
  for (const { subject } of book.records) rows.get(subject).deductions += 1;
  return rank([...rows.values()].map(one));
}

/** A team that is open: one score of one superior changed, and everybody's figures anew. */
export function openTeam(text) {
  const rows = JSON.parse(text).appraisals;
  const results = rows.map(one);
  return (at, criterion, score) => {
    rows[at].superior[criterion] = score;
    results[at] = one(rows[at]);
    rankTeam(results);
    return results;
  };
}

/** A form that is open: what is typed into a field, and the sum and grade anew. */
export function openForm() {
  const scores = new Array(11).fill(0);
  return (criterion, typed) => {
    scores[criterion] = Number(typed);
    let total = 0;
    for (let at = 0; at < 11; at += 1) total += scores[at];
    const number = Math.round(total * 100) / 100;
    return { total: number.toFixed(2), grade: gradeOf(number) };
  };
}
