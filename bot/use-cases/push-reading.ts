import type { CalendarDate } from '../../core/calendar-date.ts';
import type { FoundTable } from '../../core/sheets/find-tables.ts';
import { headingRowOf } from '../../core/sheets/heading-row.ts';
import type { MemoryEntry } from '../../core/sheets/memory-sheet.ts';
import type { OpenTab } from '../../core/sheets/open-tab.ts';
import { readOwnDays } from '../../core/sheets/own-days.ts';
import { identityOf } from '../../core/sheets/row-identity.ts';
import type { TableRecord } from '../../core/table/reading.ts';
import { findRemovedRows } from '../store/connected-sheet-removed.ts';
import { findSheetRowNames } from '../store/connected-sheet-rows.ts';
import type { ConnectedSheet } from '../store/connected-sheets.ts';
import { type NamedCustomer } from '../store/customer-names.ts';
import { momentOfDay, schemesOf, tableOf } from './connected-tab.ts';
import type { UseCaseContext } from './context.ts';
import { customerNames } from './customer-book.ts';
import { eachInTurns } from './in-turns.ts';
import { lookAtTab, marksOf, memoryTabOf, printAfter, printBehind, type SeenTab } from './look-at-tab.ts';
import { matchSheetRows, type RemovedRecord } from './match-sheet-rows.ts';
import { settledWay } from './settled-way.ts';
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
  readonly customers: readonly (NamedCustomer | null)[];
  /** Rows whose customer was removed from Tierbook, by their number from 1. */
  readonly removed: ReadonlyMap<number, RemovedRecord>;
  /** The 0-based columns by which customers are known. */
  readonly identityColumns: readonly number[];
  /** Of the sheet and of the book, which was signed before either was read. */
  readonly print: string;
}

/**
 * Reads a connected tab and the add-on's memory; undefined when they, and the book, are what they were by a print of an earlier
 * reading. Throws what reading a connected tab throws.
 *
 * `settled` of null: they are read in any case; `seen`: how the tab was found a moment ago, which need not be asked for again.
 */
export async function readForPush(
  context: UseCaseContext,
  spreadsheets: Spreadsheets,
  sheet: PushedSheet,
  {
    asOf,
    settled,
    seen,
  }: { readonly asOf: CalendarDate; readonly settled: string | null; readonly seen: SeenTab | null },
): Promise<PushReading | undefined> {
  const { db, actor } = context;
  // a change after this is another sign next time
  const wayOf = await settledWay(context, sheet, asOf);
  const way = (spreadsheet: SpreadsheetDescription, tab: SheetTab): string =>
    wayOf([marksOf(spreadsheet, tab), memoryTabOf(spreadsheet)?.id, spreadsheet.timeZone]);
  if (seen !== null && printAfter(way(seen.spreadsheet, seen.tab), settled) === seen.print) return undefined;
  const look = await lookAtTab(spreadsheets, sheet, (spreadsheet, tab) => printAfter(way(spreadsheet, tab), settled));
  if (look.kind === 'unchanged') return undefined;
  const { hints } = sheet;
  const table = await tableOf(look, await schemesOf(context), { asOf, hints });
  const { entries, open, spreadsheet, tab, found, reading } = table;
  readOwnDays(open.values, open.own, momentOfDay);
  const base = await findSheetRowNames(db, actor.workspaceId, sheet.id);
  const gone = await findRemovedRows(db, actor.workspaceId, sheet.id);
  const { records } = reading;
  const { matched, spare, removed } = await matchSheetRows(customerNames(db, actor.workspaceId), records, base, gone);
  const byRow = new Map<number, NamedCustomer>();
  const spareRows = new Set(spare.map(({ row }) => row));
  const byIdentity = new Map<string, NamedCustomer>();
  await eachInTurns(matched, ({ record, customer }) => {
    byRow.set(record.row, customer);
    if (spareRows.size > 0) byIdentity.set(identityOf(record), customer);
  });
  const customers: (NamedCustomer | null)[] = [];
  await eachInTurns(records, (record) => {
    const isSpare = spareRows.has(record.row);
    customers.push(byRow.get(record.row) ?? (isSpare ? byIdentity.get(identityOf(record)) : null) ?? null);
  });
  return {
    ...open,
    description: spreadsheet,
    tab,
    memoryTab: look.memoryTab,
    entries,
    found,
    headingRow: headingRowOf({ reading, found }),
    records,
    customers,
    removed: new Map(removed.map((one) => [one.record.row, one])),
    identityColumns: reading.columns.flatMap(({ field, index }) =>
      field === 'key' || field === 'name' ? [index] : [],
    ),
    print: printBehind(way(spreadsheet, tab), look.print),
  };
}
