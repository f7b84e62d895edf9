import type { ScoredCriterion } from '../grading/scheme-methods.ts';

type Bands = NonNullable<ScoredCriterion['bands']>;

/** A size in words, where a column has words, and the points of yes and no. */
export const LEVELS = { high: 100, medium: 65, low: 30, none: 0 };
export const LEVELS_DOWN = { none: 100, low: 80, medium: 45, high: 0 };
export const ANSWERS = { yes: 100, no: 0 };

/**
 * Sizes are compared with the business's own other customers: the best 5, 20, 50 and 80 %, and the rest. Whoever has
 * less than `least` gets nothing, however many others do the same.
 */
export function sizeBands(least: number): Bands {
  return [
    { top: 0.05, from: least, points: 100 },
    { top: 0.2, from: least, points: 85 },
    { top: 0.5, from: least, points: 65 },
    { top: 0.8, from: least, points: 45 },
    { top: 1, from: least, points: 20 },
    { points: 0 },
  ];
}

/** Shares of a whole that are good when they are large: loyalty, repurchases. */
export const RATE_BANDS: Bands = [
  { from: 0.8, points: 100 },
  { from: 0.6, points: 65 },
  { from: 0.3, points: 30 },
  { points: 0 },
];

/** Years of cooperation, in months. */
export const YEARS_BANDS: Bands = [
  { from: 60, points: 100 },
  { from: 36, points: 80 },
  { from: 12, points: 50 },
  { points: 20 },
];

/** Complaints on record. */
export const COMPLAINT_BANDS: Bands = [
  { upTo: 0, points: 100 },
  { upTo: 1, points: 80 },
  { upTo: 3, points: 45 },
  { points: 0 },
];
