import type { TabPlace } from '../use-cases/spreadsheets.ts';
import type { sheets_v4 } from './load-google.ts';

/** A rectangle as Google's messages say it. */
export function gridRange(tabId: number, { row, column, rows, columns }: TabPlace): sheets_v4.Schema$GridRange {
  return {
    sheetId: tabId,
    startRowIndex: row,
    endRowIndex: row + rows,
    startColumnIndex: column,
    endColumnIndex: column + columns,
  };
}

/** The rectangle that Google says; a side that it leaves out is the tab's edge. */
export function placeOf(
  range: sheets_v4.Schema$GridRange,
  { rowCount, columnCount }: { readonly rowCount: number; readonly columnCount: number },
): TabPlace {
  const row = range.startRowIndex ?? 0;
  const column = range.startColumnIndex ?? 0;
  return {
    row,
    column,
    rows: (range.endRowIndex ?? rowCount) - row,
    columns: (range.endColumnIndex ?? columnCount) - column,
  };
}
