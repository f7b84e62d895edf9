import type { CellLook } from '../sheet-protocol.ts';
import type { GridRange } from '../workbook/grid-range.ts';
import type { Sheet } from '../workbook/sheet.ts';
import type { Workbook } from '../workbook/workbook.ts';

/** What conditional formats do to the cells of a block; undefined where the sheet has none. */
export function conditionalLooks(
  _workbook: Workbook,
  _sheet: Sheet,
  _block: GridRange,
): ((row: number, column: number) => CellLook | undefined) | undefined {
  return undefined;
}
