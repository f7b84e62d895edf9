import { normaliseName } from '../../core/customer-name.ts';
import { recordAuditEvent } from '../store/audit-events.ts';
import { findMembersById } from '../store/members.ts';
import {
  findCustomersByOwnerText,
  findOwnerTexts,
  findUnknownOwners,
  saveOwnerLink,
  type UnknownOwner,
} from '../store/owner-links.ts';
import { lockWorkspace } from '../store/workspaces.ts';
import type { UseCaseContext } from './context.ts';
import { mayReassign } from './may-act-for.ts';
import { memberName } from './member-name.ts';
import { moveCustomers } from './move-customers.ts';
import { UseCaseError } from './use-case-error.ts';

/** The longest text of an owner cell that can be linked. */
export const LONGEST_OWNER_TEXT = 200;

/**
 * Says for good whom tables mean by an owner cell's text, case and punctuation aside: customers on file whose table named
 * their owner so go to the member at once, and those of later imports as they come. Returns how many went.
 *
 * Throws {@link UseCaseError} `not-allowed`, `owner-text`, `no-such-member` or `member-left`.
 */
export async function linkOwner(context: UseCaseContext, text: string, memberId: string): Promise<number> {
  const { actor, clock } = context;
  const { workspaceId } = actor;
  const owner = normaliseName(text);
  if (!mayReassign(actor)) throw new UseCaseError('not-allowed', text);
  if (owner === '' || owner.length > LONGEST_OWNER_TEXT)
    throw new UseCaseError('owner-text', String(LONGEST_OWNER_TEXT));
  return context.db.transaction().execute(async (db) => {
    await lockWorkspace(db, workspaceId);
    const member = (await findMembersById(db, workspaceId, [memberId])).get(memberId);
    if (member === undefined) throw new UseCaseError('no-such-member', text);
    if (member.deactivatedAt !== null) throw new UseCaseError('member-left', memberName(member));
    await saveOwnerLink(db, workspaceId, owner, memberId);
    const texts = (await findOwnerTexts(db, workspaceId)).filter((each) => normaliseName(each) === owner);
    const ids = await findCustomersByOwnerText(db, workspaceId, texts, memberId);
    const moves = ids.map((customerId) => ({ customerId, ownerId: memberId }));
    await moveCustomers({ ...context, db }, moves);
    const detail = { customers: ids.length };
    const event = {
      workspaceId,
      memberId: actor.memberId,
      action: 'owner-linked',
      subjectId: memberId,
      detail,
    } as const;
    await recordAuditEvent(db, event, clock.now());
    return ids.length;
  });
}

/**
 * How tables named owners whom nobody knows, the most frequent first: what {@link linkOwner} mends. For managers and admins:
 * throws {@link UseCaseError} `not-allowed`.
 */
export async function unknownOwners({ actor, db }: UseCaseContext): Promise<UnknownOwner[]> {
  if (!mayReassign(actor)) throw new UseCaseError('not-allowed', '');
  return findUnknownOwners(db, actor.workspaceId);
}
