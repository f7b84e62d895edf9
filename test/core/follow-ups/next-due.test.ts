import { describe, expect, test } from 'vitest';
import { addDays, type CalendarDate, dayNumber } from '../../../core/calendar-date.ts';
import type { DueReason } from '../../../core/follow-ups/day-plan.ts';
import { earliestDue } from '../../../core/follow-ups/due-day.ts';
import type { FollowUp } from '../../../core/follow-ups/follow-up.ts';
import { nextDue } from '../../../core/follow-ups/next-due.ts';
import type { WorkCalendar } from '../../../core/follow-ups/work-calendar.ts';
import { aFollowUp, day, LEVELS, TODAY, WEEKDAYS } from '../../support/follow-ups.ts';
import { seededRandom } from '../../support/seeded-random.ts';

type Row = readonly [title: string, parts: Partial<FollowUp>, dueOn: string | null, ...reasons: DueReason[]];

/** All of tier B (every 14 days) as of Thursday, 26 November 2026, unless they say otherwise. */
const ROWS: readonly Row[] = [
  ['the cadence counts from the last contact', { lastContactOn: day('2026-11-20') }, '2026-12-04'],
  ['on its day it is due', { lastContactOn: day('2026-11-12') }, '2026-11-26', { code: 'due' }],
  ['overdue from the day after', { lastContactOn: day('2026-11-11') }, '2026-11-25', { code: 'overdue', days: 1 }],
  ['a skip restarts the cadence', { lastContactOn: day('2026-11-02'), skippedOn: day('2026-11-20') }, '2026-12-04'],
  ['a contact after a skip counts', { lastContactOn: day('2026-11-20'), skippedOn: day('2026-11-02') }, '2026-12-04'],
  ['another tier, another cadence', { tier: 'A', lastContactOn: day('2026-11-20') }, '2026-11-27'],
  ['a tier of no scheme is served like none', { tier: 'Z', lastContactOn: day('2026-11-20') }, '2026-12-18'],
  [
    'a promise later than the cadence replaces it',
    { lastContactOn: day('2026-11-02'), promisedOn: day('2026-12-20'), promise: 'quote' },
    '2026-12-20',
  ],
  [
    'a promise for today is told with what for',
    { lastContactOn: day('2026-11-25'), promisedOn: TODAY, promise: 'quote' },
    '2026-11-26',
    { code: 'promised', on: TODAY, promise: 'quote' },
  ],
  [
    'a promise that was missed stays',
    { lastContactOn: day('2026-11-10'), promisedOn: day('2026-11-16') },
    '2026-11-16',
    { code: 'promised', on: day('2026-11-16'), promise: null },
  ],
  [
    'a promise for a day before the last contact was kept by it',
    { lastContactOn: day('2026-11-20'), promisedOn: day('2026-11-19') },
    '2026-12-04',
  ],
  [
    'a promise for the day of the last contact was given at it',
    { lastContactOn: TODAY, promisedOn: TODAY },
    '2026-11-26',
    { code: 'promised', on: TODAY, promise: null },
  ],
  [
    'a skip settles the promise of its day',
    { lastContactOn: day('2026-11-02'), promisedOn: day('2026-11-20'), skippedOn: day('2026-11-20') },
    '2026-12-04',
  ],
  [
    'a planned day later than the cadence replaces it',
    { lastContactOn: day('2026-11-02'), plannedOn: day('2026-12-20') },
    '2026-12-20',
  ],
  [
    'a planned day that was missed is overdue and no promise',
    { lastContactOn: day('2026-11-10'), plannedOn: day('2026-11-16') },
    '2026-11-16',
    { code: 'overdue', days: 10 },
  ],
  [
    'a planned day of a customer that was never contacted is its first',
    { lastContactOn: null, sinceOn: TODAY, plannedOn: TODAY },
    '2026-11-26',
    { code: 'first-contact' },
  ],
  [
    'a contact on the planned day or later is that contact',
    { lastContactOn: day('2026-11-20'), plannedOn: day('2026-11-20') },
    '2026-12-04',
  ],
  [
    'a promise goes before a planned day',
    { lastContactOn: day('2026-11-20'), plannedOn: TODAY, promisedOn: day('2026-12-01') },
    '2026-12-01',
  ],
  [
    'a tier that rose is due the same day',
    { lastContactOn: day('2026-11-20'), roseOn: TODAY },
    '2026-11-26',
    { code: 'rose', on: TODAY },
  ],
  [
    'a rise goes before a promise for later',
    { lastContactOn: day('2026-11-20'), roseOn: TODAY, promisedOn: day('2026-12-20') },
    '2026-11-26',
    { code: 'rose', on: TODAY },
  ],
  ['a rise before the last contact is done with', { lastContactOn: TODAY, roseOn: day('2026-11-25') }, '2026-12-10'],
  ['a skip settles a rise', { lastContactOn: day('2026-11-02'), roseOn: TODAY, skippedOn: TODAY }, '2026-12-10'],
  [
    'a signing comes up 7 days before',
    { lastContactOn: day('2026-11-25'), expectedOn: day('2026-12-03') },
    '2026-11-26',
    { code: 'expected-signing', on: day('2026-12-03') },
  ],
  ['not 8 days before', { lastContactOn: day('2026-11-25'), expectedOn: day('2026-12-04') }, '2026-11-27'],
  ['a contact in those days settles it', { lastContactOn: TODAY, expectedOn: day('2026-12-03') }, '2026-12-10'],
  [
    'customers sign nothing',
    { stage: 'customer', lastContactOn: day('2026-11-25'), expectedOn: day('2026-12-03') },
    '2026-12-09',
  ],
  [
    'a birthday is due on the day',
    { lastContactOn: day('2026-11-25'), birthdayOn: TODAY },
    '2026-11-26',
    { code: 'birthday', on: TODAY },
  ],
  [
    'on a Sunday, on the Friday before',
    { lastContactOn: day('2026-11-25'), birthdayOn: day('2026-11-29') },
    '2026-11-27',
  ],
  ['and not again after the wishes', { lastContactOn: day('2026-11-27'), birthdayOn: day('2026-11-29') }, '2026-12-11'],
  [
    'a snooze holds all back',
    { promisedOn: TODAY, roseOn: TODAY, birthdayOn: TODAY, snoozedUntil: day('2026-12-01') },
    '2026-12-01',
  ],
  [
    'after a snooze it is as overdue as it was',
    { lastContactOn: day('2026-11-02'), snoozedUntil: TODAY },
    '2026-11-26',
    { code: 'overdue', days: 10 },
  ],
  ['a pause until a day holds all back', { promisedOn: TODAY, pause: { until: day('2026-12-01') } }, '2026-12-01'],
  ['a pause until somebody resumes is no day', { promisedOn: TODAY, pause: { until: null } }, null],
  [
    'a complaint is due at once, whatever holds the rest back',
    {
      lastContactOn: TODAY,
      complaintDueOn: day('2026-11-30'),
      snoozedUntil: day('2026-12-01'),
      pause: { until: null },
    },
    '2026-11-26',
    { code: 'complaint', answerBy: day('2026-11-30'), answerAt: null },
  ],
  [
    'a complaint that should have been answered has been due since',
    { lastContactOn: TODAY, complaintDueOn: day('2026-11-24') },
    '2026-11-24',
    { code: 'complaint', answerBy: day('2026-11-24'), answerAt: null },
  ],
  ['out of market is never due', { status: 'out-of-market', tier: null, roseOn: TODAY, birthdayOn: TODAY }, null],
  [
    'out of market keeps its promises',
    { status: 'out-of-market', tier: null, promisedOn: TODAY },
    '2026-11-26',
    { code: 'promised', on: TODAY, promise: null },
  ],
  [
    'out of market may complain',
    { status: 'out-of-market', tier: null, complaintDueOn: TODAY },
    '2026-11-26',
    { code: 'complaint', answerBy: TODAY, answerAt: null },
  ],
  [
    'every reason is told, the strongest first',
    {
      lastContactOn: day('2026-11-01'),
      roseOn: TODAY,
      birthdayOn: TODAY,
      expectedOn: TODAY,
      complaintDueOn: TODAY,
    },
    '2026-11-15',
    { code: 'complaint', answerBy: TODAY, answerAt: null },
    { code: 'rose', on: TODAY },
    { code: 'expected-signing', on: TODAY },
    { code: 'birthday', on: TODAY },
    { code: 'overdue', days: 11 },
  ],
];

test.each(ROWS.map(([title, parts, dueOn, ...reasons]) => ({ title, parts, dueOn, reasons })))('$title', (row) => {
  const { parts, dueOn, reasons } = row;
  const due = nextDue(aFollowUp(parts), LEVELS, WEEKDAYS, TODAY);
  expect(due.dueOn).toBe(dueOn);
  expect(due.reasons).toEqual(reasons);
});

test('what fell due on the weekend is due on Monday and not overdue', () => {
  const onSunday = aFollowUp({ lastContactOn: day('2026-11-15') });
  expect(nextDue(onSunday, LEVELS, WEEKDAYS, day('2026-11-30')).reasons).toEqual([{ code: 'due' }]);
  expect(nextDue(onSunday, LEVELS, WEEKDAYS, day('2026-12-01')).reasons).toEqual([{ code: 'overdue', days: 2 }]);
});

test('a birthday in holidays of more than a week is wished well on the day', () => {
  const closed: WorkCalendar = { isWorkingDay: (date) => date < '2026-12-01' || date > '2026-12-20' };
  const followUp = aFollowUp({ lastContactOn: TODAY, birthdayOn: day('2026-12-08'), pause: null });
  expect(nextDue(followUp, LEVELS, closed, TODAY).dueOn).toBe('2026-12-08');
  expect(nextDue({ ...followUp, birthdayOn: day('2026-12-07') }, LEVELS, closed, TODAY).dueOn).toBe('2026-11-30');
});

describe('customers that were never contacted', () => {
  /** 60 customers that came in one import, 200 times. */
  const imports = Array.from({ length: 200 }, (_, index) => {
    const random = seededRandom(index + 1);
    return Array.from({ length: 60 }, () =>
      aFollowUp({
        customerId: `0197a0c5-6b00-7${hex(random, 3)}-8${hex(random, 3)}-${hex(random, 12)}`,
        status: null,
        tier: null,
        sinceOn: TODAY,
        lastContactOn: null,
      }),
    );
  });

  test('are spread over the 20 working days of the interval as evenly as chance does', () => {
    const busiest: number[] = [];
    for (const customers of imports) {
      const counts = countByDay(customers.map((followUp) => nextDue(followUp, LEVELS, WEEKDAYS, TODAY).dueOn));
      for (const date of counts.keys()) {
        expect(WEEKDAYS.isWorkingDay(date)).toBe(true);
        expect(date >= TODAY && date < addDays(TODAY, 28)).toBe(true);
      }
      expect(counts.size).toBeGreaterThanOrEqual(15);
      busiest.push(Math.max(...counts.values()));
    }
    // Three a day on average; on the busiest day of an import usually 6 or 7, and more than 10 in one import of 300.
    expect(busiest.filter((count) => count <= 7).length).toBeGreaterThan(140);
    expect(busiest.filter((count) => count > 10).length).toBeLessThanOrEqual(3);
    expect(Math.max(...busiest)).toBeLessThanOrEqual(15);
  });

  test('have the same chance of each working day', () => {
    const counts = countByDay(imports.flat().map((followUp) => nextDue(followUp, LEVELS, WEEKDAYS, TODAY).dueOn));
    expect(counts.size).toBe(20);
    for (const count of counts.values()) expect(Math.abs(count - 600)).toBeLessThan(100);
  });

  test('are due for the first time, and that is overdue later', () => {
    const [followUp = expect.fail()] = imports[0] ?? [];
    const { dueOn } = nextDue(followUp, LEVELS, WEEKDAYS, TODAY);
    const due = dueOn ?? expect.fail();
    expect(nextDue(followUp, LEVELS, WEEKDAYS, due).reasons).toEqual([{ code: 'first-contact' }]);
    expect(nextDue(followUp, LEVELS, WEEKDAYS, addDays(due, 7)).reasons).toEqual([
      { code: 'first-contact' },
      { code: 'overdue', days: 7 },
    ]);
    expect(due >= (earliestDue(followUp, LEVELS) ?? '')).toBe(true);
  });

  test('are due on a day of the interval even where nobody works', () => {
    const never: WorkCalendar = { isWorkingDay: () => false };
    for (const followUp of imports[0] ?? []) {
      const { dueOn } = nextDue(followUp, LEVELS, never, TODAY);
      expect(dueOn !== null && dueOn >= TODAY && dueOn < addDays(TODAY, 28)).toBe(true);
    }
  });
});

test('the earliest day of a first contact lies at most 7 days before the day it comes to on weekdays', () => {
  for (let index = 0; index < 300; index++) {
    const followUp = aFollowUp({ customerId: `c${index}`, lastContactOn: null, sinceOn: TODAY });
    const { dueOn } = nextDue(followUp, LEVELS, WEEKDAYS, TODAY);
    const gap = dayNumber(dueOn ?? expect.fail()) - dayNumber(earliestDue(followUp, LEVELS) ?? expect.fail());
    expect(gap).toBeGreaterThanOrEqual(0);
    expect(gap).toBeLessThanOrEqual(10);
  }
});

function countByDay(days: readonly (CalendarDate | null)[]): ReadonlyMap<CalendarDate, number> {
  const counts = new Map<CalendarDate, number>();
  for (const each of days) if (each !== null) counts.set(each, (counts.get(each) ?? 0) + 1);
  return counts;
}

function hex(random: () => number, digits: number): string {
  return Array.from({ length: digits }, () => Math.floor(random() * 16).toString(16)).join('');
}
