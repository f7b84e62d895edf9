import type { Area, CellEntry, SheetEdit } from '../sheet-protocol.ts';
import { deleteLines, hideLines, insertLines } from '../workbook/change-lines.ts';
import { duplicateSheet } from '../workbook/duplicate-sheet.ts';
import type { SheetRange } from '../workbook/grid-range.ts';
import { CELL_CHARACTERS, SHEET_COLUMNS } from '../workbook/limits.ts';
import { requireEditable, requireEditableSheet, requireInsertable } from '../workbook/protected-cells.ts';
import { sortRange } from '../workbook/rearrange-cells.ts';
import type { Sheet } from '../workbook/sheet.ts';
import { isPlainText } from '../workbook/typed-entry.ts';
import type { Workbook } from '../workbook/workbook.ts';
import { WorkbookError } from '../workbook/workbook-error.ts';
import { clearCells, type Entry, enterValues, setFormats } from '../workbook/write-cells.ts';

/** The edits that change the workbook as it is; the others are the desk's. */
export type WorkbookEdit = Exclude<SheetEdit, { readonly kind: 'undo' | 'redo' | 'sample' }>;

/** What the page is to show after an edit; null: as before. */
export interface EditEnd {
  readonly sheetId: number | null;
}

const AS_BEFORE: EditEnd = { sheetId: null };

/** Carries an edit out for a person. Throws a `WorkbookError`: nothing has changed then. */
export function editWorkbook(workbook: Workbook, user: string, edit: WorkbookEdit): EditEnd {
  switch (edit.kind) {
    case 'add-sheet':
      return { sheetId: workbook.addSheet().id };
    case 'duplicate-sheet':
      return { sheetId: duplicateSheet(workbook, edit.sheetId).id };
    case 'rename-sheet':
      requireEditableSheet(workbook, user, workbook.sheet(edit.sheetId));
      workbook.renameSheet(edit.sheetId, edit.name);
      return AS_BEFORE;
    case 'delete-sheet':
      requireEditableSheet(workbook, user, workbook.sheet(edit.sheetId));
      workbook.deleteSheet(edit.sheetId);
      return { sheetId: workbook.selection.sheetId };
    case 'hide-sheet':
    case 'show-sheet':
      requireEditableSheet(workbook, user, workbook.sheet(edit.sheetId));
      workbook.setSheetHidden(edit.sheetId, edit.kind === 'hide-sheet');
      return { sheetId: edit.kind === 'hide-sheet' ? workbook.selection.sheetId : edit.sheetId };
    case 'enter':
    case 'clear':
    case 'insert':
    case 'delete':
    case 'hide':
    case 'show':
    case 'sort':
    case 'width':
    case 'freeze':
      editSheet(workbook, user, workbook.sheet(edit.sheetId), edit);
      return AS_BEFORE;
    default:
      return edit satisfies never;
  }
}

/** The block of a sheet that an edit of cells changes; null for all other edits. */
export function editedCells(edit: WorkbookEdit): SheetRange | null {
  if (edit.kind === 'clear') return rangeOf(edit.sheetId, edit.area);
  if (edit.kind !== 'enter') return null;
  const columns = Math.max(0, ...edit.entries.map((row) => row.length));
  return rangeOf(edit.sheetId, { row: edit.row, column: edit.column, rows: edit.entries.length, columns });
}

/** A block of the page as the workbook has it. */
export function rangeOf(sheetId: number, { column, columns, row, rows }: Area): SheetRange {
  return { sheetId, startRow: row, endRow: row + rows, startColumn: column, endColumn: column + columns };
}

type SheetOnlyEdit = Extract<
  WorkbookEdit,
  { readonly kind: 'enter' | 'clear' | 'insert' | 'delete' | 'hide' | 'show' | 'sort' | 'width' | 'freeze' }
>;

function editSheet(workbook: Workbook, user: string, sheet: Sheet, edit: SheetOnlyEdit): void {
  const { sheetId } = edit;
  switch (edit.kind) {
    case 'enter': {
      const range = editedCells(edit);
      if (range === null || range.endColumn === range.startColumn || range.endRow === range.startRow) return;
      requireEditable(workbook, user, sheet, range);
      requireShort(edit.entries);
      makeRoom(workbook, sheet, range);
      enter(workbook, range, edit.entries);
      return;
    }
    case 'clear': {
      const range = rangeOf(sheetId, edit.area);
      requireEditable(workbook, user, sheet, range);
      clearCells(workbook, range, ['contents']);
      return;
    }
    case 'insert': {
      const kind = edit.what === 'rows' ? 'row' : 'column';
      requireInsertable(workbook, user, sheet, kind, edit.first);
      insertLines(workbook, sheetId, kind, edit.first, edit.count, edit.first === 0 ? 'after' : 'before');
      return;
    }
    case 'delete': {
      const isRows = edit.what === 'rows';
      const area = isRows
        ? { row: edit.first, rows: edit.count, column: 0, columns: sheet.columnCount }
        : { row: 0, rows: sheet.rowCount, column: edit.first, columns: edit.count };
      requireEditable(workbook, user, sheet, rangeOf(sheetId, area));
      deleteLines(workbook, sheetId, isRows ? 'row' : 'column', edit.first, edit.count);
      return;
    }
    case 'hide':
    case 'show':
      requireEditableSheet(workbook, user, sheet);
      hideLines(
        workbook,
        sheetId,
        edit.what === 'rows' ? 'row' : 'column',
        edit.first,
        edit.count,
        edit.kind === 'hide',
      );
      return;
    case 'sort': {
      const range = rangeOf(sheetId, edit.area);
      requireEditable(workbook, user, sheet, range);
      sortRange(workbook, range, [{ column: edit.column, isAscending: !edit.isDescending }]);
      return;
    }
    case 'width':
      if (edit.column >= sheet.columnCount) throw new WorkbookError('out-of-bounds', sheet.title);
      sheet.columnWidths[edit.column] = edit.pixels;
      workbook.touch();
      return;
    case 'freeze':
      sheet.frozenRows = Math.min(edit.rows, sheet.rowCount - 1);
      workbook.touch();
      return;
    default:
      edit satisfies never;
  }
}

function requireShort(entries: readonly (readonly CellEntry[])[]): void {
  for (const row of entries) {
    for (const entry of row) {
      const content = typeof entry === 'string' ? entry : entry.value;
      if (typeof content === 'string' && content.length > CELL_CHARACTERS)
        throw new WorkbookError('cell-too-long', String(CELL_CHARACTERS));
    }
  }
}

/** Checks everything before anything grows. */
function makeRoom(workbook: Workbook, sheet: Sheet, { endColumn, endRow }: SheetRange): void {
  const { columnCount, rowCount } = sheet;
  const [rows, columns] = [endRow - rowCount, endColumn - columnCount];
  if (rows <= 0 && columns <= 0) return;
  if (endColumn > SHEET_COLUMNS) throw new WorkbookError('too-many-cells', String(SHEET_COLUMNS));
  workbook.requireRoom(Math.max(endRow, rowCount) * Math.max(endColumn, columnCount) - rowCount * columnCount);
  if (rows > 0) insertLines(workbook, sheet.id, 'row', sheet.rowCount, rows);
  if (columns > 0) insertLines(workbook, sheet.id, 'column', sheet.columnCount, columns);
}

function enter(workbook: Workbook, range: SheetRange, entries: readonly (readonly CellEntry[])[]): void {
  const columns = range.endColumn - range.startColumn;
  const lines = entries.map((row) => Array.from({ length: columns }, (_, column) => row[column] ?? ''));
  // First, since a text that was copied as a text stays one in the looks that it had.
  for (const [at, line] of lines.entries()) {
    for (const [column, entry] of line.entries()) {
      if (typeof entry === 'string' || entry.format === undefined) continue;
      const [row, place] = [range.startRow + at, range.startColumn + column];
      const cell = { sheetId: range.sheetId, startRow: row, endRow: row + 1, startColumn: place, endColumn: place + 1 };
      setFormats(workbook, cell, [[{ numberFormat: entry.format }]]);
    }
  }
  enterValues(
    workbook,
    range,
    lines.map((line) => line.map(typed)),
  );
}

function typed(entry: CellEntry): Entry {
  if (typeof entry === 'string') return entry;
  // As a person keeps a text a text.
  return typeof entry.value === 'string' && !isPlainText(entry.value) ? `'${entry.value}` : entry.value;
}
