import type { Facts } from '../customer.ts';
import { appliedValue, type Candidate, candidates, relativeSize } from './change-candidates.ts';
import type { NextTier } from './grade.ts';
import { locate, MISSING } from './plan-criterion.ts';
import { type Improvable, knockOutBound, type ScorecardPlan, tierIndexOf, weighed } from './plan-scorecard.ts';

/**
 * What `findChange` finds for the better, without grading the customer anew for each value that it tries: only the code
 * of the changed criterion and the knock-outs can differ. `tier` is the one really reached, which may be more than one
 * step up.
 */
export function nextTierOfScorecard(
  plan: ScorecardPlan,
  values: Facts['values'],
  codes: Int32Array,
  tierIndex: number,
): NextTier | null {
  if (tierIndex <= 0) return null;
  let best: Change | undefined;
  const { sum, weight } = weighed(plan, codes);
  // a hair less than what is rounded to the score that the better tier asks for
  const least = (plan.leastScores[tierIndex - 1] ?? 0) - 0.050001;
  for (const improvable of plan.improvables) {
    const { scored, place } = improvable;
    if (scored !== undefined && plan.knockOuts.length === 0) {
      // most criteria lift nobody, be they as good as can be, or another needs fewer steps
      const code = codes[place] ?? MISSING;
      const own = code >= 0 ? (scored.weighted[code] ?? 0) : scored.weightedMissing;
      const wanted = least * (own < 0 ? weight + scored.weight : weight) - (sum - Math.max(own, 0));
      if (scored.best < wanted) continue;
      const from = values[scored.id];
      if (code >= 0 && typeof from === 'number') {
        const steps = fewestSteps(improvable, code, wanted);
        if (steps > (best?.steps ?? MOST_STEPS)) continue;
        const change = plainChange(plan, improvable, codes, { from, steps, tierIndex });
        if (change !== undefined) {
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
  const { criterion, to, beyond } = best;
  return { tier, criterion, from: values[criterion] ?? null, to, ...(beyond === undefined ? {} : { beyond }) };
}

/** More than any criterion has bands. */
const MOST_STEPS = 1e6;

/** At least so many steps a number must rise by, from the band with this code, to win so many weighted points; infinite where no band has them. */
function fewestSteps({ scored, point }: Improvable, code: number, wanted: number): number {
  const bands = scored?.signedCuts.length ?? 0;
  // where cuts coincide, a step may cross several bands
  if (scored === undefined || code > bands || point.edges.length !== bands) return 1;
  for (let steps = 1; steps <= code; steps += 1) if ((scored.weighted[code - steps] ?? 0) >= wanted) return steps;
  return Number.POSITIVE_INFINITY;
}

/** The change by so many steps of a number that may be any fraction; undefined where it is another one or does not suffice after all. */
function plainChange(
  plan: ScorecardPlan,
  { scored, point, place }: Improvable,
  codes: Int32Array,
  { from, steps, tierIndex }: { readonly from: number; readonly steps: number; readonly tierIndex: number },
): Change | undefined {
  const { criterion, least, most, edges } = point;
  const code = codes[place] ?? MISSING;
  const cut = scored?.signedCuts[code - steps];
  const isPlain = criterion.type !== 'date' && criterion.type !== 'count' && edges.length === scored?.signedCuts.length;
  if (cut === undefined || scored === undefined || !isPlain) return undefined;
  const to = scored.sign * cut;
  codes[place] = code - steps;
  const reached = tierIndexOf(plan, codes, 0);
  codes[place] = code;
  if (to < least || to > most || reached < 0 || reached >= tierIndex) return undefined;
  const size = relativeSize(point, plan.fitted.asOf, from, to);
  return { to, steps, criterion: scored.id, tierIndex: reached, size };
}

interface Change extends Candidate {
  readonly criterion: string;
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
    return { ...candidate, criterion: id, tierIndex: reached, size: relativeSize(point, asOf, from, candidate.to) };
  }
  return undefined;
}
