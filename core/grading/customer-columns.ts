import type { Doubt, Facts, FactValue } from '../customer.ts';

/**
 * One criterion's values of many customers, one place a customer. Numbers only: a `Float64Array`, where NaN stands for a
 * value that is not known; otherwise values as in `Facts`, where null or undefined does.
 */
export type ValueColumn = Float64Array | readonly (FactValue | null | undefined)[];

/** Many customers, criterion by criterion: what a population is graded from without an object for each of them. */
export interface CustomerColumns {
  /** How many customers; every column has as many places. */
  readonly size: number;
  /** By criterion; one that is not here is not known of anybody. */
  readonly values: Readonly<Record<string, ValueColumn>>;
  /** The few customers with doubts, by place. */
  readonly doubts?: ReadonlyMap<number, Readonly<Record<string, Doubt>>>;
}

/** One of the customers as `Facts`, with the values of these criteria. */
export function factsAt(columns: CustomerColumns, place: number, criteria: readonly string[]): Facts {
  const values: Record<string, FactValue> = {};
  for (const id of criteria) {
    const value = columns.values[id]?.[place] ?? undefined;
    if (value !== undefined && !Number.isNaN(value)) values[id] = value;
  }
  const doubts = columns.doubts?.get(place);
  return doubts === undefined ? { values } : { values, doubts };
}

/** Values as they come out of a list, as a column of numbers where nothing else stands among them. */
export function columnOf(values: readonly (FactValue | null)[]): ValueColumn {
  const numbers = new Float64Array(values.length);
  for (let place = 0; place < values.length; place += 1) {
    const value = values[place];
    if (typeof value === 'number') numbers[place] = value;
    else if (value === null || value === undefined) numbers[place] = Number.NaN;
    else return values;
  }
  return numbers;
}
