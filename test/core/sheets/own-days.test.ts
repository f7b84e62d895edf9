import { expect, test } from 'vitest';
import { readOwnDays } from '../../../core/sheets/own-days.ts';
import type { SheetValue } from '../../../core/sheets/sheet-value.ts';

const ours = { id: 'table1', columns: new Map([['tierbook.nextFollowUp', 1]]) };
const momentOf = (day: string): Date => new Date(`${day}T00:00:00Z`);

test('serial numbers in our column of days are the days that they are, and nothing else changes', () => {
  const day = new Date('2026-03-05T00:00:00Z');
  const values: SheetValue[][] = [
    [46086, 'Next follow-up'],
    [46086, 46086],
    [46086, 46086.5],
    [46086, day],
    [46086, ''],
    // a number that somebody typed
    [46086, 7],
    [],
  ];
  readOwnDays(values, [ours], momentOf);
  expect(values).toEqual([
    [46086, 'Next follow-up'],
    [46086, momentOf('2026-03-05')],
    [46086, momentOf('2026-03-05')],
    [46086, day],
    [46086, ''],
    [46086, 7],
    [],
  ]);
});

test('a table without such a column is left as it is', () => {
  const values: SheetValue[][] = [[46086]];
  readOwnDays(values, [{ id: 'table1', columns: new Map() }], momentOf);
  expect(values).toEqual([[46086]]);
});
