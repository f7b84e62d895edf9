import { expect, test } from 'vitest';
import type { GradingBatch } from '../../../bot/store/grading-columns.ts';
import { KeptColumns } from '../../../bot/use-cases/kept-columns.ts';

function batch(ids: readonly string[], values: Float64Array | readonly string[]): GradingBatch {
  return { columns: { size: ids.length, values: { sales: values } }, idAt: (place) => ids[place] ?? '' };
}

test('a pass gets back what the one before it read', () => {
  const kept = new KeptColumns();
  kept.add(batch(['a', 'b'], Float64Array.of(1, 2)));
  kept.add(batch(['c'], ['high']));
  expect(kept.isWhole).toBe(true);
  const empty = { ...batch(['c'], []), columns: { size: 1, values: {} } };
  expect(kept.restore(empty, 1).columns.values).toEqual({ sales: ['high'] });
});

test('more than fits is read again', () => {
  const kept = new KeptColumns();
  const large = batch(['a'], new Float64Array(2 ** 24));
  kept.add(large);
  expect(kept.isWhole).toBe(false);
  expect(kept.restore(large, 0)).toBe(large);
});

test('customers that changed between the passes are not mistaken for each other', () => {
  const kept = new KeptColumns();
  kept.add(batch(['a', 'b'], Float64Array.of(1, 2)));
  expect(() => kept.restore(batch(['a', 'c'], Float64Array.of(1, 2)), 0)).toThrow(/changed/);
  expect(() => kept.restore(batch(['a'], Float64Array.of(1)), 0)).toThrow(/changed/);
});
