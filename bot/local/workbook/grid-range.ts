/** A block of cells of one sheet: 0-based, the ends not included. */
export interface GridRange {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

/** A block of cells and the sheet that it is on. */
export interface SheetRange extends GridRange {
  readonly sheetId: number;
}

/** Whether two blocks share a cell. */
export function overlap(one: GridRange, other: GridRange): boolean {
  return (
    one.startRow < other.endRow &&
    other.startRow < one.endRow &&
    one.startColumn < other.endColumn &&
    other.startColumn < one.endColumn
  );
}

/** Whether `inner` lies wholly inside `outer`. */
export function contains(outer: GridRange, inner: GridRange): boolean {
  return (
    outer.startRow <= inner.startRow &&
    inner.endRow <= outer.endRow &&
    outer.startColumn <= inner.startColumn &&
    inner.endColumn <= outer.endColumn
  );
}
