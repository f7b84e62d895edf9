import type { SheetLayout } from '../../bot/local/page/sheet/sheet-store.ts';

/** A sheet as the page lays it out: empty, nothing frozen, hidden or merged; but for what is given. */
export function pageSheet(changes: Partial<SheetLayout> = {}): SheetLayout {
  return {
    revision: 1,
    tabs: [{ id: 7, name: 'Sheet', isHidden: false }],
    sheetId: 7,
    rowCount: 20,
    columnCount: 6,
    usedRows: 0,
    usedColumns: 0,
    frozenRows: 0,
    frozenColumns: 0,
    widths: {},
    hiddenRows: [],
    hiddenColumns: [],
    merges: [],
    selected: null,
    filter: null,
    charts: [],
    canUndo: false,
    canRedo: false,
    notice: null,
    ...changes,
  };
}
