import { addDays } from '../../core/calendar-date.ts';
import { localDay, momentIn } from '../clock.ts';

/** Nobody is disturbed from then on, and before then. */
const [QUIET_FROM, QUIET_UNTIL] = ['20:00', '08:00'];

/** The moment, or where it lies between 20:00 and 08:00 of the IANA zone, the next 08:00 there. */
export function afterQuietHours(moment: Date, timeZone: string): Date {
  const day = localDay(moment, timeZone);
  const morning = momentIn(timeZone, day, QUIET_UNTIL);
  if (moment < morning) return morning;
  return moment < momentIn(timeZone, day, QUIET_FROM) ? moment : momentIn(timeZone, addDays(day, 1), QUIET_UNTIL);
}

/** Whether it is between 20:00 and 08:00 there. */
export function isQuietHour(moment: Date, timeZone: string): boolean {
  return afterQuietHours(moment, timeZone) > moment;
}
