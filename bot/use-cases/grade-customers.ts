import type { CalendarDate } from '../../core/calendar-date.ts';
import { localDay } from '../clock.ts';
import { refreshPurchaseMeasures } from '../store/purchase-measures.ts';
import { refreshSearchOrder } from '../store/search-order.ts';
import { inWorkspaceSnapshot } from '../store/workspaces.ts';
import type { UseCaseContext } from './context.ts';
import { type GradeStageOptions, type GradingSummary, gradeStage } from './grade-stage.ts';
import { schemeInUse } from './schemes-in-use.ts';
import { segmentCustomers } from './segment-customers.ts';

/**
 * Grades all customers of the workspace again: each stage by its scheme and against its own population. A stage without
 * customers or without a scheme is left out. Once all grades are there, search is put into their order.
 */
export async function gradeCustomers(context: UseCaseContext, options: GradingOptions = {}): Promise<GradingSummary[]> {
  const summaries = await gradeBook(context, options);
  await orderSearch(context);
  return summaries;
}

/** How to grade everybody. */
export interface GradingOptions {
  /** Default: today. */
  readonly asOf?: CalendarDate;
}

/**
 * The grading of {@link gradeCustomers}: one transaction that sees one moment of the book. Readers see the grades of
 * before until all of the new ones are there; a run that is cut off leaves nothing behind.
 */
export async function gradeBook(context: UseCaseContext, options: GradingOptions = {}): Promise<GradingSummary[]> {
  const asOf = options.asOf ?? dayOfGrading(context);
  return inWorkspaceSnapshot(context.db, context.actor.workspaceId, (db) => gradeStages({ ...context, db }, asOf));
}

/**
 * Lets search offer customers in the order of their grades, in short transactions of its own; to be called after a
 * transaction that graded. What is cut off is taken up by the next call.
 */
export async function orderSearch({ db, actor }: UseCaseContext): Promise<void> {
  await refreshSearchOrder(db, actor.workspaceId);
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
  // the last 12 months of purchases count from the day of grading
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
