import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changedCells } from '../../../sheets-addon/grading/changed-cells.ts';

test('changed cells are told by column, the heading first, and counted once', () => {
  const changes = changedCells(3, 2);
  for (const [index, at] of [
    [2, 0],
    [-1, 0],
    [0, 0],
    [1, 1],
  ] as const)
    changes.add(index, at);
  expect([changes.of(0), changes.of(1)]).toEqual([[-1, 0, 2], [1]]);
  expect([changes.countOf(0), changes.countOf(1), changes.count()]).toEqual([3, 1, 4]);
  expect([changes.has(-1, 0), changes.has(-1, 1), changes.has(2, 0), changes.has(2, 1)]).toEqual([
    true,
    false,
    true,
    false,
  ]);
});

test('whatever changes is told, and nothing else', () => {
  const cell = fc.record({ index: fc.integer({ min: -1, max: 19 }), at: fc.integer({ min: 0, max: 3 }) });
  const cells = fc.uniqueArray(cell, { selector: ({ index, at }) => `${index} ${at}` });
  fc.assert(
    fc.property(cells, (some) => {
      const changes = changedCells(20, 4);
      for (const { index, at } of some) changes.add(index, at);
      const told = [0, 1, 2, 3].flatMap((at) => changes.of(at).map((index) => `${index} ${at}`));
      expect(new Set(told)).toEqual(new Set(some.map(({ index, at }) => `${index} ${at}`)));
      expect(changes.count()).toBe(some.length);
    }),
  );
});
