import { type CalendarDate, calendarDate, dateParts } from '../calendar-date.ts';
import type { SigningCount } from './digest.ts';
import { sorted } from './grouped.ts';
import { compareIds } from './overdue-counts.ts';

/** How many months are looked ahead, this one included. */
const MONTHS_AHEAD = 3;

/** Prospects of the best tier that are expected to sign in one month, of one rep: as now and as at the digest before. */
export interface SigningForecast extends SigningCount {
  readonly before: { readonly prospects: number; readonly amount: number | null };
}

/** The days from the first of a day's month until before the first of the month that comes after `months` months; default three. */
export function forecastDays(
  date: CalendarDate,
  months = MONTHS_AHEAD,
): { readonly from: CalendarDate; readonly until: CalendarDate } {
  const { year, month } = dateParts(date);
  const firstOf = (monthsAhead: number): CalendarDate => {
    const number = year * 12 + month - 1 + monthsAhead;
    return calendarDate(Math.floor(number / 12), (number % 12) + 1, 1) ?? date;
  };
  return { from: firstOf(0), until: firstOf(months) };
}

/** What is expected now, by month, then the most first; and whether anything of it has changed since the digest before. */
export function signingCounts(forecast: readonly SigningForecast[]): {
  readonly months: SigningCount[];
  readonly hasChanged: boolean;
} {
  const expected = forecast
    .filter(({ prospects }) => prospects > 0)
    .map(({ month, ownerId, prospects, amount }): SigningCount => ({ month, ownerId, prospects, amount }));
  const months = sorted(
    expected,
    (one, other) =>
      compareIds(one.month, other.month) ||
      (other.amount ?? 0) - (one.amount ?? 0) ||
      other.prospects - one.prospects ||
      compareIds(one.ownerId, other.ownerId),
  );
  const hasChanged = forecast.some(
    ({ prospects, amount, before }) => prospects !== before.prospects || (amount ?? 0) !== (before.amount ?? 0),
  );
  return { months, hasChanged };
}
