import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayNumber } from '../../../core/calendar-date.ts';
import { EVERY_DAY } from '../../../core/follow-ups/due-calendar.ts';
import { dueDays, isNew } from '../../../core/follow-ups/due-day.ts';
import type { FollowUp } from '../../../core/follow-ups/follow-up.ts';
import { owedDay } from '../../../core/follow-ups/owed-day.ts';
import { levelOf } from '../../../core/follow-ups/service-levels.ts';
import { aFollowUp, arbitraryFollowUp, day, LEVELS, TODAY } from '../../support/follow-ups.ts';

type Row = readonly [title: string, parts: Partial<FollowUp>, owedOn: string | null];

/** All of tier B (every 14 days) as of Thursday, 26 November 2026, unless they say otherwise. */
const ROWS: readonly Row[] = [
  ['the cadence counts from the last contact', { lastContactOn: day('2026-11-20') }, '2026-12-04'],
  ['another tier, another cadence', { tier: 'A', lastContactOn: day('2026-11-20') }, '2026-11-27'],
  ['a skip restarts the cadence', { lastContactOn: day('2026-11-02'), skippedOn: day('2026-11-20') }, '2026-12-04'],
  ['a promise replaces the cadence', { lastContactOn: day('2026-11-20'), promisedOn: day('2026-12-20') }, '2026-12-20'],
  [
    'a promise that was missed stays',
    { lastContactOn: day('2026-11-02'), promisedOn: day('2026-11-05') },
    '2026-11-05',
  ],
  ['a plan replaces the cadence', { lastContactOn: day('2026-11-20'), plannedOn: day('2026-12-20') }, '2026-12-20'],
  [
    'a promise goes before a plan',
    { lastContactOn: day('2026-11-20'), plannedOn: TODAY, promisedOn: day('2026-12-20') },
    '2026-12-20',
  ],
  [
    'a first contact is owed at the end of the first interval, wherever its place in it',
    { lastContactOn: null, sinceOn: day('2026-11-20') },
    '2026-12-04',
  ],
  [
    'a first contact that a table plans is owed then',
    { lastContactOn: null, sinceOn: day('2026-11-20'), plannedOn: day('2026-11-23') },
    '2026-11-23',
  ],
  ['a snooze puts it off', { snoozedUntil: day('2026-12-01') }, '2026-12-01'],
  ['a snooze that ends earlier does not', { snoozedUntil: day('2026-11-01') }, '2026-11-20'],
  ['a pause with an end puts it off', { pause: { until: day('2027-01-10') } }, '2027-01-10'],
  ['while a pause has no end nothing is owed', { pause: { until: null }, promisedOn: TODAY }, null],
  ['out of market nothing is owed', { status: 'out-of-market', tier: null }, null],
  ['but what was promised', { status: 'out-of-market', tier: null, promisedOn: TODAY }, '2026-11-26'],
  [
    'a signing, a birthday, a rise and a complaint do not bring it forward',
    { lastContactOn: day('2026-11-20'), expectedOn: TODAY, birthdayOn: TODAY, roseOn: TODAY, complaintDueOn: TODAY },
    '2026-12-04',
  ],
];

describe('owedDay', () => {
  test.each(ROWS)('%s', (_title, parts, owedOn) => {
    expect(owedDay(aFollowUp(parts), LEVELS)).toBe(owedOn);
  });

  test('after the first contact it is the day on which the customer is due by promise, plan or cadence; before, never earlier', () => {
    fc.assert(
      fc.property(arbitraryFollowUp, (followUp) => {
        const { promised, cadence } = dueDays(followUp, levelOf(LEVELS, followUp), EVERY_DAY);
        const owedOn = owedDay(followUp, LEVELS);
        const owed = owedOn === null ? Number.POSITIVE_INFINITY : dayNumber(owedOn);
        const due = Math.min(promised, cadence);
        if (isNew(followUp)) expect(owed).toBeGreaterThanOrEqual(due);
        else expect(owed).toBe(due);
      }),
      { seed: 20261126, numRuns: 500 },
    );
  });

  test('a contact today leaves nothing owed before a whole interval has passed, unless a day was agreed', () => {
    fc.assert(
      fc.property(arbitraryFollowUp, (before) => {
        const after = { ...before, lastContactOn: TODAY, promisedOn: null, plannedOn: null };
        const owedOn = owedDay(after, LEVELS);
        if (owedOn === null) return;
        expect(owedOn >= addDays(TODAY, levelOf(LEVELS, after).everyDays)).toBe(true);
      }),
      { seed: 20261126, numRuns: 500 },
    );
  });
});
