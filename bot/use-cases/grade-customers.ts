import type { CalendarDate } from '../../core/calendar-date.ts';
import { localDay } from '../clock.ts';
import { refreshPurchaseMeasures } from '../store/purchase-measures.ts';
import { lockWorkspace } from '../store/workspaces.ts';
import type { UseCaseContext } from './context.ts';
import { type GradeStageOptions, type GradingSummary, gradeStage } from './grade-stage.ts';
import { schemeInUse } from './schemes-in-use.ts';
import { segmentCustomers } from './segment-customers.ts';

/**
 * Grades all customers of the workspace again, in one transaction: each stage by its scheme and against its own
 * population. A stage without customers or without a scheme is left out.
 */
export async function gradeCustomers(
  context: UseCaseContext,
  options: { readonly asOf?: CalendarDate } = {},
): Promise<GradingSummary[]> {
  const asOf = options.asOf ?? dayOfGrading(context);
  return context.db.transaction().execute(async (db) => {
    await lockWorkspace(db, context.actor.workspaceId);
    return gradeStages({ ...context, db }, asOf);
  });
}

/**
 * {@link gradeCustomers} within the caller's transaction. `options` say what caused it, if something did, and may name the
 * currency of the customers' amounts.
 */
export async function gradeStages(
  context: UseCaseContext,
  asOf: CalendarDate,
  options: Partial<Pick<GradeStageOptions, 'cause' | 'changedIds' | 'currency'>> = {},
): Promise<GradingSummary[]> {
  const { currency, ...why } = options;
  const summaries: GradingSummary[] = [];
  await refreshPurchaseMeasures(context.db, context.actor.workspaceId, asOf);
  for (const stage of ['customer', 'prospect'] as const) {
    const scheme = await schemeInUse(context.db, context.actor.workspaceId, stage);
    if (scheme === undefined) continue;
    const summary = await gradeStage(context, {
      stage,
      scheme,
      cause: 'regrade',
      asOf,
      ...why,
      ...(stage === 'customer' && { currency }),
    });
    if (summary !== undefined) summaries.push(summary);
  }
  await segmentCustomers(context, asOf);
  return summaries;
}

/** Today in the time zone of the machine, from which months count unless somebody says otherwise. */
export function dayOfGrading(context: UseCaseContext): CalendarDate {
  return localDay(context.clock.now(), new Intl.DateTimeFormat().resolvedOptions().timeZone);
}
