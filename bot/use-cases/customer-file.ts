import type { CustomerStage } from '../../core/customer-stage.ts';
import type { CustomerStatus } from '../store/customer-tables.ts';
import { findMembersById } from '../store/members.ts';
import { keptCustomer } from './change-customer.ts';
import type { UseCaseContext } from './context.ts';
import { mayReassign } from './may-act-for.ts';

/** A customer's basic data, for a person who changes it. */
export interface CustomerFile {
  readonly customerId: string;
  readonly name: string;
  readonly key: string | null;
  readonly stage: CustomerStage;
  readonly status: CustomerStatus;
  readonly industry: string | null;
  readonly region: string | null;
  /** The owner as the table names them. */
  readonly ownerText: string | null;
  /** The owner's Slack id when it is known who that is. */
  readonly ownerSlackId: string | null;
  /** Whether the person may give the customer to somebody else. */
  readonly mayGiveAway: boolean;
}

/** A customer's basic data; a merged one's is that of the customer it was merged into. Throws UseCaseError `no-such-customer`. */
export async function customerFile(context: UseCaseContext, customerId: string): Promise<CustomerFile> {
  const { db, actor } = context;
  const customer = await keptCustomer(context, customerId);
  const { id, industry, key, name, ownerId, ownerText, region, stage, status } = customer;
  const owner = ownerId === null ? undefined : (await findMembersById(db, actor.workspaceId, [ownerId])).get(ownerId);
  return {
    customerId: id,
    name,
    key,
    stage,
    status,
    industry,
    region,
    ownerText,
    ownerSlackId: owner?.slackUserId ?? null,
    mayGiveAway: mayReassign(actor),
  };
}
