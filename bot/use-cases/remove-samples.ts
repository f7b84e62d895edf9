import { recordAuditEvent } from '../store/audit-events.ts';
import { deleteSamplePurchases } from '../store/purchases.ts';
import { countSamples as countStored, deleteSamples } from '../store/samples.ts';
import { lockWorkspace } from '../store/workspaces.ts';
import type { UseCaseContext } from './context.ts';
import { afterGrading, dayOfGrading, gradeStages } from './grade-customers.ts';

/** How many sample customers the workspace still has. */
export async function countSamples({ db, actor }: UseCaseContext): Promise<number> {
  return countStored(db, actor.workspaceId);
}

/**
 * Takes the sample customers away, with their contacts, purchases, grades and history, and grades the others again, since
 * the samples were part of what they were compared with. Customers that a table or a person of the workspace's own has
 * touched are no samples any more and stay, without sample purchases. Returns how many went.
 */
export async function removeSamples(context: UseCaseContext): Promise<number> {
  const removed = await context.db.transaction().execute((db) => removeSamplesWithin({ ...context, db }));
  await afterGrading(context);
  return removed;
}

/** {@link removeSamples} within the caller's transaction. */
export async function removeSamplesWithin(context: UseCaseContext): Promise<number> {
  const { db, actor, clock } = context;
  const { workspaceId, memberId } = actor;
  await lockWorkspace(db, workspaceId);
  const removed = await deleteSamples(db, workspaceId);
  const purchases = await deleteSamplePurchases(db, workspaceId);
  if (removed === 0 && purchases === 0) return 0;
  await gradeStages(context, dayOfGrading(context), { startedBy: 'samples-removed' });
  const detail = { removed };
  await recordAuditEvent(db, { workspaceId, memberId, action: 'samples-removed', detail }, clock.now());
  return removed;
}
