import { findMemberAction, insertMemberAction } from '../store/member-actions.ts';
import { newId } from '../store/new-id.ts';
import { lockWorkspace } from '../store/workspaces.ts';
import { type CustomerChanged, keptCustomer } from './change-customer.ts';
import type { UseCaseContext } from './context.ts';
import { mergeWithin } from './merge-customers.ts';

/** A person's wish to make one customer part of another. */
export interface MergeRequest {
  readonly keptId: string;
  readonly goneId: string;
  readonly requestId?: string | undefined;
}

/**
 * Makes one customer part of another, written down as something that a person did and can take back. What came of it
 * names the customer that was kept.
 *
 * Throws UseCaseError as {@link mergeWithin} does.
 */
export async function mergeInto(context: UseCaseContext, request: MergeRequest): Promise<CustomerChanged> {
  const { actor, clock } = context;
  const { workspaceId, memberId } = actor;
  const { keptId, goneId, requestId = null } = request;
  return context.db.transaction().execute(async (db) => {
    const within = { ...context, db };
    await lockWorkspace(db, workspaceId);
    const done = requestId === null ? undefined : await findMemberAction(db, workspaceId, { requestId });
    if (done !== undefined) {
      const { name } = await keptCustomer(within, keptId);
      return { actionId: done.id, isRepeat: true, customerId: keptId, name, grade: null };
    }
    const { mergeId, kept } = await mergeWithin(within, { keptId, goneId });
    const now = clock.now();
    const action = { id: newId(now), memberId, customerId: keptId, kind: 'customer-merged', requestId, doneAt: now };
    await insertMemberAction(db, workspaceId, { ...action, detail: { mergeId } });
    return { actionId: action.id, isRepeat: false, customerId: keptId, name: kept.name, grade: null };
  });
}
