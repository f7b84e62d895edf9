import type { Facts } from '../customer.ts';
import { type CustomerColumns, factsAt, type ValueColumn } from './customer-columns.ts';
import { blankGrades, type ColumnGrades, type GradeColumns, STATUS_CODES } from './grade-columns.ts';
import type { GradeCode } from './grader.ts';
import { type CriterionPlan, locate, MISSING } from './plan-criterion.ts';
import { knocksOut } from './plan-knock-out.ts';
import { roundedScore, type ScorecardPlan, tierOfScore } from './plan-scorecard.ts';

/**
 * Grades columns by a scorecard, criterion by criterion: several times as fast as customer by customer. Whoever has
 * anything that is not plain (a doubt, a value out of range, a knock-out, too little known) is graded by `code`.
 */
export function scorecardColumns(plan: ScorecardPlan, code: (facts: Facts) => GradeCode): GradeColumns {
  const bandIds = plan.criteria.map((criterion) => criterion.bandIds);
  const criteria = plan.fitted.scheme.criteria.map(({ id }) => id);
  const tally: Tally = {
    sums: new Float64Array(BLOCK),
    weights: new Float64Array(BLOCK),
    knownWeights: new Float64Array(BLOCK),
  };
  return (columns) => {
    const { size } = columns;
    const grades = blankGrades(size, bandIds);
    const isOdd = new Uint8Array(size);
    for (let start = 0; start < size; start += BLOCK) {
      const block: Block = { ...tally, start, end: Math.min(size, start + BLOCK), isOdd };
      const isComplete = locateBlock(plan, columns, grades, block);
      if (!isComplete || !tallyComplete(plan, grades, block)) tallyAll(plan, grades, block);
      settle(plan, block, grades);
    }
    for (const place of columns.doubts?.keys() ?? []) isOdd[place] = 1;
    markKnockOuts(plan, columns, isOdd);
    for (let place = isOdd.indexOf(1); place >= 0; place = isOdd.indexOf(1, place + 1))
      put(grades, place, code(factsAt(columns, place, criteria)), plan);
    return grades;
  };
}

/** So many customers are tallied at a time: what is known of them stays near the processor. */
const BLOCK = 1024;

interface Tally {
  readonly sums: Float64Array;
  /** What the sum is divided by. */
  readonly weights: Float64Array;
  readonly knownWeights: Float64Array;
}

interface Block extends Tally {
  /** The first customer of the block, and the first behind it. */
  readonly start: number;
  readonly end: number;
  /** Of all customers: 1 for those that are graded one by one. */
  readonly isOdd: Uint8Array;
}

/** Finds the bands of a block; false where any customer lacks a value or has one that no band takes. */
function locateBlock(plan: ScorecardPlan, columns: CustomerColumns, grades: ColumnGrades, block: Block): boolean {
  let isComplete = true;
  for (const [index, criterion] of plan.criteria.entries()) {
    const codes = grades.bands[index];
    if (codes === undefined) continue;
    const column = columns.values[criterion.id];
    const isNumeric = column instanceof Float64Array && criterion.numbers === 'banded' && criterion.acceptsPlainNumbers;
    if (isNumeric && locateNumbers(criterion, column, codes, block)) continue;
    isComplete = locateValues(criterion, column, codes, block) && isComplete;
  }
  return isComplete;
}

/**
 * The usual case: numbers within the range. False where there is anything else, and the codes mean nothing then.
 *
 * All comparisons are written out and added up, so that there is nothing for the processor to foresee.
 */
function locateNumbers(criterion: CriterionPlan, column: Float64Array, codes: Int16Array, block: Block): boolean {
  const { sign, signedCuts, least, most } = criterion;
  const { start, end } = block;
  const none = Number.NEGATIVE_INFINITY;
  const [a = none, b = none, c = none, d = none, e = none, f = none] = signedCuts;
  let outside = 0;
  for (let place = start; place < end; place += 1) {
    const value = column[place] ?? Number.NaN;
    // NaN fails both comparisons
    outside += Number(!(value >= least)) + Number(!(value <= most));
    const signed = sign * value;
    codes[place] =
      Number(signed < a) +
      Number(signed < b) +
      Number(signed < c) +
      Number(signed < d) +
      Number(signed < e) +
      Number(signed < f);
  }
  for (let index = 6; index < signedCuts.length; index += 1) {
    const cut = signedCuts[index] ?? none;
    for (let place = start; place < end; place += 1)
      codes[place] = (codes[place] ?? 0) + Number(sign * (column[place] ?? 0) < cut);
  }
  return outside === 0;
}

/** Values of any kind; false where one is not known or cannot be used. */
function locateValues(
  criterion: CriterionPlan,
  column: ValueColumn | undefined,
  codes: Int16Array,
  { start, end, isOdd }: Block,
): boolean {
  let isComplete = true;
  for (let place = start; place < end; place += 1) {
    const value = column?.[place] ?? undefined;
    const code = value === undefined || Number.isNaN(value) ? MISSING : locate(criterion, value);
    codes[place] = code;
    if (code >= 0) continue;
    isComplete = false;
    if (code !== MISSING || criterion.needsReviewWhenMissing) isOdd[place] = 1;
  }
  return isComplete;
}

/** Tallies a block in which everything is known; false where the scorecard counts nothing. */
function tallyComplete(plan: ScorecardPlan, grades: ColumnGrades, block: Block): boolean {
  const { sums, start, end } = block;
  const size = end - start;
  sums.fill(0);
  let weight = 0;
  for (const [index, criterion] of plan.criteria.entries()) {
    const { weighted } = criterion;
    const codes = grades.bands[index] ?? NO_CODES;
    for (let at = 0; at < size; at += 1) sums[at] = (sums[at] ?? 0) + (weighted[codes[start + at] ?? 0] ?? 0);
    weight += criterion.weight;
  }
  block.weights.fill(weight);
  block.knownWeights.fill(weight);
  return weight > 0;
}

function tallyAll(plan: ScorecardPlan, grades: ColumnGrades, block: Block): void {
  const { sums, weights, knownWeights, start, end } = block;
  sums.fill(0);
  weights.fill(0);
  knownWeights.fill(0);
  for (const [index, criterion] of plan.criteria.entries()) {
    const { weighted, weight, weightedMissing } = criterion;
    const codes = grades.bands[index] ?? NO_CODES;
    for (let place = start; place < end; place += 1) {
      const code = codes[place] ?? MISSING;
      const at = place - start;
      if (code < 0 && weightedMissing < 0) continue;
      sums[at] = (sums[at] ?? 0) + (code >= 0 ? (weighted[code] ?? 0) : weightedMissing);
      weights[at] = (weights[at] ?? 0) + weight;
      if (code >= 0) knownWeights[at] = (knownWeights[at] ?? 0) + weight;
    }
  }
}

const NO_CODES = new Int16Array(0);

/** Whoever has a value that may knock out is graded one by one. */
function markKnockOuts(plan: ScorecardPlan, columns: CustomerColumns, isOdd: Uint8Array): void {
  for (const knockOut of plan.knockOuts) {
    const column = columns.values[knockOut.criterion];
    if (column === undefined) continue;
    for (let place = 0; place < column.length; place += 1) {
      const value = column[place] ?? undefined;
      if (value === undefined || Number.isNaN(value)) continue;
      if (knocksOut(knockOut, value) !== false) isOdd[place] = 1;
    }
  }
}

function settle(plan: ScorecardPlan, block: Block, { tiers, scores }: ColumnGrades): void {
  const { sums, weights, knownWeights, isOdd, start, end } = block;
  const { leastKnownWeight } = plan;
  for (let place = start; place < end; place += 1) {
    const at = place - start;
    const known = knownWeights[at] ?? 0;
    if (known > 0 && known >= leastKnownWeight) {
      const score = roundedScore(sums[at] ?? 0, weights[at] ?? 1);
      scores[place] = score;
      // the status is `graded` from the start
      tiers[place] = tierOfScore(plan, score);
    } else isOdd[place] = 1;
  }
}

function put(grades: ColumnGrades, place: number, code: GradeCode, plan: ScorecardPlan): void {
  grades.statuses[place] = STATUS_CODES.indexOf(code.status);
  grades.tiers[place] = code.tier === null ? -1 : plan.tiers.indexOf(code.tier);
  grades.scores[place] = code.score ?? Number.NaN;
}
