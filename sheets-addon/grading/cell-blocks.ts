import { neighbours } from '../../core/sheets/neighbours.ts';

/** Cells of a sheet that change. */
export interface CellChanges<T> {
  /** 0-based columns of the sheet, in any order. */
  readonly columns: readonly number[];
  /** By 0-based row, in the order of the columns, what its cells are to hold; undefined, or nothing at all, where one does not change. */
  readonly rows: readonly (readonly (T | undefined)[] | undefined)[];
}

/** A rectangle that is written at once; row and column 0-based. */
export interface CellBlock {
  readonly row: number;
  readonly rows: number;
  /** The first of its columns. */
  readonly column: number;
  /** Where each of its columns, from left to right, stands among those of the changes. */
  readonly places: readonly number[];
}

/**
 * Puts changed cells into rectangles, few enough to be written fast: at most `most`, more only where our columns stand apart. Cells
 * within them may be such as do not change.
 */
export function cellBlocks({ columns, rows }: CellChanges<unknown>, most: number): CellBlock[] {
  const changing = columns
    .map((column, place) => ({ column, place }))
    .filter(({ place }) => rows.some((line) => line?.[place] !== undefined));
  const stretches = neighbours(changing).flatMap((group) => {
    const places = group.map(({ place }) => place);
    return runsOf(rows, places).map(([row, count]) => ({ row, rows: count, column: group[0]?.column ?? 0, places }));
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
function runsOf(rows: CellChanges<unknown>['rows'], places: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  let start = -1;
  for (let row = 0; row <= rows.length; row += 1) {
    const line = rows[row];
    let isChanged = false;
    if (line !== undefined)
      for (let at = 0; at < places.length && !isChanged; at += 1) isChanged = line[places[at] ?? 0] !== undefined;
    if (isChanged && start < 0) start = row;
    if (!isChanged && start >= 0) {
      runs.push([start, row - start]);
      start = -1;
    }
  }
  return runs;
}
