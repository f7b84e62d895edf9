import type { Facts } from '../customer.ts';
import type { FittedScheme } from './fit-scheme.ts';
import type { Grade, GradeStatus, NextTier } from './grade.ts';

/** A grade without its explanation. */
export interface GradeCode {
  readonly status: GradeStatus;
  readonly tier: string | null;
  /** 0–100 in tenths. */
  readonly score: number | null;
  /** The band of each scored criterion that counts (`CompiledScheme.counted`), null when it is missing. */
  readonly bands: readonly (string | null)[];
}

/** A fitted scheme, ready to grade many customers. */
export interface CompiledScheme {
  readonly fitted: FittedScheme;
  /** Ids of the scored criteria that count, in the scheme's order. */
  readonly counted: readonly string[];
  /** The grade with its reasons. */
  grade(facts: Facts): Grade;
  /** Tier, score and bands only, for counting and comparing. */
  code(facts: Facts): GradeCode;
  /** The smallest change of one criterion that reaches a better tier; null when none does or there is no tier. */
  nextTier(facts: Facts): NextTier | null;
}

/** Compiles a fitted scheme into a fast grader. The grader keeps no customer. */
export function compileScheme(fitted: FittedScheme): CompiledScheme {
  throw new Error(`Not there yet: ${fitted.scheme.id}`);
}
