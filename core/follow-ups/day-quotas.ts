import { dayShares } from './contact-share.ts';
import type { ServiceLevels } from './service-levels.ts';

/**
 * The minutes that are kept for each level on each working day of a month (counted from 0), in the order of the levels: whole
 * contacts, which over the month come to the level's share (S2).
 *
 * A share of a day is seldom a whole number of contacts: 96 minutes of 60, or 48 of 60 on a half day, of which rounding down would
 * leave a level one contact or none for ever. So each day of the month is played through as if all levels had customers
 * waiting: what a level is owed adds up, whole contacts are paid to who is owed most, and what is left of the day goes to the
 * highest level whose contact fits, at its own expense. A level is never far from its share, and no day gives more than it has.
 */
export function dayQuotas(levels: ServiceLevels, budgetMinutes: number): (workingDay: number) => readonly number[] {
  const shares = dayShares(levels);
  const minutes = levels.map(({ contactMinutes }) => contactMinutes);
  const owed = levels.map(() => 0);
  const days: number[][] = [];
  return (workingDay) => {
    while (days.length <= workingDay) days.push(playDay());
    return days[workingDay] ?? [];
  };

  function playDay(): number[] {
    const paid = levels.map(() => 0);
    let left = budgetMinutes;
    for (const [rank, share] of shares.entries()) owed[rank] = (owed[rank] ?? 0) + share * budgetMinutes;
    for (let rank = mostOwed(left); rank !== undefined; rank = mostOwed(left)) {
      left -= pay(rank);
      paid[rank] = (paid[rank] ?? 0) + (minutes[rank] ?? 0);
    }
    for (let rank = highest(left); rank !== undefined; rank = highest(left)) left -= pay(rank);
    return paid;
  }

  function pay(rank: number): number {
    const each = minutes[rank] ?? 0;
    owed[rank] = (owed[rank] ?? 0) - each;
    return each;
  }

  /** The level that is owed the most contacts, at least one, of those that fit. */
  function mostOwed(left: number): number | undefined {
    let [best, most]: [number | undefined, number] = [undefined, 1 - ROUNDING];
    for (const [rank, each] of minutes.entries()) {
      const contacts = (owed[rank] ?? 0) / each;
      if (each > left || contacts < most) continue;
      [best, most] = [rank, contacts + ROUNDING];
    }
    return best;
  }

  function highest(left: number): number | undefined {
    const rank = shares.findIndex((share, index) => share > 0 && (minutes[index] ?? 0) <= left);
    return rank === -1 ? undefined : rank;
  }
}

/** 0.1 × 480 may come out a hair below 48. */
const ROUNDING = 1e-9;
