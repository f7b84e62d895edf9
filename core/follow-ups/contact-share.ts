import type { Playbook } from '../grading/scheme.ts';
import { MINUTES_A_DAY } from './contact-hours.ts';
import type { ServiceLevel, ServiceLevels } from './service-levels.ts';

/** The working days of the month of S2, and the days of the calendar in it. */
export const WORKING_DAYS_A_MONTH = 20;
const DAYS_A_MONTH = 28;

/** The sum behind a tier's share of a rep's time: customers × contacts a month × minutes = days a month. */
export interface ContactSum {
  readonly customers: number;
  readonly contactsAMonth: number;
  readonly contactMinutes: number;
  readonly daysAMonth: number;
}

/**
 * How often each customer of a level is contacted in a month of 20 working days: as often as its days allow (S2: days ×
 * 480 minutes ÷ customers ÷ minutes of a contact), else 28 ÷ the days from one contact to the next.
 */
export function contactsAMonth({ capacity, contactMinutes, everyDays }: ServiceLevel): number {
  if (capacity === null || capacity === undefined) return DAYS_A_MONTH / everyDays;
  return (capacity.daysAMonth * MINUTES_A_DAY) / capacity.customers / contactMinutes;
}

/** The sum of S2 for a level with a capacity: 8 × 6⅔ × 90 min = 10 days. Null where a level has none. */
export function contactSum(level: ServiceLevel): ContactSum | null {
  const { capacity, contactMinutes } = level;
  return capacity === null || capacity === undefined
    ? null
    : { ...capacity, contactMinutes, contactsAMonth: contactsAMonth(level) };
}

/**
 * Each level's share of a rep's day, 0–1, in the order of the levels: its days of the 20 of a month (S2: A 10, B 4, C 4,
 * new ones 2); 0 for levels that share what is left. Together they are never more than 1: where the capacities of all
 * levels come to more than 20 days, each gives way in proportion.
 */
export function dayShares(levels: ServiceLevels): readonly number[] {
  const days = levels.map(({ capacity }) => daysOf(capacity));
  const together = days.reduce((sum, each) => sum + each, 0);
  return days.map((each) => each / Math.max(WORKING_DAYS_A_MONTH, together));
}

function daysOf(capacity: Playbook['capacity'] | null): number {
  return capacity?.daysAMonth ?? 0;
}
