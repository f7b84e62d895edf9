import { addDays, type CalendarDate } from '../../core/calendar-date.ts';
import type { FollowUp } from '../../core/follow-ups/follow-up.ts';
import { type NextDue, nextDue } from '../../core/follow-ups/next-due.ts';
import type { WorkCalendar } from '../../core/follow-ups/work-calendar.ts';
import { findFollowUp, followUpOf } from '../store/follow-ups.ts';
import { findMembersById } from '../store/members.ts';
import type { UseCaseContext } from './context.ts';
import { levelsInUse } from './refresh-follow-ups.ts';
import { workCalendarsOf, workspaceCalendar } from './work-calendars.ts';

/** As far ahead absences and the workspace's own days count. */
const HORIZON_DAYS = 60;

/** When a customer is due, as its follow-up stands and as it would stand. */
export interface NextContact {
  readonly followUp: FollowUp;
  /** The whole of what makes it due as seen on the day that was asked for. */
  readonly next: NextDue;
  /** The same for a follow-up that differs. */
  readonly nextOf: (followUp: FollowUp) => NextDue;
}

/** When a customer is due as seen on `today`, by its owner's calendar; undefined when nobody follows it up. */
export async function nextContact(
  context: UseCaseContext,
  customerId: string,
  today: CalendarDate,
): Promise<NextContact | undefined> {
  const { db, actor } = context;
  const row = await findFollowUp(db, actor.workspaceId, customerId);
  if (row === undefined) return undefined;
  const { ownerId } = row;
  const owner = ownerId === null ? undefined : (await findMembersById(db, actor.workspaceId, [ownerId])).get(ownerId);
  const levels = await levelsInUse(db, actor.workspaceId);
  const calendar = await ownersCalendar(context, ownerId, today);
  const followUp = followUpOf(row, owner?.timeZone ?? 'UTC');
  const nextOf = (which: FollowUp) => nextDue(which, levels, calendar, today);
  return { followUp, next: nextOf(followUp), nextOf };
}

/**
 * The first day after `day` on which the owner works, or where there is none the workspace; the very next day when no work is
 * done for two months.
 */
export async function nextWorkingDay(
  context: UseCaseContext,
  ownerId: string | null,
  day: CalendarDate,
): Promise<CalendarDate> {
  return firstWorkingDay(await ownersCalendar(context, ownerId, day), addDays(day, 1));
}

/** The first working day that is `from` or later; `from` itself when no work is done for two months. */
export function firstWorkingDay(calendar: WorkCalendar, from: CalendarDate): CalendarDate {
  const last = addDays(from, HORIZON_DAYS);
  for (let day = from; day <= last; day = addDays(day, 1)) if (calendar.isWorkingDay(day)) return day;
  return from;
}

/** When the owner works, or where there is none the workspace; absences count for two months from `from` on. */
export async function ownersCalendar(
  context: UseCaseContext,
  ownerId: string | null,
  from: CalendarDate,
): Promise<WorkCalendar> {
  const to = addDays(from, HORIZON_DAYS);
  const owners = ownerId === null ? undefined : await workCalendarsOf(context, [ownerId], from, to);
  return owners?.get(ownerId ?? '') ?? workspaceCalendar(context, from, to);
}
