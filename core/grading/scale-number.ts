import { addDays, type CalendarDate, monthsBetween, parseIsoDate } from '../calendar-date.ts';
import type { FactValue } from '../customer.ts';
import { monthsBefore } from './months-before.ts';
import type { Criterion } from './scheme.ts';

/**
 * The value on the criterion's scale, days as months since (or, where the criterion looks ahead, until); undefined when
 * it is no number there or the day lies on the wrong side of `asOf`.
 */
export function scaleNumber(criterion: Criterion, value: FactValue, asOf: CalendarDate): number | undefined {
  if (typeof value === 'number') return criterion.type !== 'date' && Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string' || (criterion.type !== 'date' && criterion.type !== 'months')) return undefined;
  const months = monthsAway(asOf, value, criterion.isAhead ?? false);
  return months !== undefined && months >= 0 ? months : undefined;
}

/** Months from a day to `asOf`, or, `isAhead`, from `asOf` to the day; negative on the wrong side, undefined for no day. */
export function monthsAway(asOf: CalendarDate, text: string, isAhead: boolean): number | undefined {
  if (!isAhead) return monthsBefore(asOf, text);
  const date = parseIsoDate(text);
  if (date === undefined) return undefined;
  const months = monthsBetween(asOf, date);
  return months < 0 && date >= addDays(asOf, -1) ? 0 : months;
}
