/**
 * A day in the Gregorian calendar as `YYYY-MM-DD`, with no time and no zone. Sorts as text.
 *
 * Made by {@link calendarDate} and {@link parseIsoDate}; branded, so that no unchecked string passes for a day.
 */
export type CalendarDate = string & { readonly calendarDate: unique symbol };

const MS_PER_DAY = 86_400_000;

/** The day with the given year (1–9999), month (1–12) and day of month; undefined when there is no such day. */
export function calendarDate(year: number, month: number, day: number): CalendarDate | undefined {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return undefined;
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return text as CalendarDate;
}

/** Reads `YYYY-MM-DD`; undefined for any other text and for a day that does not exist. */
export function parseIsoDate(text: string): CalendarDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? calendarDate(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

/** Whole days since 1970-01-01, negative before it. */
export function dayNumber(date: CalendarDate): number {
  const { year, month, day } = dateParts(date);
  const moment = new Date(0);
  moment.setUTCFullYear(year, month - 1, day);
  return Math.round(moment.getTime() / MS_PER_DAY);
}

/** The day that lies `days` whole days after 1970-01-01; the inverse of {@link dayNumber}. */
export function dateOfDayNumber(days: number): CalendarDate {
  const moment = new Date(days * MS_PER_DAY);
  const date = calendarDate(moment.getUTCFullYear(), moment.getUTCMonth() + 1, moment.getUTCDate());
  if (date === undefined) throw new RangeError(`Day ${days} lies outside the years 1 to 9999.`);
  return date;
}

/** The day `days` (may be negative) after `date`. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dateOfDayNumber(dayNumber(date) + days);
}

/**
 * Months from `from` to `to` with the part of a month as a fraction of 30.4375 days' mean month; negative when `to`
 * is earlier. Whole calendar months come out whole: 2025-03-05 to 2026-03-05 is exactly 12.
 */
export function monthsBetween(from: CalendarDate, to: CalendarDate): number {
  const a = dateParts(from);
  const b = dateParts(to);
  return (b.year - a.year) * 12 + (b.month - a.month) + (b.day - a.day) / 30.4375;
}

/** Year, month (1–12) and day of month (1–31). */
export function dateParts(date: CalendarDate): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
