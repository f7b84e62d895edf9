import type { CalendarDate } from '../calendar-date.ts';
import { type Facts, type FactValue, isLevel } from '../customer.ts';
import { monthsBefore } from './months-before.ts';
import type { Criterion, Scheme, ScoredCriterion } from './scheme.ts';

/**
 * A scheme fitted to a population: plain JSON that is kept with the grading run, so that every grade of the run can be
 * explained and replayed later, whatever the customers look like by then.
 */
export interface FittedScheme {
  readonly scheme: Scheme;
  /** The day of grading, from which months count. */
  readonly asOf: CalendarDate;
  /** How many customers it was fitted to. */
  readonly population: number;
  /** How many of them have a usable value, by criterion. 0: the table lacks it, and nobody is blamed for that. */
  readonly known: Readonly<Record<string, number>>;
  /**
   * The value at which each band but the last begins, best first, by scored criterion and on its scale (months for
   * days). A criterion with relative bands that nobody has is not in here.
   */
  readonly cuts: Readonly<Record<string, readonly number[]>>;
  /** ISO 4217 code of the amounts, for the sentences; null when it is not known. */
  readonly currency: string | null;
}

/** What fitting is told beside the customers. */
export interface FitOptions {
  readonly asOf: CalendarDate;
  /** ISO 4217; default null. */
  readonly currency?: string | null;
}

/**
 * Fits a checked scheme to all customers of a grading run, in one pass and whatever their order.
 *
 * A relative band ends at the customer whose rank reaches ceil(share × customers with a value); customers of equal
 * value all get the better band. An empty population is allowed: nobody can then be compared with it.
 */
export function fitScheme(scheme: Scheme, population: Iterable<Facts>, options: FitOptions): FittedScheme {
  const columns = scheme.criteria.map((criterion) => columnOf(criterion, scheme));
  let size = 0;
  for (const { values } of population) {
    size += 1;
    for (const column of columns) {
      const value = values[column.criterion.id];
      if (value !== undefined) take(column, value, options.asOf);
    }
  }
  const known: Record<string, number> = {};
  const cuts: Record<string, readonly number[]> = {};
  for (const column of columns) {
    known[column.criterion.id] = column.known;
    const cutsOfColumn = cutPoints(column);
    if (cutsOfColumn !== undefined) cuts[column.criterion.id] = cutsOfColumn;
  }
  return { scheme, asOf: options.asOf, population: size, known, cuts, currency: options.currency ?? null };
}

/** The scored criteria that count: a stand-in does so only when nobody has what it stands in for. */
export function countedCriteria(fitted: FittedScheme): ScoredCriterion[] {
  const isKnown = (id: string): boolean => (fitted.known[id] ?? 0) > 0;
  return fitted.scheme.method.criteria.filter((scored) => !(scored.insteadOf ?? []).some(isKnown));
}

interface Column {
  readonly criterion: Criterion;
  readonly scored: ScoredCriterion | undefined;
  readonly isRelative: boolean;
  readonly numbers: number[];
  known: number;
}

function columnOf(criterion: Criterion, scheme: Scheme): Column {
  const scored = scheme.method.criteria.find((entry) => entry.criterion === criterion.id);
  const isRelative = scored?.bands?.some((band) => band.top !== undefined) ?? false;
  return { criterion, scored, isRelative, numbers: [], known: 0 };
}

function take(column: Column, value: FactValue, asOf: CalendarDate): void {
  const { criterion, scored } = column;
  if (scored === undefined) {
    column.known += 1;
    return;
  }
  if (scored.bands !== undefined) {
    const number = scaleNumber(criterion, value, asOf);
    if (number !== undefined) {
      column.known += 1;
      if (column.isRelative) column.numbers.push(number);
      return;
    }
  }
  if ((isLevel(value) && scored.levels !== undefined) || (typeof value === 'boolean' && scored.answers !== undefined))
    column.known += 1;
}

/** The value on the criterion's scale, days as months; undefined when it is no number there or lies in the future. */
function scaleNumber(criterion: Criterion, value: FactValue, asOf: CalendarDate): number | undefined {
  if (typeof value === 'number') return criterion.type !== 'date' && Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string' || (criterion.type !== 'date' && criterion.type !== 'months')) return undefined;
  const months = monthsBefore(asOf, value);
  return months !== undefined && months >= 0 ? months : undefined;
}

function cutPoints(column: Column): number[] | undefined {
  const { criterion, scored, numbers } = column;
  if (scored?.bands === undefined || (column.isRelative && numbers.length === 0)) return undefined;
  const isLowerBetter = criterion.direction === 'lower-is-better';
  const bestFirst = Float64Array.from(numbers);
  bestFirst.sort();
  if (!isLowerBetter) bestFirst.reverse();
  return scored.bands.slice(0, -1).map((band) => {
    const worst = isLowerBetter ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
    const bound = (isLowerBetter ? band.upTo : band.from) ?? worst;
    if (band.top === undefined) return bound;
    const cut = bestFirst[rankOfShare(band.top, bestFirst.length) - 1] ?? worst;
    return isLowerBetter ? Math.min(cut, bound) : Math.max(cut, bound);
  });
}

/** ceil(share × size), where 0.07 × 100 is 7 and not the 7.000000000000001 that it comes to in binary. */
function rankOfShare(share: number, size: number): number {
  return Math.max(1, Math.ceil(share * size - 1e-9));
}
