import { contactHours, MINUTES_A_DAY } from './contact-hours.ts';
import { WORKING_DAYS_A_MONTH } from './contact-share.ts';
import type { ServiceLevel, ServiceLevels } from './service-levels.ts';

/** What one level of a book takes. */
export interface LevelLoad {
  readonly level: ServiceLevel;
  readonly customers: number;
  /** Days a month, of the rep's. */
  readonly days: number;
  /** How many customers one rep can look after (S2); null where the level has no capacity of its own. */
  readonly most: number | null;
  /** Customers over `most`, negative where there is room; null where there is no `most`. */
  readonly over: number | null;
}

/** What a rep's book takes. */
export interface BookLoad {
  /** Days a month in all, of {@link BookLoad.ofDays}. */
  readonly days: number;
  readonly ofDays: number;
  /** Days more than there are, negative where there is room. */
  readonly overDays: number;
  /** In the order of the levels; those without customers too. */
  readonly levels: readonly LevelLoad[];
}

/**
 * What a book takes in a month of 20 working days: in all, and level by level against S2.
 *
 * @param customersOf how many customers of the book are served by a level
 * @param dayMinutes the rep's working day; default 480, so that a shorter day makes the same book heavier
 */
export function bookLoad(
  levels: ServiceLevels,
  customersOf: (level: ServiceLevel) => number,
  dayMinutes: number = MINUTES_A_DAY,
): BookLoad {
  const loads = levels.map((level): LevelLoad => {
    const customers = customersOf(level);
    const most = level.capacity?.customers ?? null;
    return {
      level,
      customers,
      days: customers * customerDays(level, dayMinutes),
      most,
      over: most === null ? null : customers - most,
    };
  });
  const days = loads.reduce((sum, load) => sum + load.days, 0);
  return { days, ofDays: WORKING_DAYS_A_MONTH, overDays: days - WORKING_DAYS_A_MONTH, levels: loads };
}

/**
 * Days a month that one customer of a level takes: its part of the level's days (S2), else minutes × 28 ÷ days between
 * contacts. `dayMinutes` is the rep's working day; default 480.
 */
export function customerDays(level: ServiceLevel, dayMinutes: number = MINUTES_A_DAY): number {
  const { capacity, contactMinutes, everyDays } = level;
  const hours = contactHours({ contactMinutes, everyDays, ...(capacity ? { capacity } : {}) }) ?? 0;
  return (hours * 60) / dayMinutes;
}
