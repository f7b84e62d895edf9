import { findInteraction, type Interaction } from '../store/interactions.ts';
import { findMemberAction } from '../store/member-actions.ts';
import type { UseCaseContext } from './context.ts';

/** A contact that an action logged. */
export type LoggedContact = Pick<
  Interaction,
  'customerId' | 'happenedOn' | 'method' | 'outcome' | 'note' | 'nextOn' | 'satisfaction' | 'link'
>;

/** What an action logged; undefined when it was taken back, logged nothing, or there is no such action. */
export async function loggedContact(
  { db, actor }: UseCaseContext,
  actionId: string,
): Promise<LoggedContact | undefined> {
  // The id comes out of a button, so it may be anything.
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(actionId)) return undefined;
  const action = await findMemberAction(db, actor.workspaceId, { id: actionId });
  const interactionId = action?.undoneAt === null ? action.detail['interactionId'] : undefined;
  return typeof interactionId === 'string' ? findInteraction(db, actor.workspaceId, interactionId) : undefined;
}
