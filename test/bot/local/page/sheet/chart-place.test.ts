import { expect, test } from 'vitest';
import { chartPlace } from '../../../../../bot/local/page/sheet/chart-place.ts';
import { layOut, ROW_HEADER_WIDTH, ROW_HEIGHT } from '../../../../../bot/local/page/sheet/grid-layout.ts';
import { pageSheet } from '../../../../support/page-sheet.ts';

const SHEET = pageSheet({ widths: { 0: 50, 1: 60 } });
const AT_C5 = { row: 4, column: 2, offsetX: 3, offsetY: 2 };

test('a chart hangs from its cell, whatever is frozen', () => {
  const place = { left: ROW_HEADER_WIDTH + 110 + 3, top: 5 * ROW_HEIGHT + 2 };
  expect(chartPlace(AT_C5, layOut(SHEET))).toEqual(place);
  expect(chartPlace(AT_C5, layOut({ ...SHEET, frozenRows: 2, frozenColumns: 1 }))).toEqual(place);
  expect(chartPlace(AT_C5, layOut({ ...SHEET, frozenRows: 5, frozenColumns: 3 }))).toEqual(place);
});

test('a chart moves up and to the left when rows and columns before it are hidden, and is gone with those of its own', () => {
  const moved = { left: ROW_HEADER_WIDTH + 50 + 3, top: 3 * ROW_HEIGHT + 2 };
  expect(chartPlace(AT_C5, layOut({ ...SHEET, hiddenRows: [[1, 2]], hiddenColumns: [1] }))).toEqual(moved);
  expect(chartPlace(AT_C5, layOut({ ...SHEET, hiddenRows: [[3, 2]] }))).toBeNull();
  expect(chartPlace(AT_C5, layOut({ ...SHEET, hiddenColumns: [2] }))).toBeNull();
});
