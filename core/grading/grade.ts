import type { FactValue } from '../customer.ts';

/** How grading one customer ended; `tier` is null unless it is `graded`. */
export type GradeStatus = 'graded' | 'review' | 'out-of-market' | 'unreadable';

/** Why one criterion counted as it did. */
export interface Reason {
  /** The criterion's id, or a derived result's. */
  readonly criterion: string;
  /** The value that was graded; null when it is missing. */
  readonly value: FactValue | null;
  /**
   * The id of the band it fell into, or of the outcome that its value alone gives; null when it was left out, and for
   * the conditions of a rule.
   */
  readonly band: string | null;
  /** Points won, on the scale of the score (0–100): the points of all reasons add up to the score. */
  readonly points: number;
  /** The most that could have been won; 0 when the criterion was left out, or decided without points. */
  readonly max: number;
  /** Set on a knock-out only: the tier it allows at best. Such a reason has no points and comes first. */
  readonly knockOut?: string;
  /** Set where methods without points decide: the value decided, alone or with others. */
  readonly decides?: true;
  /** Set on the conditions of a decision table: the rule that fitted, counted from 1; 0 when none did. */
  readonly rule?: number;
  /** Set on what decided a derived result: its id. */
  readonly of?: string;
}

/** The smallest change of one criterion that reaches the next better tier. */
export interface NextTier {
  readonly tier: string;
  readonly criterion: string;
  /** The value now; null when it is missing. */
  readonly from: FactValue | null;
  /** The value that suffices, all else equal. */
  readonly to: FactValue;
  /**
   * Set where `to` itself is not enough: the value must lie `above` or `below` it, however little; `other`: any word that
   * the scheme does not name (`to` is the word now).
   */
  readonly beyond?: 'above' | 'below' | 'other';
}

/** The smallest change of one criterion for the worse that loses the tier; as {@link NextTier} otherwise. */
export type Drop = NextTier;

/** What a person must confirm or should know, by code; the sentences are in `core/text`. */
export interface GradeRemark {
  readonly code: string;
  readonly criterion?: string;
  /** An outcome that the sentence names. */
  readonly outcome?: string;
  /** Further criteria that the sentence names: answers that contradict each other. */
  readonly criteria?: readonly string[];
}

/** What a method that feeds others came to. */
export interface DerivedGrade {
  /** The derived result's id. */
  readonly id: string;
  /** The label's id; null while it is not known. */
  readonly label: string | null;
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
  /** In the scheme's order; absent when the scheme has no derived results. */
  readonly derived?: readonly DerivedGrade[];
}
