import { vocabulary } from '../table/vocabulary.ts';
import { areAlike, asOne, type FoundTable, findTables } from './find-tables.ts';
import { isFilledBy, type OwnTable, ownersOf, ownTables } from './own-columns.ts';
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

/**
 * Finds the tables of a sheet, ours taken out of it. Tables with the same headings one below the other are one where they have been graded
 * as one.
 *
 * @param together whether they are one in any case
 */
export function openTab(values: readonly SheetValue[][], marks: readonly ColumnMark[], together = false): OpenTab {
  const own = ownTables(marks);
  const ours = ownPlaces(own);
  const apart = findTables(values, (column) => !ours.has(column), vocabulary([]));
  const tables = joined(
    apart,
    (one, other) => together || own.some((set) => isFilledBy(one, set, values) && isFilledBy(other, set, values)),
  );
  return { values, tables, own, owners: ownersOf(tables, own, values) };
}

/** All columns that are ours, 0-based. */
export function ownPlaces(own: readonly OwnTable[]): ReadonlySet<number> {
  return new Set(own.flatMap(({ columns }) => [...columns.values()]));
}

function joined(
  tables: readonly FoundTable[],
  isOne: (one: FoundTable, other: FoundTable) => boolean,
): readonly FoundTable[] {
  const found: FoundTable[] = [];
  for (const table of tables) {
    const at = found.findIndex((one) => areAlike(one, table) && isOne(one, table));
    const one = found[at];
    if (one === undefined) found.push(table);
    else found[at] = asOne(one, table);
  }
  return found;
}
