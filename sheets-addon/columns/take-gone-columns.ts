import { headingRowOf } from '../../core/sheets/heading-row.ts';
import type { Placing } from '../../core/sheets/place-columns.ts';
import { sorted } from '../../core/sorted.ts';
import { deleteColumn, emptyCells, unmarkColumns } from '../spreadsheet.ts';
import type { OpenTable } from '../table/open-table.ts';
import type { GoneColumn } from './gone-columns.ts';

/** Takes columns away that the scheme no longer fills: deleted, or emptied where something else stands in them. */
export function takeGoneColumns(table: OpenTable, { moved }: Placing, gone: readonly GoneColumn[], id: string): void {
  const { sheetId } = table.sheet;
  const row = headingRowOf(table) + 1;
  const emptied = gone.filter(({ isOursAlone }) => !isOursAlone);
  for (const { column } of emptied) {
    emptyCells({ sheetId, row, column: moved(column) + 1, rows: table.found.bottom - row + 2, columns: 1 });
  }
  if (emptied.length > 0)
    unmarkColumns(
      sheetId,
      emptied.map(({ key }) => key),
      id,
    );
  const deleted = gone.filter(({ isOursAlone }) => isOursAlone).map(({ column }) => moved(column));
  for (const column of sorted(deleted, (one, other) => other - one)) deleteColumn(sheetId, column + 1);
}
