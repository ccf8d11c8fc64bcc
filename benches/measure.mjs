// How something is timed, in node and in a page alike.

export const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];

/**
 * Times `run`: once cold, when `check` looks at what it gave; then it is warmed up for `least` milliseconds and
 * sampled. Short runs are timed many together, since no clock is fine enough for one. `clock` is CPU time where
 * there is one: what else runs on the same cores then costs a reading little.
 * @returns {Promise<{ first: number, median: number, runs: number }>} milliseconds for one run
 */
export async function timed(run, { clock, least = 600, samples = 9, check = () => {}, waits = false }) {
  const sample = waits ? sampleWaiting : sampleAtOnce;
  const [first, cold] = await sample(run, 1, clock, check);
  const end = performance.now() + least;
  let warm = 0;
  for (let took = cold; performance.now() + took < end; warm += 1) [, took] = await sample(run, 1, clock);
  // What hardly fits into the time that there is, is warm after one run, and sampled less often.
  const together = Math.max(1, Math.floor((warm / samples) * 0.8));
  const times = [];
  for (let left = cold > 30 * least ? 1 : cold > least ? 3 : samples; left > 0; left -= 1)
    times.push((await sample(run, together, clock))[0]);
  return { first, median: median(times), runs: times.length * together };
}

/** CPU and wall milliseconds for one of `count` runs. What a run leaves behind is put away outside of the clock. */
function sampleAtOnce(run, count, clock, check) {
  const leavings = [];
  const [cpu, wall] = [clock(), performance.now()];
  for (let at = 0; at < count; at += 1) leavings.push(run());
  const took = [(clock() - cpu) / count, (performance.now() - wall) / count];
  return cleared(leavings, check, took);
}

/** Apart from the other, since waiting costs more than a whole run of what is fast. */
async function sampleWaiting(run, count, clock, check) {
  const leavings = [];
  const [cpu, wall] = [clock(), performance.now()];
  for (let at = 0; at < count; at += 1) leavings.push(await run());
  const took = [(clock() - cpu) / count, (performance.now() - wall) / count];
  return cleared(leavings, check, took);
}

function cleared(leavings, check, took) {
  check?.(leavings[0]);
  for (const leaving of leavings) leaving?.free?.();
  return took;
}

/** How many totals, grades, ranks and warnings are not the exact ones; `answer(at)` gives somebody's four. */
export function differences(expected, answer) {
  const wrong = { totals: 0, grades: 0, ranks: 0, warnings: 0 };
  expected.forEach((right, at) => {
    const found = answer(at) ?? {};
    if (found.total !== right.total) wrong.totals += 1;
    if (found.grade !== right.grade) wrong.grades += 1;
    if (found.rank !== right.rank) wrong.ranks += 1;
    if (found.warn !== right.warn) wrong.warnings += 1;
  });
  return wrong;
}

export const isRight = (wrong) => Object.values(wrong).every((count) => count === 0);
