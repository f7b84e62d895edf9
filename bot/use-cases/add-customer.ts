import type { CustomerStage } from '../../core/customer-stage.ts';
import { recordAuditEvent } from '../store/audit-events.ts';
import { type Customer, findCustomer, insertCustomers } from '../store/customers.ts';
import { findMemberAction, insertMemberAction } from '../store/member-actions.ts';
import { findMembers } from '../store/members.ts';
import { newId } from '../store/new-id.ts';
import { lockWorkspace } from '../store/workspaces.ts';
import { type CustomerChanged, gradeAgain } from './change-customer.ts';
import type { UseCaseContext } from './context.ts';
import { keyFrom, nameFrom, type OwnerInput, ownerFrom, shortLine } from './customer-input.ts';
import { findDuplicates, type OnFile } from './find-duplicates.ts';
import { makeFindable } from './make-findable.ts';
import { refreshFollowUps } from './refresh-follow-ups.ts';

/** A customer that a person adds. */
export interface NewCustomer {
  readonly name: string;
  readonly key?: string | null | undefined;
  readonly stage: CustomerStage;
  /** Default: the person who adds it; nobody from the command line. */
  readonly owner?: OwnerInput | undefined;
  readonly industry?: string | null | undefined;
  readonly region?: string | null | undefined;
  /** Somebody has looked at the likely duplicates, and it is none of them. Default false. */
  readonly isNoDuplicate?: boolean;
  readonly requestId?: string | undefined;
}

/** The customer is on file now, or may have been before: then nothing was done. */
export type AddedCustomer =
  | ({ readonly kind: 'added' } & CustomerChanged)
  | { readonly kind: 'likely-duplicates'; readonly duplicates: readonly OnFile[] };

/**
 * Puts a customer on file, for which any member may. Unless somebody has looked at them, likely duplicates come back
 * instead. The customer is graded by the cut points of its stage's latest run.
 *
 * Throws UseCaseError `customer-name`, `customer-key`, `key-taken`, `owner-unknown` or `text-too-long`.
 */
export async function addCustomer(context: UseCaseContext, asked: NewCustomer): Promise<AddedCustomer> {
  return context.db.transaction().execute((db) => addWithin({ ...context, db }, asked));
}

async function addWithin(context: UseCaseContext, asked: NewCustomer): Promise<AddedCustomer> {
  const { db, actor, clock } = context;
  const { workspaceId, memberId } = actor;
  const { requestId = null, isNoDuplicate = false } = asked;
  await lockWorkspace(db, workspaceId);
  const done = requestId === null ? undefined : await findMemberAction(db, workspaceId, { requestId });
  if (done !== undefined) {
    const customerId = String(done.detail['customerId']);
    const { name = '' } = (await findCustomer(db, workspaceId, customerId)) ?? {};
    return { kind: 'added', actionId: done.id, isRepeat: true, customerId, name, grade: null };
  }
  const now = clock.now();
  const name = nameFrom(asked.name);
  if (!isNoDuplicate) {
    const duplicates = await findDuplicates(context, { name, key: asked.key ?? null });
    if (duplicates.length > 0) return { kind: 'likely-duplicates', duplicates };
  }
  const customer: Customer = {
    id: newId(now),
    key: await keyFrom(context, asked.key, null),
    name,
    aliases: [],
    ...(asked.owner === undefined ? await oneself(context) : await ownerFrom(context, asked.owner)),
    stage: asked.stage,
    industry: shortLine(asked.industry),
    region: shortLine(asked.region),
    givenTier: null,
    facts: { values: {} },
    extra: {},
    lastContactOn: null,
    nextContactOn: null,
    source: 'person',
    mergedInto: null,
    status: 'active',
    statusAt: null,
    statusReason: null,
  };
  const { id: customerId } = customer;
  await insertCustomers(db, workspaceId, [customer], now);
  const grade = await gradeAgain(context, customer, 'facts');
  await makeFindable(db, workspaceId, [customer]);
  await refreshFollowUps(context, { customerIds: [customerId] });
  // Without the customer itself, so that the action outlives it when it is taken back.
  const action = { id: newId(now), memberId, customerId: null, kind: 'customer-added', requestId, doneAt: now };
  await insertMemberAction(db, workspaceId, { ...action, detail: { customerId } });
  const event = { workspaceId, memberId, action: 'customer-added', subjectId: customerId } as const;
  await recordAuditEvent(db, event, now);
  return { kind: 'added', actionId: action.id, isRepeat: false, customerId, name, grade };
}

async function oneself({ db, actor }: UseCaseContext): Promise<Pick<Customer, 'ownerId' | 'ownerText'>> {
  const { memberId, workspaceId } = actor;
  if (memberId === null) return { ownerId: null, ownerText: null };
  const member = (await findMembers(db, workspaceId)).find(({ id }) => id === memberId);
  return { ownerId: memberId, ownerText: member?.realName ?? member?.displayName ?? member?.slackUserId ?? null };
}
