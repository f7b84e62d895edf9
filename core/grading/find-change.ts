import type { CalendarDate } from '../calendar-date.ts';
import { type Facts, type FactValue, isLevel } from '../customer.ts';
import { appliedValue, type Candidate, candidates, relativeSize, usableNumber } from './change-candidates.ts';
import type { ChangePoints } from './change-points.ts';
import type { FittedScheme } from './fit-scheme.ts';
import type { NextTier } from './grade.ts';
import { isNumeric } from './scheme-inputs.ts';

/** Which way, and how a tier is found for changed facts (-1 for none). */
export interface Search {
  readonly way: 'better' | 'worse';
  readonly tierIndex: (facts: Facts) => number;
}

/**
 * The smallest change of one criterion that moves a graded customer into a better (worse) tier, all else equal: fewest
 * change points first, then the relative size of the change, then the scheme's order of criteria. Null when none does or
 * the customer has no tier. Serves every method, since it only asks what the changed customer would get.
 */
export function findChange(
  fitted: FittedScheme,
  points: readonly ChangePoints[],
  facts: Facts,
  { way, tierIndex }: Search,
): NextTier | null {
  const now = tierIndex(facts);
  if (now < 0 || (way === 'better' && now === 0)) return null;
  const isWanted = (index: number): boolean => (way === 'better' ? index >= 0 && index < now : index > now);
  let best: (Candidate & { readonly criterion: string; readonly tier: number; readonly size: number }) | undefined;
  for (const point of points) {
    const { id } = point.criterion;
    const from = facts.values[id];
    // what nobody has told us cannot change, unless others' tables show that it can be known
    if (from === undefined && !point.isInPopulation) continue;
    if (way === 'worse' && !isToldSoundly(point, fitted.asOf, from)) continue;
    const mostSteps = best?.steps ?? Number.POSITIVE_INFINITY;
    for (const candidate of candidates(fitted.asOf, point, from, { which: 'both', mostSteps })) {
      if (best !== undefined && candidate.steps > best.steps) break;
      const tier = tierIndex(withValue(facts, id, appliedValue(candidate)));
      if (!isWanted(tier)) continue;
      const size = relativeSize(point, fitted.asOf, from, candidate.to);
      if (best === undefined || candidate.steps < best.steps || size < best.size)
        best = { ...candidate, criterion: id, tier, size };
    }
  }
  const tier = fitted.scheme.tiers[best?.tier ?? -1]?.id;
  if (best === undefined || tier === undefined) return null;
  const { criterion, to, beyond } = best;
  return { tier, criterion, from: facts.values[criterion] ?? null, to, ...(beyond === undefined ? {} : { beyond }) };
}

/** Whether there is a value to get worse: not one that is impossible, which a person must look at first. */
function isToldSoundly(point: ChangePoints, asOf: CalendarDate, value: FactValue | undefined): boolean {
  if (value === undefined) return false;
  const isWord =
    typeof value === 'boolean' ||
    (isLevel(value) && point.levels) ||
    point.words.length > 0 ||
    !isNumeric(point.criterion);
  return isWord || usableNumber(point, asOf, value) !== undefined;
}

/** The facts with one value changed, and no doubt left about it. */
export function withValue(facts: Facts, criterion: string, value: FactValue): Facts {
  const values = { ...facts.values, [criterion]: value };
  if (facts.doubts?.[criterion] === undefined) return { ...facts, values };
  const doubts = Object.fromEntries(Object.entries(facts.doubts).filter(([id]) => id !== criterion));
  return Object.keys(doubts).length === 0 ? { values } : { values, doubts };
}
