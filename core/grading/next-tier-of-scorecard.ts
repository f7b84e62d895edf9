import { type Facts, type FactValue, isLevel, type Level } from '../customer.ts';
import type { NextTier } from './grade.ts';
import { earliestWithin, latestBefore, monthsBefore } from './months-before.ts';
import { type CriterionPlan, locate, MISSING } from './plan-criterion.ts';
import { type Improvable, knockOutBound, type ScorecardPlan, tierIndexOf } from './plan-scorecard.ts';

/**
 * The smallest change of one criterion that lifts a graded customer, all else equal: fewest bands first, then the
 * relative size of the change, then the scheme's order of criteria. Null when no single change does.
 *
 * Within one criterion only the places where something changes are tried, nearest first: where better bands begin
 * and where knock-outs let go. `tier` is the one really reached, which may be more than one step up.
 */
export function nextTierOfScorecard(
  plan: ScorecardPlan,
  values: Facts['values'],
  codes: Int32Array,
  tierIndex: number,
): NextTier | null {
  if (tierIndex <= 0) return null;
  let best: Change | undefined;
  for (const improvable of plan.improvables) {
    const change = smallestChange(plan, improvable, values, codes, {
      tierIndex,
      mostBands: best?.bands ?? Number.POSITIVE_INFINITY,
    });
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
  plan: ScorecardPlan,
  improvable: Improvable,
  values: Facts['values'],
  codes: Int32Array,
  wanted: { readonly tierIndex: number; readonly mostBands: number },
): Change | undefined {
  const { tierIndex, mostBands } = wanted;
  const { criterion, place, scored } = improvable;
  const from = values[criterion.id];
  // what nobody has told us cannot be improved, unless others' tables show that it can be known
  if (from === undefined && !scored?.isInPopulation) return undefined;
  const now = codes[place] ?? MISSING;
  for (const to of betterValues(plan, improvable, from)) {
    const next = scored === undefined ? MISSING : locate(scored, to);
    const bands = scored === undefined ? 1 : bandsBetween(scored, now, next);
    // farther values lie in better bands still
    if (bands > mostBands) return undefined;
    // the codes are the caller's: changed for one look only, since copies would cost more than the look
    if (scored !== undefined) codes[place] = next;
    const bound = plan.knockOuts.length === 0 ? 0 : knockOutBound(plan, { ...values, [criterion.id]: to });
    const reached = tierIndexOf(plan, codes, bound);
    if (scored !== undefined) codes[place] = now;
    if (reached < 0 || reached >= tierIndex) continue;
    return { criterion: criterion.id, to, tierIndex: reached, bands, relativeSize: relativeSize(plan, from, to) };
  }
  return undefined;
}

/** Values better than `from` at which a band begins or a knock-out ends, nearest first. */
function betterValues(plan: ScorecardPlan, improvable: Improvable, from: FactValue | undefined): readonly FactValue[] {
  const { criterion, starts } = improvable;
  const isLowerBetter = criterion.direction === 'lower-is-better';
  if (typeof from === 'boolean' || (from === undefined && criterion.type === 'yes-no')) {
    return from === !isLowerBetter ? [] : [!isLowerBetter];
  }
  if (isLevel(from) || (from === undefined && criterion.type === 'level')) {
    const levels = isLowerBetter ? LEVELS_DOWN : LEVELS_UP;
    return levels.slice(levels.findIndex((level) => level === from) + 1);
  }
  const now = numberOf(plan, from);
  const better = now === undefined ? starts : starts.filter((start) => (isLowerBetter ? start < now : start > now));
  if (criterion.type !== 'date') return better;
  const { asOf } = plan.fitted;
  return better.map((months) => (isLowerBetter ? earliestWithin(asOf, months) : latestBefore(asOf, months)));
}

/** How many bands lie between two places; from a missing value, or from a word to a number, counted from the worst. */
function bandsBetween(plan: CriterionPlan, from: number, to: number): number {
  let end = plan.bandIds.length;
  if (plan.firstAnswer > to) end = Math.min(end, plan.firstAnswer);
  if (plan.firstLevel > to) end = Math.min(end, plan.firstLevel);
  return Math.max(1, (from > to && from < end ? from : end) - to);
}

/** 0 to 2: the difference beside the larger of the two; 1 where there is nothing to compare. */
function relativeSize(plan: ScorecardPlan, from: FactValue | undefined, to: FactValue): number {
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

function numberOf(plan: ScorecardPlan, value: FactValue | undefined): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  return typeof value === 'string' ? monthsBefore(plan.fitted.asOf, value) : undefined;
}

const LEVELS_UP: readonly Level[] = ['none', 'low', 'medium', 'high'];
const LEVELS_DOWN: readonly Level[] = ['high', 'medium', 'low', 'none'];
