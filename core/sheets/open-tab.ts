import { vocabulary } from '../table/vocabulary.ts';
import { type FoundTable, findTables } from './find-tables.ts';
import { type OwnTable, ownersOf, ownTables } from './own-columns.ts';
import type { ColumnMark, SheetValue } from './sheet-value.ts';

/** The cells of one sheet, with what in them is a table and what is ours. */
export interface OpenTab {
  readonly values: readonly SheetValue[][];
  readonly tables: readonly FoundTable[];
  /** Our columns by table. */
  readonly own: readonly OwnTable[];
  /** Which of ours belong to which table; a table without ours is not in it. */
  readonly owners: ReadonlyMap<FoundTable, OwnTable>;
}

/** Finds the tables of a sheet, ours taken out of it. */
export function openTab(values: readonly SheetValue[][], marks: readonly ColumnMark[]): OpenTab {
  const own = ownTables(marks);
  const ours = ownPlaces(own);
  const tables = findTables(values, (column) => !ours.has(column), vocabulary([]));
  return { values, tables, own, owners: ownersOf(tables, own, values) };
}

/** All columns that are ours, 0-based. */
export function ownPlaces(own: readonly OwnTable[]): ReadonlySet<number> {
  return new Set(own.flatMap(({ columns }) => [...columns.values()]));
}
