// Which indicator the heading of a column names, and whether its number or its target. A heading that says more than is known here,
// as another month or another unit, names none: what stands below it is not this period's number.
import { folded } from '../folded.ts';
import { hasTarget } from './uses.ts';
import type { Indicator, Scheme } from '../../engine/engine.ts';

export interface Column {
  indicator: Indicator;
  part: 'value' | 'target';
}

const PARTS: { [part in Column['part']]: string[] } = {
  value: ['实际', '实际值', '实际完成', '实际完成值', '完成', '完成值', '本月', '本期', '本月实际', '本期实际', 'actual'],
  target: ['目标', '目标值', '计划', '计划值', 'target', 'plan'],
};
/** What may stand in brackets where the scheme says no unit. */
const UNITS = ['%', '件', '单', '个', '次', '元', '万元', '分', '人', '户', '天', '小时', '分钟', '秒'];
const JOINTS = /^[-_·:/*]+|[-_·:/*]+$/g;

/** Of a heading that stands alone: 客户满意度（%）（目标）, 客户满意度目标 or 目标客户满意度. An indicator that bears all of it as its name comes first. */
function columnOf(heading: string, scheme: Scheme): Column | undefined {
  const words = folded(heading);
  const found = (scheme.indicators ?? []).flatMap((indicator) =>
    [indicator.id, indicator.name['zh-CN'], indicator.name.en].flatMap((name) => {
      const rest = name === undefined ? undefined : without(words, folded(name));
      const part = rest && partOf(rest, indicator);
      return rest && part ? [{ column: { indicator, part }, rest: rest.length }] : [];
    }),
  );
  return found.sort((one, other) => one.rest - other.rest)[0]?.column;
}

/** What a heading says beside the indicator's name, in pieces. */
function without(heading: string, name: string): string[] | undefined {
  if (heading === name) return [];
  const at = heading.startsWith(name) ? 0 : heading.endsWith(name) ? heading.length - name.length : -1;
  if (at === -1) return undefined;
  const rest = at === 0 ? heading.slice(name.length) : heading.slice(0, at);
  return rest
    .split(/[()[\]]/)
    .map((piece) => piece.replace(JOINTS, ''))
    .filter((piece) => piece !== '');
}

function partOf(pieces: string[], indicator: Indicator): Column['part'] | undefined {
  let part: Column['part'] = 'value';
  for (const piece of pieces) {
    const said = bare(piece);
    if (said) part = said;
    else if (!isUnit(piece, indicator)) return undefined;
  }
  return part;
}

export function isUnit(words: string, { unit }: Indicator): boolean {
  const own = [unit?.['zh-CN'], unit?.en].flatMap((one) => (one === undefined ? [] : [folded(one)]));
  return own.length === 0 ? UNITS.includes(words) : own.includes(words);
}

/** Which part a heading says that does not say of what: 目标, 实际完成. */
export const partNamed = (heading: string): Column['part'] | undefined => bare(folded(heading));

function bare(words: string): Column['part'] | undefined {
  return (['value', 'target'] as const).find((part) => PARTS[part].includes(words));
}

/** Whether a heading speaks of numbers, be it of an indicator or of the one beside it. */
export function aboutNumbers(heading: string, schemes: Scheme[]): boolean {
  return partNamed(heading) !== undefined || schemes.some((scheme) => columnOf(heading, scheme) !== undefined);
}

/**
 * By column. 目标 and 实际 alone mean the indicator of the column before, unless they may mean the one after; under a second row
 * of headings there might be another one above them, so they mean nothing there.
 */
export function columnsOf(headings: string[], scheme: Scheme, oneRow: boolean): (Column | undefined)[] {
  const parts = headings.map(partNamed);
  const explicit = headings.map((words, at) => (parts[at] ? undefined : columnOf(words, scheme)));
  const columns: (Column | undefined)[] = [];
  for (const [at, part] of parts.entries()) {
    const before = part && oneRow ? columns.at(-1)?.indicator : undefined;
    columns.push(part && before && !mayMeanNext(part, before, at) ? { indicator: before, part } : explicit[at]);
  }
  return columns;

  /** 客户满意度, 目标, 服务单处理量: the target of either, unless only the first counts by one. */
  function mayMeanNext(part: Column['part'], before: Indicator, at: number): boolean {
    const next = explicit[at + 1];
    if (!next || next.indicator === before || next.part === part || parts[at + 2] === part) return false;
    if (explicit.some((column) => column?.indicator === next.indicator && column.part === part)) return false;
    return !(part === 'target' && hasTarget(scheme, before.id) && !hasTarget(scheme, next.indicator.id));
  }
}

export const isPercent = ({ unit }: Indicator): boolean => folded(unit?.['zh-CN'] ?? '') === '%';
