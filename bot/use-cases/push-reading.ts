import type { CalendarDate } from '../../core/calendar-date.ts';
import type { FoundTable } from '../../core/sheets/find-tables.ts';
import { headingRowOf } from '../../core/sheets/heading-row.ts';
import { MEMORY_SHEET, type MemoryEntry, memoryEntries } from '../../core/sheets/memory-sheet.ts';
import type { OpenTab } from '../../core/sheets/open-tab.ts';
import { readOwnDays } from '../../core/sheets/own-days.ts';
import { identityOf } from '../../core/sheets/row-identity.ts';
import type { TableRecord } from '../../core/table/reading.ts';
import { findRemovedRows } from '../store/connected-sheet-removed.ts';
import { findSheetRows } from '../store/connected-sheet-rows.ts';
import type { ConnectedSheet } from '../store/connected-sheets.ts';
import type { Customer } from '../store/customers.ts';
import { readConnectedTab, sheetValues } from './connected-tab.ts';
import type { UseCaseContext } from './context.ts';
import { matchSheetRows, type RemovedRecord } from './match-sheet-rows.ts';
import type { SheetTab, SpreadsheetDescription, Spreadsheets } from './spreadsheets.ts';

/** The parts of a connected sheet that a push goes by. */
export type PushedSheet = Pick<ConnectedSheet, 'id' | 'spreadsheetId' | 'tabId' | 'tabTitle' | 'language' | 'hints'>;

/** A tab as it was read for a push: its table's customers, our columns, and what the add-on remembers of it. */
export interface PushReading extends OpenTab {
  readonly description: SpreadsheetDescription;
  readonly tab: SheetTab;
  /** The add-on's hidden sheet; null: there is none. */
  readonly memoryTab: SheetTab | null;
  readonly entries: readonly MemoryEntry[];
  readonly found: FoundTable;
  /** 0-based. */
  readonly headingRow: number;
  readonly records: readonly TableRecord[];
  /** By record; null where it is not clear who that is. */
  readonly customers: readonly (Customer | null)[];
  /** Rows whose customer was removed from Tierbook, by their number from 1. */
  readonly removed: ReadonlyMap<number, RemovedRecord>;
  /** The 0-based columns by which customers are known. */
  readonly identityColumns: readonly number[];
}

/** Reads a connected tab and the add-on's memory. Throws what {@link readConnectedTab} throws. */
export async function readForPush(
  context: UseCaseContext,
  spreadsheets: Spreadsheets,
  sheet: PushedSheet,
  asOf: CalendarDate,
): Promise<PushReading> {
  const { db, actor } = context;
  const read = await readConnectedTab(context, spreadsheets, sheet, { hints: sheet.hints, asOf, knownHash: null });
  if (read.kind === 'unchanged') throw new Error('Nothing is known of the tab, so that it cannot be as it was.');
  const { open, spreadsheet, tab, found, reading } = read.table;
  readOwnDays(open.values, open.own, (day) => new Date(`${day}T00:00:00Z`));
  const memoryTab = spreadsheet.tabs.find(({ title }) => title === MEMORY_SHEET) ?? null;
  const [memory] =
    memoryTab === null
      ? []
      : await spreadsheets.read(sheet.spreadsheetId, [{ tab: memoryTab, place: null }], { days: false });
  const base = await findSheetRows(db, actor.workspaceId, sheet.id);
  const gone = await findRemovedRows(db, actor.workspaceId, sheet.id);
  const { records } = reading;
  const { matched, spare, removed } = await matchSheetRows(db, actor.workspaceId, records, base, gone);
  const byRow = new Map(matched.map(({ record, customer }) => [record.row, customer]));
  const byIdentity = new Map(matched.map(({ record, customer }) => [identityOf(record), customer]));
  const isSpare = new Set(spare.map(({ row }) => row));
  return {
    ...open,
    description: spreadsheet,
    tab,
    memoryTab,
    entries: memoryEntries(sheetValues(memory?.rows ?? [])),
    found,
    headingRow: headingRowOf({ reading, found }),
    records,
    customers: records.map(
      (record) =>
        byRow.get(record.row) ?? (isSpare.has(record.row) ? byIdentity.get(identityOf(record)) : null) ?? null,
    ),
    removed: new Map(removed.map((one) => [one.record.row, one])),
    identityColumns: reading.columns.flatMap(({ field, index }) =>
      field === 'key' || field === 'name' ? [index] : [],
    ),
  };
}
