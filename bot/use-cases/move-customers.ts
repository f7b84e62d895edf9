import { lockFollowUps } from '../store/follow-ups.ts';
import { inChunks } from '../store/in-chunks.ts';
import { type OwnerMove, saveOwnerMoves } from '../store/owner-moves.ts';
import type { UseCaseContext } from './context.ts';
import { refreshFollowUps } from './refresh-follow-ups.ts';

const CUSTOMERS_A_TIME = 2000;

/**
 * Gives customers to other owners, with all that is due, promised, snoozed and paused. Within the caller's transaction, which
 * holds the workspace's lock.
 */
export async function moveCustomers(context: UseCaseContext, moves: readonly OwnerMove[]): Promise<void> {
  const { db, actor, clock } = context;
  const inOrder = moves.toSorted((a, b) => (a.customerId < b.customerId ? -1 : 1));
  for (const some of inChunks(inOrder, CUSTOMERS_A_TIME)) {
    const customerIds = some.map(({ customerId }) => customerId);
    // Whoever logs a contact holds this row first and the customer's after it.
    await lockFollowUps(db, actor.workspaceId, customerIds);
    await saveOwnerMoves(db, actor.workspaceId, some, clock.now());
    await refreshFollowUps(context, { customerIds });
  }
}
