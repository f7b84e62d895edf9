import type { Facts } from '../../core/customer.ts';
import type { CompiledScheme } from '../../core/grading/compile-scheme.ts';
import { stabiliser } from '../../core/grading/stabilise.ts';
import type { CurrentGrade } from '../store/grades.ts';

/** What grading came to: the tier that everybody sees, and beside it the one that the values alone give. */
export type SettledGrade = Pick<CurrentGrade, 'status' | 'tier' | 'score' | 'computedTier' | 'held' | 'worseRuns'>;

/** Whether the tier is held by something else than before, or above another one: for the history, though the tier stays. */
export function isHeldOtherwise(before: SettledGrade, now: SettledGrade): boolean {
  return before.held !== now.held || before.computedTier !== now.computedTier;
}

/**
 * Settles one customer's grade; `override` is the tier that a person set and that is in force. `before` is its grade by the
 * same stage: undefined for a prospect that has just become a customer, since tiers of another scheme hold nothing.
 */
export type SettleGrade = (
  facts: Facts,
  before: CurrentGrade | undefined,
  override: string | undefined,
) => SettledGrade;

/**
 * From the values to the tier that everybody sees: what the scheme's stability holds back, then what a person has set.
 * `isSameScheme`: whether the customers' last grades are by the same version of the scheme, else there is nothing to
 * hold on to.
 */
export function gradeSettler(compiled: CompiledScheme, isSameScheme: boolean): SettleGrade {
  const { settle } = stabiliser(compiled);
  const tiers = new Set(compiled.fitted.scheme.tiers.map(({ id }) => id));
  return (facts, before, override) => {
    const { status, tier: computedTier, score } = compiled.code(facts);
    const kept = before?.held === 'override' ? before.computedTier : (before?.tier ?? null);
    const standing = before === undefined || !isSameScheme ? undefined : { tier: kept, worseRuns: before.worseRuns };
    const { tier, held, worseRuns } = settle(facts, computedTier, standing);
    if (override !== undefined && tiers.has(override)) {
      return { status: 'graded', tier: override, score, computedTier: tier, held: 'override', worseRuns };
    }
    return { status, tier, score, computedTier, held, worseRuns };
  };
}
