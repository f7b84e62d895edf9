import { compileScheme } from '../../../core/grading/compile-scheme.ts';
import type { FittedScheme } from '../../../core/grading/fit-scheme.ts';
import type { Reason } from '../../../core/grading/grade.ts';
import type { Scorecard } from '../../../core/grading/scheme-methods.ts';

/** A tier with the band of each criterion, as every engine must come to it. */
export interface Code {
  readonly tier: string | null;
  readonly bands: readonly (string | null)[];
}

/** A grade with its reasons, sorted by effect, as every engine must come to it. */
export interface Answer {
  readonly tier: string | null;
  readonly score: number | null;
  readonly reasons: readonly Reason[];
}

/** One criterion with what each of its bands gives, for engines that must be told everything. */
export interface Banded {
  readonly id: string;
  readonly isLowerBetter: boolean;
  readonly cuts: readonly number[];
  /** Weight × points. */
  readonly weighted: readonly number[];
  readonly max: number;
}

/** What engines that know nothing of schemes are told of the built-in scorecard. */
export function bandsOf(fitted: FittedScheme): Banded[] {
  return compileScheme(fitted).counted.flatMap((id) => {
    const scored = scorecardOf(fitted).criteria.find((entry) => entry.criterion === id);
    const criterion = fitted.scheme.criteria.find((entry) => entry.id === id);
    const cuts = fitted.cuts[id];
    if (scored?.bands === undefined || cuts === undefined) return [];
    const weighted = scored.bands.map((band) => band.points * scored.weight);
    return [{ id, isLowerBetter: criterion?.direction === 'lower-is-better', cuts, weighted, max: scored.weight }];
  });
}

/** Sorts as the product does, for engines that cannot. */
export function insert(reasons: Reason[], reason: Reason): void {
  const effect = Math.abs(2 * reason.points - reason.max);
  let place = reasons.length;
  reasons.push(reason);
  for (; place > 0; place -= 1) {
    const before = reasons[place - 1];
    if (before === undefined || Math.abs(2 * before.points - before.max) >= effect) break;
    reasons[place] = before;
  }
  reasons[place] = reason;
}

/** A score in tenths, as the product rounds it. */
export function rounded(score: number): number {
  return Math.round(score * 10) / 10;
}

/** The scorecard that is raced. */
export function scorecardOf(fitted: FittedScheme): Scorecard {
  const { method } = fitted.scheme;
  if (method.kind !== 'scorecard') throw new Error(`The race wants a scorecard, not a ${method.kind}.`);
  return method;
}
