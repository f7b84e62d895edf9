import { expect, test } from 'vitest';
import { areSideBySide } from '../../../sheets-addon/sidebar/side-by-side.ts';

const place = (row: number, rows: number, column = 1) => ({ sheetId: 0, row, column, rows, columns: 3 });

test.each([
  ['beside one another', [place(1, 5), place(3, 9, 5)], true],
  ['the last two of three beside one another', [place(1, 2), place(4, 3), place(6, 9, 5)], true],
  ['one below the other', [place(1, 5), place(6, 2)], false],
  ['alone', [place(1, 5)], false],
])('tables %s', (_, places, expected) => {
  expect(areSideBySide(places)).toBe(expected);
});
