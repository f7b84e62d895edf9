import { bookLoad } from '../follow-ups/book-load.ts';
import { levelOf, type ServiceLevel, type ServiceLevels } from '../follow-ups/service-levels.ts';
import type { BookCount } from './book-count.ts';
import type { OverBook } from './digest.ts';
import { grouped, sorted } from './grouped.ts';
import { compareIds } from './overdue-counts.ts';

/**
 * The books that take more days than a month has, the fullest first. Those of whom `dayMinutesOf` knows nothing (who have left)
 * are left out.
 *
 * @param dayMinutesOf how long a member's working day is; undefined: there is no such member at work
 */
export function overBooks(
  counts: readonly BookCount[],
  levels: ServiceLevels,
  dayMinutesOf: (memberId: string) => number | undefined,
): OverBook[] {
  const over = [...grouped(counts, ({ ownerId }) => ownerId ?? '')].flatMap(([memberId, book]): OverBook[] => {
    const dayMinutes = dayMinutesOf(memberId);
    if (dayMinutes === undefined) return [];
    const loadOf = (customersOf: (count: BookCount) => number) => {
      const served = new Map<ServiceLevel, number>();
      for (const count of book) {
        const level = levelOf(levels, count);
        served.set(level, (served.get(level) ?? 0) + customersOf(count));
      }
      return bookLoad(levels, (level) => served.get(level) ?? 0, dayMinutes);
    };
    const now = loadOf(({ customers }) => customers);
    if (now.overDays <= 0) return [];
    const wasOver = loadOf(({ before }) => before).overDays > 0;
    return [{ memberId, days: now.days, ofDays: now.ofDays, wasOver }];
  });
  return sorted(over, (one, other) => other.days - one.days || compareIds(one.memberId, other.memberId));
}
