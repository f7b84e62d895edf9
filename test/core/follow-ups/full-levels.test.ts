import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../../core/calendar-date.ts';
import type { FollowUp } from '../../../core/follow-ups/follow-up.ts';
import { fullLevels } from '../../../core/follow-ups/full-levels.ts';
import { nextDue } from '../../../core/follow-ups/next-due.ts';
import { planDay } from '../../../core/follow-ups/plan-day.ts';
import { levelOf } from '../../../core/follow-ups/service-levels.ts';
import { aFollowUp, arbitraryBook, arbitraryCalendar, LEVELS, TODAY, WEEKDAYS } from '../../support/follow-ups.ts';

/** Tier B: 60 minutes, every 14 days. */
const due = (count: number): FollowUp[] =>
  Array.from({ length: count }, (_, index) => aFollowUp({ customerId: `due ${index}` }));
const titles = (book: readonly FollowUp[], mostCarriedOver?: number): string[] =>
  Array.from(
    fullLevels(book, LEVELS, WEEKDAYS, TODAY, {
      budgetMinutes: 120,
      ...(mostCarriedOver !== undefined && { mostCarriedOver }),
    }),
    ({ stage, tier }) => `${stage} ${tier}`,
  );

test('a level is full once more are due than today, those that are told and the last day of them can take', () => {
  expect(titles(due(6), 3)).toEqual([]);
  expect(titles(due(7), 3)).toEqual(['prospect B']);
});

test('no level is full where all that is carried over is told', () => {
  expect(titles(due(500))).toEqual([]);
});

test('who is promised, snoozed or out of market does not wait for the cadence', () => {
  const book = due(6);
  const others = [
    aFollowUp({ customerId: 'promised', promisedOn: TODAY }),
    aFollowUp({ customerId: 'snoozed', snoozedUntil: addDays(TODAY, 1) }),
    aFollowUp({ customerId: 'out', status: 'out-of-market' }),
    aFollowUp({ customerId: 'planned', plannedOn: addDays(TODAY, 1) }),
  ];
  expect(titles([...book, ...others], 3)).toEqual([]);
});

test('a plan is the same without those of full levels who fall due later by the cadence alone', () => {
  let left = 0;
  fc.assert(
    fc.property(
      arbitraryBook(60),
      fc.constantFrom(45, 100, 240),
      fc.nat({ max: 5 }),
      arbitraryCalendar,
      fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }),
      (customers, budgetMinutes, mostCarriedOver, calendar, areTierless) => {
        // few groups, so that some are full
        const book = customers.map((customer, index): FollowUp => {
          const group = areTierless[index] === true ? { status: null, tier: null } : { status: 'graded', tier: 'D' };
          return { ...customer, stage: 'customer', ...group } as FollowUp;
        });
        const how = { budgetMinutes, mostCarriedOver };
        const full = fullLevels(book, LEVELS, calendar, TODAY, how);
        const kept = book.filter((customer) => {
          const { dueOn } = nextDue(customer, LEVELS, calendar, TODAY);
          return !isByCadence(customer) || !full.has(levelOf(LEVELS, customer)) || (dueOn !== null && dueOn <= TODAY);
        });
        left += book.length - kept.length;
        const { today, carriedOver } = planDay(book, LEVELS, calendar, TODAY, how);
        const without = planDay(kept, LEVELS, calendar, TODAY, how);
        expect(without.today).toEqual(today);
        expect(without.carriedOver).toEqual(carriedOver);
      },
    ),
    { seed: 20_261_126, numRuns: 300 },
  );
  expect(left).toBeGreaterThan(100);
});

function isByCadence({ promisedOn, roseOn, expectedOn, birthdayOn, complaintDueOn }: FollowUp): boolean {
  return [promisedOn, roseOn, expectedOn, birthdayOn, complaintDueOn].every((date) => date === null);
}
