import { addDays, type CalendarDate, dayNumber } from '../../core/calendar-date.ts';

/** The day itself, or the Friday before it. */
export function workday(day: CalendarDate): CalendarDate {
  const weekday = (dayNumber(day) + 3) % 7;
  return weekday < 5 ? day : addDays(day, 4 - weekday);
}
