import { criterionFields } from '../../../core/grading/criterion-fields.ts';
import { accountValue } from '../../../core/schemes/account-value.ts';
import { dayReader } from '../../../core/sheets/sheet-days.ts';
import type { SheetValue } from '../../../core/sheets/sheet-value.ts';
import { tableGrid } from '../../../core/sheets/table-grid.ts';
import { readTable } from '../../../core/table/read-table.ts';

declare const SpreadsheetApp: {
  getActiveSpreadsheet(): {
    getSpreadsheetTimeZone(): string;
    getActiveSheet(): { getDataRange(): { getValues(): SheetValue[][] } };
  };
};

/** The script beside which grading is measured: reads the sheet in front and parses it with core, and does no more. Says how many customers it has. */
export function readSheet(): number {
  const document = SpreadsheetApp.getActiveSpreadsheet();
  const values = document.getActiveSheet().getDataRange().getValues();
  const dayOf = dayReader(document.getSpreadsheetTimeZone());
  const asOf = dayOf(new Date());
  if (asOf === null) throw new RangeError('The clock stands before our era.');
  const table = { top: 0, left: 0, bottom: values.length - 1, right: (values[0]?.length ?? 0) - 1, hasHeader: true };
  const { grid } = tableGrid(values, table, () => true, dayOf);
  return readTable(grid, { asOf, fields: criterionFields(accountValue) }).records.length;
}
