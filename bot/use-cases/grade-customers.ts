import type { CalendarDate } from '../../core/calendar-date.ts';
import { localDay } from '../clock.ts';
import { recordAuditEvent } from '../store/audit-events.ts';
import { findDueRegrades, type RegradeDue } from '../store/due-regrades.ts';
import { lockWorkspace } from '../store/workspaces.ts';
import type { UseCaseContext } from './context.ts';
import { type GradingSummary, gradeStage } from './grade-stage.ts';
import { schemeInUse } from './schemes-in-use.ts';
import { segmentCustomers } from './segment-customers.ts';

/** Why everybody is graded again: a person's command, the night, or a change that concerns all. */
export type RegradeStart = 'command' | 'night' | 'samples-removed' | 'scheme-chosen';

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
    return gradeStages({ ...context, db }, asOf, 'command');
  });
}

/**
 * {@link gradeCustomers} unless it is done: undefined when everybody was graded since `due`. Whether that is so is
 * asked under the workspace's lock, so that any number of processes may try, at once or one after another.
 */
export async function gradeCustomersIfDue(
  context: UseCaseContext,
  due: RegradeDue,
): Promise<GradingSummary[] | undefined> {
  const { workspaceId } = context.actor;
  return context.db.transaction().execute(async (db) => {
    await lockWorkspace(db, workspaceId);
    if ((await findDueRegrades(db, due, workspaceId)).length === 0) return undefined;
    return gradeStages({ ...context, db }, dayOfGrading(context), 'night');
  });
}

/** {@link gradeCustomers} within the caller's transaction, which holds the workspace's lock. */
export async function gradeStages(
  context: UseCaseContext,
  asOf: CalendarDate,
  startedBy: RegradeStart,
): Promise<GradingSummary[]> {
  const summaries: GradingSummary[] = [];
  for (const stage of ['customer', 'prospect'] as const) {
    const scheme = await schemeInUse(context.db, context.actor.workspaceId, stage);
    if (scheme === undefined) continue;
    const summary = await gradeStage(context, { stage, scheme, cause: 'regrade', asOf });
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
  startedBy: RegradeStart,
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
