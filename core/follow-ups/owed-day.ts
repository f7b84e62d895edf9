import { type CalendarDate, dateOfDayNumber } from '../calendar-date.ts';
import { EVERY_DAY } from './due-calendar.ts';
import { agreedOrServedDay, heldUntil } from './due-day.ts';
import type { FollowUp } from './follow-up.ts';
import { levelOf, type ServiceLevels } from './service-levels.ts';

/**
 * The day by whose end a contact is owed to a customer: by promise, else by plan, else by the cadence, held back by snooze and
 * pause. A first contact is owed by the end of the first interval, whatever the customer's place in it. Null: none is owed, since
 * it is out of market without a promise, or paused until somebody resumes.
 *
 * Unlike the day on which a customer is due it knows no work calendar, and signings, birthdays and complaints do not bring
 * it forward: it says when service falls behind what was laid down.
 */
export function owedDay(followUp: FollowUp, levels: ServiceLevels): CalendarDate | null {
  const level = levelOf(levels, followUp);
  const firstContact = EVERY_DAY.number(followUp.sinceOn) + level.everyDays;
  const day = Math.max(agreedOrServedDay(followUp, level, EVERY_DAY) ?? firstContact, heldUntil(followUp, EVERY_DAY));
  return day === Number.POSITIVE_INFINITY ? null : dateOfDayNumber(day);
}
