import type { Facts, FactValue } from '../customer.ts';
import { appliedValue, type Candidate, candidates, relativeSize } from './change-candidates.ts';
import type { NextTier } from './grade.ts';
import { locate, MISSING } from './plan-criterion.ts';
import { type Improvable, knockOutBound, type ScorecardPlan, tierIndexOf, weighed } from './plan-scorecard.ts';

/**
 * What `findChange` finds for the better, without grading the customer anew for each value that it tries: only the code
 * of the changed criterion and the knock-outs can differ. `tier` is the one really reached, which may be more than one
 * step up.
 *
 * @param known those of the values that the scorecard's criteria have, in their order
 */
export function nextTierOfScorecard(
  plan: ScorecardPlan,
  values: Facts['values'],
  known: readonly (FactValue | undefined)[],
  codes: Int32Array,
  tierIndex: number,
): NextTier | null {
  if (tierIndex <= 0) return null;
  let best: Change | undefined;
  const { sum, weight } = weighed(plan, codes);
  // a hair less than what is rounded to the score that the better tier asks for
  const least = (plan.leastScores[tierIndex - 1] ?? 0) - 0.050001;
  const { improvables, knockOuts } = plan;
  for (let at = 0; at < improvables.length; at += 1) {
    const improvable = improvables[at];
    if (improvable === undefined) continue;
    const { scored, place, point } = improvable;
    if (scored !== undefined && knockOuts.length === 0) {
      // most criteria lift nobody, be they as good as can be, or another needs fewer steps
      const code = codes[place] ?? MISSING;
      const own = code >= 0 ? (scored.weighted[code] ?? 0) : scored.weightedMissing;
      const wanted = least * (own < 0 ? weight + scored.weight : weight) - (sum - Math.max(own, 0));
      if (scored.best < wanted) continue;
      const from = known[place];
      if (improvable.isByBands && code >= 0 && typeof from === 'number') {
        let steps = 1;
        while (steps <= code && (scored.weighted[code - steps] ?? 0) < wanted) steps += 1;
        if (steps > code || (best !== undefined && steps > best.steps)) continue;
        codes[place] = code - steps;
        const reached = tierIndexOf(plan, codes, 0);
        codes[place] = code;
        if (reached < tierIndex) {
          const to = scored.sign * (scored.signedCuts[code - steps] ?? 0);
          const size = relativeSize(point, plan.fitted.asOf, from, to);
          const change: Change = { to, steps, criterion: scored.id, from, tierIndex: reached, size };
          if (best === undefined || isSmaller(change, best)) best = change;
          continue;
        }
      }
    }
    const change = smallestChange(plan, improvable, values, codes, {
      tierIndex,
      mostSteps: best?.steps ?? Number.POSITIVE_INFINITY,
    });
    if (change !== undefined && (best === undefined || isSmaller(change, best))) best = change;
  }
  const tier = plan.tiers[best?.tierIndex ?? -1];
  if (best === undefined || tier === undefined) return null;
  const { criterion, from = null, to, beyond } = best;
  return beyond === undefined ? { tier, criterion, from, to } : { tier, criterion, from, to, beyond };
}

interface Change extends Candidate {
  readonly criterion: string;
  readonly from: FactValue | undefined;
  readonly tierIndex: number;
  readonly size: number;
}

function isSmaller(a: Change, b: Change): boolean {
  return a.steps === b.steps ? a.size < b.size : a.steps < b.steps;
}

function smallestChange(
  plan: ScorecardPlan,
  { point, place, scored }: Improvable,
  values: Facts['values'],
  codes: Int32Array,
  wanted: { readonly tierIndex: number; readonly mostSteps: number },
): Change | undefined {
  const { asOf } = plan.fitted;
  const { id } = point.criterion;
  const from = values[id];
  // what nobody has told us cannot be improved, unless others' tables show that it can be known
  if (from === undefined && !point.isInPopulation) return undefined;
  const now = codes[place] ?? MISSING;
  const { mostSteps } = wanted;
  for (const candidate of candidates(asOf, point, from, { which: 'better', mostSteps })) {
    if (candidate.steps > mostSteps) return undefined;
    const value = appliedValue(candidate);
    // the codes are the caller's: changed for one look only, since copies would cost more than the look
    if (scored !== undefined) codes[place] = locate(scored, value);
    const bound = plan.knockOuts.length === 0 ? 0 : knockOutBound(plan, { ...values, [id]: value });
    const reached = tierIndexOf(plan, codes, bound);
    if (scored !== undefined) codes[place] = now;
    if (reached < 0 || reached >= wanted.tierIndex) continue;
    return {
      ...candidate,
      criterion: id,
      from,
      tierIndex: reached,
      size: relativeSize(point, asOf, from, candidate.to),
    };
  }
  return undefined;
}
