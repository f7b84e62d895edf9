import { type CalendarDate, dayNumber } from '../calendar-date.ts';
import { dueCalendar } from './due-calendar.ts';
import { dueDays } from './due-day.ts';
import type { FollowUp } from './follow-up.ts';
import type { PlanOptions } from './plan-day.ts';
import { levelOf, type ServiceLevel, type ServiceLevels } from './service-levels.ts';
import type { WorkCalendar } from './work-calendar.ts';

/**
 * The levels in which so many are due on `date` that whoever falls due later, by the cadence alone, has no turn before
 * `mostCarriedOver` have come: with and without such customers the plan of `date` is the same, so that they need not be read.
 *
 * Within a level the cadence is served by due day, so those who are due go first. As long as the plan looks ahead, they lose
 * what the level can take of `date`, fewer than `mostCarriedOver` on the days that follow, and what it can take of the last of them.
 */
export function fullLevels(
  book: readonly FollowUp[],
  levels: ServiceLevels,
  calendar: WorkCalendar,
  date: CalendarDate,
  { budgetMinutes, mostCarriedOver = Number.POSITIVE_INFINITY }: Omit<PlanOptions, 'done'>,
): ReadonlySet<ServiceLevel> {
  const full = new Set<ServiceLevel>();
  if (mostCarriedOver > book.length) return full;
  const [day, days] = [dayNumber(date), dueCalendar(calendar)];
  const missing = new Map(
    levels.map((level) => [level, mostCarriedOver + 2 * mostContacts(level, budgetMinutes)] as const),
  );
  for (const followUp of book) {
    const level = levelOf(levels, followUp);
    const more = missing.get(level);
    const due = dueDays(followUp, level, days);
    // a day may have any number of complaints, whose customers then wait no longer
    if (more === undefined || due.cadence > day || due.complaint !== Number.POSITIVE_INFINITY) continue;
    missing.set(level, more - 1);
    if (more > 1) continue;
    missing.delete(level);
    full.add(level);
  }
  return full;
}

/**
 * How many contacts of a level fit into a day, beside complaints; one does always, where it was promised.
 *
 * Of those who are due by the cadence alone ({@link isDueByCadenceAlone}) only so many of a level, the first in the order of
 * the day, can have a turn: with and without the others the list of the day is the same. Each of the first is in it
 * or leaves no minutes of the day for those behind.
 */
export function mostContacts({ contactMinutes }: ServiceLevel, budgetMinutes: number): number {
  return Math.max(1, Math.floor(budgetMinutes / contactMinutes));
}
