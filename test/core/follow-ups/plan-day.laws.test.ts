import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type CalendarDate } from '../../../core/calendar-date.ts';
import { dayShares } from '../../../core/follow-ups/contact-share.ts';
import type { DayPlan, PlannedContact } from '../../../core/follow-ups/day-plan.ts';
import { earliestDue } from '../../../core/follow-ups/due-day.ts';
import type { FollowUp } from '../../../core/follow-ups/follow-up.ts';
import { nextDue } from '../../../core/follow-ups/next-due.ts';
import { planDay } from '../../../core/follow-ups/plan-day.ts';
import { nextWorkingDay } from '../../../core/follow-ups/work-calendar.ts';
import {
  aFollowUp,
  arbitraryBook,
  arbitraryCalendar,
  arbitraryFollowUp,
  day,
  dayNear,
  LEVELS,
  TODAY,
  WEEKDAYS,
} from '../../support/follow-ups.ts';

const RUNS = { seed: 20_261_126, numRuns: 200 };
const book = arbitraryBook(60);
/** Most are due, so that many days are full and those who were contacted come back before all have had their turn. */
const busyBook = fc
  .tuple(arbitraryBook(60), fc.array(dayNear(-110, -5), { minLength: 60, maxLength: 60 }))
  .map(([customers, days]) =>
    customers.map((customer, index) => ({ ...customer, lastContactOn: days[index] ?? null, skippedOn: null })),
  );
const budget = fc.constantFrom(45, 100, 240, 480, 960);

describe('planning a day', () => {
  law('puts each customer of the book into exactly one list', (plan, customers) => {
    const listed = [plan.today, plan.carriedOver, plan.notDue, plan.paused].flat().map(({ customerId }) => customerId);
    expect(listed.toSorted()).toEqual(customers.map(({ customerId }) => customerId).toSorted());
  });

  test('twice changes nothing, in whatever order the customers come', () => {
    fc.assert(
      fc.property(
        book.chain((customers) =>
          fc.tuple(fc.constant(customers), fc.shuffledSubarray(customers, { minLength: customers.length })),
        ),
        budget,
        arbitraryCalendar,
        ([customers, shuffled], budgetMinutes, calendar) => {
          const before = structuredClone(customers);
          const plan = planDay(customers, LEVELS, calendar, TODAY, { budgetMinutes });
          expect(planDay(customers, LEVELS, calendar, TODAY, { budgetMinutes })).toEqual(plan);
          expect(planDay(shuffled, LEVELS, calendar, TODAY, { budgetMinutes })).toEqual(plan);
          expect(customers).toEqual(before);
        },
      ),
      RUNS,
    );
  });

  law(
    'keeps to the budget, but for complaints of the day and a single promise longer than it',
    (plan, _, budgetMinutes) => {
      expect(plan.plannedMinutes).toBe(sum(plan.today.map(({ minutes }) => minutes)));
      if (plan.plannedMinutes <= budgetMinutes) return;
      const others = plan.today.filter((contact) => !mustBeAnswered(contact, plan));
      if (others.length > 0) expect(plan.today).toHaveLength(1);
      for (const { reasons } of others) expect(['complaint', 'promised']).toContain(reasons[0]?.code);
    },
  );

  test('has every complaint to be answered by then, whatever was done already', () => {
    fc.assert(
      fc.property(book, budget, arbitraryCalendar, fc.nat({ max: 20 }), (customers, budgetMinutes, calendar, count) => {
        const done = customers.slice(0, count);
        const plan = planDay(customers, LEVELS, calendar, TODAY, { budgetMinutes, done });
        if (plan.isWorkingDay) expect(plan.carriedOver.filter((contact) => mustBeAnswered(contact, plan))).toEqual([]);
      }),
      RUNS,
    );
  });

  law('says why each contact of today and each carried over is due, and that it is', (plan) => {
    for (const { reasons, dueOn } of [...plan.today, ...plan.carriedOver]) {
      expect(reasons.length).toBeGreaterThan(0);
      expect(dueOn <= plan.date).toBe(true);
    }
    for (const { dueOn } of plan.notDue) expect(dueOn === null || dueOn > plan.date).toBe(true);
  });

  law('gives what a level leaves of the day to the highest that waits and fits', (plan, _, budgetMinutes) => {
    const left = budgetMinutes - plan.plannedMinutes;
    if (!plan.isWorkingDay) return expect(plan.today).toEqual([]);
    for (const { minutes } of plan.carriedOver) expect(minutes).toBeGreaterThan(left);
  });

  law('never lets a customer of a level wait for the cadence behind one that was due later', (plan) => {
    for (const level of LEVELS) {
      const isCadence = (contact: PlannedContact): boolean =>
        contact.level === level && ['first-contact', 'due', 'overdue'].includes(contact.reasons[0]?.code ?? '');
      const today = plan.today.filter(isCadence).map(({ dueOn }) => dueOn);
      const waiting = plan.carriedOver.filter(isCadence).map(({ dueOn }) => dueOn);
      expect(today).toEqual(today.toSorted());
      for (const waits of waiting) for (const goes of today) expect(goes <= waits).toBe(true);
    }
  });

  law('puts complaints first, then what was promised, then level by level', (plan) => {
    const groups = plan.today.map(({ level, reasons }) => {
      const code = reasons[0]?.code;
      return code === 'complaint' ? -2 : code === 'promised' ? -1 : LEVELS.indexOf(level);
    });
    expect(groups).toEqual(groups.toSorted((one, other) => one - other));
  });

  test.each([240, 480, 960])(
    'of %i minutes, a month long, leaves no level behind its share by more than two contacts',
    (budgetMinutes) => {
      const shares = dayShares(LEVELS);
      const everybody = LEVELS.flatMap(({ stage, tier }) =>
        Array.from({ length: 60 }, (_, index) =>
          aFollowUp({
            customerId: `${stage} ${tier} ${index}`,
            stage,
            tier,
            status: tier === null ? null : 'graded',
            lastContactOn: addDays(TODAY, -300),
          }),
        ),
      );
      const got = LEVELS.map(() => 0);
      let [date, days] = [day('2026-11-30'), 0];
      while (date < '2026-12-31') {
        date = nextWorkingDay(WEEKDAYS, date) ?? expect.fail();
        days++;
        const plan = planDay(everybody, LEVELS, WEEKDAYS, date, { budgetMinutes });
        expect(plan.plannedMinutes).toBeGreaterThan(budgetMinutes - 20);
        for (const { level, minutes } of plan.today)
          got[LEVELS.indexOf(level)] = (got[LEVELS.indexOf(level)] ?? 0) + minutes;
        for (const [rank, level] of LEVELS.entries()) {
          const behind = (shares[rank] ?? 0) * budgetMinutes * days - (got[rank] ?? 0);
          expect(behind, `${level.tier} ${date}`).toBeLessThanOrEqual(2 * level.contactMinutes);
        }
      }
      expect(days).toBe(23);
    },
  );

  test.each([
    ['a book', book, 30],
    ['a busy book', busyBook, 60],
  ])('brings what %s carries over on the day that was said, if all that is planned gets done', (_, books, numRuns) => {
    fc.assert(
      fc.property(books, fc.constantFrom(100, 200, 480), arbitraryCalendar, (customers, budgetMinutes, calendar) => {
        const first = planDay(customers, LEVELS, calendar, TODAY, { budgetMinutes });
        const came = new Map<string, CalendarDate>();
        let [plan, kept]: [DayPlan, readonly FollowUp[]] = [first, customers];
        for (let count = 0; count < 60; count++) {
          kept = afterDoing(kept, plan);
          const next = nextWorkingDay(calendar, plan.date);
          if (next === undefined) break;
          plan = planDay(kept, LEVELS, calendar, next, { budgetMinutes });
          for (const { customerId } of plan.today) if (!came.has(customerId)) came.set(customerId, next);
        }
        for (const { customerId, comesOn } of first.carriedOver) expect(came.get(customerId) ?? null).toBe(comesOn);
      }),
      { ...RUNS, numRuns },
    );
  });

  test('again halfway through the day leaves what was planned and is not done', () => {
    fc.assert(
      fc.property(book, budget, arbitraryCalendar, fc.nat(), (customers, budgetMinutes, calendar, seed) => {
        const plan = planDay(customers, LEVELS, calendar, TODAY, { budgetMinutes });
        const done = new Set(
          plan.today.filter((_, index) => (seed >> (index % 30)) % 2 === 1).map(({ customerId }) => customerId),
        );
        const rest = planDay(
          customers.map((customer) => (done.has(customer.customerId) ? contacted(customer, TODAY) : customer)),
          LEVELS,
          calendar,
          TODAY,
          { budgetMinutes, done: customers.filter(({ customerId }) => done.has(customerId)) },
        );
        expect(rest.today).toEqual(plan.today.filter(({ customerId }) => !done.has(customerId)));
      }),
      RUNS,
    );
  });
});

describe('the day on which a customer is due', () => {
  test('is never before the earliest one, whatever the calendar', () => {
    fc.assert(
      fc.property(arbitraryFollowUp, arbitraryCalendar, dayNear(0, 50), (followUp, calendar, date) => {
        const { dueOn } = nextDue(followUp, LEVELS, calendar, date);
        const earliest = earliestDue(followUp, LEVELS);
        if (earliest === null) expect(dueOn).toBeNull();
        else expect(dueOn === null || dueOn >= earliest).toBe(true);
      }),
      { ...RUNS, numRuns: 2000 },
    );
  });

  test('is the promised one, earlier or later than the cadence would have it', () => {
    fc.assert(
      fc.property(dayNear(-60, 0), dayNear(1, 60), (lastContactOn, promisedOn) => {
        const { dueOn } = nextDue(aFollowUp({ lastContactOn, promisedOn }), LEVELS, WEEKDAYS, TODAY);
        expect(dueOn).toBe(promisedOn);
      }),
      RUNS,
    );
  });

  test('is never before a snooze or a pause ends, and at once with a complaint', () => {
    fc.assert(
      fc.property(arbitraryFollowUp, dayNear(-5, 40), fc.boolean(), (followUp, until, isPause) => {
        const stopped: FollowUp = isPause ? { ...followUp, pause: { until } } : { ...followUp, snoozedUntil: until };
        const { dueOn } = nextDue({ ...stopped, complaintDueOn: null }, LEVELS, WEEKDAYS, TODAY);
        expect(dueOn === null || dueOn >= until).toBe(true);
        const complaining = nextDue({ ...stopped, complaintDueOn: addDays(TODAY, 3) }, LEVELS, WEEKDAYS, TODAY);
        expect(complaining.dueOn !== null && complaining.dueOn <= TODAY).toBe(true);
        expect(complaining.reasons[0]?.code).toBe('complaint');
      }),
      RUNS,
    );
  });
});

/** A law that holds for the plan of any book on any calendar. */
function law(
  title: string,
  holds: (plan: DayPlan, customers: readonly FollowUp[], budgetMinutes: number) => void,
): void {
  test(title, () => {
    fc.assert(
      fc.property(book, budget, arbitraryCalendar, (customers, budgetMinutes, calendar) => {
        holds(planDay(customers, LEVELS, calendar, TODAY, { budgetMinutes }), customers, budgetMinutes);
      }),
      RUNS,
    );
  });
}

/** Whether a complaint is late or to be answered on the day of the plan. */
function mustBeAnswered({ reasons }: PlannedContact, { date }: DayPlan): boolean {
  return reasons.some((reason) => reason.code === 'complaint' && reason.answerBy <= date);
}

function afterDoing(customers: readonly FollowUp[], plan: DayPlan): FollowUp[] {
  const done = new Set(plan.today.map(({ customerId }) => customerId));
  return customers.map((customer) => (done.has(customer.customerId) ? contacted(customer, plan.date) : customer));
}

function contacted(customer: FollowUp, date: CalendarDate): FollowUp {
  const { plannedOn, promisedOn } = customer;
  const keeps = promisedOn !== null && promisedOn > date;
  return {
    ...customer,
    lastContactOn: date,
    ...(!keeps && { promisedOn: null, promise: null }),
    plannedOn: plannedOn !== null && plannedOn > date ? plannedOn : null,
    roseOn: null,
    complaintDueOn: null,
    complaintDueAt: null,
    skippedOn: null,
    snoozedUntil: null,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
