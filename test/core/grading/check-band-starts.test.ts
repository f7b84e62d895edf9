import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { outOfOrder } from '../../../core/grading/check-band-starts.ts';

test.each([
  // the only one without which the others are in order
  [[90, 30, 60, 45], { index: 1, own: 30, other: 60 }],
  [[90, 95, 60, 45], { index: 1, own: 95, other: 90 }],
  [[90, 60, 45, 50], { index: 3, own: 50, other: 45 }],
  // either could be it: the later one
  [[80, 30, 45], { index: 2, own: 45, other: 30 }],
  [[80, 80], { index: 1, own: 80, other: 80 }],
  // what is missing is passed over
  [[80, undefined, 90, undefined, 10], { index: 2, own: 90, other: 80 }],
] as const)('in %j it is told which one is out of order', (numbers, wrong) => {
  expect(outOfOrder(numbers, 'strictly')).toEqual(wrong);
});

test('numbers that fall are in order, and equal ones unless they must fall', () => {
  expect(outOfOrder([3, 2, 1], 'strictly')).toBeUndefined();
  expect(outOfOrder([3, 3, 1])).toBeUndefined();
  expect(outOfOrder([3, 3, 1], 'strictly')).toBeDefined();
  expect(outOfOrder([])).toBeUndefined();
});

test('one number that is moved among falling ones is found, or its neighbour', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 0, max: 1000 }), { minLength: 2, maxLength: 8 }),
      fc.nat(),
      fc.integer({ min: -10, max: 1010 }),
      (numbers, place, value) => {
        const falling = numbers.toSorted((one, other) => other - one);
        const at = place % falling.length;
        const moved = falling.with(at, value);
        const wrong = outOfOrder(moved, 'strictly');
        const isFalling = moved.every((number, index) => index === 0 || (moved[index - 1] ?? 0) > number);
        expect(wrong === undefined).toBe(isFalling);
        if (wrong !== undefined) expect(Math.abs(wrong.index - at)).toBeLessThanOrEqual(1);
      },
    ),
  );
});
