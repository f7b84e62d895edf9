import type { Cell, Grid } from '../table/cell.ts';
import { columnLetter } from '../table/column-letter.ts';
import type { TableHints } from '../table/read-table.ts';
import type { ColumnReading } from '../table/reading.ts';
import type { Block } from './find-tables.ts';
import type { DayOf } from './sheet-days.ts';
import type { SheetValue } from './sheet-value.ts';

/** A table of a sheet as `readTable` takes it: the sheet's rows, and of its columns only the table's. */
export interface TableGrid {
  readonly grid: Grid;
  /** 0-based column of the sheet by column of the grid. */
  readonly columns: readonly number[];
}

/**
 * The cells of a table, with days for Dates. Rows are the sheet's, so that what is said of a row is true in the sheet; those that are not the
 * table's are empty.
 *
 * @param isOpen tells columns of the sheet from those that are ours
 */
export function tableGrid(
  values: readonly SheetValue[][],
  { top, left, bottom, right }: Block,
  isOpen: (column: number) => boolean,
  dayOf: DayOf,
): TableGrid {
  const columns: number[] = [];
  for (let column = left; column <= right; column += 1) if (isOpen(column)) columns.push(column);
  const grid: Cell[][] = [];
  for (let row = 0; row < top; row += 1) grid.push(NO_CELLS);
  for (let row = top; row <= bottom; row += 1) {
    const from = values[row] ?? [];
    const cells: Cell[] = [];
    for (const column of columns) {
      const value = from[column] ?? '';
      if (typeof value !== 'object') {
        cells.push(value);
        continue;
      }
      const day = dayOf(value);
      cells.push(day === null ? null : { date: day });
    }
    grid.push(cells);
  }
  return { grid, columns };
}

const NO_CELLS: Cell[] = [];

/** How columns were read, named as the sheet names them. */
export function inSheet(columns: readonly ColumnReading[], places: readonly number[]): ColumnReading[] {
  return columns.map((column) => ({ ...column, letter: columnLetter(places[column.index] ?? column.index) }));
}

/** A person's decisions with columns by their headings where these are theirs alone, so that they hold when columns are moved. */
export function lastingHints(hints: TableHints, columns: readonly ColumnReading[]): TableHints {
  if (hints.columns === undefined) return hints;
  return {
    ...hints,
    columns: hints.columns.map((given) => {
      const heading = typeof given.column === 'number' ? columns[given.column]?.heading : undefined;
      const isAlone = columns.filter((column) => column.heading === heading).length === 1;
      return heading === undefined || heading === '' || !isAlone ? given : { ...given, column: heading };
    }),
  };
}
