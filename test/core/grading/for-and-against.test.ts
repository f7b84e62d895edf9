import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { forAndAgainst } from '../../../core/grading/for-and-against.ts';
import type { Reason } from '../../../core/grading/grade.ts';

function reason(criterion: string, points: number, max: number, knockOut?: string): Reason {
  return { criterion, value: 1, band: '1', points, max, ...(knockOut !== undefined && { knockOut }) };
}

const ids = (reasons: readonly Reason[]) => reasons.map(({ criterion }) => criterion).join(' ');

test.each([
  [
    'what won most stands in favour, what lost most against',
    [reason('a', 5, 6), reason('b', 20, 20), reason('c', 2, 20), reason('d', 0, 5)],
    'b a',
    'c d',
  ],
  ['half of the points counts against', [reason('a', 5, 10)], '', 'a'],
  [
    'a side with room takes what lost points and did not fit in favour',
    [reason('a', 18, 20), reason('b', 18, 20), reason('c', 16, 20), reason('d', 12, 20), reason('e', 9, 9)],
    'a b c',
    'd',
  ],
  [
    'a perfect customer has nothing against',
    [reason('a', 9, 9), reason('b', 8, 8), reason('c', 7, 7), reason('d', 6, 6)],
    'a b c',
    '',
  ],
  ['a knock-out comes first of what stands against', [reason('a', 0, 20), reason('k', 0, 0, 'D')], '', 'k a'],
  ['what was left out is on neither side', [reason('a', 0, 0)], '', ''],
])('%s', (_, reasons, favour, against) => {
  const sides = forAndAgainst(reasons, 3);
  expect([ids(sides.favour), ids(sides.against)]).toEqual([favour, against]);
});

const anyReasons = fc
  .array(fc.tuple(fc.nat(20), fc.nat(20)).map(([a, b]) => ({ points: Math.min(a, b), max: Math.max(a, b) })))
  .map((all) => all.map(({ points, max }, index) => reason(String(index), points, max)));

test('no reason stands on two sides, and without a limit every reason stands somewhere', () => {
  fc.assert(
    fc.property(anyReasons, fc.integer({ min: 1, max: 5 }), (reasons, limit) => {
      const sides = forAndAgainst(reasons, limit);
      const shown = [...sides.favour, ...sides.against, ...sides.leftOut];
      expect(new Set(shown).size).toBe(shown.length);
      expect(Math.max(sides.favour.length, sides.against.length)).toBeLessThanOrEqual(limit);
      const all = forAndAgainst(reasons, reasons.length);
      expect([...all.favour, ...all.against, ...all.leftOut]).toHaveLength(reasons.length);
    }),
  );
});
