import { recordAuditEvent } from '../store/audit-events.ts';
import { findMerge, markUndone, repointMerged } from '../store/customer-merges.ts';
import type { MergeUndo } from '../store/customer-tables.ts';
import { type Customer, findCustomersById, lockCustomers, updateCustomers } from '../store/customers.ts';
import { undoGradeChanges } from '../store/grade-changes.ts';
import { type CurrentGrade, deleteGrade, findGrades, findGradingRun, saveGrades } from '../store/grades.ts';
import { lockWorkspace } from '../store/workspaces.ts';
import type { UseCaseContext } from './context.ts';
import { unchangedSince, withFieldsBefore } from './customer-fields.ts';
import { gradeOne } from './grade-one.ts';
import { makeFindable } from './make-findable.ts';
import { findDecisions, splitDecisions } from './merged-decisions.ts';
import { refreshFollowUps } from './refresh-follow-ups.ts';
import { refreshMeasures } from './refresh-measures.ts';
import { currentGrade } from './stored-grade.ts';
import { UseCaseError } from './use-case-error.ts';

/** {@link undoMergeWithin} in a transaction of its own. */
export async function undoMerge(context: UseCaseContext, which: MergeNamed): Promise<void> {
  await context.db.transaction().execute((db) => undoMergeWithin({ ...context, db }, which));
}

/** A merge, by its id or by the customer that went in it. */
export type MergeNamed = { readonly id: string } | { readonly goneId: string };

/**
 * Takes two merged customers apart again. Right after the merge everything is as it was before. Later, what the merge
 * filled in goes again unless it has changed since, what has changed since stays with the kept customer, and both are
 * graded by the latest run.
 *
 * Throws {@link UseCaseError} `no-such-merge`, or `merged-again` when the kept customer has been merged in turn. Within
 * the caller's transaction.
 */
export async function undoMergeWithin(context: UseCaseContext, which: MergeNamed): Promise<void> {
  const { actor, clock, db } = context;
  const { workspaceId, memberId } = actor;
  const now = clock.now();
  await lockWorkspace(db, workspaceId);
  const merge = await findMerge(db, workspaceId, which);
  if (merge === undefined) throw new UseCaseError('no-such-merge', 'id' in which ? which.id : which.goneId);
  const { keptId, goneId, undo } = merge;
  await lockCustomers(db, workspaceId, [keptId, goneId]);
  const found = await findCustomersById(db, workspaceId, [keptId, goneId]);
  const kept = found.get(keptId);
  const gone = found.get(goneId);
  if (kept === undefined || gone === undefined) throw new UseCaseError('no-such-customer', `${keptId}, ${goneId}`);
  if (kept.mergedInto !== null) throw new UseCaseError('merged-again', kept.name);
  const grades = await findGrades(db, workspaceId, { ids: [keptId] });
  const decisions = await findDecisions(context, keptId);
  const split = withFieldsBefore(kept, unchangedSince(kept, undo.fields));
  const back: Customer = { ...gone, mergedInto: null };
  await repointMerged(db, workspaceId, keptId, goneId, undo.repointed);
  await updateCustomers(db, workspaceId, [split, back], now);
  await refreshMeasures(context, [keptId, goneId]);
  await restoreGrades(context, undo, split, back, grades.get(keptId));
  await makeFindable(db, workspaceId, [split, back]);
  await markUndone(db, workspaceId, merge.id, memberId, now);
  await recordAuditEvent(
    db,
    { workspaceId, memberId, action: 'merge-undone', subjectId: merge.id, detail: { keptId, goneId } },
    now,
  );
  await refreshFollowUps(context, { customerIds: [keptId, goneId] });
  await splitDecisions(context, { kept: split, gone: back }, undo.decided, decisions);
}

/** The grades of before where nothing has been graded since; by the latest run otherwise. */
async function restoreGrades(
  context: UseCaseContext,
  undo: MergeUndo,
  kept: Customer,
  gone: Customer,
  current: CurrentGrade | undefined,
): Promise<void> {
  const { db, actor, clock } = context;
  const { workspaceId } = actor;
  const changeIds = undo.gradeChangeId === null ? [] : [undo.gradeChangeId];
  const isUntouched = current?.runId === undo.keptGradeAfter?.runId;
  if (isUntouched && undo.keptGrade !== null) {
    await saveGrades(db, workspaceId, [currentGrade(kept, undo.keptGrade)]);
    await undoGradeChanges(db, workspaceId, changeIds, clock.now());
  } else if (isUntouched) {
    await deleteGrade(db, workspaceId, kept.id);
    await undoGradeChanges(db, workspaceId, changeIds, clock.now());
  } else {
    await gradeOne(context, kept, current);
  }
  const goneBefore = undo.goneGrade === null ? undefined : currentGrade(gone, undo.goneGrade);
  const latest = await findGradingRun(db, workspaceId, { latestOf: gone.stage });
  if (latest !== undefined && (latest.id !== goneBefore?.runId || goneBefore === undefined)) {
    if (goneBefore !== undefined || !isUntouched) await gradeOne(context, gone, goneBefore);
  } else if (goneBefore !== undefined) {
    await saveGrades(db, workspaceId, [goneBefore]);
  }
}
