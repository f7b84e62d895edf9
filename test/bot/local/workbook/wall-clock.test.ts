import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WallClock } from '../../../../bot/local/workbook/wall-clock.ts';

const ZONES = ['UTC', 'Asia/Shanghai', 'Asia/Kathmandu', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia'];

const serialOf = (iso: string) => Date.parse(`${iso}Z`) / 86_400_000 + 25_569;

test.each([
  ['Asia/Shanghai', '2026-03-05T00:00:00', '2026-03-04T16:00:00Z'],
  ['America/New_York', '2026-01-15T09:30:00', '2026-01-15T14:30:00Z'],
  ['America/New_York', '2026-07-15T09:30:00', '2026-07-15T13:30:00Z'],
  // Shown twice: the first of the two.
  ['America/New_York', '2026-11-01T01:30:00', '2026-11-01T05:30:00Z'],
  // Left out: the hour after.
  ['America/New_York', '2026-03-08T02:30:00', '2026-03-08T07:30:00Z'],
  // The day that Samoa left out.
  ['Pacific/Apia', '2011-12-29T12:00:00', '2011-12-29T22:00:00Z'],
  ['Pacific/Apia', '2011-12-31T12:00:00', '2011-12-30T22:00:00Z'],
])('in %s the wall clock shows %s at %s', (zone, wall, moment) => {
  expect(new Date(new WallClock(zone).momentOf(serialOf(wall))).toISOString()).toBe(new Date(moment).toISOString());
});

test('a moment is what the wall clock shows and back, an hour that is shown twice aside', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...ZONES),
      fc.integer({ min: Date.UTC(1980, 0), max: Date.UTC(2040, 0) }),
      (zone, ms) => {
        const clock = new WallClock(zone);
        const back = clock.momentOf(clock.serialAt(ms));
        expect(clock.serialAt(back)).toBeCloseTo(clock.serialAt(ms), 7);
        expect(ms - back === 0 || ms - back === 3_600_000 || ms - back === 1_800_000).toBe(true);
      },
    ),
    { seed: 7, numRuns: 300 },
  );
});

test('what the clock shows is what Intl shows', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...ZONES),
      fc.integer({ min: Date.UTC(1920, 0) / 1000, max: Date.UTC(2040, 0) / 1000 }),
      (zone, seconds) => {
        const serial = new WallClock(zone).serialAt(seconds * 1000);
        const shown = new Date(Math.round((serial - 25_569) * 86_400_000)).toISOString().slice(0, 19);
        const intl = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
        expect(shown).toBe(intl.format(seconds * 1000).replace(' ', 'T'));
      },
    ),
    { seed: 7, numRuns: 300 },
  );
});
