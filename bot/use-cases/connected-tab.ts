import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CalendarDate } from '../../core/calendar-date.ts';
import {
  type CustomersReading,
  type ReadCustomersOptions,
  readCustomersInSteps,
} from '../../core/grading/read-customers.ts';
import type { Scheme } from '../../core/grading/scheme.ts';
import { a1Range } from '../../core/sheets/a1-range.ts';
import type { FoundTable } from '../../core/sheets/find-tables.ts';
import { type MemoryEntry, memoryEntries } from '../../core/sheets/memory-sheet.ts';
import { type OpenTab, openTab, ownPlaces } from '../../core/sheets/open-tab.ts';
import { type OwnTable, ownTables } from '../../core/sheets/own-columns.ts';
import { dayReader } from '../../core/sheets/sheet-days.ts';
import type { ColumnMark, SheetValue } from '../../core/sheets/sheet-value.ts';
import { headingsGraded } from '../../core/sheets/table-memory.ts';
import type { Cell, Grid } from '../../core/table/cell.ts';
import type { TableHints } from '../../core/table/read-table.ts';
import ownPackage from '../../package.json' with { type: 'json' };
import { findMemberRecords } from '../store/members.ts';
import type { UseCaseContext } from './context.ts';
import { inTurns } from './in-turns.ts';
import {
  digest,
  lookAtTab,
  marksOf,
  printAfter,
  printBehind,
  type SeenTab,
  type TabAddress,
  type TabLook,
} from './look-at-tab.ts';
import { schemeInUse } from './schemes-in-use.ts';
import type { SheetCell, SheetTab, SpreadsheetDescription, Spreadsheets } from './spreadsheets.ts';
import { UseCaseError } from './use-case-error.ts';

/** The table of a tab, as it was read. */
export interface ConnectedTab extends CustomersReading {
  readonly spreadsheet: SpreadsheetDescription;
  readonly tab: SheetTab;
  /** Where it stands; rows and columns of the tab from 0. */
  readonly found: FoundTable;
  /** Our columns beside it; undefined when there are none. */
  readonly ours: OwnTable | undefined;
  /** The whole tab, ours among it. */
  readonly open: OpenTab;
  /** What the add-on's hidden sheet holds. */
  readonly entries: readonly MemoryEntry[];
  /** Rows and columns are the tab's; what is not the table's, or ours, is empty. */
  readonly grid: Grid;
  /** That which grades its customers; undefined when none does. */
  readonly scheme: Scheme | undefined;
  /** Of the values beside ours and of what they are read by. */
  readonly valuesHash: string;
  /** Of all values, ours among them, and of what they are read by: what was looked at is not looked into again. */
  readonly valuesPrint: string;
}

/** What reading a tab comes to. */
export type ReadTab =
  | { readonly kind: 'read'; readonly table: ConnectedTab }
  /** The values are those that were known, whatever stands in our own columns. */
  | {
      readonly kind: 'unchanged';
      readonly seen: SeenTab;
      readonly valuesPrint: string;
    };

/** What a tab is read by. */
export interface ReadTabOptions {
  readonly hints: TableHints;
  /** The day from which months count and around which years of two digits lie. */
  readonly asOf: CalendarDate;
  /** Of the reading before; null: nothing is known. */
  readonly known: Pick<ConnectedTab, 'valuesHash' | 'valuesPrint'> | null;
}

/**
 * Reads the table of a tab, our own columns taken out of it as the add-on does, by the schemes in use. A table that cannot be used is
 * read as well: `reading.problems` holds an error then.
 *
 * Takes three reads when nothing has changed, else four; what is as it was is not looked into.
 *
 * Throws SheetsError as {@link Spreadsheets} does; {@link UseCaseError} `sheet-tab-gone`, `sheet-own-tab`, `sheet-empty`,
 * `sheet-several-tables` (`detail`: where they are), `sheet-restless`.
 */
export async function readConnectedTab(
  context: UseCaseContext,
  sheets: Spreadsheets,
  where: TabAddress,
  options: ReadTabOptions,
): Promise<ReadTab> {
  const { hints, known } = options;
  const schemes = await schemesOf(context);
  // another release may read the same cells otherwise
  const ways = JSON.stringify([ownPackage.version, hints, schemeIds(schemes), await peopleOf(context)]);
  const wayOf = (marks: readonly ColumnMark[]): string => digest([ways, JSON.stringify(marks)]);
  const look = await lookAtTab(sheets, where, (spreadsheet, tab) =>
    printAfter(wayOf(marksOf(spreadsheet, tab)), known?.valuesPrint ?? null),
  );
  const { spreadsheet, tab, print } = look;
  const seen: SeenTab = { spreadsheet, tab, print };
  if (look.kind === 'unchanged') return { kind: 'unchanged', seen, valuesPrint: known?.valuesPrint ?? '' };
  const { marks, cells } = look;
  const valuesPrint = printBehind(wayOf(marks), print);
  const valuesHash = digest([ways, ...linesBesideOurs(cells, ownPlaces(ownTables(marks)))]);
  if (valuesHash === known?.valuesHash) return { kind: 'unchanged', seen, valuesPrint };
  return { kind: 'read', table: { ...(await tableOf(look, schemes, options)), valuesHash, valuesPrint } };
}

/** The table of a tab as it was looked at. Throws as {@link readConnectedTab} does. */
export async function tableOf(
  { spreadsheet, tab, marks, cells, memory }: TabLook,
  schemes: Schemes,
  { asOf, hints }: Pick<ReadTabOptions, 'asOf' | 'hints'>,
): Promise<Omit<ConnectedTab, 'valuesHash' | 'valuesPrint'>> {
  const entries = memoryEntries(sheetValues(memory));
  // others get their turn between the steps: of a long sheet each takes its time
  const values = sheetValues(cells);
  await nextTurn();
  const open = openTab(values, marks, { headingsOf: (id) => headingsGraded(entries, tab.id, id) });
  const { found, ours } = onlyTable(open);
  await nextTurn();
  const grid = gridOf(cells, found, ownPlaces(open.own));
  await nextTurn();
  const read = await inTurns(readCustomersInSteps(grid, { asOf, schemes, hints }));
  return { ...read, spreadsheet, tab, found, ours, open, entries, grid, scheme: schemes[read.stage] };
}

type Schemes = ReadCustomersOptions['schemes'];

/** The schemes by which tables are read. */
export async function schemesOf({ db, actor }: UseCaseContext): Promise<Schemes> {
  const customer = await schemeInUse(db, actor.workspaceId, 'customer');
  const prospect = await schemeInUse(db, actor.workspaceId, 'prospect');
  return { ...(customer && { customer }), ...(prospect && { prospect }) };
}

/** Whom owner cells can mean: one that meant nobody here may mean somebody by now, though nobody has touched it. */
async function peopleOf({ db, actor }: UseCaseContext): Promise<unknown[]> {
  const members = await findMemberRecords(db, actor.workspaceId);
  return members.flatMap(({ id, realName, displayName, email, deactivatedAt }) => {
    const names = [realName, displayName, email];
    return names.some((name) => name !== null) ? [[id, ...names, deactivatedAt === null]] : [];
  });
}

function schemeIds(schemes: Schemes): unknown[] {
  return Object.values(schemes).map(({ id, version }) => [id, version]);
}

type Cells = readonly (readonly SheetCell[])[];

/** Cells as `core/sheets` takes them: a day is the moment at which it begins in no zone, which {@link dayOfSheet} reads. */
export function sheetValues(cells: Cells): SheetValue[][] {
  const days = new Map<CalendarDate, Date>();
  const value = (cell: SheetCell): SheetValue => {
    if (typeof cell !== 'object') return cell;
    // a table has few days and each of them thousands of times
    const day = days.get(cell.date) ?? momentOfDay(cell.date);
    days.set(cell.date, day);
    return day;
  };
  return cells.map((row) => row.map(value));
}

/** A day among {@link sheetValues}. */
export function momentOfDay(day: CalendarDate): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** Days of the bot's cells are of no time zone. */
export const dayOfSheet = dayReader('UTC');

function onlyTable({ tables, owners }: OpenTab): { found: FoundTable; ours: OwnTable | undefined } {
  const graded = tables.filter((table) => owners.has(table));
  const [found] = graded.length === 1 ? graded : tables;
  if (found === undefined) throw new UseCaseError('sheet-empty', '');
  if (graded.length !== 1 && tables.length > 1)
    throw new UseCaseError('sheet-several-tables', tables.map(a1Range).join(', '));
  return { found, ours: owners.get(found) };
}

function gridOf(cells: Cells, { top, left, bottom, right }: FoundTable, ours: ReadonlySet<number>): Grid {
  const grid: Cell[][] = [];
  for (let row = 0; row < top; row += 1) grid.push([]);
  for (let row = top; row <= bottom; row += 1) {
    const line: Cell[] = [];
    for (let column = 0; column <= right; column += 1) {
      const isIn = column >= left && !ours.has(column);
      line.push(isIn ? (cells[row]?.[column] ?? null) : null);
    }
    grid.push(line);
  }
  return grid;
}

function* linesBesideOurs(cells: Cells, ours: ReadonlySet<number>): Generator<string> {
  for (const row of cells) yield JSON.stringify(row.filter((_, column) => !ours.has(column)));
}
