import { addDays, type CalendarDate } from '../../core/calendar-date.ts';
import type { UseCaseContext } from './context.ts';
import { workCalendarsOf, workspaceCalendar } from './work-calendars.ts';

/** Nobody is followed up later than this because of days off. */
const HORIZON_DAYS = 60;

/**
 * The first day after `day` on which the owner works, or where there is none the workspace; the very next day when no work is
 * done for two months.
 */
export async function nextWorkingDay(
  context: UseCaseContext,
  ownerId: string | null,
  day: CalendarDate,
): Promise<CalendarDate> {
  const last = addDays(day, HORIZON_DAYS);
  const owners = ownerId === null ? undefined : await workCalendarsOf(context, [ownerId], day, last);
  const calendar = owners?.get(ownerId ?? '') ?? (await workspaceCalendar(context, day, last));
  for (let next = addDays(day, 1); next <= last; next = addDays(next, 1)) if (calendar.isWorkingDay(next)) return next;
  return addDays(day, 1);
}
