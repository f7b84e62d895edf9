import type { Facts } from '../customer.ts';
import type { Grade, GradeStatus, NextTier } from './grade.ts';
import type { GradeColumns } from './grade-columns.ts';

/** A grade without its explanation. */
export interface GradeCode {
  readonly status: GradeStatus;
  readonly tier: string | null;
  /** 0–100 in tenths. */
  readonly score: number | null;
  /** The band of each criterion in `CompiledScheme.counted`, null when it is missing. */
  readonly bands: readonly (string | null)[];
}

/** A method's grader, before what is the same for all methods. */
export interface Grader {
  /** Ids of what `GradeCode.bands` tells of, in the scheme's order; `rule` for the rule of a decision table. */
  readonly counted: readonly string[];
  /** The grade with its reasons. */
  readonly grade: (facts: Facts) => Grade;
  /** Tier, score and bands only, for counting and comparing. */
  readonly code: (facts: Facts) => GradeCode;
  /** A faster way to what `code` says of many customers, where the method has one. */
  readonly gradeColumns?: GradeColumns;
  /** A faster way to what `findChange` finds for the better, where the method has one. */
  readonly nextTier?: (facts: Facts) => NextTier | null;
}
