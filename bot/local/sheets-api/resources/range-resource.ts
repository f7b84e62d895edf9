import type { GridRange } from '../../workbook/grid-range.ts';
import type { Sheet } from '../../workbook/sheet.ts';
import type { Message } from '../messages/message.ts';

/** A block as a GridRange. */
export function rangeResource(sheetId: number, range: GridRange): Message<'GridRange'> {
  return {
    sheetId,
    startRowIndex: range.startRow,
    endRowIndex: range.endRow,
    startColumnIndex: range.startColumn,
    endColumnIndex: range.endColumn,
  };
}

/** What is known of a sheet as a whole; what is 0 or false is left out (observed), the id and the place among the tabs are not. */
export function sheetProperties(sheet: Sheet, index: number): Message<'SheetProperties'> {
  const { columnCount, frozenColumns, frozenRows, id, isHidden, rowCount, title } = sheet;
  return {
    sheetId: id,
    title,
    index,
    sheetType: 'GRID',
    gridProperties: {
      rowCount,
      columnCount,
      ...(frozenRows === 0 ? {} : { frozenRowCount: frozenRows }),
      ...(frozenColumns === 0 ? {} : { frozenColumnCount: frozenColumns }),
    },
    ...(isHidden ? { hidden: true } : {}),
  };
}
