import { type CalendarDate, dateOfDayNumber, dayNumber } from '../../core/calendar-date.ts';

/** Days from 1899-12-30, a sheet's day 0, to 1970-01-01 (Google, `SERIAL_NUMBER`). */
const UNTIL_1970 = 25_569;
const FIRST = dayNumber('0001-01-01' as CalendarDate) + UNTIL_1970;
const LAST = dayNumber('9999-12-31' as CalendarDate) + UNTIL_1970;

/** The number by which a sheet keeps a day. */
export function daySerial(date: CalendarDate): number {
  return dayNumber(date) + UNTIL_1970;
}

/** The day of such a number, whatever time of the day it is; null outside the years 1 to 9999. */
export function dayOfSerial(serial: number): CalendarDate | null {
  const days = Math.floor(serial);
  return days >= FIRST && days <= LAST ? dateOfDayNumber(days - UNTIL_1970) : null;
}
