import type { DueReason } from './day-plan.ts';
import type { DueCalendar } from './due-calendar.ts';
import { cadenceDay, type DueDays, isNew } from './due-day.ts';
import type { FollowUp } from './follow-up.ts';
import type { ServiceLevel } from './service-levels.ts';

/** How far back a working day is looked for, to tell whether a day that has passed could have been used. */
const FARTHEST_DAYS = 366;

/**
 * Why a customer is due on `day` (days since 1970), the strongest reason first; empty when it is not due. The cadence is
 * overdue once a working day has passed on which it was due, and counts from its own day whatever was snoozed.
 */
export function dueReasons(
  followUp: FollowUp,
  level: ServiceLevel,
  due: DueDays,
  day: number,
  calendar: DueCalendar,
): DueReason[] {
  const { complaintDueAt, complaintDueOn, promisedOn, promise, roseOn, expectedOn, birthdayOn } = followUp;
  const reasons: DueReason[] = [];
  if (complaintDueOn !== null) reasons.push({ code: 'complaint', answerBy: complaintDueOn, answerAt: complaintDueAt });
  if (promisedOn !== null && due.promised <= day) reasons.push({ code: 'promised', on: promisedOn, promise });
  if (roseOn !== null && due.rose <= day) reasons.push({ code: 'rose', on: roseOn });
  if (expectedOn !== null && due.signing <= day) reasons.push({ code: 'expected-signing', on: expectedOn });
  if (birthdayOn !== null && due.birthday <= day) reasons.push({ code: 'birthday', on: birthdayOn });
  if (due.cadence <= day) {
    const days = day - cadenceDay(followUp, level, calendar);
    const isOverdue = workedDayIn(day - days, day, calendar);
    if (isNew(followUp)) reasons.push({ code: 'first-contact' });
    if (isOverdue) reasons.push({ code: 'overdue', days });
    else if (!isNew(followUp)) reasons.push({ code: 'due' });
  }
  return reasons;
}

/** Whether a day from `from` to before `to` was worked. */
function workedDayIn(from: number, to: number, calendar: DueCalendar): boolean {
  for (let day = to - 1; day >= Math.max(from, to - FARTHEST_DAYS); day--) if (calendar.isWorking(day)) return true;
  return false;
}
