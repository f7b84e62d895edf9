import { type CalendarDate, dateOfDayNumber, dayNumber } from '../calendar-date.ts';

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
  return isDaySerial(serial) ? dateOfDayNumber(Math.floor(serial) - UNTIL_1970) : null;
}

/** Whether such a number is that of a day in the years 1 to 9999. */
export function isDaySerial(serial: number): boolean {
  return serial >= FIRST && serial < LAST + 1;
}

/** The number of the day, in UTC, of a moment. */
export function serialOfMoment(moment: Date): number {
  return Math.floor(moment.getTime() / MS_PER_DAY) + UNTIL_1970;
}

const MS_PER_DAY = 86_400_000;
