import type { StoredGrade } from '../store/customer-tables.ts';
import type { Customer } from '../store/customers.ts';
import { findChangeIdsSince, undoGradeChanges } from '../store/grade-changes.ts';
import { type CurrentGrade, findGrades, saveGrades } from '../store/grades.ts';
import type { MemberAction } from '../store/member-actions.ts';
import type { UseCaseContext } from './context.ts';
import { currentGrade, storedGrade } from './stored-grade.ts';

/** What an action that grades a customer again keeps of the grade before it, under `graded` in its detail. */
export interface KeptGrade {
  /** Null where there was none. */
  readonly before: StoredGrade | null;
  /** The history that the action made. */
  readonly changeIds: readonly string[];
}

/** Does something that may grade a customer again, and says what putting its grade back takes. */
export async function keepingGrade<T>(
  context: UseCaseContext,
  customerId: string,
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly graded: KeptGrade }> {
  const { db, actor, clock } = context;
  const since = clock.now();
  const before = (await findGrades(db, actor.workspaceId, { ids: [customerId] })).get(customerId);
  const known = new Set(await findChangeIdsSince(db, actor.workspaceId, customerId, since));
  const result = await work();
  const changeIds = await findChangeIdsSince(db, actor.workspaceId, customerId, since);
  return { result, graded: { before: storedGrade(before), changeIds: changeIds.filter((id) => !known.has(id)) } };
}

/**
 * Undoes an action with `undo`. When the customer's grade comes out as it was before the action, it is the one of before:
 * since then, by the same run, and with nothing of the action in its history, so that no rise is told that was none.
 */
export async function puttingGradeBack(
  context: UseCaseContext,
  { detail }: MemberAction,
  customer: Pick<Customer, 'id' | 'ownerId'>,
  undo: () => Promise<void>,
): Promise<void> {
  const { db, actor, clock } = context;
  const kept = detail['graded'] as KeptGrade | undefined;
  const { graded } = await keepingGrade(context, customer.id, undo);
  const now = (await findGrades(db, actor.workspaceId, { ids: [customer.id] })).get(customer.id);
  if (kept === undefined || !isSameStanding(kept.before, now)) return;
  if (kept.before !== null) {
    const ownerId = now?.ownerId ?? customer.ownerId;
    await saveGrades(db, actor.workspaceId, [currentGrade({ id: customer.id, ownerId }, kept.before)]);
  }
  await undoGradeChanges(db, actor.workspaceId, [...kept.changeIds, ...graded.changeIds], clock.now());
}

function isSameStanding(before: StoredGrade | null, now: CurrentGrade | undefined): boolean {
  if (before === null || now === undefined) return before === null && now === undefined;
  return (
    before.status === now.status &&
    before.tier === now.tier &&
    before.score === now.score &&
    (before.held ?? null) === now.held &&
    (before.computedTier === undefined || before.computedTier === now.computedTier)
  );
}
