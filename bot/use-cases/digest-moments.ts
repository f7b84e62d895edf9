import { addDays, type CalendarDate, calendarDate, dateParts } from '../../core/calendar-date.ts';
import type { DigestEdition } from '../../core/digest/digest.ts';
import { previousWorkingDay, type WorkCalendar } from '../../core/follow-ups/work-calendar.ts';
import { localDay, momentIn } from '../clock.ts';
import { DEFAULT_DIGEST_AT, findDigestHour } from '../store/digest-settings.ts';
import type { MemberRecord } from '../store/members.ts';
import { findUnplanned } from '../store/unplanned-gradings.ts';
import type { UseCaseContext } from './context.ts';
import type { DigestScope } from './digest-asked.ts';
import { catchUpFollowUps } from './refresh-follow-ups.ts';
import { UseCaseError } from './use-case-error.ts';
import { workCalendarsOf, workspaceCalendar } from './work-calendars.ts';

/** Whose digest, of which day. */
export interface DigestDay {
  /** Null: nobody's in particular, by the machine's zone and the workspace's calendar. */
  readonly member: Pick<MemberRecord, 'id' | 'timeZone'> | null;
  /** Default: today where the member is. */
  readonly date?: CalendarDate | undefined;
  readonly edition: DigestEdition;
  /** It is the one that is sent, as of the digest's hour though that has passed; default false: today is told as of now. */
  readonly isPosted?: boolean | undefined;
}

/**
 * As of which moment a digest is made, and since which changes are told: the digest's hour of the day, in the member's zone; today
 * on demand it is now. Before it lies the same hour of the working day before, of the day a week before, or of the first working day
 * of the month before. Where it is now, follow-ups are brought in line with gradings that they do not know of yet.
 *
 * Throws {@link UseCaseError} `digest-day` with today for a day that is to come, unless it is posted.
 */
export async function digestMoments(
  context: UseCaseContext,
  { member, edition, isPosted = false, date: asked }: DigestDay,
): Promise<Pick<DigestScope, 'date' | 'asOf' | 'since' | 'timeZone'>> {
  const { db, actor, clock } = context;
  const timeZone = member === null ? machineZone() : (member.timeZone ?? 'UTC');
  const today = localDay(clock.now(), timeZone);
  const date = asked ?? today;
  // what was due has come, though clocks or zones may say since that its day is still to come
  if (date > today && !isPosted) throw new UseCaseError('digest-day', today);
  const hour =
    (member === null ? undefined : await findDigestHour(db, actor.workspaceId, member.id)) ?? DEFAULT_DIGEST_AT;
  const [from, to] = [addDays(date, -FARTHEST_DAYS), date];
  const calendar =
    member === null
      ? await workspaceCalendar(context, from, to)
      : ((await workCalendarsOf(context, [member.id], from, to)).get(member.id) ?? EVERY_DAY);
  const before = dayBefore(edition, date, calendar);
  const since = before === undefined ? null : momentIn(timeZone, before, hour);
  if (date !== today || isPosted) return { date, asOf: momentIn(timeZone, date, hour), since, timeZone };
  const { staleAt, runIds } = await findUnplanned(db, actor.workspaceId);
  if (staleAt !== null || runIds.length > 0) await catchUpFollowUps(context);
  return { date, asOf: clock.now(), since, timeZone };
}

/** So far back the day before a day is looked for. */
const FARTHEST_DAYS = 366;
const EVERY_DAY: WorkCalendar = { isWorkingDay: () => true };

/** The day of the digest before; undefined when nobody worked on any day for a year. */
export function dayBefore(
  edition: DigestEdition,
  date: CalendarDate,
  calendar: WorkCalendar,
): CalendarDate | undefined {
  switch (edition) {
    case 'daily':
      return previousWorkingDay(calendar, date);
    case 'weekly':
      return addDays(date, -7);
    case 'monthly':
      return firstWorkingDayOfMonthBefore(date, calendar);
    default:
      return edition satisfies never;
  }
}

function firstWorkingDayOfMonthBefore(date: CalendarDate, calendar: WorkCalendar): CalendarDate {
  const { day } = dateParts(date);
  const lastOfBefore = addDays(date, -day);
  const { year, month } = dateParts(lastOfBefore);
  const first = calendarDate(year, month, 1) ?? lastOfBefore;
  for (let on = first; on <= lastOfBefore; on = addDays(on, 1)) if (calendar.isWorkingDay(on)) return on;
  return first;
}

function machineZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
