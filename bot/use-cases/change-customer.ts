import { isDeepStrictEqual } from 'node:util';
import { type AuditEvent, recordAuditEvent } from '../store/audit-events.ts';
import { type Customer, findCustomer, lockCustomers, updateCustomers } from '../store/customers.ts';
import { type CurrentGrade, deleteGrade, findGrades } from '../store/grades.ts';
import { findMemberAction, insertMemberAction } from '../store/member-actions.ts';
import { newId } from '../store/new-id.ts';
import { lockWorkspace } from '../store/workspaces.ts';
import type { ActionDone } from './action-request.ts';
import type { UseCaseContext } from './context.ts';
import { changedFields } from './customer-fields.ts';
import { gradeOne } from './grade-one.ts';
import { keepingGrade } from './kept-grade.ts';
import { makeFindable } from './make-findable.ts';
import { mayChange } from './may-change.ts';
import { refreshFollowUps } from './refresh-follow-ups.ts';
import { segmentOne } from './segment-customers.ts';
import { UseCaseError } from './use-case-error.ts';

/** What a person asks of one customer on file. */
export interface ChangeRequest {
  readonly customerId: string;
  /** What is the same when the same request comes again (a window's id); undefined: never. */
  readonly requestId?: string | undefined;
}

/** What came of it. */
export interface CustomerChanged extends ActionDone {
  readonly customerId: string;
  readonly name: string;
  /** The tiers before and after, null for none; null when nothing that is graded changed. */
  readonly grade: TierMove | null;
}

/** A customer's tier before and after something happened to it; null for none. */
export interface TierMove {
  readonly from: string | null;
  readonly to: string | null;
}

/** What one kind of change does within the transaction. */
export interface Change {
  /** The member action's kind. */
  readonly kind: string;
  readonly audit: AuditEvent['action'];
  /** Does it, and says what undoing it takes. Undefined: nothing is different, and nothing is written down. */
  readonly make: (context: UseCaseContext, customer: Customer) => Promise<ChangeMade | undefined>;
}

/** What {@link Change.make} has done. */
export interface ChangeMade {
  /** What is needed to take it back. */
  readonly undo: Readonly<Record<string, unknown>>;
  /** Counts and codes for the audit trail, never personal data. */
  readonly detail?: Readonly<Record<string, unknown>>;
  readonly grade?: TierMove | null;
  /** What the customer is called now. Default: as before. */
  readonly name?: string;
}

/**
 * Changes one customer on file in one transaction, under the workspace's lock: finds it (a merged one's is the customer it
 * was merged into), asks whether the person may, makes the change and writes it down with what undoing it takes. A request
 * that was answered before is not done again.
 *
 * Throws {@link UseCaseError} `no-such-customer`, `not-yours`, and whatever the change refuses.
 */
export async function changeCustomer(
  context: UseCaseContext,
  request: ChangeRequest,
  change: Change,
): Promise<CustomerChanged> {
  const { actor, clock } = context;
  const { workspaceId, memberId } = actor;
  const { requestId = null } = request;
  const now = clock.now();
  return context.db.transaction().execute(async (db) => {
    const within = { ...context, db };
    await lockWorkspace(db, workspaceId);
    const { id } = await keptCustomer(within, request.customerId);
    await lockCustomers(db, workspaceId, [id]);
    // read again: a contact may have been logged while the lock was waited for
    const customer = await keptCustomer(within, id);
    const done = requestId === null ? undefined : await findMemberAction(db, workspaceId, { requestId });
    const about = { customerId: customer.id, name: customer.name };
    if (done !== undefined) return { ...about, actionId: done.id, isRepeat: true, grade: null };
    await mayChange(within, customer);
    const { result: made, graded } = await keepingGrade(within, customer.id, () => change.make(within, customer));
    const actionId = newId(now);
    if (made === undefined) return { ...about, actionId, isRepeat: true, grade: null };
    const { undo, detail = {}, grade = null } = made;
    const action = { id: actionId, memberId, customerId: customer.id, kind: change.kind, requestId, doneAt: now };
    await insertMemberAction(db, workspaceId, { ...action, detail: { ...undo, graded } });
    const event = { workspaceId, memberId, action: change.audit, subjectId: customer.id, detail } as const;
    await recordAuditEvent(db, event, now);
    return { ...about, name: made.name ?? about.name, actionId, isRepeat: false, grade };
  });
}

/** The customer with this id or the one it was merged into. Throws {@link UseCaseError} `no-such-customer`. */
export async function keptCustomer({ db, actor }: UseCaseContext, customerId: string): Promise<Customer> {
  if (!UUID.test(customerId)) throw new UseCaseError('no-such-customer', customerId);
  const asked = await findCustomer(db, actor.workspaceId, customerId);
  const mergedInto = asked?.mergedInto ?? null;
  const customer = mergedInto === null ? asked : await findCustomer(db, actor.workspaceId, mergedInto);
  if (customer === undefined) throw new UseCaseError('no-such-customer', customerId);
  return customer;
}

/** Ids come out of buttons and windows, so they may be anything. */
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Writes a customer's new state, lets search find it, and grades it where that matters; says what undoing it takes. */
export async function writeChange(
  context: UseCaseContext,
  before: Customer,
  after: Customer,
): Promise<ChangeMade | undefined> {
  const fields = changedFields(before, after);
  if (fields.length === 0) return undefined;
  const grade = await saveChanged(context, before, after);
  return { undo: { fields }, detail: { fields: fields.map(({ column }) => column) }, grade, name: after.name };
}

/** Writes a customer's new state, lets search find it, and grades it where that matters. */
export async function saveChanged(
  context: UseCaseContext,
  before: Customer,
  after: Customer,
): Promise<TierMove | null> {
  const { db, actor, clock } = context;
  await updateCustomers(db, actor.workspaceId, [after], clock.now());
  const isSame = isDeepStrictEqual(gradedPart(before), gradedPart(after));
  const grade = isSame ? null : await gradeAgain(context, after, before.stage === after.stage ? 'facts' : 'stage');
  await makeFindable(db, actor.workspaceId, [after]);
  await refreshFollowUps(context, { customerIds: [after.id] });
  return grade;
}

/** Grades one customer whose figures or stage have changed, and places it in its new stage's segments; null while its stage was never graded. */
export async function gradeAgain(
  context: UseCaseContext,
  customer: Customer,
  cause: 'facts' | 'stage',
): Promise<TierMove | null> {
  const { db, actor } = context;
  const before = (await findGrades(db, actor.workspaceId, { ids: [customer.id] })).get(customer.id);
  const graded = await gradeOne(context, customer, before, before === undefined ? 'first' : cause);
  // A stage that was never graded has no grade for it, and that of the stage before would be another scheme's.
  if (graded === undefined && cause === 'stage') await deleteGrade(db, actor.workspaceId, customer.id);
  if (cause === 'stage') await segmentOne(context, customer);
  return moveBetween(before, graded?.grade);
}

function moveBetween(before: CurrentGrade | undefined, after: CurrentGrade | undefined): TierMove | null {
  return after === undefined ? null : { from: before?.tier ?? null, to: after.tier };
}

function gradedPart({ facts, industry, region, stage, lastContactOn, nextContactOn }: Customer) {
  return { facts, industry, region, stage, lastContactOn, nextContactOn };
}
