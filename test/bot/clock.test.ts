import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localDay, localTime, momentIn } from '../../bot/clock.ts';
import { dateOfDayNumber, parseIsoDate } from '../../core/calendar-date.ts';

describe('the moment at which clocks in a zone show a time', () => {
  test.each([
    ['UTC', '2026-11-23', '08:30', '2026-11-23T08:30:00.000Z'],
    ['Asia/Shanghai', '2026-11-23', '08:30', '2026-11-23T00:30:00.000Z'],
    ['America/New_York', '2026-11-23', '08:30', '2026-11-23T13:30:00.000Z'],
    ['Asia/Kolkata', '2026-01-01', '00:00', '2025-12-31T18:30:00.000Z'],
    ['Europe/Berlin', '2026-07-01', '08:30', '2026-07-01T06:30:00.000Z'],
    ['Europe/Berlin', '2026-03-29', '01:59', '2026-03-29T00:59:00.000Z'],
    ['Europe/Berlin', '2026-03-29', '02:30', '2026-03-29T01:30:00.000Z'],
    ['Europe/Berlin', '2026-03-29', '03:00', '2026-03-29T01:00:00.000Z'],
    ['Europe/Berlin', '2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
    ['America/New_York', '2026-03-08', '02:30', '2026-03-08T07:30:00.000Z'],
    ['Pacific/Kiritimati', '2026-11-23', '08:30', '2026-11-22T18:30:00.000Z'],
  ])('%s %s %s', (zone, day, time, moment) => {
    const date = parseIsoDate(day);
    expect(date && momentIn(zone, date, time).toISOString()).toBe(moment);
  });

  test('lies on that day, at that time, in every zone', () => {
    const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
    fc.assert(
      fc.property(zones, fc.integer({ min: 10_000, max: 30_000 }), (zone, days) => {
        const day = dateOfDayNumber(days);
        const moment = momentIn(zone, day, '12:00');
        expect(localDay(moment, zone)).toBe(day);
        expect(localTime(moment, zone)).toBe('12:00');
      }),
    );
  });

  test('does not take what is no time of day', () => {
    expect(() => momentIn('UTC', dateOfDayNumber(20_000), '25:00')).toThrow('25:00 is no time of day such as 08:30.');
  });
});
