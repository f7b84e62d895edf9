import { addDays, type CalendarDate } from '../../core/calendar-date.ts';
import { findFreshStarts } from '../store/audit-events.ts';
import type { Database } from '../store/database.ts';

/** Days before the latest that are told as missed after a stop. */
const LOOK_BACK_DAYS = 7;

/** What comes to somebody on working days: the day of the last, null for none yet, and the latest day that has one. */
interface LastAndLatest {
  readonly lastOn: CalendarDate | null;
  readonly on: CalendarDate;
}

/** Of what comes on working days: the latest day and those since the one of the last, oldest first; the latest alone where there was none. */
export function daysSinceLast({ lastOn, on }: LastAndLatest): CalendarDate[] {
  const days = [on];
  if (lastOn === null) return days;
  for (let day = addDays(on, -1); day > lastOn && days.length <= LOOK_BACK_DAYS; day = addDays(day, -1)) {
    days.unshift(day);
  }
  return days;
}

/**
 * Since when each of those who have missed days has been getting what comes on working days again, where that is after a missed day: they came
 * back, or `field` of their settings was changed. What they did not get before was not missed.
 */
export async function freshStarts(
  db: Database,
  workspaceId: string,
  field: 'role' | 'listAt',
  waiting: readonly LastAndLatest[],
): Promise<ReadonlyMap<string, Date>> {
  const [first] = waiting.flatMap((each) => daysSinceLast(each).slice(0, -1)).toSorted();
  if (first === undefined) return new Map();
  // the day begins up to 14 hours earlier elsewhere
  return findFreshStarts(db, workspaceId, field, new Date(Date.parse(first) - 86_400_000));
}
