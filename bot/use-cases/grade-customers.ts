import type { CalendarDate } from '../../core/calendar-date.ts';
import { localDay } from '../clock.ts';
import { recordAuditEvent } from '../store/audit-events.ts';
import type { Database } from '../store/database.ts';
import { findDueRegrades, type RegradeDue } from '../store/due-regrades.ts';
import { refreshPurchaseMeasures } from '../store/purchase-measures.ts';
import { refreshSearchOrder } from '../store/search-order.ts';
import { refreshServiceMeasures } from '../store/service-measures.ts';
import { stoppable } from '../store/stoppable.ts';
import { inWorkspaceSnapshot } from '../store/workspaces.ts';
import type { UseCaseContext } from './context.ts';
import { type GradeStageOptions, type GradingSummary, gradeStage } from './grade-stage.ts';
import { catchUpFollowUps } from './refresh-follow-ups.ts';
import { schemeInUse } from './schemes-in-use.ts';
import { segmentCustomers } from './segment-customers.ts';

/** Why everybody is graded again, and what is known of it. */
export interface RegradeReason extends Partial<Pick<GradeStageOptions, 'cause' | 'changedIds' | 'currency'>> {
  /** A person's command, the night, or a change that concerns all. */
  readonly startedBy:
    | 'command'
    | 'night'
    | 'import-undone'
    | 'purchases-imported'
    | 'samples-removed'
    | 'scheme-chosen';
}

/**
 * Grades all customers of the workspace again: each stage by its scheme and against its own population. A stage without
 * customers or without a scheme is left out. Once all grades are there, search is put into their order
 * and the next contacts are found by them.
 */
export async function gradeCustomers(context: UseCaseContext, options: GradingOptions = {}): Promise<GradingSummary[]> {
  const summaries = await gradeBook(context, options);
  await afterGrading(context);
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
  const grade = (db: Database) => gradeStages({ ...context, db }, asOf, { startedBy: 'command' });
  return inWorkspaceSnapshot(context.db, context.actor.workspaceId, grade);
}

/**
 * Lets follow-ups know of new grades, and search offer customers in their order, in short transactions of its own; to be
 * called after a transaction that graded. What is cut off is taken up by the next call.
 */
export async function afterGrading(context: UseCaseContext): Promise<void> {
  await catchUpFollowUps(context);
  await refreshSearchOrder(context.db, context.actor.workspaceId);
}

/**
 * {@link gradeCustomers} unless it is done: undefined when everybody was graded since `due`. Whether that is so is
 * asked under the workspace's lock, so that any number of processes may try, at once or one after another. Once `signal`
 * is aborted it throws the signal's reason, and the grading has not happened unless it was complete.
 */
export async function gradeCustomersIfDue(
  context: UseCaseContext,
  due: RegradeDue,
  signal: AbortSignal,
): Promise<GradingSummary[] | undefined> {
  const { workspaceId } = context.actor;
  const summaries = await inWorkspaceSnapshot(context.db, workspaceId, async (within) => {
    const db = stoppable(within, signal);
    if ((await findDueRegrades(db, due, context.clock.now(), workspaceId)).length === 0) return undefined;
    return gradeStages({ ...context, db }, dayOfGrading(context), { startedBy: 'night' });
  });
  // In any case: a process that ended right after its grading may have left it to do.
  await afterGrading({ ...context, db: stoppable(context.db, signal) });
  return summaries;
}

/** {@link gradeCustomers} within the caller's transaction, which holds the workspace's lock. */
export async function gradeStages(
  context: UseCaseContext,
  asOf: CalendarDate,
  reason: RegradeReason,
): Promise<GradingSummary[]> {
  const { currency, startedBy, ...why } = reason;
  const summaries: GradingSummary[] = [];
  // the last 12 months of purchases and complaints count from the day of grading
  await refreshPurchaseMeasures(context.db, context.actor.workspaceId, asOf);
  await refreshServiceMeasures(context.db, context.actor.workspaceId, asOf);
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
  await recordRegrade(context, asOf, startedBy, summaries);
  return summaries;
}

/** Puts down what a grading of everybody came to; one of nobody is none. */
async function recordRegrade(
  { db, actor, clock }: UseCaseContext,
  asOf: CalendarDate,
  startedBy: RegradeReason['startedBy'],
  summaries: readonly GradingSummary[],
): Promise<void> {
  if (summaries.length === 0) return;
  const { workspaceId, memberId } = actor;
  const stages = summaries.map(({ expired, ...summary }) => ({ ...summary, expired: expired.length }));
  const detail = { startedBy, asOf, stages };
  await recordAuditEvent(db, { workspaceId, memberId, action: 'regraded', detail }, clock.now());
}

/** Today in the time zone of the machine, from which months count unless somebody says otherwise. */
export function dayOfGrading(context: UseCaseContext): CalendarDate {
  return localDay(context.clock.now(), new Intl.DateTimeFormat().resolvedOptions().timeZone);
}
