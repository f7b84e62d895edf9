import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { momentIn, zoneOffsetMs } from '../../../bot/clock.ts';
import { nextWorkingDay, previousWorkingDay, type WorkCalendar } from '../../../core/follow-ups/work-calendar.ts';
import { workingDeadline } from '../../../core/follow-ups/working-deadline.ts';
import { arbitraryCalendar, day, TODAY, WEEKDAYS } from '../../support/follow-ups.ts';

const HOUR_MS = 3_600_000;

/** Opened at, working hours, answered by, each as clocks in the zone show it. 2026-11-27 is a Friday. */
const ROWS: readonly (readonly [zone: string, opened: string, hours: number, answered: string])[] = [
  ['Asia/Shanghai', '2026-11-27 10:00', 4, '2026-11-27 14:00'],
  ['Asia/Shanghai', '2026-11-27 16:00', 4, '2026-11-30 12:00'],
  ['Asia/Shanghai', '2026-11-27 09:00', 8, '2026-11-27 17:00'],
  ['Asia/Shanghai', '2026-11-27 07:30', 8, '2026-11-27 17:00'],
  ['Asia/Shanghai', '2026-11-27 20:15', 4, '2026-11-30 13:00'],
  ['Asia/Shanghai', '2026-11-28 12:00', 8, '2026-11-30 17:00'],
  ['Asia/Shanghai', '2026-11-27 12:00', 40, '2026-12-04 12:00'],
  ['Asia/Shanghai', '2026-11-27 16:59', 0.5, '2026-11-30 09:29'],
  // on the other side of midnight in UTC
  ['America/Los_Angeles', '2026-11-27 16:00', 4, '2026-11-30 12:00'],
  ['Pacific/Auckland', '2026-11-27 16:00', 4, '2026-11-30 12:00'],
  // clocks go forward on Sunday, 29 March, and back on Sunday, 25 October
  ['Europe/Berlin', '2026-03-27 16:00', 4, '2026-03-30 12:00'],
  ['Europe/Berlin', '2026-10-23 16:00', 4, '2026-10-26 12:00'],
  ['America/New_York', '2026-03-06 16:00', 16, '2026-03-10 16:00'],
  ['America/New_York', '2026-10-30 16:00', 16, '2026-11-03 16:00'],
];

describe('the moment by which so many working hours have passed', () => {
  test.each(ROWS)('in %s: opened %s, %f hours, by %s', (zone, opened, hours, answered) => {
    const deadline = workingDeadline(moment(zone, opened), hours, inZone(zone, WEEKDAYS));
    expect(new Date(deadline)).toEqual(new Date(moment(zone, answered)));
  });

  test('leaves out holidays, and works on a Saturday that is worked', () => {
    const calendar: WorkCalendar = {
      isWorkingDay: (date) => date === '2026-11-28' || (WEEKDAYS.isWorkingDay(date) && date !== '2026-11-30'),
    };
    const from = moment('Asia/Taipei', '2026-11-27 16:00');
    const until = (hours: number): number => workingDeadline(from, hours, inZone('Asia/Taipei', calendar));
    expect(until(4)).toBe(moment('Asia/Taipei', '2026-11-28 12:00'));
    expect(until(10)).toBe(moment('Asia/Taipei', '2026-12-01 10:00'));
  });

  test('keeps to other hours of work', () => {
    const hours = { fromMinutes: 480, toMinutes: 720 };
    const deadline = workingDeadline(moment('UTC', '2026-11-27 11:00'), 4, { ...inZone('UTC', WEEKDAYS), hours });
    expect(deadline).toBe(moment('UTC', '2026-11-30 11:00'));
  });

  test('counts what really passes where clocks change amid the hours of work', () => {
    const hours = { fromMinutes: 0, toMinutes: 480 };
    const everyDay: WorkCalendar = { isWorkingDay: () => true };
    const from = moment('Europe/Berlin', '2026-03-29 00:00');
    const berlin = { ...inZone('Europe/Berlin', everyDay), hours };
    // From 00:00 to 08:00 only seven hours pass on that night.
    expect(workingDeadline(from, 7, berlin)).toBe(moment('Europe/Berlin', '2026-03-29 08:00'));
    expect(workingDeadline(from, 8, berlin)).toBe(moment('Europe/Berlin', '2026-03-30 01:00'));
  });

  test('counts every day where a calendar has no working day at all', () => {
    const never: WorkCalendar = { isWorkingDay: () => false };
    const deadline = workingDeadline(moment('UTC', '2026-11-27 16:00'), 4, inZone('UTC', never));
    expect(deadline).toBe(moment('UTC', '2026-11-28 12:00'));
  });

  test('lies in working time, later for more hours, and is reached bit by bit', () => {
    const zones = fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe');
    const start = Date.parse('2026-01-01T00:00:00Z');
    const from = fc.integer({ min: 0, max: 365 * 24 * 60 }).map((minutes) => start + minutes * 60_000);
    const hours = fc.integer({ min: 1, max: 200 }).map((quarters) => quarters / 4);
    fc.assert(
      fc.property(zones, arbitraryCalendar, from, hours, hours, (zone, calendar, fromMs, first, second) => {
        const time = inZone(zone, calendar);
        const deadline = workingDeadline(fromMs, first, time);
        expect(deadline).toBeGreaterThanOrEqual(fromMs + first * HOUR_MS);
        const shown = new Date(deadline + zoneOffsetMs(zone, deadline));
        expect(shown.getUTCHours() * 60 + shown.getUTCMinutes()).toBeGreaterThan(540);
        expect(shown.getUTCHours() * 60 + shown.getUTCMinutes()).toBeLessThanOrEqual(1020);
        expect(calendar.isWorkingDay(day(shown.toISOString().slice(0, 10)))).toBe(true);
        expect(workingDeadline(deadline, second, time)).toBe(workingDeadline(fromMs, first + second, time));
      }),
      { seed: 20_261_126, numRuns: 100 },
    );
  });
});

describe('the next and the last working day', () => {
  test.each([
    ['2026-11-26', '2026-11-27', '2026-11-25'],
    ['2026-11-27', '2026-11-30', '2026-11-26'],
    ['2026-11-28', '2026-11-30', '2026-11-27'],
    ['2026-11-30', '2026-12-01', '2026-11-27'],
  ])('around %s', (date, next, previous) => {
    expect(nextWorkingDay(WEEKDAYS, day(date))).toBe(next);
    expect(previousWorkingDay(WEEKDAYS, day(date))).toBe(previous);
  });

  test('are not found in a calendar without any', () => {
    const never: WorkCalendar = { isWorkingDay: () => false };
    expect(nextWorkingDay(never, TODAY)).toBeUndefined();
    expect(previousWorkingDay(never, TODAY)).toBeUndefined();
  });
});

function moment(zone: string, shown: string): number {
  return momentIn(zone, day(shown.slice(0, 10)), shown.slice(11)).getTime();
}

function inZone(zone: string, calendar: WorkCalendar) {
  return { calendar, zoneOffsetMs: (atMs: number) => zoneOffsetMs(zone, atMs) };
}
