import { neighbours } from '../../core/sheets/neighbours.ts';

/** Changed cells of one column. */
export interface ColumnChanges<T> {
  /** 0-based column of the sheet. */
  readonly column: number;
  /** From this 0-based row on nothing changes; 0: nothing does at all. */
  readonly height: number;
  /** What the cell in a 0-based row is to hold; undefined where it does not change. */
  readonly valueAt: (row: number) => T | undefined;
}

/** A rectangle that is written at once; row and column 0-based. */
export interface CellBlock<T> {
  readonly row: number;
  readonly rows: number;
  /** The first of its columns, and the changes of each. */
  readonly column: number;
  readonly columns: readonly ColumnChanges<T>['valueAt'][];
}

/**
 * Puts changed cells into rectangles, few enough to be written fast: at most `most`, more only where our columns stand apart. Cells
 * within them may be such as do not change.
 */
export function cellBlocks<T>(changes: readonly ColumnChanges<T>[], most: number): CellBlock<T>[] {
  const stretches = neighbours(changes.filter(({ height }) => height > 0)).flatMap((group) => {
    const columns = group.map(({ valueAt }) => valueAt);
    return runsOf(group).map(([row, rows]) => ({ row, rows, column: group[0]?.column ?? 0, columns }));
  });
  const gaps = stretches.slice(1).flatMap((stretch, at) => {
    const before = stretches[at];
    return before?.column === stretch.column ? [stretch.row - before.row - before.rows] : [];
  });
  gaps.sort((one, other) => one - other);
  // the smallest gaps are closed until few enough are left
  let left = Math.max(0, Math.min(gaps.length, stretches.length - most));
  const widest = gaps[left - 1] ?? 0;
  const joined: typeof stretches = [];
  for (const stretch of stretches) {
    const last = joined[joined.length - 1];
    if (left > 0 && last?.column === stretch.column && stretch.row - last.row - last.rows <= widest) {
      last.rows = stretch.row + stretch.rows - last.row;
      left -= 1;
    } else joined.push(stretch);
  }
  return joined;
}

/** The first row and the number of rows of each stretch in which something changes. */
function runsOf(columns: readonly ColumnChanges<unknown>[]): [number, number][] {
  const runs: [number, number][] = [];
  const bottom = Math.max(...columns.map(({ height }) => height));
  let start = -1;
  for (let row = 0; row <= bottom; row += 1) {
    let isChanged = false;
    for (let at = 0; at < columns.length && !isChanged; at += 1) isChanged = columns[at]?.valueAt(row) !== undefined;
    if (isChanged && start < 0) start = row;
    if (!isChanged && start >= 0) {
      runs.push([start, row - start]);
      start = -1;
    }
  }
  return runs;
}
