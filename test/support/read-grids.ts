import type { CalendarDate } from '../../core/calendar-date.ts';
import type { Grid } from '../../core/table/cell.ts';
import { type ReadTableOptions, readTable } from '../../core/table/read-table.ts';
import type { TableReading } from '../../core/table/reading.ts';

/** The day on which {@link read} reads. */
export const READ_ON = '2026-11-22' as CalendarDate;

/** A grid as it is read on {@link READ_ON}. */
export function read(grid: Grid, options: Partial<ReadTableOptions> = {}): TableReading {
  return readTable(grid, { asOf: READ_ON, ...options });
}

/** Rows of cells from lines with bars between the cells. */
export function rows(text: string): string[][] {
  return text
    .replace(/^\n|\n\s*$/g, '')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
}

/** What is known of each customer, by field. */
export function values(reading: TableReading): unknown[] {
  return reading.records.map((record) => record.facts.values);
}

/** Each problem and note as its code, row and column. */
export function problems(reading: TableReading): string[] {
  return reading.problems.map(({ code, row, column }) => [code, row ?? '', column ?? ''].join(' ').trim());
}

/** A table of one column beside the customers' names, the third of three. */
export function one(
  heading: string,
  cells: readonly Grid[number][number][],
  options: Partial<ReadTableOptions> = {},
): TableReading {
  return read([['', 'Customer', heading], ...cells.map((cell, index) => ['', `N${index}`, cell])], options);
}
