import { compileScheme } from '../../core/grading/compile-scheme.ts';
import { type MoveDriver, moveDriver } from '../../core/grading/move-driver.ts';
import type { Database } from '../store/database.ts';
import { findChanges, type StoredChange } from '../store/grade-changes.ts';
import type { TierChange } from './customer-card.ts';

const CHANGES_SHOWN = 5;

/** A customer's latest changes of tier, latest first, at most five, each with what moved it. */
export async function latestChanges(db: Database, workspaceId: string, customerId: string): Promise<TierChange[]> {
  // one more than is shown, since what moved a customer is the difference to the change before
  const changes = await findChanges(db, workspaceId, {
    customerId,
    limit: CHANGES_SHOWN + 1,
    withHolds: false,
  });
  return changes.slice(0, CHANGES_SHOWN).map((change, index) => ({
    at: change.changedAt,
    from: change.fromTier,
    to: change.toTier,
    cause: change.cause,
    scheme: change.fitted.scheme,
    driver: change.cause === 'facts' ? driverOf(change, changes[index + 1]) : null,
  }));
}

function driverOf(change: StoredChange, before: StoredChange | undefined): MoveDriver | null {
  if (change.inputs === null || before?.inputs === null || before === undefined) return null;
  return moveDriver(compileScheme(change.fitted), before.inputs, change.inputs);
}
