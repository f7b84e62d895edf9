import { type CalendarDate, parseIsoDate } from '../core/calendar-date.ts';

/** Where the time comes from. A parameter everywhere, so that tests and the local workspace can set it. */
export interface Clock {
  now(): Date;
}

/** The clock of the machine. */
export const systemClock: Clock = { now: () => new Date() };

/** The day it is at `moment` in an IANA time zone (`Asia/Shanghai`). Throws a RangeError for a zone that Node does not know. */
export function localDay(moment: Date, timeZone: string): CalendarDate {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const day = parseIsoDate(parts.format(moment));
  if (day === undefined) throw new RangeError(`No calendar day for ${moment.toISOString()} in ${timeZone}.`);
  return day;
}
