import type { CalendarDate } from '../calendar-date.ts';

/** Which days a person works; public holidays, the workspace's own days and absences are in it. */
export interface WorkCalendar {
  isWorkingDay(day: CalendarDate): boolean;
}
