import { expect, test } from 'vitest';
import { gradeComparison } from '../../../core/grading/compare-grades.ts';
import type { Standing } from '../../../core/grading/migration-matrix.ts';
import { accountValue } from '../../../core/schemes/account-value.ts';
import { medal } from '../../../core/schemes/medal.ts';
import { valuePyramid } from '../../../core/schemes/value-pyramid.ts';

function standing(tier: string | null): Standing {
  return tier === null ? { status: 'review', tier } : { status: 'graded', tier };
}

test.each([
  ['A', 'gold', true],
  ['B', 'silver', true],
  ['C', 'silver', true],
  ['D', 'bronze', true],
  ['A', 'silver', false],
  ['B', 'gold', false],
  ['B', 'bronze', false],
  ['D', 'gold', false],
  [null, null, true],
  ['A', null, false],
  [null, 'gold', false],
])('of four tiers and three, %s and %s agree: %s', (one, other, agree) => {
  const comparison = gradeComparison([accountValue, medal]);
  comparison.add([standing(one), standing(other)]);
  expect(comparison.finish()).toEqual({ customers: 1, agreements: [{ pair: [0, 1], agree: agree ? 1 : 0 }] });
});

test('customers on whom schemes differ most have the widest spread, and those without a tier somewhere are told', () => {
  const comparison = gradeComparison([accountValue, medal, valuePyramid]);
  expect(comparison.add(['A', 'bronze', 'important'].map(standing))).toEqual({ spread: 1, withoutTier: 0 });
  expect(comparison.add(['A', 'gold', 'important'].map(standing))).toEqual({ spread: 0, withoutTier: 0 });
  expect(comparison.add(['D', null, 'small'].map(standing))).toEqual({ spread: 0, withoutTier: 1 });
  expect(comparison.add([null, null, null].map(standing))).toEqual({ spread: 0, withoutTier: 0 });
  const { customers, agreements } = comparison.finish();
  expect(customers).toBe(4);
  expect(agreements).toEqual([
    { pair: [0, 1], agree: 2 },
    { pair: [0, 2], agree: 4 },
    { pair: [1, 2], agree: 2 },
  ]);
});
