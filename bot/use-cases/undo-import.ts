import { recordAuditEvent } from '../store/audit-events.ts';
import { findCustomersById, lockCustomers } from '../store/customers.ts';
import { findGradingRun } from '../store/grades.ts';
import { findImported, findImportUndo, findTouchedSinceImport, restoreBeforeImport } from '../store/import-undo.ts';
import { refreshImportance } from '../store/index-customer-names.ts';
import { findMemberAction, markUndone } from '../store/member-actions.ts';
import { lockWorkspace } from '../store/workspaces.ts';
import { UNDO_MINUTES } from './action-request.ts';
import type { UseCaseContext } from './context.ts';
import { afterGrading, dayOfGrading, gradeStages } from './grade-customers.ts';
import { makeFindable } from './make-findable.ts';
import { refreshFollowUps } from './refresh-follow-ups.ts';
import { UseCaseError } from './use-case-error.ts';

/** What undoing an import came to. */
export interface ImportUndone {
  /** Customers that it had added and that are gone again. */
  readonly removed: number;
  /** Rows of connected sheets whose customers are gone again; they bring nobody back by themselves. */
  readonly sheetRows: number;
  /** Customers that are as they were before it. */
  readonly restored: number;
  /** Names of customers that somebody has changed since, and that stay as they are. */
  readonly left: readonly string[];
}

/**
 * Takes the latest import back: customers that it added go, those that it changed are as before, and everybody is graded
 * again. Customers that somebody has touched since stay as they are and are named. Samples that it took away stay away, and
 * members that it met stay members.
 *
 * From Slack it is possible for {@link UNDO_MINUTES} minutes, to who imported and to managers; from the command line until
 * the next import begins. `importId` is that of the import's answer; undefined for the latest.
 *
 * Throws UseCaseError `no-import-to-undo`, `import-undo-late` or `not-allowed`.
 */
export async function undoImport(context: UseCaseContext, importId?: string): Promise<ImportUndone> {
  const undone = await context.db.transaction().execute((db) => undoImportWithin({ ...context, db }, importId));
  await afterGrading(context);
  return undone;
}

/** {@link undoImport} within the caller's transaction, after which `afterGrading` is to be called. */
export async function undoImportWithin(context: UseCaseContext, importId?: string): Promise<ImportUndone> {
  const { db, actor, clock } = context;
  const { workspaceId, memberId } = actor;
  const now = clock.now();
  await lockWorkspace(db, workspaceId);
  const undo = await findImportUndo(db, workspaceId);
  if (undo === undefined || (importId !== undefined && undo.id !== importId)) {
    throw new UseCaseError('no-import-to-undo', importId ?? '');
  }
  if (memberId !== null) {
    const isLate = now.getTime() - undo.importedAt.getTime() > UNDO_MINUTES * 60_000;
    if (isLate) throw new UseCaseError('import-undo-late', String(UNDO_MINUTES));
    const done = await findMemberAction(db, workspaceId, { id: undo.id });
    if (actor.role === 'rep' && done?.memberId !== memberId) throw new UseCaseError('not-allowed', '');
  }
  await lockCustomers(db, workspaceId, await findImported(db, workspaceId));
  const left = await findTouchedSinceImport(db, workspaceId, undo);
  const except = left.map(({ id }) => id);
  const { removed, sheetRows, restored, graded } = await restoreBeforeImport(db, workspaceId, except, now);
  const customers = [...(await findCustomersById(db, workspaceId, restored)).values()];
  const last = await findGradingRun(db, workspaceId, { latestOf: 'customer' });
  await gradeStages(context, last?.fitted.asOf ?? dayOfGrading(context), { startedBy: 'import-undone' });
  await makeFindable(db, workspaceId, customers);
  await refreshImportance(db, workspaceId, graded);
  // all others that the grading moves are brought in line after it, when nobody waits for their grades any more
  await refreshFollowUps(context, { customerIds: [...new Set([...restored, ...graded])] });
  await markUndone(db, workspaceId, undo.id, { memberId, at: now });
  const counts = { removed, restored: restored.length, left: left.length };
  const event = { workspaceId, memberId, action: 'import-undone', subjectId: undo.id, detail: counts } as const;
  await recordAuditEvent(db, event, now);
  return { ...counts, sheetRows, left: left.map(({ name }) => name) };
}
