import type { CalendarDate } from '../../core/calendar-date.ts';
import { lastingHints } from '../../core/sheets/table-grid.ts';
import { placeOfColumn } from '../../core/table/match-columns.ts';
import type { TableHints } from '../../core/table/read-table.ts';
import type { ColumnReading } from '../../core/table/reading.ts';
import type { Language } from '../../core/text/language.ts';
import { recordAuditEvent } from '../store/audit-events.ts';
import {
  type ConnectedSheet,
  deleteConnectedSheet,
  findConnectedSheet,
  findConnectedSheets,
  findConnectedTab,
  isConnectedElsewhere,
  moveConnectedSheet,
  saveConnectedSheet,
} from '../store/connected-sheets.ts';
import { newId } from '../store/new-id.ts';
import { type ConnectedTab, readConnectedTab } from './connected-tab.ts';
import type { UseCaseContext } from './context.ts';
import { isOwnTab } from './look-at-tab.ts';
import { previewOfReading } from './preview-table.ts';
import { pullSheet, refuseUnusable, type SheetPull } from './pull-sheet.ts';
import { pullTab } from './pull-tab.ts';
import type { SheetPullReport } from './sheet-pull-report.ts';
import { readSpreadsheetAddress } from './spreadsheet-address.ts';
import type { SheetTab, SpreadsheetDescription, Spreadsheets } from './spreadsheets.ts';
import { changesInWords } from './table-changes.ts';
import type { TablePreview } from './table-preview.ts';
import { UseCaseError } from './use-case-error.ts';

/** A tab that is to be connected. */
export interface ConnectRequest {
  /** As a person pastes it. */
  readonly address: string;
  /** The tab's title; default: the one that the address names, else the only one. */
  readonly tab?: string;
  /** What the person decides about reading it. */
  readonly hints?: TableHints;
  /** In which the person is answered, and Tierbook writes into the sheet. */
  readonly language: Language;
  /** The day from which months count. */
  readonly asOf: CalendarDate;
}

/** How a tab would be read and what connecting it would bring; nothing is written. */
export interface SheetPreview {
  readonly preview: TablePreview;
  /** Null when the table cannot be used; `preview.stopped` says why. */
  readonly report: SheetPullReport | null;
  /** The tab is connected already; connecting it again changes how it is read. */
  readonly already: ConnectedSheet | null;
  readonly spreadsheetTitle: string;
  readonly tabTitle: string;
}

/** A connected sheet, for whoever shows one. */
export type ShownSheet = ConnectedSheet;

/** What connecting came to. */
export interface SheetConnected {
  readonly sheet: ConnectedSheet;
  /** False: it was connected already. */
  readonly isNew: boolean;
  /** The first pull. */
  readonly pull: SheetPull;
}

/**
 * Says how a tab would be read, as the add-on reads it, and what an import of it would do.
 *
 * Throws {@link UseCaseError} `not-allowed`, `sheet-address`, `sheet-no-such-tab`, `sheet-which-tab`, `sheet-elsewhere`, and what
 * {@link readConnectedTab} throws.
 */
export async function previewSheet(
  context: UseCaseContext,
  sheets: Spreadsheets,
  request: ConnectRequest,
): Promise<SheetPreview> {
  const { table, already } = await openRequested(context, sheets, request);
  const { language, asOf } = request;
  const { spreadsheet, tab, reading } = table;
  const words = previewOfReading(spreadsheet.title, { ...table, sheet: tab.title }, { language, asOf });
  const titles = { already: already ?? null, spreadsheetTitle: spreadsheet.title, tabTitle: tab.title };
  if (words.stopped !== null) return { preview: { ...words, changes: null }, report: null, ...titles };
  const transaction = await context.db.startTransaction().execute();
  try {
    const within = { ...context, db: transaction };
    const { report, outcome } = await pullTab(within, table, {
      sheetId: already?.id ?? null,
      language,
      asOf,
      dryRun: true,
      keepsUndo: false,
      again: true,
    });
    const changes = await changesInWords(within, reading, outcome, { asOf, language });
    return { preview: { ...words, changes }, report, ...titles };
  } finally {
    await transaction.rollback().execute();
  }
}

/**
 * Connects a tab and pulls it. A new tab with the name of a connected one that was deleted takes its place. One that is connected already
 * keeps what was last read of it, and is read as this request says from now on; whoever was removed from Tierbook since comes back. The
 * pull can be undone as an import can.
 *
 * Throws as {@link previewSheet} does, and as {@link pullSheet}.
 */
export async function connectSheet(
  context: UseCaseContext,
  sheets: Spreadsheets,
  request: ConnectRequest,
): Promise<SheetConnected> {
  const { db, actor, clock } = context;
  const { workspaceId, memberId } = actor;
  const { language, asOf } = request;
  const { table, already, hints } = await openRequested(context, sheets, request);
  refuseUnusable(table, language);
  const now = clock.now();
  const place = { spreadsheetId: table.spreadsheet.spreadsheetId, tabId: table.tab.id };
  const connection = await db.transaction().execute(async (trx) => {
    if (already !== undefined && already.tabId !== place.tabId)
      await moveConnectedSheet(trx, workspaceId, already.id, place.tabId);
    await saveConnectedSheet(trx, workspaceId, {
      id: newId(now),
      ...place,
      spreadsheetTitle: table.spreadsheet.title,
      tabTitle: table.tab.title,
      language,
      hints: lastingHints(byPlace(hints, table.reading.columns), table.reading.columns),
      connectedBy: memberId,
      connectedAt: now,
    });
    const saved = await findConnectedTab(trx, workspaceId, place);
    if (saved === undefined) throw new Error('The sheet that was connected is gone.');
    const event = { workspaceId, memberId, action: 'sheet-connected', subjectId: saved.id } as const;
    await recordAuditEvent(trx, event, now);
    return saved;
  });
  const pull = await pullSheet(context, sheets, connection.id, { language, asOf, keepsUndo: true, again: true });
  const sheet = (await findConnectedSheet(db, workspaceId, connection.id)) ?? connection;
  return { sheet, isNew: already === undefined, pull };
}

/**
 * Disconnects a sheet: its customers stay, and so does everything in the sheet. Returns what was disconnected.
 *
 * Throws {@link UseCaseError} `not-allowed`, `no-such-sheet`.
 */
export async function disconnectSheet(context: UseCaseContext, sheetId: string): Promise<ConnectedSheet> {
  const { actor, clock } = context;
  const { workspaceId, memberId } = actor;
  refuseReps(context);
  return context.db.transaction().execute(async (db) => {
    const sheet = await findConnectedSheet(db, workspaceId, sheetId);
    if (sheet === undefined || !(await deleteConnectedSheet(db, workspaceId, sheetId)))
      throw new UseCaseError('no-such-sheet', sheetId);
    const event = { workspaceId, memberId, action: 'sheet-disconnected', subjectId: sheetId } as const;
    await recordAuditEvent(db, event, clock.now());
    return sheet;
  });
}

/** The workspace's connected sheets, the oldest first. */
export async function listConnectedSheets({ db, actor }: UseCaseContext): Promise<ConnectedSheet[]> {
  return findConnectedSheets(db, actor.workspaceId);
}

/**
 * The connected sheet that a person names: by its address, its id, or the title of its tab or spreadsheet; without a name the only
 * one. Throws {@link UseCaseError} `no-such-sheet`, `which-sheet`.
 */
export async function connectedSheetNamed(context: UseCaseContext, name: string | undefined): Promise<ConnectedSheet> {
  const all = await listConnectedSheets(context);
  const found = name === undefined ? all : all.filter((sheet) => isNamed(sheet, name));
  const [only] = found;
  if (only === undefined) throw new UseCaseError('no-such-sheet', name ?? '');
  if (found.length > 1) throw new UseCaseError('which-sheet', found.map(sheetTitle).join('\n'));
  return only;
}

/** A connected sheet as people know it. */
export function sheetTitle({ spreadsheetTitle, tabTitle }: ConnectedSheet): string {
  return `${spreadsheetTitle} – ${tabTitle}`;
}

function isNamed(sheet: ConnectedSheet, name: string): boolean {
  const { id, spreadsheetId, tabId, tabTitle, spreadsheetTitle } = sheet;
  if ([id, spreadsheetId, tabTitle, spreadsheetTitle, sheetTitle(sheet)].includes(name.trim())) return true;
  const address = readSpreadsheetAddress(name);
  return (
    address.kind === 'spreadsheet' &&
    address.spreadsheetId === spreadsheetId &&
    (address.tabId === null || address.tabId === tabId)
  );
}

/** Decisions with columns by place: a letter names another column once one is put in before it. */
function byPlace({ columns, ...others }: TableHints, read: readonly ColumnReading[]): TableHints {
  if (columns === undefined) return others;
  const headings = read.map(({ heading }) => heading);
  return {
    ...others,
    columns: columns.map(({ column, field }) => ({ column: placeOfColumn(column, headings) ?? column, field })),
  };
}

async function openRequested(
  context: UseCaseContext,
  sheets: Spreadsheets,
  request: ConnectRequest,
): Promise<{
  readonly table: ConnectedTab;
  readonly already: ConnectedSheet | undefined;
  /** As asked for, else as before. */
  readonly hints: TableHints;
}> {
  refuseReps(context);
  const address = readSpreadsheetAddress(request.address);
  if (address.kind === 'refused') throw new UseCaseError('sheet-address', address.problem);
  const { spreadsheetId } = address;
  const spreadsheet = await sheets.describe(spreadsheetId);
  const tab = chosenTab(spreadsheet, request.tab, address.tabId);
  const where = { spreadsheetId, tabId: tab.id, tabTitle: tab.title };
  const { workspaceId } = context.actor;
  if (await isConnectedElsewhere(context.db, workspaceId, where)) throw new UseCaseError('sheet-elsewhere', tab.title);
  const connected = await findConnectedTab(context.db, workspaceId, where);
  const already = connected ?? (await replacedBy(context, spreadsheet, tab));
  const hints = request.hints ?? already?.hints ?? {};
  const read = await readConnectedTab(context, sheets, where, { hints, asOf: request.asOf, known: null });
  if (read.kind === 'unchanged') throw new Error('Nothing is known of the tab, so that it cannot be as it was.');
  return { table: read.table, already, hints };
}

/** The connection of a deleted tab whose place a new one of the same name takes; undefined when there is none. */
async function replacedBy(
  { db, actor }: UseCaseContext,
  { spreadsheetId, tabs }: SpreadsheetDescription,
  tab: SheetTab,
): Promise<ConnectedSheet | undefined> {
  const all = await findConnectedSheets(db, actor.workspaceId);
  return all.find(
    (sheet) =>
      sheet.spreadsheetId === spreadsheetId &&
      sheet.tabTitle === tab.title &&
      tabs.every(({ id }) => id !== sheet.tabId),
  );
}

function refuseReps({ actor }: UseCaseContext): void {
  if (actor.role === 'rep') throw new UseCaseError('not-allowed', '');
}

function chosenTab(spreadsheet: SpreadsheetDescription, title: string | undefined, tabId: number | null): SheetTab {
  const open = spreadsheet.tabs.filter((tab) => !tab.isHidden && !isOwnTab(spreadsheet, tab));
  const titles = open.map((tab) => tab.title).join('\n');
  const isMeant = (tab: SheetTab): boolean =>
    title === undefined ? tab.id === tabId : tab.title.trim().toLowerCase() === title.trim().toLowerCase();
  const named = spreadsheet.tabs.find((tab) => tab.title === title) ?? spreadsheet.tabs.find(isMeant);
  if (named !== undefined) return named;
  if (title !== undefined || tabId !== null) throw new UseCaseError('sheet-no-such-tab', titles);
  const [only] = open;
  if (only === undefined) throw new UseCaseError('sheet-empty', '');
  if (open.length > 1) throw new UseCaseError('sheet-which-tab', titles);
  return only;
}
