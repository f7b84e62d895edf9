import { type Facts, isLevel } from '../customer.ts';
import { type ChangePoints, ownEdges } from './change-points.ts';
import { countedCriteria, type FittedScheme } from './fit-scheme.ts';
import type { Reason } from './grade.ts';
import { type CriterionPlan, MISSING, planCriterion } from './plan-criterion.ts';
import { type KnockOutPlan, knocksOut, planKnockOuts } from './plan-knock-out.ts';
import { type ValueIds, valueIds } from './read-values.ts';
import type { Criterion } from './scheme.ts';
import { rangeOf } from './scheme-inputs.ts';
import type { Scorecard } from './scheme-methods.ts';
import { UncheckedSchemeError } from './unchecked-scheme.ts';

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
  readonly point: ChangePoints;
  /** Its place among the counted criteria; -1 when it only knocks out. */
  readonly place: number;
  readonly scored: CriterionPlan | undefined;
  /** Whether each step up of a number is one band, reached at its cut: neither a whole number nor a day must be looked for. */
  readonly isByBands: boolean;
}

/** Lays out the scorecard of a fitted scheme. */
export function planScorecard(fitted: FittedScheme, scorecard: Scorecard): ScorecardPlan {
  const { scheme } = fitted;
  const criteria: CriterionPlan[] = [];
  for (const scored of countedCriteria(scorecard.criteria, fitted.known)) {
    const criterion = scheme.criteria.find((candidate) => candidate.id === scored.criterion);
    if (criterion === undefined) throw new UncheckedSchemeError(`There is no criterion ${scored.criterion}`);
    criteria.push(planCriterion(fitted, criterion, scored));
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
    improvables: scheme.criteria.flatMap((criterion) => improvable(fitted, criterion, criteria)),
    tiers: scheme.tiers.map((tier) => tier.id),
    leastScores: leastScoresOf(fitted, scorecard),
    leastKnownWeight: available * (scorecard.leastKnown ?? 0.5) - 1e-9,
  };
}

/** The place of the tier for located values, from the score and the knock-outs' bound; -1 when nothing counts. */
export function tierIndexOf(plan: ScorecardPlan, codes: Int32Array, bound: number): number {
  const { sum, weight } = weighed(plan, codes);
  return weight === 0 ? -1 : Math.max(bound, tierOfScore(plan, roundedScore(sum, weight)));
}

/** Weighted points of located values, and the weights of those that count. */
export function weighed(plan: ScorecardPlan, codes: Int32Array): { readonly sum: number; readonly weight: number } {
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
  return { sum, weight };
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

/**
 * The weighted mean of points in tenths, so that the score that is shown and the tier never disagree. Halves go up, 79.95
 * to 80, also where the sum came out a hair below: else the order of the criteria would decide.
 */
export function roundedScore(sum: number, weight: number): number {
  return Math.round((sum / weight) * 10 + HAIR) / 10;
}

/** Far more than adding up loses, far less than points tell apart. */
const HAIR = 1e-9;

/** The least score of each tier, best first. */
function leastScoresOf({ scheme }: FittedScheme, { cutOffs }: Scorecard): number[] {
  return scheme.tiers.map(({ id }, index) => {
    if (index === scheme.tiers.length - 1) return Number.NEGATIVE_INFINITY;
    const from = cutOffs.find(({ outcome }) => outcome === id)?.from;
    if (from === undefined) throw new UncheckedSchemeError(`There is no cut-off for ${id}`);
    return from;
  });
}

function improvable(fitted: FittedScheme, criterion: Criterion, counted: readonly CriterionPlan[]): Improvable[] {
  const { id } = criterion;
  const place = counted.findIndex((candidate) => candidate.id === id);
  const scored = counted[place];
  const own = (fitted.scheme.knockOuts ?? []).filter((knockOut) => knockOut.criterion === id).map(({ when }) => when);
  if (scored === undefined && own.length === 0) return [];
  const cuts = scored === undefined ? [] : (fitted.cuts[id] ?? []);
  const point: ChangePoints = {
    criterion,
    // one that only knocks out gets nobody higher by being known
    isInPopulation: scored?.isInPopulation ?? false,
    ...rangeOf(criterion),
    edges: ownEdges(criterion, cuts, own),
    levels: (scored?.firstLevel ?? -1) >= 0 || own.some(({ is }) => is?.some(isLevel)),
    answers: (scored?.firstAnswer ?? -1) >= 0 || own.some(({ is }) => is?.some((word) => typeof word === 'boolean')),
    // scored words are left to the search that serves every method
    words: own.flatMap(({ is }) => is ?? []).filter((word) => typeof word === 'string'),
    otherWords: criterion.type === 'text',
  };
  const isByBands =
    !/^(?:count|date)$/.test(criterion.type) &&
    point.edges.length === cuts.length &&
    cuts.every((cut) => cut >= point.least && cut <= point.most);
  return [{ point, place, scored, isByBands }];
}
