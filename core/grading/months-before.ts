import { addDays, type CalendarDate, dateOfDayNumber, monthsBetween, parseIsoDate } from '../calendar-date.ts';

/**
 * Months from a day as text (`2019-03-01`) to `asOf`: how long a customer has been one, how long ago it bought.
 *
 * Undefined for text that is no day. A day after `asOf` gives a negative number, except that tomorrow counts as today,
 * since it may be tomorrow already where the table was written.
 */
export function monthsBefore(asOf: CalendarDate, text: string): number | undefined {
  const date = parseIsoDate(text);
  if (date === undefined) return undefined;
  const months = monthsBetween(date, asOf);
  return months < 0 && date <= addDays(asOf, 1) ? 0 : months;
}

/** The earliest day that lies at most `months` (may be a fraction, 0 or more) before `asOf`; at the earliest the first that there is. */
export function earliestWithin(asOf: CalendarDate, months: number): CalendarDate {
  if (isBeforeCounting(asOf, months)) return FIRST_DAY;
  let date = addDays(asOf, -Math.round(months * MEAN_DAYS));
  while (monthsBetween(date, asOf) > months) date = addDays(date, 1);
  while (monthsBetween(addDays(date, -1), asOf) <= months) date = addDays(date, -1);
  return date;
}

/** The latest day that lies at least `months` (may be a fraction, 0 or more) before `asOf`; the first that there is where none does. */
export function latestBefore(asOf: CalendarDate, months: number): CalendarDate {
  if (isBeforeCounting(asOf, months)) return FIRST_DAY;
  let date = addDays(asOf, -Math.round(months * MEAN_DAYS));
  while (monthsBetween(date, asOf) < months) date = addDays(date, -1);
  while (monthsBetween(addDays(date, 1), asOf) >= months) date = addDays(date, 1);
  return date;
}

/** Whether so many months lie before the first day there is, or nearly: tables without a date have that day at times. */
function isBeforeCounting(asOf: CalendarDate, months: number): boolean {
  return months > monthsBetween(FIRST_DAY, asOf) - 2;
}

const FIRST_DAY = dateOfDayNumber(-719_162);
const MEAN_DAYS = 30.4375;
