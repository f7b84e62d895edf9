import { deleteLines, hideLines, insertLines, moveLines } from '../change-lines.ts';
import { duplicateSheet } from '../duplicate-sheet.ts';
import { displayedValue } from '../number-format.ts';
import { requireEditable, requireEditableSheet, requireInsertable } from '../protected-cells.ts';
import { COLUMN_WIDTH, type Sheet } from '../sheet.ts';
import type { Workbook } from '../workbook.ts';
import { WorkbookError } from '../workbook-error.ts';
import { boxOf, rangeOf } from './host-boxes.ts';
import type { LineKind, SpreadsheetHost } from './spreadsheet-host.ts';

type SheetFunctions = Pick<
  SpreadsheetHost,
  | 'spreadsheet'
  | 'rename'
  | 'sheetIds'
  | 'sheet'
  | 'sheetIdByName'
  | 'insertSheet'
  | 'deleteSheet'
  | 'duplicateSheet'
  | 'setSheet'
  | 'selection'
  | 'select'
  | 'insertLines'
  | 'deleteLines'
  | 'moveLines'
  | 'hideLines'
  | 'lineHidden'
  | 'columnWidth'
  | 'setColumnWidths'
  | 'autoResizeColumns'
  | 'filter'
>;

/** The spreadsheet, its sheets and their rows and columns, for a script that runs for `user`. */
export function hostSheets(workbook: Workbook, user: string): SheetFunctions {
  const editable = (sheetId: number): Sheet => {
    const sheet = workbook.sheet(sheetId);
    requireEditableSheet(workbook, user, sheet);
    return sheet;
  };
  return {
    spreadsheet: () => ({
      id: workbook.id,
      name: workbook.title,
      url: `https://docs.google.com/spreadsheets/d/${workbook.id}/edit`,
      locale: workbook.locale,
      timeZone: workbook.timeZone,
    }),
    rename(name) {
      workbook.title = name;
      workbook.touch();
    },
    sheetIds: () => workbook.sheets.map(({ id }) => id),
    sheet(sheetId) {
      const sheet = workbook.sheet(sheetId);
      const { used } = sheet;
      return {
        name: sheet.title,
        index: workbook.sheets.indexOf(sheet) + 1,
        hidden: sheet.isHidden,
        frozenRows: sheet.frozenRows,
        frozenColumns: sheet.frozenColumns,
        maxRows: sheet.rowCount,
        maxColumns: sheet.columnCount,
        lastRow: used.endRow,
        lastColumn: used.endColumn,
      };
    },
    sheetIdByName: (name) => workbook.findSheetByTitle(name)?.id ?? null,
    insertSheet(name, index) {
      const { id } = workbook.addSheet({
        ...(name === null ? {} : { title: name }),
        // observed: without an index, to the right of the active sheet
        index: index ?? workbook.sheets.findIndex((sheet) => sheet.id === workbook.selection.sheetId) + 1,
      });
      // documented: the new sheet becomes the active one
      workbook.select({ sheetId: id, startRow: 0, endRow: 1, startColumn: 0, endColumn: 1 });
      return id;
    },
    deleteSheet: (sheetId) => workbook.deleteSheet(editable(sheetId).id),
    duplicateSheet: (sheetId, name) => duplicateSheet(workbook, sheetId, name ?? undefined).id,
    setSheet(sheetId, { name, hidden, frozenRows, frozenColumns, index }) {
      const sheet = editable(sheetId);
      if (name !== undefined) workbook.renameSheet(sheetId, name);
      if (hidden !== undefined) workbook.setSheetHidden(sheetId, hidden);
      if (frozenRows !== undefined) workbook.freeze(sheet, 'row', frozenRows);
      if (frozenColumns !== undefined) workbook.freeze(sheet, 'column', frozenColumns);
      if (index !== undefined) workbook.moveSheet(sheetId, index - 1);
    },
    selection: () => boxOf(workbook.selection, workbook.selection.sheetId),
    select: (box) => workbook.select(rangeOf(box)),
    insertLines(sheetId, kind, first, count, like) {
      const sheet = workbook.sheet(sheetId);
      requireInsertable(workbook, user, sheet, kind, first - 1);
      insertLines(workbook, sheetId, kind, first - 1, count, like ?? undefined);
    },
    deleteLines(sheetId, kind, first, count) {
      requireLinesEditable(workbook, user, sheetId, kind, first, count);
      deleteLines(workbook, sheetId, kind, first - 1, count);
    },
    moveLines(sheetId, kind, first, count, before) {
      requireLinesEditable(workbook, user, sheetId, kind, first, count);
      requireInsertable(workbook, user, workbook.sheet(sheetId), kind, before - 1);
      moveLines(workbook, sheetId, kind, first - 1, count, before - 1);
    },
    hideLines(sheetId, kind, first, count, hidden) {
      editable(sheetId);
      hideLines(workbook, sheetId, kind, first - 1, count, hidden);
    },
    lineHidden(sheetId, kind, index, by) {
      const sheet = workbook.sheet(sheetId);
      if (by === 'filter') return isHiddenByFilter(workbook, sheet, index - 1);
      return (kind === 'row' ? sheet.hiddenRows : sheet.hiddenColumns)[index - 1] ?? false;
    },
    columnWidth: (sheetId, column) => workbook.sheet(sheetId).columnWidths[column - 1] ?? COLUMN_WIDTH,
    setColumnWidths(sheetId, first, count, width) {
      setWidths(workbook, editable(sheetId), first - 1, count, width);
    },
    autoResizeColumns(sheetId, first, count) {
      const sheet = editable(sheetId);
      const { usedRows } = sheet.grid;
      for (let column = first - 1; column < first - 1 + count; column++) {
        let widest = 0;
        for (let row = 0; row < usedRows; row++) {
          const pattern = sheet.grid.get('formats', row, column).numberFormat;
          const shown = displayedValue(sheet.grid.get('values', row, column), pattern, workbook.locale);
          widest = Math.max(widest, shown.length);
        }
        setWidths(workbook, sheet, column, 1, Math.max(NARROWEST, widest * LETTER_WIDTH + 2 * PADDING));
      }
    },
    filter(sheetId) {
      const { filter } = workbook.sheet(sheetId);
      return filter === null ? null : boxOf(filter.range, sheetId);
    },
  };
}

/** Pixels, about those of the default font. */
const LETTER_WIDTH = 7;
const PADDING = 6;
const NARROWEST = 21;

function setWidths(workbook: Workbook, sheet: Sheet, at: number, count: number, width: number): void {
  if (at < 0 || count < 1 || at + count > sheet.columnCount) throw new WorkbookError('out-of-bounds', sheet.title);
  while (sheet.columnWidths.length < at + count) sheet.columnWidths.push(undefined);
  sheet.columnWidths.fill(width, at, at + count);
  workbook.touch();
}

/** Whether the sheet's filter hides a row, 0-based: one of its cells shows words that are to be hidden. */
export function isHiddenByFilter(workbook: Workbook, sheet: Sheet, row: number): boolean {
  const { filter } = sheet;
  if (filter === null || row <= filter.range.startRow || row >= filter.range.endRow) return false;
  workbook.calculate();
  return filter.hidden.some(({ column, values }) => {
    const pattern = sheet.grid.get('formats', row, column).numberFormat;
    return values.includes(displayedValue(sheet.grid.get('values', row, column), pattern, workbook.locale));
  });
}

function requireLinesEditable(
  workbook: Workbook,
  user: string,
  sheetId: number,
  kind: LineKind,
  first: number,
  count: number,
): void {
  const sheet = workbook.sheet(sheetId);
  requireEditableSheet(workbook, user, sheet);
  const { all } = sheet;
  const lines =
    kind === 'row'
      ? { ...all, startRow: first - 1, endRow: first - 1 + count }
      : { ...all, startColumn: first - 1, endColumn: first - 1 + count };
  requireEditable(workbook, user, sheet, lines);
}
