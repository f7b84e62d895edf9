import { expect, test } from 'vitest';
import { tierOrder } from '../../../core/grading/tier-order.ts';

function tiers(...ids: string[]) {
  return { tiers: ids.map((id) => ({ id, titles: { en: id } })) };
}

const FOUR = tiers('A', 'B', 'C', 'D');
const THREE = tiers('gold', 'silver', 'bronze');

test.each([
  [FOUR, FOUR, 'same-ids', 'A', 'C', -2],
  [FOUR, tiers('A', 'B', 'C'), 'same-ids', 'D', 'C', 1],
  [tiers('A', 'C'), FOUR, 'same-ids', 'C', 'B', 1],
  [FOUR, tiers('D', 'C', 'B', 'A'), 'by-position', 'A', 'D', 0],
  [FOUR, tiers('w', 'x', 'y', 'z'), 'by-position', 'B', 'z', -2],
  [FOUR, THREE, 'by-position', 'A', 'gold', 0],
  [FOUR, THREE, 'by-position', 'C', 'silver', 0],
  [FOUR, THREE, 'by-position', 'C', 'gold', 2],
  [FOUR, THREE, 'by-position', 'C', 'bronze', -1],
  [THREE, FOUR, 'by-position', 'silver', 'D', -2],
  [tiers('yes', 'no'), FOUR, 'by-position', 'no', 'A', 3],
])('%j to %j is ordered %s: %s to %s moves %i', (before, after, kind, from, to, steps) => {
  const order = tierOrder(before, after);
  expect([order.kind, order.steps(from, to)]).toEqual([kind, steps]);
});
