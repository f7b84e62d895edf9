import { type CalendarDate, dateOfDayNumber, dayNumber } from '../calendar-date.ts';
import type { DueReason } from './day-plan.ts';
import { dueCalendar } from './due-calendar.ts';
import { type DueDays, dueDays, firstDay } from './due-day.ts';
import { dueReasons } from './due-reasons.ts';
import type { FollowUp } from './follow-up.ts';
import { levelOf, type ServiceLevel, type ServiceLevels } from './service-levels.ts';
import type { WorkCalendar } from './work-calendar.ts';

/** When a customer is to be contacted next, and why. */
export interface NextDue {
  /** Null: never as things stand (out of market, or paused until somebody resumes). */
  readonly dueOn: CalendarDate | null;
  /** What has made it due by the day of asking, the strongest first; empty while it is not due. */
  readonly reasons: readonly DueReason[];
  readonly level: ServiceLevel;
}

/**
 * When a customer is due as seen on `date`, and why if that day has come. An open complaint makes it due at once: its day is
 * then `date`, or the day by which it had to be answered where that has passed.
 */
export function nextDue(
  followUp: FollowUp,
  levels: ServiceLevels,
  calendar: WorkCalendar,
  date: CalendarDate,
): NextDue {
  const level = levelOf(levels, followUp);
  const days = dueCalendar(calendar);
  const due = dueDays(followUp, level, days);
  const day = dayNumber(date);
  const dueOn = dueDayAt(due, day);
  return {
    dueOn: dueOn === Number.POSITIVE_INFINITY ? null : dateOfDayNumber(dueOn),
    reasons: dueReasons(followUp, level, due, day, days),
    level,
  };
}

/** The day on which a customer is due as seen on `day`; Infinity for never. */
export function dueDayAt(due: DueDays, day: number): number {
  const first = firstDay(due);
  return due.complaint === Number.POSITIVE_INFINITY ? first : Math.min(first, due.complaint, day);
}
