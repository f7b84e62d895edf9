import type { CalendarDate } from '../calendar-date.ts';
import { type Facts, type FactValue, isLevel } from '../customer.ts';
import type { CustomerColumns, ValueColumn } from './customer-columns.ts';
import { scaleNumber } from './scale-number.ts';
import type { Criterion, Scheme } from './scheme.ts';
import { type AcceptedValues, acceptedValues, type CutUse, cutUses, inputsOf, rangeOf } from './scheme-inputs.ts';
import type { ScoredCriterion } from './scheme-methods.ts';

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
  /**
   * How many of them have a usable value, by criterion, and by derived result as by the best known of what it reads. 0:
   * the table lacks it, and nobody is blamed for that.
   */
  readonly known: Readonly<Record<string, number>>;
  /**
   * The value at which each band but the last begins, best first, by criterion and on its scale (months for days); for
   * derived results and segments by their id, a dot and the criterion. A criterion with relative bands that nobody has is
   * not in here.
   */
  readonly cuts: Readonly<Record<string, readonly number[]>>;
  /** By quantiles only: the share of the whole amount that each tier's customers bring, by tier (0.8 is 80 %). */
  readonly brings?: Readonly<Record<string, number>>;
  /** ISO 4217 code of the amounts, for the sentences; null when it is not known. */
  readonly currency: string | null;
}

/** What fitting is told beside the customers. */
export interface FitOptions {
  readonly asOf: CalendarDate;
  /** ISO 4217; default null. */
  readonly currency?: string | null;
}

/** Takes customers one or many at a time, so that a population need not be held in memory. */
export interface SchemeFitter {
  readonly add: (facts: Facts) => void;
  readonly addColumns: (columns: CustomerColumns) => void;
  readonly finish: () => FittedScheme;
}

/**
 * Fits a checked scheme to all customers of a grading run, in one pass and whatever their order.
 *
 * A relative band ends at the customer whose rank reaches ceil(share × customers with a value); customers of equal
 * value all get the better band. An empty population is allowed: nobody can then be compared with it.
 */
export function fitScheme(scheme: Scheme, population: Iterable<Facts>, options: FitOptions): FittedScheme {
  const fitter = schemeFitter(scheme, options);
  for (const facts of population) fitter.add(facts);
  return fitter.finish();
}

/** {@link fitScheme} for customers that come one at a time; keeps eight bytes of a customer and relative criterion. */
export function schemeFitter(scheme: Scheme, options: FitOptions): SchemeFitter {
  const uses = cutUses(scheme);
  const columns = scheme.criteria.map((criterion) => columnOf(criterion, scheme, uses));
  let size = 0;
  return {
    add({ values }) {
      size += 1;
      for (const column of columns) {
        const value = values[column.criterion.id];
        if (value !== undefined) take(column, value, options.asOf);
      }
    },
    addColumns(customers) {
      size += customers.size;
      for (const column of columns) {
        const values = customers.values[column.criterion.id];
        if (values !== undefined) takeAll(column, values, options.asOf);
      }
    },
    finish() {
      const cuts: Record<string, readonly number[]> = {};
      const known: Record<string, number> = {};
      let brings: Record<string, number> | undefined;
      for (const column of columns) {
        known[column.criterion.id] = column.known;
        const bestFirst = sortedBestFirst(column);
        for (const use of column.uses) {
          const cutsOfUse = cutPoints(use, column, bestFirst);
          if (cutsOfUse !== undefined) cuts[use.place] = cutsOfUse;
        }
        const { method } = scheme;
        const isRanked = method.kind === 'quantiles' && rankingCriterion(method.by, known) === column.criterion.id;
        if (isRanked && column.known > 0)
          brings = sharesBrought(scheme, bestFirst, cuts[column.criterion.id] ?? [], column);
      }
      addDerived(scheme, known);
      const { asOf, currency = null } = options;
      return { scheme, asOf, population: size, known, cuts, currency, ...(brings === undefined ? {} : { brings }) };
    },
  };
}

/** The scored criteria that count: a stand-in does so only when nobody has what it stands in for. */
export function countedCriteria(
  scored: readonly ScoredCriterion[],
  known: Readonly<Record<string, number>>,
): ScoredCriterion[] {
  const isKnown = (id: string): boolean => (known[id] ?? 0) > 0;
  return scored.filter((entry) => !(entry.insteadOf ?? []).some(isKnown));
}

/** The criterion that bands and quantiles go by: the first that anybody has, else the first. */
export function rankingCriterion(by: readonly string[], known: Readonly<Record<string, number>>): string {
  return by.find((id) => (known[id] ?? 0) > 0) ?? by[0] ?? '';
}

interface Column {
  readonly criterion: Criterion;
  readonly accepted: AcceptedValues | undefined;
  readonly least: number;
  readonly most: number;
  readonly uses: readonly CutUse[];
  readonly isRelative: boolean;
  numbers: Float64Array;
  count: number;
  known: number;
}

function columnOf(criterion: Criterion, scheme: Scheme, all: readonly CutUse[]): Column {
  const uses = all.filter((use) => use.criterion === criterion.id);
  const isRelative = uses.some(({ starts }) => starts.some((start) => start.top !== undefined));
  return {
    criterion,
    accepted: acceptedValues(scheme, criterion),
    ...rangeOf(criterion),
    uses,
    isRelative,
    numbers: new Float64Array(isRelative ? 1024 : 0),
    count: 0,
    known: 0,
  };
}

function take(column: Column, value: FactValue, asOf: CalendarDate): void {
  const { criterion, accepted } = column;
  if (accepted === undefined) {
    column.known += 1;
    return;
  }
  if (accepted.numbers) {
    const number = scaleNumber(criterion, value, asOf);
    if (number !== undefined && number >= column.least && number <= column.most) {
      column.known += 1;
      if (column.isRelative) keep(column, number);
      return;
    }
  }
  const isUsable =
    (accepted.levels && isLevel(value)) ||
    (accepted.answers && typeof value === 'boolean') ||
    (accepted.words && typeof value !== 'boolean');
  if (isUsable) column.known += 1;
}

function takeAll(column: Column, values: ValueColumn, asOf: CalendarDate): void {
  const { criterion, accepted, least, most, isRelative } = column;
  const isPlain = values instanceof Float64Array && accepted?.numbers === true && criterion.type !== 'date';
  for (const value of values) {
    if (value === null || value === undefined || Number.isNaN(value)) continue;
    // the usual case by itself: `take` does the same with more to ask
    if (isPlain && typeof value === 'number' && value >= least && value <= most) {
      column.known += 1;
      if (isRelative) keep(column, value);
    } else take(column, value, asOf);
  }
}

function keep(column: Column, number: number): void {
  if (column.count === column.numbers.length) {
    const larger = new Float64Array(column.count * 2);
    larger.set(column.numbers);
    column.numbers = larger;
  }
  column.numbers[column.count] = number;
  column.count += 1;
}

function isLowerBetter(column: Column): boolean {
  return column.criterion.direction === 'lower-is-better';
}

function sortedBestFirst(column: Column): Float64Array {
  const sorted = column.numbers.subarray(0, column.count);
  sorted.sort();
  if (!isLowerBetter(column)) sorted.reverse();
  return sorted;
}

function cutPoints(use: CutUse, column: Column, bestFirst: Float64Array): number[] | undefined {
  const isRelative = use.starts.some((start) => start.top !== undefined);
  if (isRelative && bestFirst.length === 0) return undefined;
  const isLower = isLowerBetter(column);
  const worst = isLower ? Number.MAX_VALUE : -Number.MAX_VALUE;
  return use.starts.map((start) => {
    const bound = (isLower ? start.upTo : start.from) ?? worst;
    if (start.top === undefined) return bound;
    const cut = cutOfShare(start.top, bestFirst, use.ties) ?? (isLower ? -Number.MAX_VALUE : Number.MAX_VALUE);
    return isLower ? Math.min(cut, bound) : Math.max(cut, bound);
  });
}

/** The value of the last customer of the share; undefined when ties leave nobody in it. */
function cutOfShare(share: number, bestFirst: Float64Array, ties: CutUse['ties']): number | undefined {
  const rank = rankOfShare(share, bestFirst.length);
  const cut = bestFirst[rank - 1];
  if (ties === 'better' || cut !== bestFirst[rank]) return cut;
  // equal values on both sides of the end: all of them fall to the worse side
  let last = rank - 1;
  while (last >= 0 && bestFirst[last] === cut) last -= 1;
  return bestFirst[last];
}

/** ceil(share × size), where 0.07 × 100 is 7 and not the 7.000000000000001 that it comes to in binary. */
function rankOfShare(share: number, size: number): number {
  return Math.min(size, Math.max(1, Math.ceil(share * size - 1e-9)));
}

/** What each tier's customers bring of the whole; the customers who bring nothing or less count as nothing. */
function sharesBrought(
  scheme: Scheme,
  bestFirst: Float64Array,
  cuts: readonly number[],
  column: Column,
): Record<string, number> {
  const sums = scheme.tiers.map(() => 0);
  const sign = isLowerBetter(column) ? -1 : 1;
  const outcomes = scheme.method.kind === 'quantiles' ? scheme.method.shares.map((share) => share.outcome) : [];
  let total = 0;
  let tier = 0;
  for (const number of bestFirst) {
    while (tier < cuts.length && sign * number < sign * (cuts[tier] ?? 0)) tier += 1;
    const amount = Math.max(0, number);
    const place = scheme.tiers.findIndex(({ id }) => id === outcomes[tier]);
    sums[place] = (sums[place] ?? 0) + amount;
    total += amount;
  }
  return Object.fromEntries(scheme.tiers.map(({ id }, index) => [id, total === 0 ? 0 : (sums[index] ?? 0) / total]));
}

/** A derived result is known as far as the best known of what it reads. */
function addDerived(scheme: Scheme, known: Record<string, number>): void {
  const derived = scheme.derived ?? [];
  // each pass settles at least one more level
  for (let pass = 0; pass < derived.length; pass += 1) {
    for (const { id, method } of derived)
      known[id] = Math.max(0, ...inputsOf(method).map((input) => known[input] ?? 0));
  }
}
