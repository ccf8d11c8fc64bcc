// What a criterion's raw number is counted in. A share of a team is a number between 0 and 1 and has no unit.
import { showExact } from './format.ts';
import { say, t } from './texts.ts';
import type { Criterion, Exact, Scheme } from '../engine/engine.ts';

export function rawUnit(scheme: Scheme | undefined, criterion: Criterion | undefined): string {
  const measure = criterion?.measure;
  if (measure?.type === 'indicator') {
    if (measure.of === 'attainment') return '%';
    return say(scheme?.indicators?.find(({ id }) => id === measure.indicator)?.unit);
  }
  return measure?.type === 'complaints' && (measure.of === 'rate' || measure.of === 'on-time') ? '%' : '';
}

/** The raw number with its unit: `87.5 %`. */
export function showRaw(value: Exact | undefined, unit: string): string {
  return value === undefined || unit === '' ? showExact(value) : `${showExact(value)} ${unit}`;
}

/** A difference: what is above 0 says so, and between two percentages lie percentage points. */
export function showDifference(value: Exact | undefined, unit = ''): string {
  const shown = showRaw(value, unit === '%' ? t('follow.percentagePoints') : unit);
  return value === undefined || value.startsWith('-') || value === '0' ? shown : `+${shown}`;
}
