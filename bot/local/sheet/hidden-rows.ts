import type { Sheet } from '../workbook/sheet.ts';
import type { Workbook } from '../workbook/workbook.ts';
import { shownText } from './shown-text.ts';

/** By row of a sheet: whether it is hidden by hand, or by the filter, which goes by what cells show. */
export function hiddenRows(workbook: Workbook, sheet: Sheet): readonly boolean[] {
  const hidden: boolean[] = [];
  for (let row = 0; row < sheet.rowCount; row += 1) hidden.push(sheet.hiddenRows[row] === true);
  const { filter } = sheet;
  if (filter === null) return hidden;
  const conditions = filter.hidden.map(({ column, values }) => ({ column, values: new Set(values) }));
  for (let row = filter.range.startRow + 1; row < filter.range.endRow; row += 1) {
    if (conditions.some(({ column, values }) => values.has(shownText(workbook, sheet, row, column))))
      hidden[row] = true;
  }
  return hidden;
}
