import { addDays, type CalendarDate, dateParts } from '../calendar-date.ts';
import { weekdayOf } from '../follow-ups/day-mention.ts';
import type { WorkCalendar } from '../follow-ups/work-calendar.ts';
import type { DigestEdition } from './digest.ts';

/** When somebody works, and on which days of the week (Monday 1 to Sunday 7) nobody does. */
export interface WorkWeekCalendar extends WorkCalendar {
  readonly weekend: readonly number[];
}

/**
 * Which digest a working day has: the monthly on the first working day of its month, else the weekly on the first of its week,
 * else the daily. A week begins on the day after the weekend, so on a Sunday where Friday and Saturday are off.
 */
export function editionOfDay(day: CalendarDate, calendar: WorkWeekCalendar): DigestEdition {
  const isFirstOf = (daysBefore: number): boolean => {
    for (let back = 1; back <= daysBefore; back++) if (calendar.isWorkingDay(addDays(day, -back))) return false;
    return true;
  };
  if (isFirstOf(dateParts(day).day - 1)) return 'monthly';
  return isFirstOf((weekdayOf(day) - firstOfWeek(calendar.weekend) + 7) % 7) ? 'weekly' : 'daily';
}

/** Monday where no day is off. */
function firstOfWeek(weekend: readonly number[]): number {
  const isOff = (weekday: number) => weekend.includes(weekday);
  return [1, 2, 3, 4, 5, 6, 7].find((weekday) => !isOff(weekday) && isOff(weekday === 1 ? 7 : weekday - 1)) ?? 1;
}
