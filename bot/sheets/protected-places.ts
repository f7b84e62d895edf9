import { isCommon, isWithin } from '../../core/sheets/common-cells.ts';
import type {
  ProtectedRange,
  SheetChange,
  SheetTab,
  SpreadsheetDescription,
  TabPlace,
} from '../use-cases/spreadsheets.ts';
import { cellRectangles } from './cell-rectangles.ts';

/** The first protected range that changes touch and the account may not edit; undefined when Google did not say of any. */
export function protectedRangeIn(
  { tabs }: SpreadsheetDescription,
  changes: readonly SheetChange[],
): { readonly tab: SheetTab; readonly range: ProtectedRange } | undefined {
  for (const tab of tabs) {
    const locked = tab.protectedRanges.filter(({ mayEdit }) => !mayEdit);
    if (locked.length === 0) continue;
    for (const place of changes.flatMap((change) => placesIn(change, tab))) {
      const range = locked.find((one) => isCommon(one.place, place) && !one.open.some((open) => isWithin(place, open)));
      if (range !== undefined) return { tab, range };
    }
  }
  return undefined;
}

/** The places of a tab that a change writes to. */
function placesIn(change: SheetChange, tab: SheetTab): TabPlace[] {
  switch (change.kind) {
    case 'write-cells':
      if (change.tabId !== tab.id) return [];
      return cellRectangles(change, change.rows).map(({ row, column, rows }) => ({
        row,
        column,
        rows: rows.length,
        columns: rows[0]?.length ?? 0,
      }));
    case 'format':
      return change.tabId === tab.id ? [change.place] : [];
    case 'insert-columns':
    case 'delete-columns':
    case 'column-width': {
      const { column, count, tabId } = change;
      return tabId === tab.id ? [{ row: 0, column, rows: tab.rowCount, columns: count }] : [];
    }
    case 'add-rows':
    case 'add-columns':
    case 'delete-tab':
    case 'show-tab':
    case 'freeze':
      return change.tabId === tab.id ? [{ row: 0, column: 0, rows: tab.rowCount, columns: tab.columnCount }] : [];
    case 'add-tab':
    case 'mark':
    case 'change-mark':
    case 'keep-mark':
    case 'unmark':
    case 'add-chart':
    case 'delete-chart':
      return [];
    default:
      throw change satisfies never;
  }
}
