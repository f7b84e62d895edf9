import type { CalendarDate } from '../calendar-date.ts';
import type { FactValue, Level } from '../customer.ts';
import { foldAnswer } from '../table/words.ts';
import type { FittedScheme } from './fit-scheme.ts';
import { monthsAway } from './scale-number.ts';
import type { Criterion } from './scheme.ts';
import { rangeOf } from './scheme-inputs.ts';
import type { ScoredCriterion } from './scheme-methods.ts';

/**
 * One scored criterion laid out for speed: a value is located as a code, and everything else is looked up by it.
 *
 * Codes count best first: the bands, then the four levels, the two answers, the labels. Negative codes are no place at all.
 */
export interface CriterionPlan {
  readonly id: string;
  readonly weight: number;
  /** Whether any customer of the population has it. */
  readonly isInPopulation: boolean;
  /** 1, or -1 where lower is better: `sign * value >= signedCuts[code]` puts a number into its band. */
  readonly sign: 1 | -1;
  readonly signedCuts: Float64Array;
  readonly numbers: 'banded' | 'not-fitted' | 'refused';
  readonly acceptsDays: boolean;
  readonly isAhead: boolean;
  /** A number beyond is out of range. */
  readonly least: number;
  readonly most: number;
  readonly acceptsPlainNumbers: boolean;
  /** Levels best first, and the code of the first one; -1 when words are not accepted. */
  readonly levels: readonly Level[];
  readonly firstLevel: number;
  readonly firstAnswer: number;
  readonly bestAnswer: boolean;
  /** Codes of labels and words, by `foldAnswer`. */
  readonly labels: ReadonlyMap<string, number> | undefined;
  /** Weight × points (0–100), and the band's id, by code. */
  readonly weighted: Float64Array;
  readonly bandIds: readonly string[];
  /** Weight × the most points. */
  readonly best: number;
  /** Weight × points for a missing value; -1 when it is left out. */
  readonly weightedMissing: number;
  readonly needsReviewWhenMissing: boolean;
  readonly asOf: CalendarDate;
}

/** The value is not known. */
export const MISSING = -1;
/** The value is none that the criterion can grade. */
export const UNUSABLE = -2;
/** The bands are relative, and nobody in the population had a value. */
export const NOT_FITTED = -3;
/** A number that the criterion cannot have: negative sales, a complaint rate of 300 %. */
export const OUT_OF_RANGE = -5;
/** A day on the wrong side of the day of grading: a last purchase to come, an expected signing that is past. */
export const FUTURE = -4;

/** Lays out one scored criterion of a fitted scheme. */
export function planCriterion(fitted: FittedScheme, criterion: Criterion, scored: ScoredCriterion): CriterionPlan {
  const isLowerBetter = criterion.direction === 'lower-is-better';
  const sign = isLowerBetter ? -1 : 1;
  const cuts = fitted.cuts[criterion.id];
  const isInPopulation = (fitted.known[criterion.id] ?? 0) > 0;
  const levels: readonly Level[] = isLowerBetter ? WORST_FIRST : BEST_FIRST;
  const places: { readonly id: string; readonly points: number }[] = [];
  for (const [index, band] of (scored.bands ?? []).entries())
    places.push({ id: String(index + 1), points: band.points });
  const firstLevel = scored.levels === undefined ? -1 : places.length;
  if (scored.levels) for (const level of levels) places.push({ id: level, points: scored.levels[level] });
  const firstAnswer = scored.answers === undefined ? -1 : places.length;
  const bestAnswer = !isLowerBetter;
  if (scored.answers) {
    for (const answer of bestAnswer ? ANSWERS : ANSWERS_REVERSED) {
      places.push({ id: answer, points: scored.answers[answer] });
    }
  }
  const firstLabel = places.length;
  const labels = Object.entries(scored.labels ?? {});
  for (const [label, points] of labels) places.push({ id: label, points });
  const isDayType = criterion.type === 'date' || criterion.type === 'months';
  const missing = scored.missing ?? { do: 'leave-out' };
  return {
    id: criterion.id,
    weight: scored.weight,
    isInPopulation,
    sign,
    signedCuts: Float64Array.from(cuts ?? [], (cut) => sign * cut),
    numbers: scored.bands === undefined ? 'refused' : cuts === undefined ? 'not-fitted' : 'banded',
    acceptsDays: isDayType,
    isAhead: criterion.isAhead ?? false,
    ...rangeOf(criterion),
    acceptsPlainNumbers: criterion.type !== 'date',
    levels,
    firstLevel,
    firstAnswer,
    bestAnswer,
    labels:
      scored.labels &&
      new Map(labels.map(([label], index): [string, number] => [foldAnswer(label), firstLabel + index])),
    weighted: Float64Array.from(places, (place) => scored.weight * place.points),
    bandIds: places.map((place) => place.id),
    best: scored.weight * Math.max(...places.map((place) => place.points)),
    weightedMissing: missing.do === 'points' && isInPopulation ? scored.weight * missing.points : -1,
    needsReviewWhenMissing: missing.do === 'review',
    asOf: fitted.asOf,
  };
}

/** The code of a value's place, or one of the negative codes; a value that is not known is undefined. */
export function locate(plan: CriterionPlan, value: FactValue | undefined): number {
  if (typeof value === 'number') return plan.acceptsPlainNumbers ? locateNumber(plan, value) : UNUSABLE;
  if (value === undefined) return MISSING;
  if (typeof value === 'boolean') {
    if (plan.firstAnswer < 0) return UNUSABLE;
    return value === plan.bestAnswer ? plan.firstAnswer : plan.firstAnswer + 1;
  }
  return typeof value === 'string' ? locateText(plan, value) : UNUSABLE;
}

function locateNumber(plan: CriterionPlan, value: number): number {
  // NaN fails both comparisons
  if (!(value >= plan.least && value <= plan.most)) return locateOddNumber(plan, value);
  if (plan.numbers !== 'banded') return plan.numbers === 'not-fitted' ? NOT_FITTED : locateOddNumber(plan, value);
  const { signedCuts } = plan;
  const signed = plan.sign * value;
  let code = 0;
  // counting all cuts that are not reached is faster than leaving at the first that is, which no processor foresees
  for (let index = 0; index < signedCuts.length; index += 1) code += Number(signed < (signedCuts[index] ?? 0));
  return code;
}

/** A number where numbers have no bands may be a label (stars, a credit score's class); else it is out of range or useless. */
function locateOddNumber(plan: CriterionPlan, value: number): number {
  const label = plan.labels?.get(String(value));
  if (label !== undefined) return label;
  return plan.numbers === 'refused' ? UNUSABLE : OUT_OF_RANGE;
}

function locateText(plan: CriterionPlan, value: string): number {
  if (plan.firstLevel >= 0) {
    const index = (plan.levels as readonly string[]).indexOf(value);
    if (index >= 0) return plan.firstLevel + index;
  }
  if (plan.labels !== undefined) {
    const label = plan.labels.get(value) ?? plan.labels.get(foldAnswer(value));
    if (label !== undefined) return label;
  }
  if (!plan.acceptsDays) return UNUSABLE;
  const months = monthsAway(plan.asOf, value, plan.isAhead);
  if (months === undefined) return UNUSABLE;
  return months < 0 ? FUTURE : locateNumber(plan, months);
}

const BEST_FIRST: readonly Level[] = ['high', 'medium', 'low', 'none'];
const WORST_FIRST: readonly Level[] = ['none', 'low', 'medium', 'high'];
const ANSWERS = ['yes', 'no'] as const;
const ANSWERS_REVERSED = ['no', 'yes'] as const;
