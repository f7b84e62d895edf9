import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type CalendarDate } from '../../../core/calendar-date.ts';
import { editionOfDay } from '../../../core/digest/edition-of-day.ts';
import { weekdayOf } from '../../../core/follow-ups/day-mention.ts';

/** Nobody works on these days of the week and on these days. */
function calendarOf(weekend: readonly number[], off: readonly string[] = []) {
  return { weekend, isWorkingDay: (day: CalendarDate) => !weekend.includes(weekdayOf(day)) && !off.includes(day) };
}

describe('the edition of a day', () => {
  test.each([
    // in March 2026 the first is a Sunday
    ['2026-03-02', [6, 7], [], 'monthly'],
    ['2026-03-03', [6, 7], [], 'daily'],
    ['2026-03-09', [6, 7], [], 'weekly'],
    ['2026-03-10', [6, 7], [], 'daily'],
    // Friday and Saturday are off
    ['2026-03-01', [5, 6], [], 'monthly'],
    ['2026-03-08', [5, 6], [], 'weekly'],
    ['2026-03-09', [5, 6], [], 'daily'],
    // only Friday is off
    ['2026-03-07', [5], [], 'weekly'],
    // after a holiday, an absence, and days off in the middle of a week
    ['2026-03-10', [6, 7], ['2026-03-09'], 'weekly'],
    ['2026-03-11', [6, 7], ['2026-03-09', '2026-03-10'], 'weekly'],
    ['2026-03-12', [6, 7], ['2026-03-11'], 'daily'],
    ['2026-03-03', [6, 7], ['2026-03-02'], 'monthly'],
    // a month's first working day in the middle of a week
    ['2026-04-01', [6, 7], [], 'monthly'],
    ['2026-04-02', [6, 7], [], 'daily'],
    // nobody is ever off
    ['2026-03-09', [], [], 'weekly'],
    ['2026-03-14', [], [], 'daily'],
  ] as const)('of %s, weekend %j, off %j, is the %s one', (day, weekend, off, edition) => {
    expect(editionOfDay(day as CalendarDate, calendarOf(weekend, off))).toBe(edition);
  });

  test('is the monthly one exactly once in each month that has a working day', () => {
    const anyWeekend = fc.constantFrom([6, 7], [5, 6], [5], [7], []);
    const anyOff = fc.uniqueArray(fc.integer({ min: 0, max: 120 }), { maxLength: 60 });
    fc.assert(
      fc.property(anyWeekend, anyOff, (weekend, off) => {
        const days = Array.from({ length: 120 }, (_, index) => addDays('2026-01-01' as CalendarDate, index));
        const calendar = calendarOf(
          weekend,
          off.map((index) => days[index] ?? ''),
        );
        const working = days.filter((day) => calendar.isWorkingDay(day));
        const monthly = working.filter((day) => editionOfDay(day, calendar) === 'monthly');
        expect(monthly.map((day) => day.slice(0, 7))).toEqual([...new Set(working.map((day) => day.slice(0, 7)))]);
      }),
    );
  });
});
