import { describe, expect, test } from 'vitest';
import { LatestMade, placeOf } from '../../core/latest-made.ts';

describe('places of values', () => {
  test.each([
    ['whole numbers up to 1,000', 1000, 1],
    ['hundredths', 100, 100],
    ['halves of a percent', 200, 200],
    ['tenths of a percent', 1000, 1000],
    ['scores out of 10 with a decimal', 100, 10],
  ])('are different for %s', (_, count, parts) => {
    const places = new Set(Array.from({ length: count + 1 }, (__, index) => placeOf(index / parts)));
    expect(places.size).toBe(count + 1);
  });

  test('are different for the days of a year, nearly all', () => {
    const days = Array.from({ length: 365 }, (_, day) =>
      new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10),
    );
    expect(new Set(days.map(placeOf)).size).toBeGreaterThan(300);
  });

  test('are whole, from 0 to 2047, for whatever a customer may have', () => {
    const values = [null, true, false, '', '高', 'x'.repeat(1e5), 0, -1, -0.5, 1e308, 5e-324, Number.NaN, -Infinity];
    for (const value of values) {
      const place = placeOf(value);
      expect(Number.isInteger(place) && place >= 0 && place < 2048, String(value)).toBe(true);
    }
  });
});

describe('what has been made lately', () => {
  test('is found in its place once there is enough of it, the latest in the place of another', () => {
    const latest = new LatestMade<number, string>();
    for (let value = 0; value < 10; value += 1)
      expect(latest.keep(placeOf(value), value, `made of ${value}`)).toBe(`made of ${value}`);
    expect(latest.made[placeOf(5)]).toBeUndefined();
    for (let value = 0; value < 100; value += 1) latest.keep(placeOf(value), value, `made of ${value}`);
    expect([latest.of[placeOf(77)], latest.made[placeOf(77)]]).toEqual([77, 'made of 77']);
    latest.keep(placeOf(77), 2125, 'made of another');
    expect([latest.of[placeOf(77)], latest.made[placeOf(77)]]).toEqual([2125, 'made of another']);
  });
});
