import type { CalendarDate } from '../../core/calendar-date.ts';
import { isShown, type OwnValue } from '../../core/sheets/cell-text.ts';
import { daySerial, isDaySerial, serialOfMoment } from '../../core/sheets/day-serial.ts';
import { neighbours } from '../../core/sheets/neighbours.ts';
import type { PushPlan } from '../../core/sheets/plan-push.ts';
import type { SheetValue } from '../../core/sheets/sheet-value.ts';
import { ROWS_A_STEP, type Steps } from '../../core/steps.ts';
import { dayOfSheet } from './connected-tab.ts';
import { inTurns } from './in-turns.ts';
import type { PushReading } from './push-reading.ts';
import type { SheetCell, Spreadsheets } from './spreadsheets.ts';

/** Rows of a sheet, from the first to before the last (0-based). */
interface Rows {
  readonly from: number;
  readonly to: number;
}

/** The cells of a column by row of the sheet, a day as the number that the sheet keeps; what is not there is empty. */
type Column = (row: number) => Exclude<SheetCell, object>;

/**
 * Whether a sheet is as it was read, as far as a push is concerned: who stands in which row, and what our columns hold. One read. That
 * the columns still stand where they were is held by the batch itself.
 */
export async function isAsRead(spreadsheets: Spreadsheets, reading: PushReading, plan: PushPlan): Promise<boolean> {
  const { placing } = plan;
  const standing = [...placing.columns.values()].flatMap((column) => placedBefore(placing, column, reading));
  const asked = [...reading.identityColumns, ...standing];
  const rows = { from: 0, to: reading.tab.rowCount };
  return inTurns(areSame(reading, asked, await readColumns(spreadsheets, reading, asked, rows), rows));
}

/** Whether the customers of some rows still stand where they were read, after columns have been made. One read. */
export async function isWhereRead(
  spreadsheets: Spreadsheets,
  reading: PushReading,
  { placing }: PushPlan,
  rows: Rows,
): Promise<boolean> {
  const { identityColumns } = reading;
  const columns = await readColumns(spreadsheets, reading, identityColumns.map(placing.moved), rows);
  return inTurns(areSame(reading, identityColumns, columns, rows));
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
  const columns = await readColumns(spreadsheets, reading, [...identity, ...own], rows);
  return inTurns(areWritten(reading, columns, written));
}

/** Whether columns hold what was written, behind those of who stands where, each in the row in which the customer was read. */
function* areWritten(
  { identityColumns, values }: PushReading,
  columns: readonly Column[],
  written: readonly (readonly [key: string, cells: ReadonlyMap<number, OwnValue>])[],
): Steps<boolean> {
  const isSameRow = (row: number): boolean =>
    identityColumns.every((column, at) => isAsBefore(columns[at]?.(row) ?? '', values[row]?.[column]));
  const rowsLooked = new Set<number>();
  const isHeld = holder();
  let looked = 0;
  for (const [at, [, cells]] of written.entries()) {
    const column = columns[identityColumns.length + at];
    for (const [row, value] of cells) {
      if (looked % ROWS_A_STEP === 0) yield;
      looked += 1;
      if (!isHeld(column?.(row) ?? '', value)) return false;
      if (rowsLooked.has(row)) continue;
      if (!isSameRow(row)) return false;
      rowsLooked.add(row);
    }
  }
  return true;
}

function lastRowOf(cells: ReadonlyMap<number, unknown>): number {
  let last = 0;
  for (const row of cells.keys()) if (row > last) last = row;
  return last;
}

/** Columns from the first of the rows on. */
async function readColumns(
  spreadsheets: Spreadsheets,
  { description, tab }: PushReading,
  columns: readonly number[],
  { from, to }: Rows,
): Promise<Column[]> {
  // columns side by side in one, which Google tells in a fraction of the arrays
  const places = neighbours(columns.map((column) => ({ column }))).map((side) => ({
    row: from,
    column: side[0]?.column ?? 0,
    rows: to - from,
    columns: side.length,
  }));
  if (places.length === 0) return [];
  const ranges = places.map((place) => ({ tab, place }));
  // which cells show days has been read, or goes with what is written
  const read = await spreadsheets.read(description.spreadsheetId, ranges, { days: false });
  return columns.map((column): Column => {
    const at = places.findIndex((place) => column >= place.column && column < place.column + place.columns);
    const index = column - (places[at]?.column ?? 0);
    const rows = read[at]?.rows ?? [];
    return (row) => {
      const cell = rows[row - from]?.[index] ?? '';
      return typeof cell === 'object' ? daySerial(cell.date) : cell;
    };
  });
}

/** Whether columns hold in some rows what was read in them. Others have their turn in between. */
function* areSame(
  { values }: PushReading,
  columns: readonly number[],
  now: readonly Column[],
  { from, to }: Rows,
): Steps<boolean> {
  for (let row = from; row < to; row += 1) {
    if (row % ROWS_A_STEP === 0) yield;
    const before = values[row];
    for (const [at, column] of columns.entries()) if (!isAsBefore(now[at]?.(row) ?? '', before?.[column])) return false;
  }
  return true;
}

/** Whether a cell holds what was read in it. A number that is shown as a day of no calendar was read as nothing. */
function isAsBefore(now: Exclude<SheetCell, object>, before: SheetValue = ''): boolean {
  if (now === before) return true;
  if (typeof now !== 'number') return false;
  if (before instanceof Date) return Math.floor(now) === serialOfMoment(before);
  return before === '' && !isDaySerial(now);
}

/** Tells whether a cell holds what was written into it. */
function holder(): (now: Exclude<SheetCell, object>, value: OwnValue) => boolean {
  // a table has few days and each of them thousands of times
  const serials = new Map<CalendarDate, number>();
  return (now, value) => {
    if (typeof value !== 'object') return isShown(now, value, dayOfSheet);
    const serial = serials.get(value.date) ?? daySerial(value.date);
    serials.set(value.date, serial);
    return typeof now === 'number' && Math.floor(now) === serial;
  };
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
