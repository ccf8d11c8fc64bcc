// Many numbers at once; a refusal is brought back to the entry that caused it.
import type { IndicatorValue, Problem } from '../../engine/engine.ts';
import type { TeamDesk } from '../desk.ts';

export interface RefusedNumbers {
  /** By the entry's place among those given. */
  cells: [at: number, problem: Problem, part: 'value' | 'target'][];
  /** Of what all of them share: day, author, source. */
  rest: Problem[];
}

/** All of them or none. Undefined when they are entered; of a step that was given up there is nothing to say here. */
export async function enterNumbers(desk: TeamDesk, entries: IndicatorValue[]): Promise<RefusedNumbers | undefined> {
  const found: RefusedNumbers = { cells: [], rest: [] };
  const said = await desk.extend({ indicators: entries }, 'indicators.saved');
  if (!said) return found;
  const problems = said.filter((problem) => problem.severity === 'error');
  if (problems.length === 0) return undefined;
  for (const problem of problems) {
    // The engine names an entry by its place among those given.
    const [, at, key] = /^\/indicators\/(\d+)\/?(.*)$/.exec(problem.pointer) ?? [];
    if (at === undefined) found.rest.push(problem);
    else if (key === 'value' || key === 'target') found.cells.push([Number(at), problem, key]);
    else if (!found.rest.some((other) => other.pointer === `/${key}`))
      found.rest.push({ code: problem.code, severity: problem.severity, pointer: `/${key ?? ''}`, params: problem.params });
  }
  return found;
}
