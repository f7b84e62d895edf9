import type { GridRange, SheetRange } from '../grid-range.ts';
import type { Box } from './spreadsheet-host.ts';

/** A block as scripts count, from 1, as the workbook counts, from 0. */
export function rangeOf({ sheetId, row, column, rows, columns }: Box): SheetRange {
  return {
    sheetId,
    startRow: row - 1,
    endRow: row - 1 + rows,
    startColumn: column - 1,
    endColumn: column - 1 + columns,
  };
}

/** The other way round. */
export function boxOf(range: GridRange, sheetId: number): Box {
  return {
    sheetId,
    row: range.startRow + 1,
    column: range.startColumn + 1,
    rows: range.endRow - range.startRow,
    columns: range.endColumn - range.startColumn,
  };
}
