import { addDays, type CalendarDate, monthsBetween, parseIsoDate } from '../calendar-date.ts';

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
