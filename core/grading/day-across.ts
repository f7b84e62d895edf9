import { addDays, type CalendarDate, dateOfDayNumber, dayNumber, monthsBetween } from '../calendar-date.ts';
import type { Edge } from './change-points.ts';

/**
 * The day nearest to an edge on a scale of months, just across it: `up` towards more months, `down` towards fewer.
 * `isAhead`: months from `asOf` until the day, else from the day until `asOf`. Undefined when no day of the years 1 to
 * 9999 on that side of `asOf` lies there.
 */
export function dayAcross(
  asOf: CalendarDate,
  edge: Edge,
  { way, isAhead }: { readonly way: 'up' | 'down'; readonly isAhead: boolean },
): CalendarDate | undefined {
  const sign = isAhead ? 1 : -1;
  const most = isAhead ? LAST_DAY - dayNumber(asOf) : dayNumber(asOf) - FIRST_DAY;
  const monthsAt = (days: number): number => {
    const day = addDays(asOf, sign * days);
    return isAhead ? monthsBetween(asOf, day) : monthsBetween(day, asOf);
  };
  const isAbove = (days: number): boolean => {
    const months = monthsAt(days);
    return edge.side === 'before' ? months >= edge.at : months > edge.at;
  };
  // the first of the days from `asOf` on that lies above; beside the last there is, none may
  let first = Math.min(most, Math.max(0, Math.round(edge.at * MEAN_DAYS)));
  while (first > 0 && isAbove(first - 1)) first -= 1;
  while (first <= most && !isAbove(first)) first += 1;
  const days = way === 'up' ? first : first - 1;
  return days < 0 || days > most ? undefined : addDays(asOf, sign * days);
}

const FIRST_DAY = -719_162;
const LAST_DAY = dayNumber(dateOfDayNumber(2_932_896));
const MEAN_DAYS = 30.4375;
