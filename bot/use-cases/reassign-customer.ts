import { type CustomerOwner, saveOwner } from '../store/customer-owners.ts';
import { findCustomer } from '../store/customers.ts';
import type { MemberAction } from '../store/member-actions.ts';
import { findMembersById } from '../store/members.ts';
import { actOnCustomer, type FollowUpDone } from './act-on-customer.ts';
import type { ActionRequest } from './action-request.ts';
import type { UseCaseContext } from './context.ts';
import { memberName } from './member-name.ts';
import { UseCaseError } from './use-case-error.ts';

/** A customer for somebody else. */
export interface ReassignRequest extends ActionRequest {
  /** The member who looks after it from now on. */
  readonly toMemberId: string;
}

/** What was done, and who has the customer now. */
export interface Reassigned extends FollowUpDone {
  readonly ownerName: string;
}

/**
 * Gives a customer to another member; what is due, promised, snoozed and paused goes along. For managers and admins.
 *
 * Throws {@link UseCaseError} `member-gone`, `same-owner`, and as {@link actOnCustomer}.
 */
export async function reassignCustomer(context: UseCaseContext, request: ReassignRequest): Promise<Reassigned> {
  const { db, actor } = context;
  const { toMemberId } = request;
  const member = (await findMembersById(db, actor.workspaceId, [toMemberId])).get(toMemberId);
  const ownerName = member === undefined ? toMemberId : memberName(member);
  if (member?.deactivatedAt !== null) throw new UseCaseError('member-gone', ownerName);
  const done = await actOnCustomer(context, request, {
    kind: 'reassign',
    who: 'managers',
    work: async ({ context: within, customer, now }) => {
      if (customer.ownerId === toMemberId) throw new UseCaseError('same-owner', customer.name);
      const from: CustomerOwner = { ownerId: customer.ownerId, ownerText: customer.ownerText };
      const to: CustomerOwner = { ownerId: toMemberId, ownerText: ownerName };
      await saveOwner(within.db, actor.workspaceId, [customer.id], to, now);
      return { detail: { from, to } };
    },
  });
  return { ...done, ownerName };
}

/** Gives the customer of an action back. Throws {@link UseCaseError} `changed-since` when it has another owner by now. */
export async function undoReassignment(context: UseCaseContext, { customerId, detail }: MemberAction): Promise<void> {
  const { db, actor, clock } = context;
  const customer = await findCustomer(db, actor.workspaceId, customerId ?? '');
  const { from, to } = detail as { readonly from: CustomerOwner; readonly to: CustomerOwner };
  if (customer === undefined || customer.ownerId !== to.ownerId)
    throw new UseCaseError('changed-since', customer?.name ?? '');
  await saveOwner(db, actor.workspaceId, [customer.id], from, clock.now());
}
