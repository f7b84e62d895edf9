import { columnLetter } from '../../../../core/table/column-letter.ts';
import type { PageSheetText } from '../../../../core/text/page-sheet-text.ts';
import type { Area, SheetEdit } from '../../sheet-protocol.ts';
import type { MenuItem } from '../menu-button.tsx';
import type { Selection } from './selection.ts';
import type { SheetLayout } from './sheet-store.ts';

export interface EditMenuParts {
  readonly text: PageSheetText;
  readonly sheet: SheetLayout;
  readonly selection: Selection;
  readonly area: Area;
  readonly onEdit: (edit: SheetEdit) => void;
  readonly onCopy: () => void;
  readonly onPaste: () => void;
  /** Makes the selected columns as wide as what is in them. */
  readonly onFit: () => void;
}

/** What can be done with the selected cells, rows and columns. */
export function editMenu({ area, onCopy, onEdit, onFit, onPaste, selection, sheet, text }: EditMenuParts): MenuItem[] {
  const { column, columns, row, rows } = area;
  const { sheetId } = sheet;
  const isWholeColumns = rows >= sheet.rowCount;
  const isWholeRows = columns >= sheet.columnCount;
  const items: MenuItem[] = [];
  const add = (id: string, content: string, onChoose: () => void) => items.push({ id, content, onChoose });
  const lines = (kind: 'insert' | 'delete' | 'hide' | 'show', what: 'rows' | 'columns', first: number, count: number) =>
    onEdit({ kind, sheetId, what, first, count });
  const sort = (isDescending: boolean) =>
    onEdit({ kind: 'sort', sheetId, area: sortedArea(area, sheet), column: selection.active.column, isDescending });

  add('copy', text.copy, onCopy);
  add('paste', text.paste, onPaste);
  add('clear', text.clear, () => onEdit({ kind: 'clear', sheetId, area }));
  if (!isWholeColumns) {
    add('above', text.insertAbove(rows), () => lines('insert', 'rows', row, rows));
    add('below', text.insertBelow(rows), () => lines('insert', 'rows', row + rows, rows));
    if (rows < sheet.rowCount) add('delete-rows', text.deleteRows(rows), () => lines('delete', 'rows', row, rows));
    add('hide-rows', text.hideRows(rows), () => lines('hide', 'rows', row, rows));
  }
  if (sheet.hiddenRows.length > 0) add('show-rows', text.showRows, () => lines('show', 'rows', 0, sheet.rowCount));
  if (!isWholeRows) {
    add('left', text.insertLeft(columns), () => lines('insert', 'columns', column, columns));
    add('right', text.insertRight(columns), () => lines('insert', 'columns', column + columns, columns));
    if (columns < sheet.columnCount)
      add('delete-columns', text.deleteColumns(columns), () => lines('delete', 'columns', column, columns));
    add('hide-columns', text.hideColumns(columns), () => lines('hide', 'columns', column, columns));
    add('fit', text.fitWidth, onFit);
  }
  if (sheet.hiddenColumns.length > 0)
    add('show-columns', text.showColumns, () => lines('show', 'columns', 0, sheet.columnCount));
  const letters = columnLetter(selection.active.column);
  add('sort-up', text.sortUp(letters), () => sort(false));
  add('sort-down', text.sortDown(letters), () => sort(true));
  if (!isWholeColumns)
    add('freeze', text.freeze(row + rows), () => onEdit({ kind: 'freeze', sheetId, rows: row + rows }));
  if (sheet.frozenRows > 0) add('unfreeze', text.unfreeze, () => onEdit({ kind: 'freeze', sheetId, rows: 0 }));
  return items;
}

/** Several selected rows are sorted alone; else all below those that are frozen, as in Google Sheets. Always whole rows. */
export function sortedArea(
  { row, rows }: Area,
  sheet: Pick<SheetLayout, 'rowCount' | 'columnCount' | 'frozenRows'>,
): Area {
  const isSome = rows > 1 && rows < sheet.rowCount;
  const first = isSome ? row : sheet.frozenRows;
  return { row: first, column: 0, rows: isSome ? rows : sheet.rowCount - first, columns: sheet.columnCount };
}
