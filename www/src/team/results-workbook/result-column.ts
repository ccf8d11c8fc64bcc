// A column of a table of results: what stands above it, and what it shows of somebody.
import { unfolded } from '../../kit/format.ts';
import type { Cell, Column } from './plan.ts';
import type { Exact, SubjectResult } from '../../engine/engine.ts';

export interface ResultColumn extends Column {
  cell(row: SubjectResult): Cell;
}

/** The engine's own digits; of a fraction that does not end as many as the page shows. */
export function figure(value: Exact | undefined): Cell {
  return value === undefined ? undefined : unfolded(value);
}

/** Of ranks and people. */
export function count(value: number | undefined): Cell {
  return value === undefined ? undefined : { digits: String(value) };
}
