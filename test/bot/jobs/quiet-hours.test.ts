import { expect, test } from 'vitest';
import { afterQuietHours, isQuietHour } from '../../../bot/jobs/quiet-hours.ts';

test.each([
  ['2026-03-05T07:59:00Z', 'UTC', '2026-03-05T08:00:00Z'],
  ['2026-03-05T08:00:00Z', 'UTC', '2026-03-05T08:00:00Z'],
  ['2026-03-05T19:59:00Z', 'UTC', '2026-03-05T19:59:00Z'],
  ['2026-03-05T20:00:00Z', 'UTC', '2026-03-06T08:00:00Z'],
  ['2026-03-05T13:00:00Z', 'Asia/Shanghai', '2026-03-06T00:00:00Z'],
  // clocks go forward in the night
  ['2026-03-28T20:00:00Z', 'Europe/Berlin', '2026-03-29T06:00:00Z'],
])('what happens at %s in %s is told at %s', (moment, timeZone, told) => {
  expect(afterQuietHours(new Date(moment), timeZone)).toEqual(new Date(told));
  expect(isQuietHour(new Date(moment), timeZone)).toBe(moment !== told);
});
