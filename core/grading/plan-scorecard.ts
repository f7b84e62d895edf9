import type { Facts } from '../customer.ts';
import { countedCriteria, type FittedScheme } from './fit-scheme.ts';
import type { Reason } from './grade.ts';
import { type CriterionPlan, MISSING, planCriterion } from './plan-criterion.ts';
import { type KnockOutPlan, knocksOut, planKnockOuts } from './plan-knock-out.ts';
import { type ValueIds, valueIds } from './read-values.ts';
import type { Criterion } from './scheme.ts';
import type { Scorecard } from './scheme-methods.ts';

/** A fitted scorecard laid out for speed. */
export interface ScorecardPlan {
  readonly fitted: FittedScheme;
  readonly criteria: readonly CriterionPlan[];
  /** Their ids, for `readValues`. */
  readonly ids: ValueIds;
  readonly knockOuts: readonly KnockOutPlan[];
  /** Tier ids, best first, and the least score of each; the last one's is minus infinity. */
  readonly tiers: readonly string[];
  readonly leastScores: readonly number[];
  /** As many reasons as there are criteria, to be overwritten. */
  readonly blankReasons: readonly Reason[];
  readonly improvables: readonly Improvable[];
  /** The weight that a customer must have known at least. */
  readonly leastKnownWeight: number;
}

/** A criterion by which a customer may get better: one that is scored and counts, or one that knocks out. */
export interface Improvable {
  readonly criterion: Criterion;
  /** Its place among the counted criteria; -1 when it only knocks out. */
  readonly place: number;
  readonly scored: CriterionPlan | undefined;
  /** Where its bands begin and its knock-outs end, worst first. */
  readonly starts: readonly number[];
}

/** Lays out the scorecard of a fitted scheme. */
export function planScorecard(fitted: FittedScheme, scorecard: Scorecard): ScorecardPlan {
  const { scheme } = fitted;
  const criteria: CriterionPlan[] = [];
  for (const scored of countedCriteria(scorecard.criteria, fitted.known)) {
    const criterion = scheme.criteria.find((candidate) => candidate.id === scored.criterion);
    if (criterion !== undefined) criteria.push(planCriterion(fitted, criterion, scored));
  }
  let available = 0;
  for (const criterion of criteria) if (criterion.isInPopulation) available += criterion.weight;
  const knockOuts = planKnockOuts(scheme, fitted.asOf);
  return {
    fitted,
    criteria,
    ids: valueIds(criteria.map(({ id }) => id)),
    knockOuts,
    blankReasons: criteria.map(({ id }) => ({ criterion: id, value: null, band: null, points: 0.5, max: 0.5 })),
    improvables: scheme.criteria.flatMap((criterion) => improvable(criterion, criteria, knockOuts)),
    tiers: scheme.tiers.map((tier) => tier.id),
    leastScores: scheme.tiers.map(
      (tier) => scorecard.cutOffs.find((cutOff) => cutOff.outcome === tier.id)?.from ?? Number.NEGATIVE_INFINITY,
    ),
    leastKnownWeight: available * (scorecard.leastKnown ?? 0.5) - 1e-9,
  };
}

/** The place of the tier for located values, from the score and the knock-outs' bound; -1 when nothing counts. */
export function tierIndexOf(plan: ScorecardPlan, codes: Int32Array, bound: number): number {
  let sum = 0;
  let weight = 0;
  for (let index = 0; index < plan.criteria.length; index += 1) {
    const criterion = plan.criteria[index];
    const code = codes[index] ?? MISSING;
    if (criterion === undefined) continue;
    if (code >= 0) {
      sum += criterion.weighted[code] ?? 0;
      weight += criterion.weight;
    } else if (criterion.weightedMissing >= 0) {
      sum += criterion.weightedMissing;
      weight += criterion.weight;
    }
  }
  return weight === 0 ? -1 : Math.max(bound, tierOfScore(plan, roundedScore(sum, weight)));
}

/** The best tier (its place) that the knock-outs allow; 0 when none applies. */
export function knockOutBound(plan: ScorecardPlan, values: Facts['values']): number {
  let bound = 0;
  for (const knockOut of plan.knockOuts) {
    const value = values[knockOut.criterion];
    if (value !== undefined && knocksOut(knockOut, value) === true) bound = Math.max(bound, knockOut.tierIndex);
  }
  return bound;
}

/** The place of the tier that a score reaches. */
export function tierOfScore(plan: ScorecardPlan, score: number): number {
  const { leastScores } = plan;
  let index = 0;
  while (score < (leastScores[index] ?? 0)) index += 1;
  return index;
}

/** The weighted mean of points in tenths, so that the score that is shown and the tier never disagree. */
export function roundedScore(sum: number, weight: number): number {
  return Math.round((sum / weight) * 10) / 10;
}

function improvable(
  criterion: Criterion,
  counted: readonly CriterionPlan[],
  knockOuts: readonly KnockOutPlan[],
): Improvable[] {
  const place = counted.findIndex((candidate) => candidate.id === criterion.id);
  const scored = counted[place];
  const sign = criterion.direction === 'lower-is-better' ? -1 : 1;
  const starts = new Set(Array.from(scored?.signedCuts ?? [], (cut) => sign * cut));
  const own = knockOuts.filter((knockOut) => knockOut.criterion === criterion.id);
  for (const { above, below } of own) {
    if (above !== undefined) starts.add(above);
    if (below !== undefined) starts.add(below);
  }
  if (scored === undefined && own.length === 0) return [];
  const worstFirst = [...starts];
  worstFirst.sort((a, b) => sign * (a - b));
  return [{ criterion, place, scored, starts: worstFirst }];
}
