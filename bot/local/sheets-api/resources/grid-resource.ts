import type { GridRange } from '../../workbook/grid-range.ts';
import { COLUMN_WIDTH, type Sheet } from '../../workbook/sheet.ts';
import type { Workbook } from '../../workbook/workbook.ts';
import type { Metadata } from '../../workbook/workbook-parts.ts';
import { type FieldMask, inMask, picked } from '../messages/field-mask.ts';
import type { Message } from '../messages/message.ts';
import { cellResource } from './cell-resource.ts';
import { metadataInSight, metadataResource } from './metadata-resource.ts';

/** Pixels (observed). */
const ROW_HEIGHT = 21;

/**
 * A block of a sheet with its rows and columns, as far as the mask means it, so that nothing else is put together. Empty cells at
 * the end of a row and empty rows at the end are left out (observed), also where only formats would be wanted of them
 * (assumed).
 */
export function gridResource(workbook: Workbook, sheet: Sheet, range: GridRange, mask: FieldMask): Message<'GridData'> {
  const data: Record<string, unknown> = {};
  const { startRow, startColumn } = range;
  if (startRow > 0 && inMask(mask, 'startRow') !== undefined) data['startRow'] = startRow;
  if (startColumn > 0 && inMask(mask, 'startColumn') !== undefined) data['startColumn'] = startColumn;
  const rowMask = inMask(mask, 'rowData');
  const rows = rowMask === undefined ? [] : rowsOf(workbook, sheet, range, rowMask);
  if (rows.length > 0) data['rowData'] = rows;
  for (const kind of ['row', 'column'] as const) {
    const inner = inMask(mask, `${kind}Metadata`);
    if (inner !== undefined)
      data[`${kind}Metadata`] = linesOf(workbook, sheet, range, kind).map((line) => picked(line, inner));
  }
  return data;
}

function rowsOf({ locale }: Workbook, sheet: Sheet, range: GridRange, mask: FieldMask): object[] {
  const cellMask = inMask(mask, 'values');
  const rows: object[] = [];
  const endRow = Math.min(range.endRow, sheet.grid.usedRows);
  for (let at = range.startRow; at < endRow; at++) {
    const row = sheet.grid.row(at);
    if (row === undefined || cellMask === undefined) {
      rows.push({});
      continue;
    }
    const width = Math.max(0, ...Object.values(row).map((cells) => cells?.length ?? 0));
    const end = Math.min(range.endColumn, width);
    const values: object[] = [];
    let length = 0;
    for (let column = range.startColumn; column < end; column++) {
      const cell = cellResource(row, column, cellMask, locale);
      values.push(cell);
      if (!isEmpty(cell)) length = values.length;
    }
    values.length = length;
    rows.push(length === 0 ? {} : { values });
  }
  while (rows.length > 0 && isEmpty(rows.at(-1) ?? {})) rows.pop();
  return rows;
}

function isEmpty(message: object): boolean {
  for (const _ in message) return false;
  return true;
}

function linesOf(
  workbook: Workbook,
  sheet: Sheet,
  range: GridRange,
  kind: 'row' | 'column',
): Message<'DimensionProperties'>[] {
  const notes = new Map<number, Metadata[]>();
  for (const one of metadataInSight(workbook)) {
    const { place } = one;
    if (place.on === kind && place.sheetId === sheet.id)
      notes.set(place.index, [...(notes.get(place.index) ?? []), one]);
  }
  const [start, end] = kind === 'row' ? [range.startRow, range.endRow] : [range.startColumn, range.endColumn];
  const hidden = kind === 'row' ? sheet.hiddenRows : sheet.hiddenColumns;
  return Array.from({ length: end - start }, (_, at) => {
    const line = start + at;
    const found = notes.get(line);
    return {
      pixelSize: kind === 'row' ? ROW_HEIGHT : (sheet.columnWidths[line] ?? COLUMN_WIDTH),
      ...(hidden[line] === true ? { hiddenByUser: true } : {}),
      ...(found === undefined ? {} : { developerMetadata: found.map(metadataResource) }),
    };
  });
}
