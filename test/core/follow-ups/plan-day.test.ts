import { describe, expect, test } from 'vitest';
import { addDays } from '../../../core/calendar-date.ts';
import type { DayPlan } from '../../../core/follow-ups/day-plan.ts';
import type { FollowUp } from '../../../core/follow-ups/follow-up.ts';
import { type PlanOptions, planDay } from '../../../core/follow-ups/plan-day.ts';
import type { WorkCalendar } from '../../../core/follow-ups/work-calendar.ts';
import { aFollowUp, day, LEVELS, TODAY, WEEKDAYS } from '../../support/follow-ups.ts';

describe('the shares of a day of 480 minutes (S2)', () => {
  const everybody = (['A', 'B', 'C', null, 'D'] as const).flatMap((tier) => overdue(tier, 20));
  const on = (date: string, budgetMinutes: number): string =>
    tiers(planDay(everybody, LEVELS, WEEKDAYS, day(date), { budgetMinutes })).join(' ');

  test('are whole contacts, which come to the share over the days of a month', () => {
    expect(on('2026-12-01', 480)).toBe('A A A B C C C new new new');
    expect(on('2026-12-02', 480)).toBe('A A B B B C C C new');
    expect(on('2026-12-03', 480)).toBe('A A A B C C C new new new');
  });

  test('come to it with a shorter day too, on which a share is less than a contact', () => {
    expect(on('2026-12-01', 240)).toBe('A A C new');
    expect(on('2026-12-02', 240)).toBe('A B C C new');
    expect(on('2026-12-03', 240)).toBe('A B C C new');
  });

  test('left by one level go to the highest that waits', () => {
    expect(tiers(plans([...overdue('A', 1), ...overdue('C', 30)]))).toEqual([
      'A',
      ...Array.from({ length: 13 }, () => 'C'),
    ]);
    expect(tiers(plans([...overdue('D', 2), ...overdue('B', 1)]))).toEqual(['B', 'D', 'D']);
  });

  test('are used up by the promises of the level', () => {
    const promised = overdue('A', 3).map((followUp) => ({
      ...followUp,
      customerId: `p${followUp.customerId}`,
      promisedOn: TODAY,
    }));
    const book = [...overdue('A', 5), ...overdue('B', 5), ...overdue('C', 9), ...promised];
    const plan = planDay(book, LEVELS, WEEKDAYS, day('2026-12-01'), { budgetMinutes: 480 });
    // Promises take what is kept for A and more: B and C come to theirs before what is left goes to the highest that fits.
    expect(tiers(plan)).toEqual(['A', 'A', 'A', 'B', 'B', 'C', 'C', 'C']);
    expect(plan.today.slice(0, 3).map(({ reasons }) => reasons[0]?.code)).toEqual(['promised', 'promised', 'promised']);
  });
});

describe('the order of a day', () => {
  test('is complaints, promises, then tiers; within a tier what is special, then the longest due', () => {
    const plan = plans([
      aFollowUp({ customerId: 'b-due', lastContactOn: addDays(TODAY, -14) }),
      aFollowUp({ customerId: 'b-overdue', lastContactOn: addDays(TODAY, -30) }),
      aFollowUp({ customerId: 'b-rose', lastContactOn: addDays(TODAY, -3), roseOn: TODAY }),
      aFollowUp({ customerId: 'a-due', tier: 'A', lastContactOn: addDays(TODAY, -7) }),
      aFollowUp({ customerId: 'd-promised', tier: 'D', promisedOn: TODAY }),
      aFollowUp({ customerId: 'd-promised-before', tier: 'D', promisedOn: addDays(TODAY, -1) }),
      aFollowUp({ customerId: 'd-complains', tier: 'D', complaintDueOn: addDays(TODAY, 1) }),
      aFollowUp({ customerId: 'c-complains', tier: 'C', complaintDueOn: TODAY }),
    ]);
    expect(plan.today.map(({ customerId }) => customerId)).toEqual([
      'c-complains',
      'd-complains',
      'd-promised-before',
      'd-promised',
      'a-due',
      'b-rose',
      'b-overdue',
      'b-due',
    ]);
  });

  test('is by the last contact, then by the id, where the day is the same', () => {
    const skipped = { skippedOn: addDays(TODAY, -20) };
    const plan = plans([
      aFollowUp({ customerId: 'z', lastContactOn: addDays(TODAY, -40), ...skipped }),
      aFollowUp({ customerId: 'y', lastContactOn: addDays(TODAY, -30), ...skipped }),
      aFollowUp({ customerId: 'x', lastContactOn: addDays(TODAY, -40), ...skipped }),
      aFollowUp({ customerId: 'w', lastContactOn: null, ...skipped }),
    ]);
    expect(plan.today.map(({ customerId }) => customerId)).toEqual(['w', 'x', 'z', 'y']);
  });
});

describe('what does not fit', () => {
  test('is carried over with the day on which it comes', () => {
    const plan = plans(overdue('A', 12), { budgetMinutes: 200 });
    expect(tiers(plan)).toEqual(['A', 'A']);
    expect(plan.carriedOver.map(({ customerId, comesOn }) => [customerId, comesOn])).toEqual([
      ['A02', '2026-11-27'],
      ['A03', '2026-11-27'],
      ['A04', '2026-11-30'],
      ['A05', '2026-11-30'],
      ['A06', '2026-12-01'],
      ['A07', '2026-12-01'],
      ['A08', '2026-12-02'],
      ['A09', '2026-12-02'],
      ['A10', '2026-12-03'],
      ['A11', '2026-12-03'],
    ]);
  });

  test('gives way to what is promised for a day between', () => {
    const promised = aFollowUp({ customerId: 'promised', tier: 'A', promisedOn: day('2026-11-27') });
    const plan = plans([...overdue('A', 2), promised], { budgetMinutes: 90 });
    expect(plan.carriedOver.map(({ comesOn }) => comesOn)).toEqual(['2026-11-30']);
    expect(plan.notDue).toEqual([{ customerId: 'promised', dueOn: '2026-11-27' }]);
  });

  test('comes on no day where a contact is longer than any day, and after all others', () => {
    const plan = plans([...overdue('A', 1), ...overdue('C', 4)], { budgetMinutes: 45 });
    expect(tiers(plan)).toEqual(['C']);
    expect(plan.carriedOver.map(({ customerId, comesOn }) => [customerId, comesOn])).toEqual([
      ['C01', '2026-11-27'],
      ['C02', '2026-11-30'],
      ['C03', '2026-12-01'],
      ['A00', null],
    ]);
  });

  test('comes on no day where nobody works', () => {
    const closed: WorkCalendar = { isWorkingDay: () => false };
    const plan = planDay(overdue('A', 2), LEVELS, closed, TODAY, { budgetMinutes: 480 });
    expect(plan).toMatchObject({ isWorkingDay: false, today: [], plannedMinutes: 0 });
    expect(plan.carriedOver.map(({ customerId, comesOn }) => [customerId, comesOn])).toEqual([
      ['A00', null],
      ['A01', null],
    ]);
  });

  test('of a day off comes on the next working day', () => {
    const saturday = day('2026-11-28');
    const book = [...overdue('A', 2), aFollowUp({ customerId: 'complains', complaintDueOn: saturday })];
    const plan = planDay(book, LEVELS, WEEKDAYS, saturday, { budgetMinutes: 480 });
    expect(plan).toMatchObject({ isWorkingDay: false, today: [], plannedMinutes: 0 });
    expect(plan.carriedOver.map(({ customerId, comesOn }) => [customerId, comesOn])).toEqual([
      ['complains', '2026-11-30'],
      ['A00', '2026-11-30'],
      ['A01', '2026-11-30'],
    ]);
  });
});

describe('a promise or complaint', () => {
  test('longer than the day is done alone', () => {
    const promised = { tier: 'A', promisedOn: TODAY };
    const plan = plans(
      [aFollowUp({ customerId: 'p1', ...promised }), aFollowUp({ customerId: 'p2', ...promised }), ...overdue('C', 3)],
      { budgetMinutes: 60 },
    );
    expect(plan.today.map(({ customerId }) => customerId)).toEqual(['p1']);
    expect(plan.plannedMinutes).toBe(90);
    expect(plan.carriedOver.map(({ customerId, comesOn }) => [customerId, comesOn])).toEqual([
      ['p2', '2026-11-27'],
      ['C00', '2026-11-30'],
      ['C01', '2026-11-30'],
      ['C02', '2026-12-01'],
    ]);
  });

  test('that does not fit lets a shorter one go ahead', () => {
    const plan = plans(
      [
        aFollowUp({ customerId: 'first', tier: 'B', promisedOn: addDays(TODAY, -3) }),
        aFollowUp({ customerId: 'long', tier: 'A', promisedOn: addDays(TODAY, -2) }),
        aFollowUp({ customerId: 'short', tier: 'C', promisedOn: addDays(TODAY, -1) }),
      ],
      { budgetMinutes: 100 },
    );
    expect(plan.today.map(({ customerId }) => customerId)).toEqual(['first', 'short']);
    expect(plan.carriedOver.map(({ customerId, comesOn }) => [customerId, comesOn])).toEqual([['long', '2026-11-27']]);
  });
});

describe('a complaint to be answered on the day or before', () => {
  const complaints = [
    aFollowUp({ customerId: 'today', tier: 'A', complaintDueOn: TODAY }),
    aFollowUp({ customerId: 'late', tier: 'B', complaintDueOn: addDays(TODAY, -1) }),
    aFollowUp({ customerId: 'tomorrow', tier: 'A', complaintDueOn: addDays(TODAY, 1) }),
  ];

  test('stands in the list of a day that is used up', () => {
    const plan = plans([...complaints, ...overdue('C', 2)], { budgetMinutes: 480, done: overdue('B', 8) });
    expect(plan.today.map(({ customerId }) => customerId)).toEqual(['late', 'today']);
    expect(plan.plannedMinutes).toBe(150);
    expect(plan.carriedOver.map(({ customerId, comesOn }) => [customerId, comesOn])).toEqual([
      ['tomorrow', '2026-11-27'],
      ['C00', '2026-11-27'],
      ['C01', '2026-11-27'],
    ]);
  });

  test('comes on its day though the day is full', () => {
    const plan = plans(complaints, { budgetMinutes: 60 });
    expect(plan.today.map(({ customerId }) => customerId)).toEqual(['late', 'today']);
    const [first, second] = ['a', 'b'].map((customerId) =>
      aFollowUp({ customerId, tier: 'A', complaintDueOn: addDays(TODAY, 1) }),
    );
    const promised = aFollowUp({ customerId: 'p', tier: 'B', promisedOn: TODAY });
    const book = [first ?? expect.fail(), second ?? expect.fail(), promised];
    expect(plans(book, { budgetMinutes: 60, done: [promised] }).carriedOver).toMatchObject([
      { customerId: 'a', comesOn: '2026-11-27' },
      { customerId: 'b', comesOn: '2026-11-27' },
      { customerId: 'p', comesOn: '2026-11-30' },
    ]);
  });
});

describe('customers that are not planned', () => {
  test('are due later, never, or paused', () => {
    const plan = plans([
      aFollowUp({ customerId: 'later', lastContactOn: TODAY }),
      aFollowUp({ customerId: 'sooner', tier: 'A', lastContactOn: TODAY }),
      aFollowUp({ customerId: 'never', status: 'out-of-market', tier: null }),
      aFollowUp({ customerId: 'snoozed', snoozedUntil: day('2026-12-01') }),
      aFollowUp({ customerId: 'paused', pause: { until: null } }),
      aFollowUp({ customerId: 'back-soon', pause: { until: day('2026-11-30') } }),
    ]);
    expect(plan.today).toEqual([]);
    expect(plan.notDue).toEqual([
      { customerId: 'snoozed', dueOn: '2026-12-01' },
      { customerId: 'sooner', dueOn: '2026-12-03' },
      { customerId: 'later', dueOn: '2026-12-10' },
      { customerId: 'never', dueOn: null },
    ]);
    expect(plan.paused).toEqual([
      { customerId: 'back-soon', until: '2026-11-30' },
      { customerId: 'paused', until: null },
    ]);
  });

  test('come back on the day on which their pause ends, and at once when they complain', () => {
    const plan = plans([
      aFollowUp({ customerId: 'back', pause: { until: TODAY } }),
      aFollowUp({ customerId: 'back-not-due', pause: { until: TODAY }, lastContactOn: TODAY }),
      aFollowUp({ customerId: 'complains', pause: { until: null }, complaintDueOn: TODAY }),
    ]);
    expect(plan.today.map(({ customerId }) => customerId)).toEqual(['complains', 'back']);
    expect(plan.notDue).toEqual([{ customerId: 'back-not-due', dueOn: '2026-12-10' }]);
    expect(plan.paused).toEqual([]);
  });
});

test('a contact says how, why and how long', () => {
  const [contact] = plans([
    aFollowUp({ customerId: 'c', lastMethods: ['phone'], lastContactOn: addDays(TODAY, -20) }),
  ]).today;
  expect(contact).toEqual({
    customerId: 'c',
    level: LEVELS.find(({ stage, tier }) => stage === 'prospect' && tier === 'B'),
    dueOn: '2026-11-20',
    reasons: [{ code: 'overdue', days: 6 }],
    method: 'visit',
    minutes: 60,
    asksSatisfaction: false,
  });
});

describe('how satisfied a customer is', () => {
  const asks = (parts: Partial<FollowUp>): boolean | undefined =>
    plans([aFollowUp({ stage: 'customer', tier: 'A', ...parts })]).today[0]?.asksSatisfaction;

  test.each<[string, Partial<FollowUp>, boolean]>([
    ['is asked 90 days after the last time in tier A', { surveyedOn: addDays(TODAY, -90) }, true],
    ['is not asked after 89', { surveyedOn: addDays(TODAY, -89) }, false],
    ['is asked whoever was never asked', {}, true],
    ['is not asked at the first contact', { lastContactOn: null, sinceOn: addDays(TODAY, -30) }, false],
    ['is not asked amid a complaint', { complaintDueOn: TODAY }, false],
    ['is asked after 180 days in tier B', { tier: 'B', surveyedOn: addDays(TODAY, -180) }, true],
    ['is not asked after 90 days in tier B', { tier: 'B', surveyedOn: addDays(TODAY, -90) }, false],
    ['is not asked in the last tier', { tier: 'D', lastContactOn: addDays(TODAY, -100) }, false],
    ['is not asked of prospects', { stage: 'prospect' }, false],
  ])('%s', (_, parts, expected) => {
    expect(asks(parts)).toBe(expected);
  });
});

function plans(book: readonly FollowUp[], options: PlanOptions = { budgetMinutes: 480 }): DayPlan {
  return planDay(book, LEVELS, WEEKDAYS, TODAY, options);
}

/** Prospects of a tier, long overdue, the first for longest: A00, A01, … */
function overdue(tier: 'A' | 'B' | 'C' | 'D' | null, count: number): FollowUp[] {
  return Array.from({ length: count }, (_, index) =>
    aFollowUp({
      customerId: `${tier ?? 'new'}${String(index).padStart(2, '0')}`,
      tier,
      status: tier === null ? null : 'graded',
      lastContactOn: addDays(TODAY, index - 200),
    }),
  );
}

function tiers(plan: DayPlan): string[] {
  return plan.today.map(({ level }) => level.tier ?? 'new');
}
