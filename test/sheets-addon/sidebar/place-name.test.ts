import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnLetter } from '../../../core/table/column-letter.ts';
import { cellName, columnNumber, placeName } from '../../../sheets-addon/sidebar/place-name.ts';

test('a block is named by its corners, a cell by itself', () => {
  expect(placeName({ sheetId: 1, row: 3, column: 1, rows: 118, columns: 8 })).toBe('A3:H120');
  expect(placeName({ sheetId: 1, row: 7, column: 28, rows: 1, columns: 1 })).toBe('AB7');
  expect(cellName(1, 1)).toBe('A1');
});

test('a column has the number that its letters say', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 18_278 }), (column) => {
      expect(columnNumber(columnLetter(column - 1))).toBe(column);
    }),
  );
});
