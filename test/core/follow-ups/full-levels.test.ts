import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../../core/calendar-date.ts';
import { dueCalendar } from '../../../core/follow-ups/due-calendar.ts';
import { dueDays, earliestDue, isDueByCadenceAlone } from '../../../core/follow-ups/due-day.ts';
import type { FollowUp } from '../../../core/follow-ups/follow-up.ts';
import { fullLevels, mostContacts } from '../../../core/follow-ups/full-levels.ts';
import { nextDue } from '../../../core/follow-ups/next-due.ts';
import { planDay } from '../../../core/follow-ups/plan-day.ts';
import { levelOf } from '../../../core/follow-ups/service-levels.ts';
import {
  aFollowUp,
  arbitraryBook,
  arbitraryCalendar,
  arbitraryFollowUp,
  LEVELS,
  TODAY,
  WEEKDAYS,
} from '../../support/follow-ups.ts';

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

test('who is promised, snoozed, out of market or complains does not wait for the cadence', () => {
  const book = due(6);
  const others = [
    aFollowUp({ customerId: 'promised', promisedOn: TODAY }),
    aFollowUp({ customerId: 'snoozed', snoozedUntil: addDays(TODAY, 1) }),
    aFollowUp({ customerId: 'out', status: 'out-of-market' }),
    aFollowUp({ customerId: 'complains', complaintDueOn: TODAY }),
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
      fc.constantFrom(0, 20),
      (customers, budgetMinutes, mostCarriedOver, calendar, areTierless, complaining) => {
        // few groups, so that some are full
        const book = customers.map((customer, index): FollowUp => {
          const group = areTierless[index] === true ? { status: null, tier: null } : { status: 'graded', tier: 'D' };
          // more than a day has room for
          const complaintDueOn = index < complaining ? TODAY : customer.complaintDueOn;
          return { ...customer, stage: 'customer', complaintDueOn, ...group } as FollowUp;
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
    { seed: 20_261_126, numRuns: 400 },
  );
  expect(left).toBeGreaterThan(100);
});

test('who is due by the cadence alone is due on the day by which it is found, whatever the calendar', () => {
  let checked = 0;
  fc.assert(
    fc.property(arbitraryFollowUp, arbitraryCalendar, (followUp, calendar) => {
      fc.pre(isDueByCadenceAlone(followUp));
      checked += 1;
      const { dueOn } = nextDue(followUp, LEVELS, calendar, TODAY);
      expect(earliestDue(followUp, LEVELS)).toBe(dueOn);
    }),
    { seed: 20_261_126, numRuns: 1000 },
  );
  expect(checked).toBeGreaterThan(300);
});

test('today’s list is the same without those due by the cadence alone behind as many of their level as fit into a day', () => {
  let left = 0;
  fc.assert(
    fc.property(
      arbitraryBook(60),
      fc.constantFrom(45, 100, 240),
      arbitraryCalendar,
      fc.nat({ max: 3 }),
      (customers, budgetMinutes, calendar, contacted) => {
        const book = customers.map((customer, index): FollowUp => {
          return { ...customer, stage: 'customer', status: 'graded', tier: index % 3 === 0 ? 'B' : 'D' };
        });
        const done = book.slice(0, contacted);
        const days = dueCalendar(calendar);
        const cadenceOf = (followUp: FollowUp) => dueDays(followUp, levelOf(LEVELS, followUp), days).cadence;
        const inOrder = book.filter(isDueByCadenceAlone).toSorted((one, other) => {
          const contact = (one.lastContactOn ?? '').localeCompare(other.lastContactOn ?? '');
          return cadenceOf(one) - cadenceOf(other) || contact || (one.customerId < other.customerId ? -1 : 1);
        });
        const queues = Map.groupBy(inOrder, (followUp) => levelOf(LEVELS, followUp));
        const behind = [...queues].flatMap(([level, queue]) => queue.slice(mostContacts(level, budgetMinutes)));
        const without = new Set(behind);
        left += without.size;
        const how = { budgetMinutes, done, mostCarriedOver: 0 };
        const kept = book.filter((followUp) => !without.has(followUp));
        expect(planDay(kept, LEVELS, calendar, TODAY, how).today).toEqual(
          planDay(book, LEVELS, calendar, TODAY, how).today,
        );
      },
    ),
    { seed: 20_261_126, numRuns: 300 },
  );
  expect(left).toBeGreaterThan(1000);
});

function isByCadence({ promisedOn, roseOn, expectedOn, birthdayOn, complaintDueOn }: FollowUp): boolean {
  return [promisedOn, roseOn, expectedOn, birthdayOn, complaintDueOn].every((date) => date === null);
}
