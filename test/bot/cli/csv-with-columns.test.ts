import { expect, test } from 'vitest';
import { csvWithColumns } from '../../../bot/cli/csv-with-columns.ts';
import type { CalendarDate } from '../../../core/calendar-date.ts';
import { readTable } from '../../../core/table/read-table.ts';

test('a sheet of more rows than a call takes arguments keeps them all, each as wide as the widest', () => {
  const rows = 125_000;
  const grid = [['Customer', 'Sales'], ...Array.from({ length: rows }, (_, row) => [`C${row}`]), ['Last', 5, 'x']];
  const reading = {
    ...readTable(grid.slice(0, 2), { asOf: '2026-11-22' as CalendarDate }),
    rowKinds: grid.map(() => 'blank' as const),
  };
  const lines = [...csvWithColumns(grid, reading, ['Tier'], () => ['A'])].join('').trimEnd().split(/\r?\n/);
  expect(lines).toHaveLength(rows + 2);
  expect(lines[1]).toBe('C0,,,');
  expect(lines.at(-1)).toBe('Last,5,x,');
});
