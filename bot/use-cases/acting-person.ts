import type { CalendarDate } from '../../core/calendar-date.ts';
import { localDay } from '../clock.ts';
import type { Customer } from '../store/customers.ts';
import type { Database } from '../store/database.ts';
import { findMembersById } from '../store/members.ts';
import type { UseCaseContext } from './context.ts';
import { mayActFor, mayReassign } from './may-act-for.ts';
import { memberName } from './member-name.ts';
import { UseCaseError } from './use-case-error.ts';

/** Who may do something to a customer's follow-up: anybody, who is in charge of the customer, or managers. */
export type WhoMay = 'anybody' | 'in-charge' | 'managers';

/**
 * The day it is for who acts: in the member's zone (UTC when that is unknown), on the command line in the machine's.
 */
export async function actorsToday({ db, actor, clock }: UseCaseContext): Promise<CalendarDate> {
  const { workspaceId, memberId } = actor;
  if (memberId === null) return localDay(clock.now(), new Intl.DateTimeFormat().resolvedOptions().timeZone);
  const member = (await findMembersById(db, workspaceId, [memberId])).get(memberId);
  return localDay(clock.now(), member?.timeZone ?? 'UTC');
}

/** Lets pass only who may. Throws {@link UseCaseError} `not-yours` or `managers-only`. */
export async function checkMay(
  context: UseCaseContext,
  customer: Pick<Customer, 'name' | 'ownerId'>,
  who: WhoMay,
): Promise<void> {
  switch (who) {
    case 'anybody':
      return;
    case 'in-charge':
      if (!(await mayActFor(context, customer.ownerId))) throw new UseCaseError('not-yours', customer.name);
      return;
    case 'managers':
      if (!mayReassign(context.actor)) throw new UseCaseError('managers-only', customer.name);
      return;
    default:
      who satisfies never;
  }
}

/** Who did something, as colleagues know the person, and the Slack id; both null for the command line. */
export async function doerOf(
  db: Database,
  workspaceId: string,
  memberId: string | null,
): Promise<{ readonly by: string | null; readonly bySlackId: string | null }> {
  const member = memberId === null ? undefined : (await findMembersById(db, workspaceId, [memberId])).get(memberId);
  return { by: member === undefined ? null : memberName(member), bySlackId: member?.slackUserId ?? null };
}
