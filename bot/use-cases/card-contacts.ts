import { addDays, type CalendarDate } from '../../core/calendar-date.ts';
import { chooseMethod } from '../../core/follow-ups/choose-method.ts';
import type { ContactOutcome } from '../../core/follow-ups/contact-outcome.ts';
import type { DueReason } from '../../core/follow-ups/day-plan.ts';
import { nextDue } from '../../core/follow-ups/next-due.ts';
import type { ContactMethod } from '../../core/grading/contact-methods.ts';
import { localDay } from '../clock.ts';
import type { Customer } from '../store/customers.ts';
import { findFollowUp, followUpOf } from '../store/follow-ups.ts';
import { findInteractions } from '../store/interactions.ts';
import { findMembersById } from '../store/members.ts';
import type { UseCaseContext } from './context.ts';
import { mayActFor, mayReassign } from './may-act-for.ts';
import { levelsInUse } from './refresh-follow-ups.ts';
import { workCalendarsOf, workspaceCalendar } from './work-calendars.ts';

/** What the card says of contacts. */
export interface CardContacts {
  /** Null for a customer that nobody follows up. */
  readonly next: NextContact | null;
  /** The latest, latest first, attempts among them, at most {@link MOST_CONTACTS}. */
  readonly latest: readonly CardContact[];
  /** What who looks at it may do now; asked again when it is done. */
  readonly may: {
    /** Snooze, skip, pause and resume. */
    readonly decide: boolean;
    readonly reassign: boolean;
  };
}

/** When the customer is to be contacted next. */
export interface NextContact {
  /** Null: never as things stand. */
  readonly dueOn: CalendarDate | null;
  /** Why: what has made it due, or the promise for that day; empty when that is the cadence. */
  readonly reasons: readonly DueReason[];
  readonly method: ContactMethod;
  /** Set while it is paused; `until` null: until somebody resumes. */
  readonly pause: { readonly until: CalendarDate | null } | null;
}

/** A contact that has happened, or was tried. */
export interface CardContact {
  readonly on: CalendarDate;
  readonly method: ContactMethod;
  readonly outcome: ContactOutcome;
  readonly note: string | null;
  /** The display name of who it was; null for the command line. */
  readonly by: string | null;
}

const MOST_CONTACTS = 3;

/** The part of a customer's card about contacts. */
export async function cardContacts(
  context: UseCaseContext,
  { id: customerId, ownerId }: Pick<Customer, 'id' | 'ownerId'>,
): Promise<CardContacts> {
  const { db, actor } = context;
  const { workspaceId } = actor;
  const found = await findInteractions(db, workspaceId, customerId, MOST_CONTACTS);
  const ids = found.flatMap(({ memberId }) => memberId ?? []);
  const members = ids.length === 0 ? new Map<string, never>() : await findMembersById(db, workspaceId, ids);
  const latest = found.map(({ happenedOn: on, memberId, method, note, outcome }) => {
    const member = memberId === null ? undefined : members.get(memberId);
    return { on, method, outcome, note, by: member?.displayName ?? member?.realName ?? null };
  });
  const may = { decide: await mayActFor(context, ownerId), reassign: mayReassign(actor) };
  return { next: await nextContact(context, customerId), latest, may };
}

async function nextContact(context: UseCaseContext, customerId: string): Promise<NextContact | null> {
  const { db, actor, clock } = context;
  const { workspaceId } = actor;
  const row = await findFollowUp(db, workspaceId, customerId);
  if (row === undefined) return null;
  const { ownerId } = row;
  const owner = ownerId === null ? undefined : (await findMembersById(db, workspaceId, [ownerId])).get(ownerId);
  const timeZone = owner?.timeZone ?? 'UTC';
  const today = localDay(clock.now(), timeZone);
  const [from, to] = [addDays(today, -366), addDays(today, 366)];
  const calendars = owner === undefined ? undefined : await workCalendarsOf(context, [owner.id], from, to);
  const calendar = calendars?.get(ownerId ?? '') ?? (await workspaceCalendar(context, from, to));
  const followUp = followUpOf(row, timeZone);
  const { dueOn, level, reasons } = nextDue(followUp, await levelsInUse(db, workspaceId), calendar, today);
  const { pause, promise, promisedOn } = followUp;
  const isPromised = reasons.length === 0 && promisedOn !== null && promisedOn === dueOn;
  const why: readonly DueReason[] = isPromised ? [{ code: 'promised', on: promisedOn, promise }] : reasons;
  const isPaused = pause !== null && (pause.until === null || pause.until > today);
  return {
    dueOn,
    reasons: why,
    method: chooseMethod(level, why[0], followUp.lastMethods),
    pause: isPaused ? pause : null,
  };
}
