import { setImmediate as nextTurn } from 'node:timers/promises';
import { isShown } from '../../core/sheets/cell-text.ts';
import { neighbours } from '../../core/sheets/neighbours.ts';
import { readOwnDays } from '../../core/sheets/own-days.ts';
import type { PushPlan } from '../../core/sheets/plan-push.ts';
import type { SheetValue } from '../../core/sheets/sheet-value.ts';
import { dayOfSheet, momentOfDay, sheetValue } from './connected-tab.ts';
import type { PushReading } from './push-reading.ts';
import type { Spreadsheets } from './spreadsheets.ts';

/** Rows of a sheet, from the first to before the last (0-based). */
interface Rows {
  readonly from: number;
  readonly to: number;
}

/**
 * Whether a sheet is as it was read, as far as a push is concerned: who stands in which row, and what our columns hold. One read. That
 * the columns still stand where they were is held by the batch itself.
 */
export async function isAsRead(spreadsheets: Spreadsheets, reading: PushReading, plan: PushPlan): Promise<boolean> {
  const { placing } = plan;
  const standing = [...placing.columns.values()].flatMap((column) => placedBefore(placing, column, reading));
  const columns = [...reading.identityColumns, ...standing];
  const rows = { from: 0, to: reading.tab.rowCount };
  const dayColumn = reading.owners.get(reading.found)?.columns.get('tierbook.nextFollowUp');
  const read = await readColumns(spreadsheets, reading, columns, rows, dayColumn);
  return columns.every((column, at) => isSameColumn(reading, column, read[at] ?? [], rows));
}

/** Whether the customers of some rows still stand where they were read, after columns have been made. One read. */
export async function isWhereRead(
  spreadsheets: Spreadsheets,
  reading: PushReading,
  { placing }: PushPlan,
  rows: Rows,
): Promise<boolean> {
  const columns = reading.identityColumns.map(placing.moved);
  const read = await readColumns(spreadsheets, reading, columns, rows);
  return reading.identityColumns.every((column, at) => isSameColumn(reading, column, read[at] ?? [], rows));
}

/** Whether what was written is there, each in its customer's row. Two reads. */
export async function isThere(spreadsheets: Spreadsheets, reading: PushReading, plan: PushPlan): Promise<boolean> {
  const { placing, tableId } = plan;
  const { marks } = await spreadsheets.describe(reading.description.spreadsheetId);
  const isMarked = [...placing.columns].every(([key, column]) =>
    marks.some(
      (mark) => mark.key === key && mark.value === tableId && mark.tabId === reading.tab.id && mark.column === column,
    ),
  );
  if (!isMarked) return false;
  const written = [...plan.cells];
  if (written.length === 0) return true;
  const own = written.map(([key]) => placing.columns.get(key) ?? 0);
  const identity = reading.identityColumns.map(placing.moved);
  const rows = { from: 0, to: 1 + Math.max(...written.map(([, cells]) => lastRowOf(cells))) };
  const read = await readColumns(
    spreadsheets,
    reading,
    [...identity, ...own],
    rows,
    placing.columns.get('tierbook.nextFollowUp'),
  );
  const isSameRow = (row: number): boolean =>
    reading.identityColumns.every((column, index) => isSame(read[index]?.[row], reading.values[row]?.[column]));
  for (const [at, [, cells]] of written.entries()) {
    // others have their turn between two columns of a long sheet
    await nextTurn();
    for (const [row, value] of cells)
      if (!isShown(read[identity.length + at]?.[row], value, dayOfSheet) || !isSameRow(row)) return false;
  }
  return true;
}

function lastRowOf(cells: ReadonlyMap<number, unknown>): number {
  let last = 0;
  for (const row of cells.keys()) if (row > last) last = row;
  return last;
}

/** The cells of some columns from the first of the rows on; a row that is not there any more has none. */
async function readColumns(
  spreadsheets: Spreadsheets,
  { description, tab }: PushReading,
  columns: readonly number[],
  { from, to }: Rows,
  dayColumn?: number,
): Promise<SheetValue[][]> {
  // columns side by side in one, which Google tells in a fraction of the arrays
  const places = neighbours(columns.map((column) => ({ column }))).map((side) => ({
    row: from,
    column: side[0]?.column ?? 0,
    rows: to - from,
    columns: side.length,
  }));
  const ranges = places.map((place) => ({ tab, place }));
  if (ranges.length === 0) return [];
  const read = await spreadsheets.read(description.spreadsheetId, ranges, { days: true });
  return columns.map((column) => {
    const at = places.findIndex((place) => column >= place.column && column < place.column + place.columns);
    const index = column - (places[at]?.column ?? 0);
    const cells = read[at]?.rows.map((row) => sheetValue(row[index] ?? '')) ?? [];
    if (column !== dayColumn) return cells;
    // as the whole tab was read
    const days = cells.map((cell) => [cell]);
    readOwnDays(days, ONE_COLUMN_OF_DAYS, momentOfDay);
    return days.map(([day = '']) => day);
  });
}

const ONE_COLUMN_OF_DAYS = [{ id: '', columns: new Map([['tierbook.nextFollowUp', 0]]) }];

function isSameColumn(
  { values }: PushReading,
  column: number,
  cells: readonly SheetValue[],
  { from, to }: Rows,
): boolean {
  for (let row = from; row < Math.min(to, Math.max(values.length, from + cells.length)); row += 1)
    if (!isSame(cells[row - from], values[row]?.[column])) return false;
  return true;
}

function isSame(one: SheetValue = '', other: SheetValue = ''): boolean {
  if (one instanceof Date || other instanceof Date)
    return one instanceof Date && other instanceof Date && one.getTime() === other.getTime();
  return one === other;
}

/** Where a column of ours stood when the sheet was read; none when it is still to be made. */
function placedBefore(
  { made, columns, moved }: PushPlan['placing'],
  column: number,
  { owners, found }: PushReading,
): number[] {
  return [...(owners.get(found)?.columns ?? [])].flatMap(([key, now]) =>
    !made.includes(key) && columns.get(key) === column && moved(now) === column ? [now] : [],
  );
}
