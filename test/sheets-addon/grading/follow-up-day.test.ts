import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type CalendarDate, dayNumber } from '../../../core/calendar-date.ts';
import { nextDue } from '../../../core/follow-ups/next-due.ts';
import { serviceLevels } from '../../../core/follow-ups/service-levels.ts';
import type { WorkCalendar } from '../../../core/follow-ups/work-calendar.ts';
import { accountValue } from '../../../core/schemes/account-value.ts';
import { salesPipeline } from '../../../core/schemes/sales-pipeline.ts';
import { followUpDays, followUpOf } from '../../../sheets-addon/grading/follow-up-day.ts';

/** Monday to Friday; 1970-01-01 was a Thursday. */
const WEEKDAYS: WorkCalendar = { isWorkingDay: (day) => ![2, 3].includes(((dayNumber(day) % 7) + 7) % 7) };
const TODAY = '2026-03-05' as CalendarDate;
const day = fc.option(
  fc.integer({ min: -400, max: 400 }).map((days) => addDays(TODAY, days)),
  { nil: undefined },
);

describe('the next follow-up of a table', () => {
  test.each([
    ['customer', accountValue],
    ['prospect', salesPipeline],
  ] as const)(
    'is the day on which the bot would have a %s due, on a calendar of Mondays to Fridays',
    (stage, scheme) => {
      const dayFor = followUpDays(scheme, TODAY);
      const levels = serviceLevels({
        customers: stage === 'customer' ? scheme : undefined,
        prospects: stage === 'prospect' ? scheme : undefined,
      });
      const tier = fc.constantFrom(...scheme.tiers.map(({ id }) => id), null);
      const status = fc.constantFrom('graded' as const, 'review' as const, 'out-of-market' as const);
      fc.assert(
        fc.property(day, day, day, tier, status, (lastContact, nextContact, expectedDate, id, ended) => {
          const values = Object.fromEntries(
            Object.entries({ lastContact, nextContact, expectedDate }).flatMap(([key, value]) =>
              value === undefined ? [] : [[key, value]],
            ),
          );
          const standing = { status: ended, tier: ended === 'graded' ? id : null };
          const found = dayFor({ values }, standing);
          const isAhead = lastContact !== undefined && lastContact > addDays(TODAY, 1);
          const { lastContact: _, ...others } = values;
          const had = isAhead ? others : values;
          const isFirst = had['lastContact'] === undefined && nextContact === undefined;
          if (isFirst) expect(found).toBeNull();
          else expect(found).toBe(nextDue(followUpOf({ values: had }, stage, standing), levels, WEEKDAYS, TODAY).dueOn);
        }),
      );
    },
  );

  test('counts the days of the tier from the last contact, and goes by a planned day that is later', () => {
    const dayFor = followUpDays(accountValue, TODAY);
    const contact = { lastContact: '2026-03-01' };
    expect(dayFor({ values: contact }, { status: 'graded', tier: 'A' })).toBe('2026-03-08');
    expect(dayFor({ values: { ...contact, nextContact: '2026-04-20' } }, { status: 'graded', tier: 'A' })).toBe(
      '2026-04-20',
    );
    expect(dayFor({ values: { ...contact, nextContact: '2026-02-20' } }, { status: 'graded', tier: 'A' })).toBe(
      '2026-03-08',
    );
    expect(dayFor({ values: {} }, { status: 'graded', tier: 'A' })).toBeNull();
    expect(dayFor({ values: { lastContact: '2062-02-20' } }, { status: 'graded', tier: 'A' })).toBeNull();
  });
});
