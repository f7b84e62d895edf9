import type { Area } from '../../sheet-protocol.ts';
import type { SheetLayout } from './sheet-store.ts';

/** Heights and widths in CSS pixels. */
export const ROW_HEIGHT = 28;
export const ROW_HEADER_WIDTH = 48;
const USUAL_WIDTH = 104;
/** No column is made narrower or wider by hand. */
export const NARROWEST = 24;
export const WIDEST = 800;

/** A column and where it begins, in pixels from the left edge of the sheet. */
export interface PlacedColumn {
  readonly column: number;
  readonly left: number;
  readonly width: number;
}

/** Which rows and columns are shown, in order: those that stay when one scrolls, and the others. */
export interface GridLayout {
  readonly frozenRows: readonly number[];
  readonly rows: readonly number[];
  readonly frozenColumns: readonly PlacedColumn[];
  readonly columns: readonly PlacedColumn[];
  /** Of the part that stays, the headings included. */
  readonly frozenHeight: number;
  readonly frozenWidth: number;
  readonly width: number;
  /** The merges that begin in a row, by row. */
  readonly mergesByRow: ReadonlyMap<number, readonly Area[]>;
  readonly isRowHidden: (row: number) => boolean;
  readonly isColumnHidden: (column: number) => boolean;
}

/** Lays a sheet out. `widths` goes before the sheet's own. */
export function layOut(sheet: SheetLayout, widths: Readonly<Record<number, number>> = {}): GridLayout {
  const hiddenRows = new Set<number>();
  for (const [first, count] of sheet.hiddenRows)
    for (let row = first; row < first + count; row += 1) hiddenRows.add(row);
  const hiddenColumns = new Set(sheet.hiddenColumns);
  const frozenRows: number[] = [];
  const rows: number[] = [];
  for (let row = 0; row < sheet.rowCount; row += 1) {
    if (!hiddenRows.has(row)) (row < sheet.frozenRows ? frozenRows : rows).push(row);
  }
  const frozenColumns: PlacedColumn[] = [];
  const columns: PlacedColumn[] = [];
  let left = ROW_HEADER_WIDTH;
  let frozenWidth = left;
  for (let column = 0; column < sheet.columnCount; column += 1) {
    if (hiddenColumns.has(column)) continue;
    const width = widths[column] ?? sheet.widths[column] ?? USUAL_WIDTH;
    const isFrozen = column < sheet.frozenColumns;
    (isFrozen ? frozenColumns : columns).push({ column, left, width });
    left += width;
    if (isFrozen) frozenWidth = left;
  }
  const mergesByRow = new Map<number, Area[]>();
  for (const merge of sheet.merges) mergesByRow.set(merge.row, [...(mergesByRow.get(merge.row) ?? []), merge]);
  return {
    frozenRows,
    rows,
    frozenColumns,
    columns,
    frozenHeight: ROW_HEIGHT * (1 + frozenRows.length),
    frozenWidth,
    width: left,
    mergesByRow,
    isRowHidden: (row) => hiddenRows.has(row),
    isColumnHidden: (column) => hiddenColumns.has(column),
  };
}

/** The row of `rows` at or after `row`, as its place there; the last one where there is none. */
export function placeOfRow(rows: readonly number[], row: number): number {
  let [low, high] = [0, rows.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low);
}
