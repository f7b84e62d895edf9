import type { CalendarDate } from '../../core/calendar-date.ts';
import type { FoundTable } from '../../core/sheets/find-tables.ts';
import { MEMORY_SHEET, type MemoryEntry, memoryEntries } from '../../core/sheets/memory-sheet.ts';
import { type OpenTab, openTab, ownPlaces } from '../../core/sheets/open-tab.ts';
import { OWN_PREFIX } from '../../core/sheets/own-columns.ts';
import { dayReader } from '../../core/sheets/sheet-days.ts';
import type { SheetValue } from '../../core/sheets/sheet-value.ts';
import { tableGrid } from '../../core/sheets/table-grid.ts';
import type { FieldDefinition } from '../../core/table/field-definition.ts';
import { readTable, type TableHints } from '../../core/table/read-table.ts';
import type { TableReading } from '../../core/table/reading.ts';
import {
  type SheetCell,
  type SheetCells,
  SheetsError,
  type SheetTab,
  type SpreadsheetDescription,
  type Spreadsheets,
} from './spreadsheets.ts';

/** One tab of a spreadsheet as it was read at one moment, with what the add-on remembers of it. */
export interface ReadTab extends OpenTab {
  readonly description: SpreadsheetDescription;
  readonly tab: SheetTab;
  /** The entries of the add-on's hidden sheet. */
  readonly entries: readonly MemoryEntry[];
  /** The hidden sheet; null: there is none. */
  readonly memoryTab: SheetTab | null;
}

/** The table of a tab, read as `import` reads one; rows are the sheet's. */
export interface ReadSheetTable {
  readonly found: FoundTable;
  /** 0-based column of the sheet by column of the reading. */
  readonly columns: readonly number[];
  readonly reading: TableReading;
}

/** Which tab is meant: by its id, by its title, or the first in sight. */
export type WantedTab = { readonly id: number } | { readonly title: string } | 'first';

/** Cells of the bot's are of no time zone: a day is the day that it is. */
export const dayOfSheet = dayReader('UTC');

/**
 * Reads a tab whole, and the add-on's memory with it: two requests, three where there are days. Throws {@link SheetsError}
 * (`no-such-tab` among them).
 */
export async function readTab(spreadsheets: Spreadsheets, spreadsheetId: string, wanted: WantedTab): Promise<ReadTab> {
  const description = await spreadsheets.describe(spreadsheetId);
  const tab = tabOf(description, wanted, spreadsheets.account);
  const memoryTab = description.tabs.find(({ title }) => title === MEMORY_SHEET) ?? null;
  const tabs = memoryTab === null || memoryTab.id === tab.id ? [tab] : [tab, memoryTab];
  const ranges = tabs.map((one) => ({ tab: one, place: null }));
  const [cells, memory] = await spreadsheets.read(spreadsheetId, ranges, { days: true });
  const marks = description.marks.flatMap(({ key, value, tabId, column }) =>
    tabId === tab.id && column !== null && key.startsWith(OWN_PREFIX) ? [{ key, value, column: column + 1 }] : [],
  );
  const open = openTab(valuesOf(cells), marks);
  return { ...open, description, tab, memoryTab, entries: memoryEntries(valuesOf(memory)) };
}

/** Reads one of the tables of a tab. */
export function readSheetTable(
  { values, own }: ReadTab,
  found: FoundTable,
  options: { readonly asOf: CalendarDate; readonly hints: TableHints; readonly fields?: readonly FieldDefinition[] },
): ReadSheetTable {
  const ours = ownPlaces(own);
  const { grid, columns } = tableGrid(values, found, (column) => !ours.has(column), dayOfSheet);
  const { asOf, hints, fields } = options;
  return { found, columns, reading: readTable(grid, { asOf, ...(fields && { fields }), ...hints }) };
}

function tabOf({ spreadsheetId, tabs }: SpreadsheetDescription, wanted: WantedTab, account: string): SheetTab {
  const found =
    wanted === 'first'
      ? tabs.find(({ isHidden }) => !isHidden)
      : 'id' in wanted
        ? tabs.find(({ id }) => id === wanted.id)
        : tabs.find(({ title }) => title === wanted.title);
  if (found !== undefined) return found;
  const title = typeof wanted === 'object' && 'title' in wanted ? wanted.title : '';
  throw new SheetsError('no-such-tab', { spreadsheetId, tab: title, account });
}

/** From the first cell of the tab on. */
function valuesOf(cells: SheetCells | undefined): SheetValue[][] {
  return (cells?.rows ?? []).map((row) => row.map(valueOf));
}

function valueOf(cell: SheetCell): SheetValue {
  return typeof cell === 'object' ? new Date(`${cell.date}T00:00:00Z`) : cell;
}
