import { findGradingRun } from '../store/grades.ts';
import { refreshPurchaseMeasures } from '../store/purchase-measures.ts';
import { refreshServiceMeasures } from '../store/service-measures.ts';
import type { UseCaseContext } from './context.ts';
import { dayOfGrading } from './grade-customers.ts';

/**
 * Finds anew what purchases, complaints and surveys say of a few customers that something happened to, as of the day of the latest grading, with
 * whose other customers they are compared. True when something changed.
 */
export async function refreshMeasures(context: UseCaseContext, customerIds: readonly string[]): Promise<boolean> {
  const { db, actor } = context;
  const last = await findGradingRun(db, actor.workspaceId, { latestOf: 'customer' });
  const asOf = last?.fitted.asOf ?? dayOfGrading(context);
  const hasBought = await refreshPurchaseMeasures(db, actor.workspaceId, asOf, customerIds);
  const hasSaid = await refreshServiceMeasures(db, actor.workspaceId, asOf, customerIds);
  return hasBought || hasSaid;
}
