import { displayedValue } from '../workbook/number-format.ts';
import type { Sheet } from '../workbook/sheet.ts';
import type { Workbook } from '../workbook/workbook.ts';

/** What a cell shows; empty where there is nothing. */
export function shownText(workbook: Workbook, sheet: Sheet, row: number, column: number): string {
  const { numberFormat } = sheet.grid.get('formats', row, column);
  return displayedValue(sheet.grid.get('values', row, column), numberFormat, workbook.locale);
}
