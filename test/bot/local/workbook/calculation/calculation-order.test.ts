import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  calculationOrder,
  type OrderedFormula,
} from '../../../../../bot/local/workbook/calculation/calculation-order.ts';
import type { SheetRange } from '../../../../../bot/local/workbook/grid-range.ts';

/** Formula `index` stands in row `index` of column A and reads the rows `reads`. */
function formula(index: number, reads: readonly number[], readsAnything = false): OrderedFormula {
  return { sheetId: 0, row: index, column: 0, reads: reads.map((row) => rows(row, row)), spill: null, readsAnything };
}

function rows(first: number, last: number): SheetRange {
  return { sheetId: 0, startRow: first, endRow: last + 1, startColumn: 0, endColumn: 1 };
}

const places = (formulas: readonly OrderedFormula[]): number[] => formulas.map(({ row }) => row);

test('each formula comes after those that it reads, and none is lost', () => {
  const reads = fc.array(fc.array(fc.nat(200), { maxLength: 4 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(reads, fc.boolean(), (lists, isBackwards) => {
      // Each reads only formulas before it: there is no circle.
      const formulas = lists.map((list, index) =>
        formula(
          index,
          list.map((one) => one % (index + 1)).filter((one) => one !== index),
        ),
      );
      const { ordered, circles } = calculationOrder(isBackwards ? formulas.toReversed() : formulas);
      expect(circles).toEqual([]);
      expect(places(ordered).toSorted((a, b) => a - b)).toEqual(places(formulas));
      const at = new Map(ordered.map((one, index) => [one.row, index]));
      for (const { row, reads: read } of formulas)
        for (const { startRow } of read) expect(at.get(startRow)).toBeLessThan(at.get(row) ?? -1);
    }),
  );
});

test('a circle is told, and who reads it is ordered like the others', () => {
  const { ordered, circles } = calculationOrder([
    formula(0, [1]),
    formula(1, [0]),
    formula(2, [1, 3]),
    formula(3, [4]),
    formula(4, []),
    formula(5, [2, 6]),
    formula(6, [6]),
  ]);
  expect(places(circles).toSorted((a, b) => a - b)).toEqual([0, 1, 6]);
  expect(places(ordered)).toEqual([4, 3, 2, 5]);
});

test('large ranges and arrays count as what they hold', () => {
  const large = { ...formula(500, []), reads: [rows(0, 400)] };
  const array = { ...formula(600, []), spill: rows(600, 620) };
  const reader = formula(700, [610]);
  const { ordered } = calculationOrder([reader, large, formula(300, [700]), array]);
  expect(places(ordered)).toEqual([600, 700, 300, 500]);
});

test('what reads anything comes last', () => {
  const { ordered } = calculationOrder([formula(0, [], true), formula(1, [0]), formula(2, [])]);
  expect(places(ordered)).toEqual([2, 0, 1]);
});
