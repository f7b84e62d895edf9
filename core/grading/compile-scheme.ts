import type { Facts } from '../customer.ts';
import { compileMethod } from './compile-method.ts';
import { compileWithDerived } from './compile-with-derived.ts';
import { type ChangePoints, changePoints, findChange } from './find-change.ts';
import type { FittedScheme } from './fit-scheme.ts';
import type { Drop, NextTier } from './grade.ts';
import { columnsByRow, type GradeColumns } from './grade-columns.ts';
import type { Grader } from './grader.ts';

/** A fitted scheme, ready to grade many customers. */
export interface CompiledScheme extends Grader {
  readonly fitted: FittedScheme;
  /** What `code` says of many customers at once. */
  readonly gradeColumns: GradeColumns;
  /** The smallest change of one criterion that reaches a better tier; null when none does or there is no tier. */
  readonly nextTier: (facts: Facts) => NextTier | null;
  /** The smallest change of one criterion that loses the tier; null when none does or there is no tier. */
  readonly drop: (facts: Facts) => Drop | null;
}

/**
 * Compiles a fitted scheme into a fast grader, which keeps nothing of a customer once it has answered.
 *
 * Status: `graded`; `review` when values are in doubt, must not be missing, contradict each other, or too few are known;
 * `out-of-market` when a rule says so; `unreadable` when nothing is known and a cell could not be read. A knock-out into
 * the last tier is certain whatever else is unknown.
 */
export function compileScheme(fitted: FittedScheme): CompiledScheme {
  const grader = compileGrader(fitted);
  const { tiers } = fitted.scheme;
  let points: readonly ChangePoints[] | undefined;
  const indexOf = (facts: Facts): number => {
    const { tier } = grader.code(facts);
    return tier === null ? -1 : tiers.findIndex(({ id }) => id === tier);
  };
  const change = (facts: Facts, way: 'better' | 'worse'): NextTier | null => {
    points ??= changePoints(fitted);
    return findChange(fitted, points, facts, { way, tierIndex: indexOf });
  };
  return {
    fitted,
    counted: grader.counted,
    grade: grader.grade,
    code: grader.code,
    gradeColumns: grader.gradeColumns ?? columnsByRow(fitted, grader),
    nextTier: grader.nextTier ?? ((facts) => change(facts, 'better')),
    drop: (facts) => change(facts, 'worse'),
  };
}

/** The grader of a scheme with all that feeds it. */
export function compileGrader(fitted: FittedScheme): Grader {
  const { scheme } = fitted;
  return (scheme.derived ?? []).length > 0 ? compileWithDerived(fitted) : compileMethod(fitted);
}
