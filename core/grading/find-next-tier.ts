import type { Facts, FactValue, Level } from '../customer.ts';
import type { NextTier } from './grade.ts';
import { earliestWithin, latestBefore, monthsBefore } from './months-before.ts';
import { type CriterionPlan, locate, MISSING } from './plan-criterion.ts';
import { knockOutBound, type SchemePlan, tierIndexOf } from './plan-scheme.ts';
import type { Criterion } from './scheme.ts';

/**
 * The smallest change of one criterion that lifts a graded customer, all else equal: fewest bands first, then the
 * relative size of the change, then the scheme's order of criteria. Null when no single change does.
 *
 * Within one criterion only the places where something changes are tried, nearest first: where better bands begin
 * and where knock-outs let go. `tier` is the one really reached, which may be more than one step up.
 */
export function findNextTier(
  plan: SchemePlan,
  values: Facts['values'],
  codes: readonly number[],
  tierIndex: number,
): NextTier | null {
  if (tierIndex <= 0) return null;
  let best: Change | undefined;
  for (const criterion of plan.fitted.scheme.criteria) {
    const change = smallestChange(plan, criterion, values, codes, tierIndex);
    if (change !== undefined && (best === undefined || isSmaller(change, best))) best = change;
  }
  const tier = plan.tiers[best?.tierIndex ?? -1];
  if (best === undefined || tier === undefined) return null;
  return { tier, criterion: best.criterion, from: values[best.criterion] ?? null, to: best.to };
}

interface Change {
  readonly criterion: string;
  readonly to: FactValue;
  readonly tierIndex: number;
  readonly bands: number;
  readonly relativeSize: number;
}

function isSmaller(a: Change, b: Change): boolean {
  return a.bands === b.bands ? a.relativeSize < b.relativeSize : a.bands < b.bands;
}

function smallestChange(
  plan: SchemePlan,
  criterion: Criterion,
  values: Facts['values'],
  codes: readonly number[],
  tierIndex: number,
): Change | undefined {
  const place = plan.criteria.findIndex((candidate) => candidate.id === criterion.id);
  const scored = plan.criteria[place];
  const from = values[criterion.id];
  // what nobody has told us cannot be improved, unless others' tables show that it can be known
  if (from === undefined && !scored?.isInPopulation) return undefined;
  for (const to of betterValues(plan, criterion, scored, from)) {
    const changed = [...codes];
    if (scored !== undefined) changed[place] = locate(scored, to);
    const reached = tierIndexOf(plan, changed, knockOutBound(plan, { ...values, [criterion.id]: to }));
    if (reached < 0 || reached >= tierIndex) continue;
    const bands = scored === undefined ? 1 : bandsBetween(scored, codes[place] ?? MISSING, changed[place] ?? MISSING);
    return { criterion: criterion.id, to, tierIndex: reached, bands, relativeSize: relativeSize(plan, from, to) };
  }
  return undefined;
}

/** Values better than `from` at which a band begins or a knock-out ends, nearest first. */
function betterValues(
  plan: SchemePlan,
  criterion: Criterion,
  scored: CriterionPlan | undefined,
  from: FactValue | undefined,
): FactValue[] {
  const isLowerBetter = criterion.direction === 'lower-is-better';
  const now = numberOf(plan, from);
  if (typeof from === 'boolean' || (from === undefined && criterion.type === 'yes-no')) {
    return from === !isLowerBetter ? [] : [!isLowerBetter];
  }
  const levels = isLowerBetter ? LEVELS_DOWN : LEVELS_UP;
  const isWord = levels.some((level) => level === from) || (from === undefined && criterion.type === 'level');
  if (isWord) return levels.slice(levels.findIndex((level) => level === from) + 1);
  const sign = isLowerBetter ? -1 : 1;
  const starts = (scored?.signedCuts ?? []).map((cut) => sign * cut);
  for (const knockOut of plan.knockOuts) {
    if (knockOut.criterion === criterion.id) starts.push(...[knockOut.above, knockOut.below].filter(isNumber));
  }
  const better = starts.filter((start) => now === undefined || sign * start > sign * now);
  better.sort((a, b) => sign * (a - b));
  if (criterion.type !== 'date') return better;
  const { asOf } = plan.fitted;
  return better.map((months) => (isLowerBetter ? earliestWithin(asOf, months) : latestBefore(asOf, months)));
}

/** How many bands lie between two places; from a missing value, or from a word to a number, counted from the worst. */
function bandsBetween(plan: CriterionPlan, from: number, to: number): number {
  const ends = [plan.firstLevel, plan.firstAnswer, plan.bandIds.length].filter((end) => end > to);
  const end = Math.min(...ends);
  return Math.max(1, (from > to && from < end ? from : end) - to);
}

/** 0 to 2: the difference beside the larger of the two; 1 where there is nothing to compare. */
function relativeSize(plan: SchemePlan, from: FactValue | undefined, to: FactValue): number {
  const levels = [
    LEVELS_UP.findIndex((level) => level === from),
    LEVELS_UP.findIndex((level) => level === to),
  ] as const;
  if (levels[0] >= 0 && levels[1] >= 0) return Math.abs(levels[0] - levels[1]) / LEVELS_UP.length;
  const a = numberOf(plan, from);
  const b = numberOf(plan, to);
  if (a === undefined || b === undefined) return 1;
  return Math.abs(a - b) / (Math.max(Math.abs(a), Math.abs(b)) || 1);
}

function numberOf(plan: SchemePlan, value: FactValue | undefined): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  return typeof value === 'string' ? monthsBefore(plan.fitted.asOf, value) : undefined;
}

function isNumber(value: number | undefined): value is number {
  return value !== undefined;
}

const LEVELS_UP: readonly Level[] = ['none', 'low', 'medium', 'high'];
const LEVELS_DOWN: readonly Level[] = ['high', 'medium', 'low', 'none'];
