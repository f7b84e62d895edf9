import fc from 'fast-check';
import { expect, test } from 'vitest';
import { a1Of, columnIndex, quotedTitle, readA1 } from '../../../../bot/local/workbook/a1-notation.ts';
import { columnLetter } from '../../../../core/table/column-letter.ts';

test.each([
  ['A1', [null, 0, 1, 0, 1]],
  ['b3', [null, 2, 3, 1, 2]],
  ['$B$3:D9', [null, 2, 9, 1, 4]],
  ['D9:B3', [null, 2, 9, 1, 4]],
  ['A:C', [null, null, null, 0, 3]],
  ['C:A', [null, null, null, 0, 3]],
  ['A2:F', [null, 1, null, 0, 6]],
  ['2:4', [null, 1, 4, null, null]],
  ['Sheet1!A1', ['Sheet1', 0, 1, 0, 1]],
  ["'My sheet'!A1:B2", ['My sheet', 0, 2, 0, 2]],
  ["'It''s'!A:A", ["It's", null, null, 0, 1]],
  ['客户!B2', ['客户', 1, 2, 1, 2]],
])('%s is read', (text, [sheetTitle, startRow, endRow, startColumn, endColumn]) => {
  expect(readA1(text)).toEqual({ sheetTitle, startRow, endRow, startColumn, endColumn });
});

test.each(['', 'A', '1', 'A0', 'A:3', 'ABCD1', 'A1:B2:C3', 'A1,B2', 'my name', '!A1', 'A-1'])(
  '%j is no reference',
  (text) => {
    expect(readA1(text)).toBeNull();
  },
);

test('a block reads back from its own notation', () => {
  const line = fc.integer({ min: 0, max: 18_000 });
  fc.assert(
    fc.property(
      line,
      fc.integer({ min: 1, max: 200 }),
      line,
      fc.integer({ min: 1, max: 200 }),
      (row, rows, column, columns) => {
        const block = { startRow: row, endRow: row + rows, startColumn: column, endColumn: column + columns };
        expect(readA1(a1Of(block))).toEqual({ sheetTitle: null, ...block });
        expect(readA1(`${quotedTitle("A'b!c")}!${a1Of(block)}`)).toMatchObject({ sheetTitle: "A'b!c" });
      },
    ),
    { seed: 7 },
  );
});

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('column %i is %s', (column, letters) => {
  expect(columnLetter(column)).toBe(letters);
  expect(columnIndex(letters)).toBe(column);
});
