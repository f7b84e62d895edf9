import { addDays, type CalendarDate } from '../calendar-date.ts';

/** Which days a person works; public holidays, the workspace's own days and absences are in it. */
export interface WorkCalendar {
  isWorkingDay(day: CalendarDate): boolean;
}

/** How far a working day is looked for, in days: nobody is away for longer in a calendar that is right. */
const FARTHEST_DAYS = 366;

/** The first working day after `day`; undefined when there is none within 366 days. */
export function nextWorkingDay(calendar: WorkCalendar, day: CalendarDate): CalendarDate | undefined {
  return nearestWorkingDay(calendar, day, 1);
}

/** The last working day before `day`; undefined when there is none within 366 days. */
export function previousWorkingDay(calendar: WorkCalendar, day: CalendarDate): CalendarDate | undefined {
  return nearestWorkingDay(calendar, day, -1);
}

function nearestWorkingDay(calendar: WorkCalendar, from: CalendarDate, step: 1 | -1): CalendarDate | undefined {
  for (let days = 1; days <= FARTHEST_DAYS; days++) {
    const day = addDays(from, step * days);
    if (calendar.isWorkingDay(day)) return day;
  }
  return undefined;
}
