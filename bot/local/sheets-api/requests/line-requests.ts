import { deleteLines, hideLines, insertLines } from '../../workbook/change-lines.ts';
import { displayedValue } from '../../workbook/number-format.ts';
import { requireEditable, requireEditableSheet, requireInsertable } from '../../workbook/protected-cells.ts';
import { invalid, notHeld } from '../google-error.ts';
import { inMask } from '../messages/field-mask.ts';
import type { Message } from '../messages/message.ts';
import { lineAt, newLinesAt } from './grid-places.ts';
import { namedFields } from './named-fields.ts';
import type { Target } from './target.ts';

/** Inserts empty rows or columns, which look like those before or after them (documented). */
export function insertDimension(
  { user, workbook }: Target,
  { inheritFromBefore = false, range }: Message<'InsertDimensionRequest'>,
): void {
  const { count, kind, sheet, start } = newLinesAt(workbook, range, inheritFromBefore);
  requireInsertable(workbook, user, sheet, kind, start);
  insertLines(workbook, sheet.id, kind, start, count, inheritFromBefore ? 'before' : 'after');
}

/** Deletes rows or columns with all that stands on them. */
export function deleteDimension({ user, workbook }: Target, { range }: Message<'DeleteDimensionRequest'>): void {
  const { count, kind, sheet, start } = lineAt(workbook, range);
  const block =
    kind === 'row'
      ? { ...sheet.all, startRow: start, endRow: start + count }
      : { ...sheet.all, startColumn: start, endColumn: start + count };
  requireEditable(workbook, user, sheet, block);
  deleteLines(workbook, sheet.id, kind, start, count);
}

/** Adds rows or columns after the last one. */
export function appendDimension(
  { user, workbook }: Target,
  { dimension, length = 0, sheetId = 0 }: Message<'AppendDimensionRequest'>,
): void {
  if (dimension === undefined) throw invalid('dimension must be specified.');
  if (length < 1) throw invalid('length must be at least 1.');
  const sheet = workbook.sheet(sheetId);
  requireEditableSheet(workbook, user, sheet);
  const [kind, lines] =
    dimension === 'ROWS' ? (['row', sheet.rowCount] as const) : (['column', sheet.columnCount] as const);
  insertLines(workbook, sheet.id, kind, lines, length);
}

/** Hides rows or columns, shows them, or makes columns wider: the local workbook has no heights of rows. */
export function updateDimensionProperties(
  { user, workbook }: Target,
  { fields, properties = {}, range }: Message<'UpdateDimensionPropertiesRequest'>,
): void {
  const mask = namedFields(fields, 'DimensionProperties');
  const { count, kind, sheet, start } = lineAt(workbook, range);
  requireEditableSheet(workbook, user, sheet);
  if (inMask(mask, 'hiddenByUser') !== undefined)
    hideLines(workbook, sheet.id, kind, start, count, properties.hiddenByUser ?? false);
  if (inMask(mask, 'pixelSize') === undefined) return;
  if (kind === 'row') throw notHeld('heights of rows');
  const { pixelSize } = properties;
  if (pixelSize === undefined || pixelSize < 2) throw invalid('pixelSize must be at least 2.');
  for (let column = start; column < start + count; column++) sheet.columnWidths[column] = pixelSize;
  workbook.touch();
}

/** Makes columns as wide as what they show; how wide letters are is assumed. Rows have no heights here, and stay as they are. */
export function autoResizeDimensions(
  { user, workbook }: Target,
  { dimensions }: Message<'AutoResizeDimensionsRequest'>,
): void {
  const { count, kind, sheet, start } = lineAt(workbook, dimensions, 'dimensions');
  requireEditableSheet(workbook, user, sheet);
  if (kind === 'row') return;
  workbook.calculate();
  for (let column = start; column < start + count; column++) {
    let longest = 0;
    for (let row = 0; row < sheet.grid.usedRows; row++) {
      const { numberFormat } = sheet.grid.get('formats', row, column);
      const text = displayedValue(sheet.grid.get('values', row, column), numberFormat, workbook.locale);
      longest = Math.max(longest, widthOf(text));
    }
    if (longest > 0) sheet.columnWidths[column] = Math.max(NARROWEST, longest + MARGIN);
  }
  workbook.touch();
}

const NARROWEST = 21;
const MARGIN = 12;
const LETTER = 7;
const WIDE_LETTER = 14;

function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) width += (letter.codePointAt(0) ?? 0) > 0x2e7f ? WIDE_LETTER : LETTER;
  return width;
}
