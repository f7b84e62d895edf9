import type { OwnValue } from '../../core/sheets/cell-text.ts';
import { MEMORY_SHEET, memoryRow } from '../../core/sheets/memory-sheet.ts';
import type { PushPlan } from '../../core/sheets/plan-push.ts';
import type { SheetValue } from '../../core/sheets/sheet-value.ts';
import { memoryName, packed, type TableMemory } from '../../core/sheets/table-memory.ts';
import { ROWS_A_STEP, type Steps } from '../../core/steps.ts';
import type { PushReading } from './push-reading.ts';
import { newSheetsId, type SheetChange, type SheetEntry, type WriteCells } from './spreadsheets.ts';

/** Google takes about so many rows in one request, and makes them all or none. */
export const ROWS_A_REQUEST = 20_000;

/** How much goes into one request. */
export interface RequestLimits {
  readonly rows: number;
  /** Of cells, about. */
  readonly bytes: number;
}

/** Google recommends requests of 2 MB at most, and refuses those of 10. */
const REQUEST_LIMITS: RequestLimits = { rows: ROWS_A_REQUEST, bytes: 2_000_000 };
/** What a request spends on a cell beside its text: its names and signs, or all of a number. */
const BYTES_AROUND_CELL = 46;

/** A request of a push: its changes, and the rows of the sheet whose cells it writes, from the first to before the last (0-based). */
export interface PushRequest {
  /** Made when they are asked for, each time anew: all of them at once would be many times what they write. */
  readonly changes: () => readonly SheetChange[];
  readonly from: number;
  readonly to: number;
  /** How many of our cells it writes. */
  readonly entries: number;
}

/**
 * The requests that carry out a push, in their order. What makes columns and what is remembered go before cells, so that a
 * push that is cut is ended by the next one.
 *
 * @param limits default: 20,000 rows and 2 MB
 */
export function* pushRequests(read: PushReading, plan: PushPlan, limits = REQUEST_LIMITS): Steps<PushRequest[]> {
  const marks = marksOf(read, plan);
  const kept = marks.filter(({ now }) => now !== null);
  const first = [
    ...columnChanges(read, plan, marks),
    ...(plan.memory === null ? [] : memoryChanges(read, plan.memory)),
  ];
  yield;
  const columns = changedColumns(plan);
  const rows = yield* changedRows(columns);
  const isShownAsDay = dayCells(read, plan);
  const parts = yield* partsOf(rows, columns, limits);
  // what is remembered of so many customers is a request of its own size
  const isApart = parts.length > 1 && first.length > 0;
  const requests = parts.map(({ rows: part, entries }, index): PushRequest => {
    const isFirst = index === 0 && !isApart;
    const before = isFirst ? first : marks.map((mark) => keepMark(read, plan, mark, mark.column));
    const changes = () => [...before, ...writesOf(read.tab.id, part, columns, isShownAsDay)];
    return { changes, from: part[0] ?? 0, to: (part.at(-1) ?? -1) + 1, entries };
  });
  const all = isApart ? [{ changes: () => first, from: 0, to: 0, entries: 0 }, ...requests] : requests;
  const needed = rows.length === 0 && first.length === 0 ? [] : all;
  const guards = kept.map((mark) => keepMark(read, plan, mark, mark.now ?? 0));
  return needed.map((request, index) =>
    index === 0 ? { ...request, changes: () => [...guards, ...request.changes()] } : request,
  );
}

/** A column of ours in which something changes: where it is when the columns have been made, and its cells by row. */
interface ChangedColumn {
  readonly column: number;
  readonly cells: ReadonlyMap<number, OwnValue>;
}

/** The rows in which anything changes, from the top. */
function* changedRows(columns: readonly ChangedColumn[]): Steps<number[]> {
  const rows = new Set<number>();
  for (const { cells } of columns) {
    for (const row of cells.keys()) rows.add(row);
    yield;
  }
  return [...rows].toSorted((one, other) => one - other);
}

function changedColumns({ cells, placing }: PushPlan): ChangedColumn[] {
  return [...cells]
    .flatMap(([key, changed]): ChangedColumn[] => {
      const column = placing.columns.get(key);
      return column === undefined ? [] : [{ column, cells: changed }];
    })
    .toSorted((one, other) => one.column - other.column);
}

/** The rows of a request, and how many of our cells change in them. */
interface Part {
  readonly rows: number[];
  entries: number;
}

/** What goes into each request, as the limits allow; one part at least. */
function* partsOf(
  rows: readonly number[],
  columns: readonly ChangedColumn[],
  limits: RequestLimits,
): Steps<readonly Part[]> {
  let last: Part = { rows: [], entries: 0 };
  const parts = [last];
  let bytes = 0;
  for (const [at, row] of rows.entries()) {
    if (at % ROWS_A_STEP === 0) yield;
    let own = 0;
    let entries = 0;
    for (const { cells } of columns) {
      const value = cells.get(row);
      if (value === undefined) continue;
      entries += 1;
      own += BYTES_AROUND_CELL + (typeof value === 'string' ? Buffer.byteLength(value) : 0);
    }
    const isFull = last.rows.length >= limits.rows || bytes + own > limits.bytes;
    if (isFull && last.rows.length > 0) {
      last = { rows: [], entries: 0 };
      parts.push(last);
      bytes = 0;
    }
    last.rows.push(row);
    last.entries += entries;
    bytes += own;
  }
  return parts;
}

/** The mark of one of our columns. Columns count from 0. */
interface OwnMark {
  readonly id: number;
  readonly key: string;
  /** Where it was read; null: it is to be made. */
  readonly now: number | null;
  /** Where it is when the columns have been made. */
  readonly column: number;
}

function marksOf({ description, tab }: PushReading, { placing, tableId }: PushPlan): OwnMark[] {
  const taken = new Set(description.marks.map(({ id }) => id));
  return [...placing.columns].map(([key, column]): OwnMark => {
    const known = description.marks.find(
      (mark) =>
        mark.tabId === tab.id &&
        mark.key === key &&
        mark.value === tableId &&
        placing.moved(mark.column ?? -1) === column,
    );
    if (known !== undefined && !placing.made.includes(key)) return { id: known.id, key, now: known.column, column };
    const id = newSheetsId(taken);
    taken.add(id);
    return { id, key, now: null, column };
  });
}

function keepMark({ tab }: PushReading, { tableId }: PushPlan, { id, key }: OwnMark, column: number): SheetChange {
  return { kind: 'keep-mark', id, key, value: tableId, tabId: tab.id, column };
}

function columnChanges({ tab }: PushReading, { placing, tableId }: PushPlan, marks: readonly OwnMark[]): SheetChange[] {
  const changes: SheetChange[] = [];
  let { columnCount } = tab;
  for (const { after, count } of placing.insertions) {
    const isAtEnd = after + 1 >= columnCount;
    changes.push(
      isAtEnd
        ? { kind: 'add-columns', tabId: tab.id, count: after + 1 - columnCount + count }
        : { kind: 'insert-columns', tabId: tab.id, column: after + 1, count },
    );
    columnCount += count;
  }
  for (const { id, key, now, column } of marks)
    if (now === null) changes.push({ kind: 'mark', id, key, value: tableId, tabId: tab.id, column });
  return changes;
}

/** Brings the entry of the add-on's hidden sheet up to date, and makes the sheet where there is none. */
function memoryChanges({ description, tab, memoryTab, entries }: PushReading, memory: TableMemory): SheetChange[] {
  const { row, cells } = memoryRow(entries, memoryName(tab.id, memory.id), packed(memory));
  const changes: SheetChange[] = [];
  const rows = Math.max(row, MEMORY_ROWS);
  const columns = cells.length;
  const tabId = memoryTab?.id ?? newSheetsId(new Set(description.tabs.map(({ id }) => id)));
  if (memoryTab === null) {
    changes.push({ kind: 'add-tab', tabId, title: MEMORY_SHEET, rows, columns, isHidden: true, index: null });
  } else {
    if (memoryTab.rowCount < row) changes.push({ kind: 'add-rows', tabId, count: row - memoryTab.rowCount });
    const more = columns - memoryTab.columnCount;
    if (more > 0) changes.push({ kind: 'add-columns', tabId, count: more });
  }
  return [...changes, { kind: 'write-cells', tabId, row: row - 1, column: 0, rows: [cells] }];
}

const MEMORY_ROWS = 20;

/** Rectangles that begin wherever more rows than these are left alone. */
const MOST_ROWS_BETWEEN = 20;

function writesOf(
  tabId: number,
  rows: readonly number[],
  columns: readonly ChangedColumn[],
  isShownAsDay: (row: number, column: number) => boolean,
): WriteCells[] {
  const used = columns.filter(({ cells }) => rows.some((row) => cells.has(row)));
  const left = used[0]?.column ?? 0;
  const width = (used.at(-1)?.column ?? left) - left + 1;
  const writes: (WriteCells & { readonly rows: (SheetEntry | undefined)[][] })[] = [];
  for (const row of rows) {
    const last = writes.at(-1);
    const isNear = last !== undefined && row - last.row - last.rows.length < MOST_ROWS_BETWEEN;
    const write = isNear ? last : { kind: 'write-cells' as const, tabId, row, column: left, rows: [] };
    if (!isNear) writes.push(write);
    while (write.rows.length < row - write.row) write.rows.push([]);
    const entries = Array<SheetEntry | undefined>(width).fill(undefined);
    for (const { column, cells } of used) {
      const value = cells.get(row);
      if (value === undefined) continue;
      entries[column - left] =
        typeof value === 'object' ? { ...value, isShownAsDay: isShownAsDay(row, column) } : value;
    }
    write.rows.push(entries);
  }
  return writes;
}

/** Tells the cells that show days already, by where they are when the columns have been made. */
function dayCells({ values }: PushReading, { placing }: PushPlan): (row: number, column: number) => boolean {
  const before = new Map<number, number>();
  for (const [key, column] of placing.columns) {
    if (placing.made.includes(key)) continue;
    // where the column is now: putting columns in moves those behind them to the right
    for (let now = 0; now <= column; now += 1) if (placing.moved(now) === column) before.set(column, now);
  }
  return (row, column) => {
    const now = before.get(column);
    const value: SheetValue | undefined = now === undefined ? undefined : values[row]?.[now];
    return value instanceof Date;
  };
}
