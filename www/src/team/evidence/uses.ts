// Which kinds of evidence a scheme asks for: a panel that no scheme of the workbook uses is not shown.
import { criteriaOf } from '../names.ts';
import type { Channel, Criterion, Department, Id, Scheme } from '../../engine/engine.ts';

export function usesIndicators(scheme: Scheme): boolean {
  return (scheme.indicators?.length ?? 0) > 0;
}

export function usesFeedback(scheme: Scheme): boolean {
  return scheme.feedback !== undefined;
}

export function usesRegister(scheme: Scheme): boolean {
  return scheme.register !== undefined || criteriaOf(scheme).some((criterion) => criterion.measure.type === 'complaints');
}

/** The indicator that a criterion needs: the one it measures, or the volume of its complaint rate. */
export function indicatorOf({ measure }: Criterion): Id | undefined {
  if (measure.type === 'indicator') return measure.indicator;
  return measure.type === 'complaints' ? measure.volume : undefined;
}

/** A target is typed only where a criterion measures what is attained of it. */
export function hasTarget(scheme: Scheme, indicator: Id): boolean {
  return criteriaOf(scheme).some(
    ({ measure }) => measure.type === 'indicator' && measure.indicator === indicator && measure.of === 'attainment',
  );
}

export function departmentsOf(schemes: Scheme[]): Department[] {
  return distinct(schemes.flatMap((scheme) => scheme.register?.departments ?? []));
}

export function channelsOf(schemes: Scheme[]): Channel[] {
  return distinct(schemes.flatMap((scheme) => scheme.channels ?? []));
}

function distinct<T extends { id: Id }>(list: T[]): T[] {
  return list.filter((one, at) => list.findIndex((other) => other.id === one.id) === at);
}
