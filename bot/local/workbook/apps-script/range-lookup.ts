import { columnLetter } from '../../../../core/table/column-letter.ts';
import { type A1Reference, a1Of, readA1 } from '../a1-notation.ts';
import type { GuestParts, RangeState } from './guest-parts.ts';
import { bounded } from './guest-parts.ts';
import type { Box } from './spreadsheet-host.ts';
import { exception } from './strict-service.ts';

/** A block of a sheet, checked as getRange does and in its words (observed). Throws when the sheet has no such cells. */
export function checkedBox(parts: GuestParts, box: Box): Box {
  const { sheetId, row, column, rows, columns } = box;
  if (rows < 1) throw exception('The number of rows in the range must be at least 1.');
  if (columns < 1) throw exception('The number of columns in the range must be at least 1.');
  if (row < 1) throw exception('The starting row of the range is too small.');
  if (column < 1) throw exception('The starting column of the range is too small.');
  const { maxRows, maxColumns } = parts.host.sheet(sheetId);
  if (row - 1 + rows > maxRows || column - 1 + columns > maxColumns)
    throw exception('The coordinates of the range are outside the dimensions of the sheet.');
  return box;
}

/**
 * The range of a reference such as `A2:F`, `Sheet 2!A1`, a named range, or a sheet's name for the whole of it (observed).
 * Throws `Range not found`.
 */
export function rangeByText(parts: GuestParts, sheetId: number, text: string): RangeState {
  const named = parts.host.namedRanges().find(({ name }) => name.toLowerCase() === text.toLowerCase());
  if (named !== undefined) return bounded(named.box);
  const reference = readA1(text);
  if (reference === null) {
    const whole = parts.host.sheetIdByName(text);
    if (whole === null) throw exception('Range not found');
    return wholeSheet(parts, whole);
  }
  const onSheet = reference.sheetTitle === null ? sheetId : parts.host.sheetIdByName(reference.sheetTitle);
  if (onSheet === null) throw exception('Range not found');
  return referred(parts, onSheet, reference);
}

/** The whole of a sheet. */
export function wholeSheet(parts: GuestParts, sheetId: number): RangeState {
  const { maxRows, maxColumns } = parts.host.sheet(sheetId);
  return bounded({ sheetId, row: 1, column: 1, rows: maxRows, columns: maxColumns });
}

/** How a range calls itself: `B2`, `B2:C9`, `A:A`, `3:4`. */
export function a1OfRange({ row, column, rows, columns, whole }: RangeState): string {
  if (whole === 'columns') return `${columnLetter(column - 1)}:${columnLetter(column + columns - 2)}`;
  if (whole === 'rows') return `${row}:${row + rows - 1}`;
  return a1Of({ startRow: row - 1, endRow: row - 1 + rows, startColumn: column - 1, endColumn: column - 1 + columns });
}

function referred(parts: GuestParts, sheetId: number, reference: A1Reference): RangeState {
  const { maxRows, maxColumns } = parts.host.sheet(sheetId);
  const { startRow, startColumn, endRow, endColumn } = reference;
  const row = (startRow ?? 0) + 1;
  const column = (startColumn ?? 0) + 1;
  const box = {
    sheetId,
    row,
    column,
    rows: (endRow ?? maxRows) - row + 1,
    columns: (endColumn ?? maxColumns) - column + 1,
  };
  const isColumns = startRow === null && endRow === null;
  const isRows = startColumn === null && endColumn === null;
  return { ...checkedBox(parts, box), whole: isColumns ? 'columns' : isRows ? 'rows' : null };
}
