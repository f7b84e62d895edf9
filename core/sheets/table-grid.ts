import type { Cell, Grid } from '../table/cell.ts';
import { columnLetter } from '../table/column-letter.ts';
import { columnNames } from '../table/column-names.ts';
import type { TableHints } from '../table/read-table.ts';
import type { ColumnReading, TableRecord } from '../table/reading.ts';
import { cellText } from '../table/word-columns.ts';
import type { Block } from './find-tables.ts';
import { CELLS_LENGTH, fingerprint } from './fingerprint.ts';
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

/**
 * A person's decisions with columns by their names, so that they hold when columns are moved; without those whose column is no longer there, or seems
 * to be another by now: one under the same heading holds more of the values that stood in it first.
 *
 * @param records those by which columns of the same heading are told; default none
 */
export function lastingHints(
  hints: TableHints,
  columns: readonly ColumnReading[],
  records: readonly TableRecord[] = [],
): TableHints {
  if (hints.columns === undefined || hints.columns.length === 0) return hints;
  const headings = columns.map(({ heading }) => heading);
  const names = columnNames(headings);
  const samplesIn = (at: number): string[] =>
    records.slice(0, SAMPLED_ROWS).flatMap(({ cells }) => {
      const text = cellText(cells[at]);
      return text === '' ? [] : [fingerprint(text, CELLS_LENGTH)];
    });
  return {
    ...hints,
    columns: hints.columns.flatMap(({ column: given, field, sample = [] }) => {
      const at = typeof given === 'number' ? given : names.indexOf(given);
      const column = names[at];
      const shared = (place: number): number => {
        const here = samplesIn(place);
        return sample.filter((one) => here.includes(one)).length;
      };
      const least = shared(at);
      const isElsewhere = headings.some((heading, place) => heading === headings[at] && shared(place) > least);
      if (column === undefined || isElsewhere) return [];
      return [column === headings[at] ? { column, field } : { column, field, sample: samplesIn(at).slice(0, SAMPLES) }];
    }),
  };
}

/** Some may be edited, and rows be put in above them, before a column is taken for another. */
const SAMPLES = 5;
const SAMPLED_ROWS = 20;
