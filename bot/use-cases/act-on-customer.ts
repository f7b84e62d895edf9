import type { CalendarDate } from '../../core/calendar-date.ts';
import { type FollowUpAction, isFollowUpAction } from '../../core/follow-ups/follow-up-actions.ts';
import { type ContactState, lockContacts, saveContacts } from '../store/contact-state.ts';
import { type Customer, findCustomer } from '../store/customers.ts';
import type { Database } from '../store/database.ts';
import { findActionsSince, findMemberAction, insertMemberAction, type MemberAction } from '../store/member-actions.ts';
import { newId } from '../store/new-id.ts';
import { type ActedOn, ActedOnError } from './acted-on-error.ts';
import { actorsToday, checkMay, doerOf, type WhoMay } from './acting-person.ts';
import type { ActionDone, ActionRequest } from './action-request.ts';
import type { UseCaseContext } from './context.ts';
import { nextContact } from './next-contact.ts';
import { refreshFollowUps } from './refresh-follow-ups.ts';
import { UseCaseError } from './use-case-error.ts';

/** What was done about a customer's next contact, and what comes next. */
export interface FollowUpDone extends ActionDone {
  readonly customerId: string;
  readonly customerName: string;
  /** When the customer is due next; null while it is paused or nobody follows it up. */
  readonly nextOn: CalendarDate | null;
  /** The day by which a complaint wants an answer, which keeps the customer due; null: none waits. */
  readonly answerBy: CalendarDate | null;
}

/** What an action is given to work with: the customer as nobody else can change it until the action is done. */
export interface Acting {
  /** Within the transaction. */
  readonly context: UseCaseContext;
  readonly customer: Customer;
  readonly state: ContactState;
  readonly now: Date;
  /** The day it is for who acts. */
  readonly today: CalendarDate;
}

/** An action: its kind, who may do it, and what it does. */
export interface CustomerAction {
  readonly kind: FollowUpAction;
  readonly who: WhoMay;
  /** What the contacts become, and what else is needed to take the action back. Throws UseCaseError. */
  readonly work: (acting: Acting) => Promise<{
    readonly state?: ContactState;
    readonly detail?: Readonly<Record<string, unknown>>;
  }>;
}

/**
 * Does one thing about a customer's next contact, in a transaction of its own: once for each request, by who may, and only
 * if nobody else did something since the person looked. Writes down what undoing it needs.
 *
 * Throws {@link UseCaseError} `no-such-customer`, `not-yours`, `managers-only`, `not-followed-up`, what the work throws, or
 * {@link ActedOnError} `already-done`.
 */
export async function actOnCustomer(
  context: UseCaseContext,
  request: ActionRequest,
  action: CustomerAction,
): Promise<FollowUpDone> {
  return context.db.transaction().execute((db) => actWithin({ ...context, db }, request, action));
}

/** {@link actOnCustomer} within a transaction that is there already. */
export async function actWithin(
  asked: UseCaseContext,
  request: ActionRequest,
  { kind, who, work }: CustomerAction,
): Promise<FollowUpDone> {
  const { db, actor } = asked;
  const { workspaceId, memberId } = actor;
  const customer = await lockCustomer(asked, request.customerId);
  const repeated = await actionFor(db, workspaceId, request.requestId);
  if (repeated !== undefined) return { ...(await doneNow(asked, repeated)), isRepeat: true };
  // Taken with the lock held: whoever waited for it looked before. All is done at this one moment.
  const now = asked.clock.now();
  const context = { ...asked, clock: { now: () => now } };
  await checkMay(context, customer, who);
  await refuseIfActedSince(context, customer.id, request.seenAt);
  const before = await contactsOf(db, workspaceId, customer);
  if (before.dueOn === null && kind !== 'contact' && kind !== 'reassign')
    throw new UseCaseError('not-followed-up', customer.name);
  const { state, detail } = await work({
    context,
    customer,
    state: before.state,
    now,
    today: await actorsToday(context),
  });
  if (state !== undefined) await saveContacts(db, workspaceId, customer.id, state, now);
  await refreshFollowUps(context, { customerIds: [customer.id] });
  const after = await contactsOf(db, workspaceId, customer);
  const done: Omit<MemberAction, 'undoneAt' | 'undoneBy'> = {
    id: newId(now),
    memberId,
    customerId: customer.id,
    kind,
    requestId: request.requestId ?? null,
    detail: { ...detail, before: before.state, after: after.state },
    doneAt: now,
  };
  if (!(await insertMemberAction(db, workspaceId, done))) throw new Error('A request was used for two customers.');
  return { actionId: done.id, isRepeat: false, ...(await nextOf(context, customer)) };
}

/** What a customer has next, after an action that was done before. */
async function doneNow(context: UseCaseContext, action: MemberAction): Promise<FollowUpDone> {
  const customer = await keptCustomer(context, action.customerId ?? '');
  return { actionId: action.id, isRepeat: true, ...(await nextOf(context, customer)) };
}

/**
 * Throws {@link ActedOnError} `already-done` when somebody else has done something about the customer's next contact
 * since `seenAt`. Within a transaction that has the customer's contacts locked.
 */
export async function refuseIfActedSince(
  context: UseCaseContext,
  customerId: string,
  seenAt: Date | undefined,
): Promise<void> {
  const acted = seenAt && (await actedSince(context, customerId, seenAt));
  if (acted !== undefined) throw new ActedOnError('already-done', acted);
}

/** The latest thing that somebody else has done about a customer's next contact since a moment; undefined when nobody has. */
export async function actedSince(
  context: UseCaseContext,
  customerId: string,
  since: Date,
): Promise<ActedOn | undefined> {
  const { db, actor } = context;
  const { workspaceId, memberId } = actor;
  const actions = await findActionsSince(db, workspaceId, customerId, since);
  const action = actions.find((each) => isFollowUpAction(each.kind) && each.memberId !== memberId);
  if (action === undefined) return undefined;
  const { id: actionId, kind, doneAt: at } = action;
  const { name: customerName } = await keptCustomer(context, customerId);
  return { actionId, customerName, kind, at, ...(await doerOf(db, workspaceId, action.memberId)) };
}

/** The customer, or the one it was merged into, with its contacts locked. Throws {@link UseCaseError} `no-such-customer`. */
export async function lockCustomer(context: UseCaseContext, customerId: string): Promise<Customer> {
  const { db, actor } = context;
  const { id } = await keptCustomer(context, customerId);
  const locked = await lockContacts(db, actor.workspaceId, id);
  if (locked?.dueOn === null) {
    // Came into the book before there were follow-ups.
    await refreshFollowUps(context, { customerIds: [id] });
    await lockContacts(db, actor.workspaceId, id);
  }
  // Read again: the owner may have changed while the lock was waited for.
  return keptCustomer(context, id);
}

async function keptCustomer({ db, actor }: UseCaseContext, customerId: string): Promise<Customer> {
  const asked = UUID.test(customerId) ? await findCustomer(db, actor.workspaceId, customerId) : undefined;
  const mergedInto = asked?.mergedInto ?? null;
  const customer = mergedInto === null ? asked : await findCustomer(db, actor.workspaceId, mergedInto);
  if (customer === undefined) throw new UseCaseError('no-such-customer', customerId);
  return customer;
}

/** An id may come out of a button, so it may be anything. */
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

async function contactsOf(db: Database, workspaceId: string, customer: Customer) {
  const contacts = await lockContacts(db, workspaceId, customer.id);
  if (contacts === undefined) throw new UseCaseError('no-such-customer', customer.id);
  return contacts;
}

function actionFor(db: Database, workspaceId: string, requestId: string | undefined) {
  return requestId === undefined ? undefined : findMemberAction(db, workspaceId, { requestId });
}

async function nextOf(context: UseCaseContext, customer: Customer) {
  const contact = await nextContact(context, customer.id, await actorsToday(context));
  const complaint = contact?.next.reasons.find(({ code }) => code === 'complaint');
  return {
    customerId: customer.id,
    customerName: customer.name,
    nextOn: contact?.next.dueOn ?? null,
    answerBy: complaint?.code === 'complaint' ? complaint.answerBy : null,
  };
}
