import { type ContactState, lockContacts, saveContacts } from '../store/contact-state.ts';
import type { Decisions, MergeUndo } from '../store/customer-tables.ts';
import type { Customer } from '../store/customers.ts';
import type { UseCaseContext } from './context.ts';
import { refreshFollowUps } from './refresh-follow-ups.ts';

/** What people have decided on a customer's next contact; null for one that nobody follows up. */
export async function findDecisions({ db, actor }: UseCaseContext, customerId: string): Promise<Decisions | null> {
  const contacts = await lockContacts(db, actor.workspaceId, customerId);
  return contacts === undefined || contacts.dueOn === null ? null : decisionsOf(contacts.state);
}

/**
 * Keeps what people had decided on the gone customer where the kept one has nothing of the kind: a pause, and what was promised
 * for the day that is agreed now. After the customers were joined and their follow-ups brought in line; returns what the undo
 * of the merge needs of it.
 */
export async function joinDecisions(
  context: UseCaseContext,
  { joined, gone }: { readonly joined: Customer; readonly gone: Customer },
  before: { readonly kept: Decisions | null; readonly gone: Decisions | null },
): Promise<NonNullable<MergeUndo['decided']>> {
  const now = await findDecisions(context, joined.id);
  if (now === null) return { ...before, keptAfter: null };
  const theirs = before.gone;
  const isTheirDay = joined.nextContactOn !== null && joined.nextContactOn === gone.nextContactOn;
  const keptAfter: Decisions = {
    ...now,
    promise: now.promise ?? (isTheirDay ? (theirs?.promise ?? null) : null),
    ...(!now.isPaused && theirs?.isPaused === true && { isPaused: true, pausedUntil: theirs.pausedUntil }),
  };
  await decide(context, joined, keptAfter);
  return { ...before, keptAfter };
}

/**
 * Puts back what people had decided before a merge: all of the gone customer's, and of the kept one's what is still as the merge
 * left it. After the customers were taken apart and their follow-ups brought in line.
 *
 * @param now what is decided on the kept customer, from before it was taken apart
 */
export async function splitDecisions(
  context: UseCaseContext,
  { kept, gone }: { readonly kept: Customer; readonly gone: Customer },
  decided: MergeUndo['decided'],
  now: Decisions | null,
): Promise<void> {
  if (decided === undefined) return;
  const { kept: before, keptAfter: after } = decided;
  if (decided.gone !== null) await decide(context, gone, decided.gone);
  if (now === null || before === null || after === null) return;
  const fields = (Object.keys(before) as (keyof Decisions)[]).filter((field) => now[field] === after[field]);
  await decide(context, kept, { ...now, ...Object.fromEntries(fields.map((field) => [field, before[field]])) });
}

async function decide(context: UseCaseContext, customer: Customer, decisions: Decisions): Promise<void> {
  const { db, actor, clock } = context;
  const { id, lastContactOn, nextContactOn } = customer;
  await saveContacts(db, actor.workspaceId, id, { ...decisions, lastContactOn, nextContactOn }, clock.now());
  await refreshFollowUps(context, { customerIds: [id] });
}

function decisionsOf({ promise, snoozedUntil, skippedOn, isPaused, pausedUntil }: ContactState): Decisions {
  return { promise, snoozedUntil, skippedOn, isPaused, pausedUntil };
}
