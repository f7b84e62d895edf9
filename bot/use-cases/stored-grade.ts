import type { StoredGrade } from '../store/customer-tables.ts';
import type { Customer } from '../store/customers.ts';
import type { CurrentGrade } from '../store/grades.ts';

/** A grade as what undoes something keeps it; null for none. */
export function storedGrade(grade: CurrentGrade | undefined): StoredGrade | null {
  if (grade === undefined) return null;
  const { runId, status, tier, score, tierSince, computedTier, held, worseRuns } = grade;
  return { runId, status, tier, score, tierSince: tierSince.toISOString(), computedTier, held, worseRuns };
}

/** The grade of a customer from what {@link storedGrade} kept. */
export function currentGrade(customer: Pick<Customer, 'id' | 'ownerId'>, grade: StoredGrade): CurrentGrade {
  const { runId, status, tier, score, tierSince } = grade;
  return {
    customerId: customer.id,
    ownerId: customer.ownerId,
    runId,
    status,
    tier,
    score,
    tierSince: new Date(tierSince),
    computedTier: grade.computedTier === undefined ? tier : grade.computedTier,
    held: grade.held ?? null,
    worseRuns: grade.worseRuns ?? 0,
  };
}
