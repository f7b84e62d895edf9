import { type CalendarDate, dateOfDayNumber } from '../calendar-date.ts';
import type { OwnTable } from './own-columns.ts';
import type { SheetValue } from './sheet-value.ts';

/**
 * Puts days into our columns of days where their serial numbers stand: a cell of a typed column, or one that somebody has given the look of a
 * number, holds our day and does not show it as one.
 *
 * @param momentOf the Date of a day in these values
 */
export function readOwnDays(
  values: readonly SheetValue[][],
  own: readonly OwnTable[],
  momentOf: (day: CalendarDate) => Date,
): void {
  for (const { columns } of own) {
    const column = columns.get('tierbook.nextFollowUp') ?? -1;
    for (const row of values) {
      const cell = row[column];
      if (typeof cell === 'number' && cell > FIRST_DAY && cell < LAST_DAY)
        row[column] = momentOf(dateOfDayNumber(Math.floor(cell) - FIRST_DAY));
    }
  }
}

/** Serial numbers of 1970-01-01 and of 2173: small numbers are somebody's own. */
const FIRST_DAY = 25_569;
const LAST_DAY = 100_000;
