import { addDays, type CalendarDate, dayNumber } from '../../core/calendar-date.ts';
import { findFollowUp } from '../store/follow-ups.ts';
import { actorsToday } from './acting-person.ts';
import type { UseCaseContext } from './context.ts';
import { firstWorkingDay, ownersCalendar } from './next-contact.ts';

/** The days that are proposed when a follow-up is put off, each a day on which its owner works; some can be the same. */
export interface SnoozeDays {
  /** The first working day after today. */
  readonly next: CalendarDate;
  readonly inThreeDays: CalendarDate;
  /** The first working day from next Monday on. */
  readonly nextWeek: CalendarDate;
  readonly inAWeek: CalendarDate;
}

/** Until when a customer's follow-up is likely to be put off. A customer whom nobody owns goes by the workspace's days. */
export async function snoozeDays(context: UseCaseContext, customerId: string): Promise<SnoozeDays> {
  const { db, actor } = context;
  const today = await actorsToday(context);
  const ownerId = (await findFollowUp(db, actor.workspaceId, customerId))?.ownerId ?? null;
  const calendar = await ownersCalendar(context, ownerId, today);
  const from = (day: CalendarDate) => firstWorkingDay(calendar, day);
  return {
    next: from(addDays(today, 1)),
    inThreeDays: from(addDays(today, 3)),
    nextWeek: from(nextMonday(today)),
    inAWeek: from(addDays(today, 7)),
  };
}

/** The first Monday after `day`; 1970-01-01 was a Thursday. */
function nextMonday(day: CalendarDate): CalendarDate {
  const sinceMonday = (((dayNumber(day) + 3) % 7) + 7) % 7;
  return addDays(day, 7 - sinceMonday);
}
