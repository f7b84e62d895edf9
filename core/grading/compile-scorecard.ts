import type { Doubt, Facts, FactValue } from '../customer.ts';
import type { FittedScheme } from './fit-scheme.ts';
import type { GradeRemark, GradeStatus, Reason } from './grade.ts';
import { scorecardColumns } from './grade-scorecard-columns.ts';
import type { GradeCode, Grader } from './grader.ts';
import { nextTierOfScorecard } from './next-tier-of-scorecard.ts';
import { type CriterionPlan, locate, MISSING, OUT_OF_RANGE } from './plan-criterion.ts';
import { type KnockOutPlan, knocksOut } from './plan-knock-out.ts';
import { planScorecard, roundedScore, type ScorecardPlan, tierOfScore } from './plan-scorecard.ts';
import { readValues } from './read-values.ts';
import type { Scorecard } from './scheme-methods.ts';
import { valueRemark } from './value-remark.ts';

/** The grader of a scorecard, knock-outs included. */
export function compileScorecard(fitted: FittedScheme, scorecard: Scorecard): Grader {
  const plan = planScorecard(fitted, scorecard);
  const verdict: Verdict = {
    codes: new Int32Array(plan.criteria.length),
    effects: new Float64Array(plan.criteria.length),
    order: new Int32Array(plan.criteria.length),
    weight: 0,
    status: 'review',
    tierIndex: -1,
    score: Number.NaN,
    isPlain: true,
    review: NONE,
    warnings: NONE,
    knockOuts: NO_KNOCK_OUTS,
  };
  const noBands = plan.criteria.map((): string | null => null);
  // words and days to come are left to the search that serves every method
  const isPlain = plan.criteria.every((criterion) => criterion.labels === undefined && !criterion.isAhead);
  // who has been graded is asked next what would lift them
  let judged: Facts | undefined;
  let known: readonly (FactValue | undefined)[] = [];
  const code = (facts: Facts): GradeCode => {
    judged = undefined;
    judge(plan, facts, readValues(plan.ids, facts.values), verdict);
    const score = Number.isNaN(verdict.score) ? null : verdict.score;
    const { codes } = verdict;
    const bands = noBands.slice();
    for (let index = 0; index < bands.length; index += 1) {
      const place = codes[index] ?? MISSING;
      if (place >= 0) bands[index] = plan.criteria[index]?.bandIds[place] ?? null;
    }
    return { status: verdict.status, tier: plan.tiers[verdict.tierIndex] ?? null, score, bands };
  };
  return {
    counted: plan.criteria.map((criterion) => criterion.id),
    code,
    gradeColumns: scorecardColumns(plan, code),
    grade(facts) {
      const values = readValues(plan.ids, facts.values);
      judge(plan, facts, values, verdict);
      judged = facts;
      known = values;
      const { status, review, warnings } = verdict;
      const score = Number.isNaN(verdict.score) ? null : verdict.score;
      const tier = plan.tiers[verdict.tierIndex] ?? null;
      return { status, tier, score, reasons: reasonsOf(plan, facts, values, verdict), review, warnings };
    },
    ...(isPlain
      ? {
          nextTier(facts) {
            if (judged !== facts) {
              known = readValues(plan.ids, facts.values);
              judge(plan, facts, known, verdict);
              judged = facts;
            }
            if (Number.isNaN(verdict.score)) return null;
            return nextTierOfScorecard(plan, facts.values, known, verdict.codes, verdict.tierIndex);
          },
        }
      : {}),
  };
}

interface Verdict {
  readonly codes: Int32Array;
  /** Room for sorting the reasons: what each criterion did to the score, by rank, and the place of the criterion. */
  readonly effects: Float64Array;
  readonly order: Int32Array;
  /** The weight that the score was divided by. */
  weight: number;
  status: GradeStatus;
  tierIndex: number;
  /** NaN when there is none: a number in its place costs no room for each customer, as null beside numbers would. */
  score: number;
  /** Whether there are no remarks and no knock-outs. */
  isPlain: boolean;
  review: readonly GradeRemark[];
  warnings: readonly GradeRemark[];
  knockOuts: readonly KnockOutPlan[];
}

const NONE: readonly GradeRemark[] = [];
const NO_KNOCK_OUTS: readonly KnockOutPlan[] = [];

/** Fills in the verdict from the values that `readValues` read; the hot path allocates nothing. */
function judge(plan: ScorecardPlan, facts: Facts, values: readonly (FactValue | undefined)[], verdict: Verdict): void {
  const { criteria } = plan;
  const { codes } = verdict;
  let sum = 0;
  let weight = 0;
  let knownWeight = 0;
  let isSound = facts.doubts === undefined;
  for (let index = 0; index < criteria.length; index += 1) {
    const criterion = criteria[index];
    if (criterion === undefined) continue;
    const code = locate(criterion, values[index]);
    codes[index] = code;
    if (code >= 0) {
      sum += criterion.weighted[code] ?? 0;
      weight += criterion.weight;
      knownWeight += criterion.weight;
    } else {
      isSound = isSound && code === MISSING && !criterion.needsReviewWhenMissing;
      if (criterion.weightedMissing >= 0) {
        sum += criterion.weightedMissing;
        weight += criterion.weight;
      }
    }
  }
  verdict.weight = weight;
  if (isSound && plan.knockOuts.length === 0 && knownWeight > 0 && knownWeight >= plan.leastKnownWeight) {
    // as nearly every customer: nothing to remark
    verdict.status = 'graded';
    verdict.score = roundedScore(sum, weight);
    verdict.tierIndex = tierOfScore(plan, verdict.score);
    if (verdict.isPlain) return;
    clear(verdict);
    return;
  }
  clear(verdict);
  if (!isSound || plan.knockOuts.length > 0) collectRemarks(plan, facts, verdict);
  settle(plan, verdict, sum, knownWeight);
  verdict.isPlain = false;
}

function clear(verdict: Verdict): void {
  verdict.review = NONE;
  verdict.warnings = NONE;
  verdict.knockOuts = NO_KNOCK_OUTS;
  verdict.isPlain = true;
}

function settle(plan: ScorecardPlan, verdict: Verdict, sum: number, knownWeight: number): void {
  const last = plan.tiers.length - 1;
  let bound = 0;
  for (const knockOut of verdict.knockOuts) bound = Math.max(bound, knockOut.tierIndex);
  const isScored = verdict.review.length === 0 && knownWeight > 0 && knownWeight >= plan.leastKnownWeight;
  verdict.score = isScored ? roundedScore(sum, verdict.weight) : Number.NaN;
  if (isScored || bound === last) {
    verdict.status = 'graded';
    verdict.tierIndex = isScored ? Math.max(bound, tierOfScore(plan, verdict.score)) : last;
    if (verdict.review.length > 0) verdict.warnings = [...verdict.review, ...verdict.warnings];
    verdict.review = NONE;
    return;
  }
  verdict.status = 'review';
  verdict.tierIndex = -1;
  if (verdict.review.length > 0) return;
  if (knownWeight > 0) {
    verdict.review = [{ code: 'too-little-known' }, ...firstToFindOut(plan, verdict)];
    return;
  }
  const unreadable = verdict.warnings.filter((warning) => warning.code === 'unreadable');
  if (unreadable.length === 0) {
    verdict.review = [{ code: 'no-data' }];
    return;
  }
  verdict.status = 'unreadable';
  verdict.review = unreadable;
  verdict.warnings = verdict.warnings.filter((warning) => warning.code !== 'unreadable');
}

/** The missing criterion with the greatest weight, which decides most. */
function firstToFindOut(plan: ScorecardPlan, verdict: Verdict): GradeRemark[] {
  let first: CriterionPlan | undefined;
  for (const [index, criterion] of plan.criteria.entries()) {
    const isMissing = (verdict.codes[index] ?? MISSING) < 0 && criterion.isInPopulation;
    if (isMissing && (first === undefined || criterion.best > first.best)) first = criterion;
  }
  return first === undefined ? [] : [{ code: 'find-out-first', criterion: first.id }];
}

/** What a person must look at or should know, in the scheme's order, and the knock-outs that apply. */
function collectRemarks(plan: ScorecardPlan, facts: Facts, verdict: Verdict): void {
  const review: GradeRemark[] = [];
  const warnings: GradeRemark[] = [];
  const doubtOf = (criterion: string): void => {
    const doubt: Doubt | undefined = facts.doubts?.[criterion];
    if (doubt !== undefined) (doubt.code === 'unreadable' ? warnings : review).push({ code: doubt.code, criterion });
  };
  for (const [index, criterion] of plan.criteria.entries()) {
    const code = verdict.codes[index] ?? MISSING;
    if (code >= 0) continue;
    if (code === MISSING) doubtOf(criterion.id);
    else if (code === OUT_OF_RANGE) review.push({ code: 'out-of-range', criterion: criterion.id });
    else warnings.push(valueRemark(criterion, code, facts));
    const isExplained = review.some((remark) => remark.criterion === criterion.id);
    if (criterion.needsReviewWhenMissing && !isExplained) review.push({ code: 'missing', criterion: criterion.id });
  }
  const applying: KnockOutPlan[] = [];
  for (const knockOut of plan.knockOuts) {
    const value = facts.values[knockOut.criterion];
    const isTold = [...review, ...warnings].some((remark) => remark.criterion === knockOut.criterion);
    if (value === undefined) {
      if (!isTold) doubtOf(knockOut.criterion);
      continue;
    }
    const applies = knocksOut(knockOut, value);
    if (applies === true) applying.push(knockOut);
    if (applies === undefined && !isTold && !isGraded(plan, verdict, knockOut.criterion)) {
      if (typeof value === 'number') review.push({ code: 'out-of-range', criterion: knockOut.criterion });
      else warnings.push({ code: 'unreadable', criterion: knockOut.criterion });
    }
  }
  verdict.review = review;
  verdict.warnings = warnings;
  verdict.knockOuts = applying;
}

/** Whether the criterion has a place in the scorecard for this customer, be it in words. */
function isGraded(plan: ScorecardPlan, verdict: Verdict, criterion: string): boolean {
  const index = plan.criteria.findIndex((candidate) => candidate.id === criterion);
  return (verdict.codes[index] ?? MISSING) >= 0;
}

/** Knock-outs first, then by how far a criterion pulled the score up or down, then in the scheme's order. */
function reasonsOf(
  plan: ScorecardPlan,
  facts: Facts,
  values: readonly (FactValue | undefined)[],
  verdict: Verdict,
): Reason[] {
  const { criteria } = plan;
  const { codes, order, weight } = verdict;
  const count = rank(plan, verdict);
  // of the right length from the start, which is faster than growing
  const reasons = plan.blankReasons.slice();
  for (let place = 0; place < count; place += 1) {
    const index = order[place] ?? 0;
    const criterion = criteria[index];
    if (criterion === undefined) continue;
    reasons[place] = reasonOf(criterion, values[index] ?? null, codes[index] ?? MISSING, weight);
  }
  if (count < reasons.length) reasons.length = count;
  return verdict.knockOuts.length === 0 ? reasons : [...knockOutReasons(plan, facts, verdict), ...reasons];
}

/** Puts the places of the criteria that have something to say into `order`; returns how many there are. */
function rank(plan: ScorecardPlan, { codes, order, effects, weight }: Verdict): number {
  const { criteria } = plan;
  let count = 0;
  for (let index = 0; index < criteria.length; index += 1) {
    const criterion = criteria[index];
    if (criterion === undefined) continue;
    const code = codes[index] ?? MISSING;
    if (code === MISSING && criterion.weightedMissing < 0 && !criterion.isInPopulation) continue;
    const weighted = code >= 0 ? (criterion.weighted[code] ?? 0) : criterion.weightedMissing;
    // as far as points and most points lie apart, and behind all others where the criterion was left out
    const effect =
      weighted < 0 || criterion.best === 0 ? -1 : Math.abs(2 * (weighted / weight) - criterion.best / weight);
    let place = count;
    while (place > 0 && (effects[place - 1] ?? 0) < effect) {
      effects[place] = effects[place - 1] ?? 0;
      order[place] = order[place - 1] ?? 0;
      place -= 1;
    }
    effects[place] = effect;
    order[place] = index;
    count += 1;
  }
  return count;
}

function reasonOf(criterion: CriterionPlan, value: FactValue | null, code: number, weight: number): Reason {
  const { id, best } = criterion;
  if (code >= 0) {
    const points = (criterion.weighted[code] ?? 0) / weight;
    return { criterion: id, value, band: criterion.bandIds[code] ?? null, points, max: best / weight };
  }
  if (criterion.weightedMissing < 0) return { criterion: id, value, band: null, points: 0, max: 0 };
  return { criterion: id, value, band: null, points: criterion.weightedMissing / weight, max: best / weight };
}

function knockOutReasons(plan: ScorecardPlan, facts: Facts, verdict: Verdict): Reason[] {
  return verdict.knockOuts.map((knockOut) => ({
    criterion: knockOut.criterion,
    value: facts.values[knockOut.criterion] ?? null,
    band: null,
    points: 0,
    max: 0,
    knockOut: plan.tiers[knockOut.tierIndex] ?? '',
  }));
}
