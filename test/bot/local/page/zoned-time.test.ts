import { expect, test } from 'vitest';
import { isoDay, isoTime, timeOfDay, tsMs, zonedMoment } from '../../../../bot/local/page/zoned-time.ts';

const noonUtc = Date.parse('2026-11-22T12:00:00Z');

test('a moment is read in the person’s own time zone and language', () => {
  expect([isoDay(noonUtc, 'Asia/Shanghai'), isoTime(noonUtc, 'Asia/Shanghai')]).toEqual(['2026-11-22', '20:00']);
  expect(isoDay(Date.parse('2026-11-22T23:30:00Z'), 'Asia/Taipei')).toBe('2026-11-23');
  expect(timeOfDay(noonUtc, { locale: 'en-GB', timeZone: 'Europe/Berlin' })).toBe('13:00');
  expect(timeOfDay(noonUtc, { locale: 'en-US', timeZone: 'America/New_York' })).toMatch(/^7:00\sAM$/);
});

test('a day and a time become the moment at which clocks there show them', () => {
  expect(zonedMoment('2026-11-22', '20:00', 'Asia/Shanghai')).toBe(noonUtc);
  expect(zonedMoment('2026-07-01', '08:30', 'Europe/Berlin')).toBe(Date.parse('2026-07-01T06:30:00Z'));
});

test('it is right on both sides of a change of the clocks', () => {
  expect(zonedMoment('2026-10-25', '01:30', 'Europe/Berlin')).toBe(Date.parse('2026-10-24T23:30:00Z'));
  expect(zonedMoment('2026-10-25', '04:00', 'Europe/Berlin')).toBe(Date.parse('2026-10-25T03:00:00Z'));
});

test('what is no day gives no moment', () => {
  expect(zonedMoment('', '', 'Europe/Berlin')).toBeNaN();
});

test('Slack’s timestamps are seconds', () => {
  expect(tsMs('1700000000.000100')).toBeCloseTo(1_700_000_000_000.1, 1);
});
