import { createHash } from 'node:crypto';
import type { CalendarDate } from '../../core/calendar-date.ts';
import { type CustomersReading, type ReadCustomersOptions, readCustomers } from '../../core/grading/read-customers.ts';
import type { Scheme } from '../../core/grading/scheme.ts';
import { a1Range } from '../../core/sheets/a1-range.ts';
import type { FoundTable } from '../../core/sheets/find-tables.ts';
import { MEMORY_SHEET } from '../../core/sheets/memory-sheet.ts';
import { type OpenTab, openTab, ownPlaces } from '../../core/sheets/open-tab.ts';
import { OWN_PREFIX, type OwnTable } from '../../core/sheets/own-columns.ts';
import { dayReader } from '../../core/sheets/sheet-days.ts';
import type { ColumnMark, SheetValue } from '../../core/sheets/sheet-value.ts';
import type { Cell, Grid } from '../../core/table/cell.ts';
import type { TableHints } from '../../core/table/read-table.ts';
import { findMembers } from '../store/members.ts';
import type { UseCaseContext } from './context.ts';
import { schemeInUse } from './schemes-in-use.ts';
import { type SheetCell, type SheetTab, type SpreadsheetDescription, type Spreadsheets } from './spreadsheets.ts';
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
  /** Rows and columns are the tab's; what is not the table's, or ours, is empty. */
  readonly grid: Grid;
  /** That which grades its customers; undefined when none does. */
  readonly scheme: Scheme | undefined;
  /** Of its values and of what they are read by; null when somebody was writing meanwhile, so that it is to be read again. */
  readonly valuesHash: string | null;
}

/** What reading a tab comes to. */
export type ReadTab =
  | { readonly kind: 'read'; readonly table: ConnectedTab }
  /** The values are those of the hash that was given. */
  | { readonly kind: 'unchanged'; readonly spreadsheet: SpreadsheetDescription; readonly tab: SheetTab };

/** What a tab is read by. */
export interface ReadTabOptions {
  readonly hints: TableHints;
  /** The day from which months count and around which years of two digits lie. */
  readonly asOf: CalendarDate;
  /** Of the values that are known; null: none are. */
  readonly knownHash: string | null;
}

/** A column may be put in between asking for the marks and reading the cells; so many times it is tried again. */
const MOST_LOOKS = 4;

/**
 * Reads the table of a tab, our own columns taken out of it as the add-on does, by the schemes in use. A table that cannot be used is
 * read as well: `reading.problems` holds an error then.
 *
 * Takes two reads when nothing has changed, else four.
 *
 * Throws SheetsError as {@link Spreadsheets} does; {@link UseCaseError} `sheet-tab-gone`, `sheet-own-tab`, `sheet-empty`,
 * `sheet-several-tables` (`detail`: where they are), `sheet-restless`.
 */
export async function readConnectedTab(
  context: UseCaseContext,
  sheets: Spreadsheets,
  where: { readonly spreadsheetId: string; readonly tabId: number; readonly tabTitle: string },
  options: ReadTabOptions,
): Promise<ReadTab> {
  const schemes = await schemesOf(context);
  const people = await peopleOf(context);
  let spreadsheet = await sheets.describe(where.spreadsheetId);
  for (let look = 1; look <= MOST_LOOKS; look += 1) {
    const tab = tabOf(spreadsheet, where);
    refuseOwnTab(spreadsheet, tab);
    const marks = marksOf(spreadsheet, tab);
    const raw = await cellsOf(sheets, spreadsheet, tab, false);
    const hash = hashOf(raw, openTab(withoutDays(raw), marks), [schemeIds(schemes), people], options.hints);
    if (hash === options.knownHash) return { kind: 'unchanged', spreadsheet, tab };
    const cells = await cellsOf(sheets, spreadsheet, tab, true);
    const after = await sheets.describe(where.spreadsheetId);
    const isAsBefore = JSON.stringify(marks) === JSON.stringify(marksOf(after, tabOf(after, where)));
    spreadsheet = after;
    if (!isAsBefore) continue;
    const open = openTab(sheetValues(cells), marks);
    const { found, ours } = onlyTable(open);
    const grid = gridOf(cells, found, ownPlaces(open.own));
    const read = readCustomers(grid, { asOf: options.asOf, schemes, hints: options.hints });
    const valuesHash = isSameBeside(raw, cells) ? hash : null;
    const table = { ...read, spreadsheet, tab, found, ours, open, grid, scheme: schemes[read.stage], valuesHash };
    return { kind: 'read', table };
  }
  throw new UseCaseError('sheet-restless', where.tabTitle);
}

type Schemes = ReadCustomersOptions['schemes'];

async function schemesOf({ db, actor }: UseCaseContext): Promise<Schemes> {
  const customer = await schemeInUse(db, actor.workspaceId, 'customer');
  const prospect = await schemeInUse(db, actor.workspaceId, 'prospect');
  return { ...(customer && { customer }), ...(prospect && { prospect }) };
}

/** Whom owner cells can mean: one that meant nobody may mean somebody by now, though nobody has touched it. */
async function peopleOf({ db, actor }: UseCaseContext): Promise<unknown[]> {
  const members = await findMembers(db, actor.workspaceId);
  return members
    .flatMap(({ id, ...member }) => {
      const names = [member.realName, member.displayName, member.email];
      return names.some((name) => name !== null) ? [[id, ...names]] : [];
    })
    .toSorted(([one = ''], [other = '']) => ((one ?? '') < (other ?? '') ? -1 : 1));
}

function schemeIds(schemes: Schemes): unknown[] {
  return Object.values(schemes).map(({ id, version }) => [id, version]);
}

function tabOf(spreadsheet: SpreadsheetDescription, where: { readonly tabId: number; readonly tabTitle: string }) {
  const tab = spreadsheet.tabs.find(({ id }) => id === where.tabId);
  if (tab !== undefined) return tab;
  throw new UseCaseError('sheet-tab-gone', where.tabTitle);
}

/** Whether a tab is one that Tierbook has made, which holds no customers of its own. */
export function isOwnTab({ marks }: SpreadsheetDescription, { id, title }: SheetTab): boolean {
  return (
    title === MEMORY_SHEET ||
    marks.some(({ key, tabId, column }) => tabId === id && column === null && key.startsWith(OWN_PREFIX))
  );
}

function refuseOwnTab(spreadsheet: SpreadsheetDescription, tab: SheetTab): void {
  if (isOwnTab(spreadsheet, tab)) throw new UseCaseError('sheet-own-tab', tab.title);
}

/** Our columns of a tab, as `core/sheets` takes them. */
export function marksOf({ marks }: SpreadsheetDescription, tab: SheetTab): ColumnMark[] {
  return marks.flatMap(({ key, value, tabId, column }) =>
    tabId === tab.id && column !== null && key.startsWith(OWN_PREFIX) ? [{ key, value, column: column + 1 }] : [],
  );
}

type Cells = readonly (readonly SheetCell[])[];

async function cellsOf(
  sheets: Spreadsheets,
  { spreadsheetId }: SpreadsheetDescription,
  tab: SheetTab,
  days: boolean,
): Promise<Cells> {
  const [cells] = await sheets.read(spreadsheetId, [{ tab, place: null }], { days });
  return cells?.rows ?? [];
}

/** Cells as `core/sheets` takes them: a day is the moment at which it begins in no zone, which {@link dayOfSheet} reads. */
export function sheetValues(cells: Cells): SheetValue[][] {
  return cells.map((row) => row.map(sheetValue));
}

/** One of {@link sheetValues}. */
export function sheetValue(cell: SheetCell): SheetValue {
  return typeof cell === 'object' ? new Date(`${cell.date}T00:00:00Z`) : cell;
}

/** Days of the bot's cells are of no time zone. */
export const dayOfSheet = dayReader('UTC');

/** Which cells are days does not matter for where tables are. */
function withoutDays(cells: Cells): (string | number | boolean)[][] {
  return cells.map((row) => row.map((cell) => (typeof cell === 'object' ? 0 : cell)));
}

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

function hashOf(cells: Cells, { own }: OpenTab, readBy: readonly unknown[], hints: TableHints): string {
  const ours = ownPlaces(own);
  const hash = createHash('sha256');
  hash.update(JSON.stringify([hints, ...readBy]));
  for (const row of cells) hash.update(JSON.stringify(row.filter((_, column) => !ours.has(column))));
  return hash.digest('base64url');
}

/** Whether two looks at the same cells saw the same; of a day only that it is one. */
function isSameBeside(raw: Cells, cells: Cells): boolean {
  if (raw.length !== cells.length) return false;
  return cells.every((row, at) =>
    row.every((cell, column) => {
      const before = raw[at]?.[column];
      return typeof cell === 'object' ? typeof before === 'number' : cell === before;
    }),
  );
}
