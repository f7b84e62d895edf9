import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '../../../core/calendar-date.ts';
import { overBooks } from '../../../core/digest/over-books.ts';
import { forecastDays, signingCounts } from '../../../core/digest/signing-forecast.ts';
import { serviceLevels } from '../../../core/follow-ups/service-levels.ts';
import { accountValue } from '../../../core/schemes/account-value.ts';
import { salesPipeline } from '../../../core/schemes/sales-pipeline.ts';

describe('the forecast of signings', () => {
  test.each([
    ['2026-03-05', '2026-03-01', '2026-06-01'],
    ['2026-11-30', '2026-11-01', '2027-02-01'],
    ['2026-12-01', '2026-12-01', '2027-03-01'],
  ])('looks from %s over this month and the next two', (date, from, until) => {
    expect(forecastDays(date as CalendarDate)).toEqual({ from, until });
  });

  test('comes by month, most first, and knows whether it has changed', () => {
    const before = { prospects: 1, amount: 10 };
    const still = [
      { month: '2026-04', ownerId: 'lei', prospects: 1, amount: 10, before },
      { month: '2026-03', ownerId: 'anna', prospects: 1, amount: 10, before },
    ];
    expect(signingCounts(still)).toMatchObject({
      months: [{ month: '2026-03' }, { month: '2026-04' }],
      hasChanged: false,
    });
    const gone = { month: '2026-03', ownerId: 'lei', prospects: 0, amount: null, before };
    const { months, hasChanged } = signingCounts([...still, gone]);
    expect(months).toHaveLength(2);
    expect(hasChanged).toBe(true);
  });
});

describe('books over capacity', () => {
  const levels = serviceLevels({ prospects: salesPipeline, customers: accountValue });
  const of = (ownerId: string, customers: number, before: number) =>
    ({
      ownerId,
      stage: 'prospect',
      tier: 'A',
      status: 'graded',
      isPaused: false,
      customers,
      before,
      overdue: 0,
      owed: 0,
      made: 0,
    }) as const;

  test('take more days than a month has, the fullest first, and say whether they did before', () => {
    // eight take ten days
    const over = overBooks([of('lei', 24, 8), of('anna', 40, 32), of('mia', 16, 40)], levels, () => 480);
    expect(over).toEqual([
      { memberId: 'anna', days: 50, ofDays: 20, wasOver: true },
      { memberId: 'lei', days: 30, ofDays: 20, wasOver: false },
    ]);
  });

  test('are those of members who are here', () => {
    expect(overBooks([of('lei', 24, 8)], levels, () => undefined)).toEqual([]);
    // half a day's work takes twice as many days
    expect(overBooks([of('lei', 12, 8)], levels, () => 240)).toMatchObject([{ memberId: 'lei', days: 30 }]);
  });
});
