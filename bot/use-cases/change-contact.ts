import type { FollowUpDone } from './act-on-customer.ts';
import type { UseCaseContext } from './context.ts';
import { type ContactRequest, logContactWithin, withSatisfaction } from './log-contact.ts';
import { undoWithin } from './undo-action.ts';

/**
 * Puts a contact in the place of one that was just logged: what stood before that one counts again, and then the new one
 * is logged. A request that comes again does nothing.
 *
 * Throws UseCaseError as `undo-action.ts` and `log-contact.ts`.
 */
export async function changeContact(
  context: UseCaseContext,
  replacedActionId: string,
  request: ContactRequest,
): Promise<FollowUpDone> {
  const done = await context.db.transaction().execute(async (db) => {
    const within = { ...context, db };
    await undoWithin(within, replacedActionId);
    return logContactWithin(within, { ...request, seenAt: undefined });
  });
  return withSatisfaction(context, request, done);
}
