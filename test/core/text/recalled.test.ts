import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recalled } from '../../../core/text/recalled.ts';

const value = fc.oneof(fc.double(), fc.integer({ min: -50, max: 50 }), fc.string(), fc.boolean(), fc.constant(null));

test('what is recalled of a value is what was said of it last, whatever else was said', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(value, fc.nat()), { maxLength: 2000 }), (said) => {
      const memory = recalled<number>();
      const last = new Map<unknown, number>();
      for (const [one, what] of said) {
        memory.keep(one, what);
        last.set(one, what);
        expect(memory.of(one)).toBe(Number.isNaN(one) ? undefined : what);
      }
      for (const [one] of said) expect([undefined, last.get(one)]).toContain(memory.of(one));
    }),
  );
});

test('all percentages of a column are remembered at once', () => {
  const memory = recalled<string>();
  const shares = Array.from({ length: 101 }, (_, percent) => percent / 100);
  for (const share of shares) memory.keep(share, `${share}`);
  expect(shares.filter((share) => memory.of(share) === `${share}`).length).toBeGreaterThan(90);
});

test('however many values there are, no more than some thousand are kept', () => {
  const memory = recalled<string>();
  const words = Array.from({ length: 5000 }, (_, place) => `word ${place}`);
  for (const word of words) memory.keep(word, word);
  expect(words.filter((word) => memory.of(word) !== undefined)).toHaveLength(2000);
});
