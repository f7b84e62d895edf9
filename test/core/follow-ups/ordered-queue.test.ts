import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type OrderedQueue, orderedQueue } from '../../../core/follow-ups/ordered-queue.ts';

interface Item {
  readonly key: number;
  readonly name: number;
}

const byKey = (one: Item, other: Item): number => one.key - other.key || one.name - other.name;
const items = (from: number): fc.Arbitrary<Item[]> =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { maxLength: 30 })
    .map((keys) => keys.map((key, index) => ({ key, name: from + index })));

test('gives its items in order, whenever they came', () => {
  fc.assert(
    fc.property(items(0), items(100), fc.nat({ max: 10 }), (first, later, takenBefore) => {
      const queue = orderedQueue(first, byKey);
      const before = take(queue, takenBefore);
      for (const item of later) queue.add(item);
      const all = [...first].toSorted(byKey);
      expect(before).toEqual(all.slice(0, takenBefore));
      expect(take(queue, 100)).toEqual([...all.slice(takenBefore), ...later].toSorted(byKey));
      expect(queue.first()).toBeUndefined();
      queue.removeFirst();
      queue.add({ key: 1, name: 1 });
      expect(queue.first()).toEqual({ key: 1, name: 1 });
    }),
    { seed: 20_261_126, numRuns: 300 },
  );
});

function take(queue: OrderedQueue<Item>, most: number): Item[] {
  const taken: Item[] = [];
  for (let item = queue.first(); item !== undefined && taken.length < most; item = queue.first()) {
    taken.push(item);
    queue.removeFirst();
  }
  return taken;
}
