import { expect, test } from 'vitest';
import { viewOf } from '../../../../bot/local/sheet/sheet-view.ts';
import { Workbook } from '../../../../bot/local/workbook/workbook.ts';
import { enterValues } from '../../../../bot/local/workbook/write-cells.ts';

test.each([
  ['de_DE', '12,5', '98,5%', '31.12.2026', '1.234,5 €'],
  ['en_US', '12.5', '98.5%', '12/31/2026', '$1,234.5'],
  ['zh_CN', '12.5', '98.5%', '2026/12/31', '¥1,234.5'],
])('in %s what one edits in a cell, typed again, is the same value', (locale, ...texts) => {
  const owner = 'anna@example.com';
  const workbook = new Workbook({ id: 'w', title: 'Customers', locale, timeZone: 'UTC', owner });
  const block = { sheetId: 0, startRow: 0, endRow: 1, startColumn: 0, endColumn: texts.length };
  enterValues(workbook, block, [texts]);
  const sheet = workbook.sheet(0);
  const before = sheet.grid.read('values', block);
  expect(before[0]?.every((value) => typeof value === 'number')).toBe(true);
  const surroundings = { revision: 1, canUndo: false, canRedo: false, notice: null };
  const { rows } = viewOf(workbook, sheet, { from: 0, to: 1 }, surroundings);
  const entries = texts.map((_, column) => rows[0]?.[column]?.entry ?? '');
  expect(entries[0]).toBe(texts[0]);
  enterValues(workbook, block, [entries]);
  expect(sheet.grid.read('values', block)).toEqual(before);
});
