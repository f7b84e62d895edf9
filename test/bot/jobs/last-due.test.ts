import { expect, test } from 'vitest';
import { lastDue } from '../../../bot/jobs/last-due.ts';

test.each([
  [
    'before it on the same day: yesterday’s',
    '2026-03-05T01:59:59Z',
    '03:00',
    'Europe/Berlin',
    '2026-03-04',
    '2026-03-04T02:00:00Z',
  ],
  ['on the minute', '2026-03-05T02:00:00Z', '03:00', 'Europe/Berlin', '2026-03-05', '2026-03-05T02:00:00Z'],
  ['later on the day', '2026-03-05T22:00:00Z', '03:00', 'Europe/Berlin', '2026-03-05', '2026-03-05T02:00:00Z'],
  [
    'by the local day, not UTC’s',
    '2026-03-05T20:00:00Z',
    '03:00',
    'Asia/Shanghai',
    '2026-03-06',
    '2026-03-05T19:00:00Z',
  ],
  ['at midnight', '2026-03-05T00:00:00Z', '00:00', 'UTC', '2026-03-05', '2026-03-05T00:00:00Z'],
  [
    'a time that clocks leave out',
    '2026-03-29T12:00:00Z',
    '02:30',
    'Europe/Berlin',
    '2026-03-29',
    '2026-03-29T01:30:00Z',
  ],
  [
    'a time that comes twice, after the first',
    '2026-10-25T00:45:00Z',
    '02:30',
    'Europe/Berlin',
    '2026-10-25',
    '2026-10-25T00:30:00Z',
  ],
  [
    'a time that comes twice, after the second',
    '2026-10-25T01:45:00Z',
    '02:30',
    'Europe/Berlin',
    '2026-10-25',
    '2026-10-25T00:30:00Z',
  ],
  [
    'half an hour of daylight saving time',
    '2026-04-04T20:00:00Z',
    '02:15',
    'Australia/Lord_Howe',
    '2026-04-05',
    '2026-04-04T15:45:00Z',
  ],
])('%s (%s): what is due at %s in %s was due on %s, at %s', (_, now, time, timeZone, on, at) => {
  expect(lastDue(new Date(now), time, timeZone)).toEqual({ on, at: new Date(at) });
});

test.each([
  ['Europe/Berlin', '02:30', '2026-03-27'],
  ['Europe/Berlin', '02:30', '2026-10-23'],
  ['Europe/Berlin', '03:00', '2026-10-23'],
  ['America/New_York', '01:30', '2026-10-30'],
  ['America/Santiago', '00:00', '2026-09-04'],
  ['Asia/Shanghai', '23:59', '2026-12-30'],
])('whoever looks every few minutes in %s finds one moment a day at %s, from %s on', (timeZone, time, from) => {
  const start = Date.parse(`${from}T12:00:00Z`);
  const found = new Map<string, number>();
  for (let minute = 0; minute < 4 * 1440; minute += 20) {
    const now = new Date(start + minute * 60_000);
    const { on, at } = lastDue(now, time, timeZone);
    expect(at <= now).toBe(true);
    expect(found.get(on) ?? at.getTime()).toBe(at.getTime());
    found.set(on, at.getTime());
  }
  const days = [...found.keys()];
  expect(days).toEqual(days.toSorted());
  expect(days.length).toBe(5);
  expect(new Set(found.values()).size).toBe(5);
});
