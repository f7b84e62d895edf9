import type { SheetRange } from '../../workbook/grid-range.ts';
import type { LineKind } from '../../workbook/line-shift.ts';
import type { Sheet } from '../../workbook/sheet.ts';
import type { Workbook } from '../../workbook/workbook.ts';
import { invalid } from '../google-error.ts';
import type { Message } from '../messages/message.ts';

/** Rows or columns that a request names. */
export interface NamedLines {
  readonly sheet: Sheet;
  readonly kind: LineKind;
  /** 0-based. */
  readonly start: number;
  readonly count: number;
}

/**
 * The block that a GridRange means; what it leaves out reaches to the sheet's edge (documented), no sheet is the one with the
 * id 0 (documented: a field's default). Throws INVALID_ARGUMENT when it is empty or reaches over the edge (observed words).
 * `name` is the field's.
 */
export function blockAt(workbook: Workbook, range: Message<'GridRange'> | undefined, name = 'range'): SheetRange {
  if (range === undefined) throw invalid(`${name} must be specified.`);
  const sheet = workbook.sheet(range.sheetId ?? 0);
  const { rowCount, columnCount } = sheet;
  const { startRowIndex = 0, startColumnIndex = 0, endRowIndex = rowCount, endColumnIndex = columnCount } = range;
  if (startRowIndex < 0 || startColumnIndex < 0) throw invalid(`${name} has a negative index.`);
  if (endRowIndex > rowCount)
    throw invalid(`${name}.endRowIndex[${endRowIndex}] is after last row in grid[${rowCount}]`);
  if (endColumnIndex > columnCount)
    throw invalid(`${name}.endColumnIndex[${endColumnIndex}] is after last column in grid[${columnCount}]`);
  if (startRowIndex >= endRowIndex)
    throw invalid(`${name}.startRowIndex[${startRowIndex}] must be less than ${name}.endRowIndex[${endRowIndex}]`);
  if (startColumnIndex >= endColumnIndex)
    throw invalid(
      `${name}.startColumnIndex[${startColumnIndex}] must be less than ${name}.endColumnIndex[${endColumnIndex}]`,
    );
  return {
    sheetId: sheet.id,
    startRow: startRowIndex,
    endRow: endRowIndex,
    startColumn: startColumnIndex,
    endColumn: endColumnIndex,
  };
}

/** The rows or columns that a DimensionRange means, within the sheet. Throws INVALID_ARGUMENT as `blockAt`. */
export function lineAt(workbook: Workbook, range: Message<'DimensionRange'> | undefined, name = 'range'): NamedLines {
  const { end, kind, lines, sheet, start } = spanAt(workbook, range, name);
  const endIndex = end ?? lines;
  if (endIndex > lines) throw invalid(`${name}.endIndex[${endIndex}] is after last ${kind} in grid[${lines}]`);
  if (start >= endIndex) throw invalid(`${name}.startIndex[${start}] must be less than ${name}.endIndex[${endIndex}]`);
  return { sheet, kind, start, count: endIndex - start };
}

/** The rows or columns that are to be inserted: they may end after the sheet's. Throws INVALID_ARGUMENT. */
export function newLinesAt(
  workbook: Workbook,
  range: Message<'DimensionRange'> | undefined,
  inheritsFromBefore: boolean,
): NamedLines {
  const { end, kind, lines, sheet, start } = spanAt(workbook, range, 'range');
  if (end === undefined) throw invalid('range.endIndex must be specified.');
  if (start >= end) throw invalid(`range.startIndex[${start}] must be less than range.endIndex[${end}]`);
  if (inheritsFromBefore && start === 0) throw invalid('inheritFromBefore cannot be true if inserting at index 0.');
  if (inheritsFromBefore ? start > lines : start >= lines)
    throw invalid(
      `range.startIndex[${start}] must be less than the grid size (${lines}) if inheritFromBefore is ${inheritsFromBefore}.`,
    );
  return { sheet, kind, start, count: end - start };
}

function spanAt(workbook: Workbook, range: Message<'DimensionRange'> | undefined, name: string) {
  if (range?.dimension === undefined) throw invalid(`${name}.dimension must be specified.`);
  const sheet = workbook.sheet(range.sheetId ?? 0);
  const kind: LineKind = range.dimension === 'ROWS' ? 'row' : 'column';
  const lines = kind === 'row' ? sheet.rowCount : sheet.columnCount;
  const start = range.startIndex ?? 0;
  if (start < 0) throw invalid(`${name}.startIndex[${start}] must not be negative.`);
  return { sheet, kind, lines, start, end: range.endIndex };
}
