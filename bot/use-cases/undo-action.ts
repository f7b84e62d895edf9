import { type ContactState, lockContacts, saveContacts } from '../store/contact-state.ts';
import {
  findActionsSince,
  findLatestActionOf,
  findMemberAction,
  type MemberAction,
  markUndone,
} from '../store/member-actions.ts';
import { lockWorkspace } from '../store/workspaces.ts';
import { lockCustomer } from './act-on-customer.ts';
import { ActedOnError } from './acted-on-error.ts';
import { doerOf } from './acting-person.ts';
import { UNDO_MINUTES } from './action-request.ts';
import type { UseCaseContext } from './context.ts';
import { afterGrading } from './grade-customers.ts';
import { puttingGradeBack } from './kept-grade.ts';
import { refreshFollowUps } from './refresh-follow-ups.ts';
import { undoOf } from './undoers.ts';
import { UseCaseError } from './use-case-error.ts';

/** What was taken back. */
export interface Undone {
  readonly actionId: string;
  readonly kind: string;
  /** Null where the action was about no single customer. */
  readonly customerId: string | null;
  readonly customerName: string | null;
  /** It had been taken back before: nothing was done now. */
  readonly isRepeat: boolean;
}

/**
 * Takes an action back, so that everything is as it was before: within ten minutes, by who did it or a manager, and only
 * while nobody has done anything to the customer since.
 *
 * Throws {@link UseCaseError} `no-such-action`, `undo-not-yours`, `undo-too-late`, `changed-since`, or {@link ActedOnError}
 * `acted-since`.
 */
export async function undoAction(context: UseCaseContext, actionId: string): Promise<Undone> {
  const undone = await context.db.transaction().execute((db) => undoWithin({ ...context, db }, actionId));
  if (undone.kind === 'import' && !undone.isRepeat) await afterGrading(context);
  return undone;
}

/** {@link undoAction} within a transaction that is there already. */
export async function undoWithin(context: UseCaseContext, actionId: string): Promise<Undone> {
  const { db, actor, clock } = context;
  const { workspaceId, memberId } = actor;
  const asked = await actionNamed(context, actionId);
  const how = undoOf(asked);
  if (how?.locksWorkspace === true || asked.detail['survey'] !== undefined) await lockWorkspace(db, workspaceId);
  const customer = asked.customerId === null ? undefined : await lockCustomer(context, asked.customerId);
  // Read again: somebody else may have taken it back while the lock was waited for.
  const action = await actionNamed(context, actionId);
  const { kind } = action;
  const undone = { actionId, kind, customerId: customer?.id ?? null, customerName: customer?.name ?? null };
  if (action.undoneAt !== null) return { ...undone, isRepeat: true };
  if (how === undefined) throw new UseCaseError('no-such-action', actionId);
  if (actor.role === 'rep' && action.memberId !== memberId) throw new UseCaseError('undo-not-yours', kind);
  const now = clock.now();
  if (now.getTime() - action.doneAt.getTime() > UNDO_MINUTES * 60_000)
    throw new UseCaseError('undo-too-late', String(UNDO_MINUTES));
  if (customer !== undefined) await refuseIfActedOnTop(context, action, customer);
  if (customer === undefined) await how.undo(context, action);
  else {
    await puttingGradeBack(context, action, customer, () => how.undo(context, action));
    await putBack(context, action, customer);
    await refreshFollowUps(context, { customerIds: [customer.id] });
  }
  await markUndone(db, workspaceId, actionId, { memberId, at: now });
  return { ...undone, isRepeat: false };
}

/** The latest action of the actor's that was not taken back; undefined when there is none within the last ten minutes. */
export async function latestAction({ db, actor, clock }: UseCaseContext): Promise<MemberAction | undefined> {
  const since = new Date(clock.now().getTime() - UNDO_MINUTES * 60_000);
  return findLatestActionOf(db, actor.workspaceId, actor.memberId, since);
}

async function actionNamed({ db, actor }: UseCaseContext, actionId: string): Promise<MemberAction> {
  const action = UUID.test(actionId) ? await findMemberAction(db, actor.workspaceId, { id: actionId }) : undefined;
  if (action === undefined) throw new UseCaseError('no-such-action', actionId);
  return action;
}

/** An id may come out of a button or a command line, so it may be anything. */
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

async function refuseIfActedOnTop(
  { db, actor }: UseCaseContext,
  { id, doneAt }: MemberAction,
  customer: { readonly id: string; readonly name: string },
): Promise<void> {
  const [latest] = await findActionsSince(db, actor.workspaceId, customer.id, doneAt);
  if (latest === undefined || latest.id === id) return;
  throw new ActedOnError('acted-since', {
    actionId: latest.id,
    customerName: customer.name,
    kind: latest.kind,
    at: latest.doneAt,
    ...(await doerOf(db, actor.workspaceId, latest.memberId)),
  });
}

/** Puts back what the action changed of the customer's contacts, if that is still as the action left it. */
async function putBack(
  { db, actor, clock }: UseCaseContext,
  { detail }: MemberAction,
  customer: { readonly id: string; readonly name: string },
): Promise<void> {
  const { before, after } = detail as { readonly before?: ContactState; readonly after?: ContactState };
  const contacts = await lockContacts(db, actor.workspaceId, customer.id);
  if (before === undefined || after === undefined || contacts === undefined) return;
  const fields = (Object.keys(before) as (keyof ContactState)[]).filter((field) => before[field] !== after[field]);
  if (fields.some((field) => contacts.state[field] !== after[field]))
    throw new UseCaseError('changed-since', customer.name);
  const restored = Object.fromEntries(fields.map((field) => [field, before[field]]));
  await saveContacts(db, actor.workspaceId, customer.id, { ...contacts.state, ...restored }, clock.now());
}
