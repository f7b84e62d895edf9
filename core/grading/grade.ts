import type { FactValue } from '../customer.ts';

/** How grading one customer ended; `tier` is null unless it is `graded`. */
export type GradeStatus = 'graded' | 'review' | 'out-of-market' | 'unreadable';

/** Why one criterion counted as it did. */
export interface Reason {
  /** The criterion's id. */
  readonly criterion: string;
  /** The value that was graded; null when it is missing. */
  readonly value: FactValue | null;
  /** The id of the band it fell into; null when it was left out. */
  readonly band: string | null;
  /** Points won, on the scale of the score (0–100): the points of all reasons add up to the score. */
  readonly points: number;
  /** The most that could have been won; 0 when the criterion was left out. */
  readonly max: number;
  /** Set on a knock-out only: the tier it allows at best. Such a reason has no points and comes first. */
  readonly knockOut?: string;
}

/** The smallest change of one criterion that reaches the next better tier. */
export interface NextTier {
  readonly tier: string;
  readonly criterion: string;
  /** The value now; null when it is missing. */
  readonly from: FactValue | null;
  /** The value that suffices, all else equal. */
  readonly to: FactValue;
}

/** What a person must confirm or should know, by code; the sentences are in `core/text`. */
export interface GradeRemark {
  readonly code: string;
  readonly criterion?: string;
}

/** One customer's grade. */
export interface Grade {
  readonly status: GradeStatus;
  /** The id of a tier of the scheme. */
  readonly tier: string | null;
  /** 0–100; null when there is none. */
  readonly score: number | null;
  /** Sorted by effect: what moved the score most comes first. */
  readonly reasons: readonly Reason[];
  /** Why a person must decide; empty unless status is `review` or `unreadable`. */
  readonly review: readonly GradeRemark[];
  readonly warnings: readonly GradeRemark[];
}
