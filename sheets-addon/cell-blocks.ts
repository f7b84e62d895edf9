import { sorted } from './sorted.ts';
/** Changed cells of one column. */
export interface ColumnChanges<T> {
  /** 0-based column of the sheet. */
  readonly column: number;
  /** 0-based rows and what they are to hold. */
  readonly cells: ReadonlyMap<number, T>;
}

/** A rectangle that is written at once; rows and columns 0-based. */
export interface CellBlock<T> {
  readonly row: number;
  readonly column: number;
  readonly values: readonly T[][];
}

/** The rows of columns that stand side by side, from the first change to the last of a stretch. */
interface Stretch {
  readonly columns: readonly number[];
  readonly top: number;
  readonly bottom: number;
}

/**
 * Puts changed cells into rectangles, few enough to be written fast: at most `most`, more only where our columns stand apart.
 *
 * @param rest what a cell within a rectangle that does not change is written with
 */
export function cellBlocks<T>(
  changes: readonly ColumnChanges<T>[],
  most: number,
  rest: (row: number, column: number) => T,
): CellBlock<T>[] {
  const byColumn = new Map(changes.map(({ column, cells }) => [column, cells]));
  return stretchesOf(changes, most).map(({ columns, top, bottom }) => ({
    row: top,
    column: columns[0] ?? 0,
    values: Array.from({ length: bottom - top + 1 }, (_, at) =>
      columns.map((column) => {
        const cells = byColumn.get(column);
        const row = top + at;
        return cells?.has(row) === true ? (cells.get(row) as T) : rest(row, column);
      }),
    ),
  }));
}

function stretchesOf<T>(changes: readonly ColumnChanges<T>[], most: number): Stretch[] {
  const groups = neighbours(changes.filter(({ cells }) => cells.size > 0));
  const stretches = groups.flatMap((group, index) => {
    const rows = sorted(new Set(group.flatMap(({ cells }) => [...cells.keys()])), (one, other) => one - other);
    const columns = group.map(({ column }) => column);
    return runsOf(rows).map(([top, bottom]) => ({ index, columns, top, bottom }));
  });
  const gaps = stretches.slice(1).flatMap((stretch, at) => {
    const before = stretches[at];
    return before?.index === stretch.index ? [stretch.top - before.bottom] : [];
  });
  gaps.sort((one, other) => one - other);
  // the smallest gaps are closed until few enough are left
  const closed = Math.max(0, Math.min(gaps.length, stretches.length - most));
  const widest = gaps[closed - 1] ?? 0;
  const joined: typeof stretches = [];
  let left = closed;
  for (const stretch of stretches) {
    const last = joined[joined.length - 1];
    if (left > 0 && last?.index === stretch.index && stretch.top - last.bottom <= widest) {
      joined[joined.length - 1] = { ...last, bottom: stretch.bottom };
      left -= 1;
    } else joined.push(stretch);
  }
  return joined;
}

function neighbours<T>(changes: readonly ColumnChanges<T>[]): ColumnChanges<T>[][] {
  const groups: ColumnChanges<T>[][] = [];
  for (const change of sorted(changes, (one, other) => one.column - other.column)) {
    const last = groups[groups.length - 1];
    if (last !== undefined && last[last.length - 1]?.column === change.column - 1) last.push(change);
    else groups.push([change]);
  }
  return groups;
}

function runsOf(rows: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const row of rows) {
    const last = runs[runs.length - 1];
    if (last !== undefined && last[1] === row - 1) last[1] = row;
    else runs.push([row, row]);
  }
  return runs;
}
