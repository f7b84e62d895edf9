import { type Customer, saveCustomerStatus } from '../store/customers.ts';
import { deleteGrade, findGrades } from '../store/grades.ts';
import { deleteLabels } from '../store/segments.ts';
import { type ChangeRequest, type CustomerChanged, changeCustomer, gradeAgain } from './change-customer.ts';
import type { UseCaseContext } from './context.ts';
import { oneLine } from './customer-input.ts';
import { refreshFollowUps } from './refresh-follow-ups.ts';
import { UseCaseError } from './use-case-error.ts';

const SHORTEST_REASON = 3;
const LONGEST_REASON = 500;

/**
 * Takes a customer out of grading, follow-ups and counts. All that is known of it stays, search still finds it, and it can be
 * brought back at any time.
 *
 * Throws UseCaseError `no-such-customer`, `not-yours`, `archive-reason`, or `archived` when it is so already.
 */
export async function archiveCustomer(
  context: UseCaseContext,
  request: ChangeRequest & { readonly reason: string },
): Promise<CustomerChanged> {
  const reason = oneLine(request.reason) ?? '';
  const { length } = Array.from(reason);
  return changeCustomer(context, request, {
    kind: 'customer-archived',
    audit: 'customer-archived',
    make: async (within, customer) => {
      if (customer.status !== 'active') throw new UseCaseError('archived', customer.name);
      if (length < SHORTEST_REASON || length > LONGEST_REASON)
        throw new UseCaseError('archive-reason', String(LONGEST_REASON));
      const before = (await findGrades(within.db, within.actor.workspaceId, { ids: [customer.id] })).get(customer.id);
      await changeStatus(within, customer, {
        status: 'archived',
        statusAt: within.clock.now(),
        statusReason: reason,
      });
      return { undo: statusOf(customer), grade: before === undefined ? null : { from: before.tier, to: null } };
    },
  });
}

/**
 * Brings an archived or lost customer back: it is graded by the cut points in force and followed up again.
 *
 * Throws UseCaseError `no-such-customer`, `not-yours`, or `is-active`.
 */
export async function bringBackCustomer(context: UseCaseContext, request: ChangeRequest): Promise<CustomerChanged> {
  return changeCustomer(context, request, {
    kind: 'customer-brought-back',
    audit: 'customer-brought-back',
    make: async (within, customer) => {
      if (customer.status === 'active') throw new UseCaseError('is-active', customer.name);
      await changeStatus(within, customer, { status: 'active', statusAt: null, statusReason: null });
      const grade = (await findGrades(within.db, within.actor.workspaceId, { ids: [customer.id] })).get(customer.id);
      return { undo: statusOf(customer), grade: grade === undefined ? null : { from: null, to: grade.tier } };
    },
  });
}

/** Whether anybody works with a customer, since when and why not. */
export type CustomerStanding = Pick<Customer, 'status' | 'statusAt' | 'statusReason'>;

/**
 * Gives a customer another status with all that hangs on it: its grade and labels go or are made, and its follow-up with
 * them; within the caller's transaction, which holds the workspace's lock. Its history stays.
 */
export async function changeStatus(context: UseCaseContext, customer: Customer, to: CustomerStanding): Promise<void> {
  const { db, actor } = context;
  await saveCustomerStatus(db, actor.workspaceId, customer.id, to);
  if (to.status === 'active') await gradeAgain(context, { ...customer, ...to }, 'facts');
  else {
    await deleteGrade(db, actor.workspaceId, customer.id);
    await deleteLabels(db, actor.workspaceId, customer.id);
  }
  await refreshFollowUps(context, { customerIds: [customer.id] });
}

function statusOf({ status, statusAt, statusReason }: Customer): Readonly<Record<string, unknown>> {
  return { status, statusAt: statusAt?.toISOString() ?? null, statusReason };
}
