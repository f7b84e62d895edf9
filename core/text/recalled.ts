import type { FactValue } from '../customer.ts';

/** What was said of values that repeat from one customer to the next. */
export interface Recalled<T> {
  /** Undefined: nothing was said of it, or it has been forgotten since. */
  readonly of: (value: FactValue | null) => T | undefined;
  readonly keep: (value: FactValue | null, said: T) => void;
}

/**
 * Remembers what was said of at most some hundred values, so that a table may be as long as it likes. Each number has one place, and gives way
 * to the next number of that place: looking into a Map takes as long for numbers with decimals as putting a short sentence together.
 */
export function recalled<T>(): Recalled<T> {
  const numbers = new Float64Array(PLACES).fill(Number.NaN);
  const said = Array<T | undefined>(PLACES).fill(undefined);
  const others = new Map<FactValue | null, T>();
  return {
    of(value) {
      if (typeof value !== 'number') return others.get(value);
      const place = placeOf(value);
      return numbers[place] === value ? said[place] : undefined;
    },
    keep(value, one) {
      if (typeof value === 'number') {
        const place = placeOf(value);
        numbers[place] = value;
        said[place] = one;
      } else if (others.size < MOST_OTHERS || others.has(value)) others.set(value, one);
    },
  };
}

/** Far more than a column has percentages, years or scores; amounts hardly ever repeat. */
const PLACES = 512;
/** Days and words. */
const MOST_OTHERS = 2000;

/** Neighbours lie far apart, be they a thousandth or a million from each other. */
function placeOf(value: number): number {
  return (value * 40_503.77) & (PLACES - 1);
}
