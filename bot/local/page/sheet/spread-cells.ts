/** A cell of a table in HTML, before it has a place. */
export interface SpanningCell<T> {
  readonly content: T;
  /** How many columns and rows it covers; at least 1. */
  readonly columns: number;
  readonly rows: number;
}

/**
 * Gives the cells of a table in HTML their places: a cell that covers several keeps its content in the upper left one, the
 * others get `empty`. Every row comes out equally long.
 */
export function spreadCells<T>(rows: readonly (readonly SpanningCell<T>[])[], empty: T): T[][] {
  const grid: (T | undefined)[][] = rows.map(() => []);
  for (const [index, cells] of rows.entries()) {
    const line = grid[index] ?? [];
    let column = 0;
    for (const cell of cells) {
      while (line[column] !== undefined) column += 1;
      const last = Math.min(index + cell.rows, rows.length);
      for (let row = index; row < last; row += 1) {
        for (let each = column; each < column + cell.columns; each += 1) {
          const place = grid[row];
          if (place) place[each] ??= row === index && each === column ? cell.content : empty;
        }
      }
      column += cell.columns;
    }
  }
  const width = Math.max(0, ...grid.map((line) => line.length));
  return grid.map((line) => Array.from({ length: width }, (_, column) => line[column] ?? empty));
}
