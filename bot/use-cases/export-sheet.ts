import type { CalendarDate } from '../../core/calendar-date.ts';
import type { DigestEdition } from '../../core/digest/digest.ts';
import { exportTables } from '../../core/sheets/export-tables.ts';
import { digestText } from '../../core/text/digest-text.ts';
import type { Language } from '../../core/text/language.ts';
import { exportTabTitle, SHEETS_EXPORT_TEXT } from '../../core/text/sheets-export-text.ts';
import { recordAuditEvent } from '../store/audit-events.ts';
import type { ConnectedSheet } from '../store/connected-sheets.ts';
import { askDigest } from './ask-digest.ts';
import { listConnectedSheets, sheetTitle } from './connect-sheet.ts';
import type { UseCaseContext } from './context.ts';
import { exportBook } from './export-book.ts';
import { type ExportChanges, type ExportContents, exportChanges } from './export-changes.ts';
import { readSpreadsheetAddress } from './spreadsheet-address.ts';
import {
  newSheetsId,
  type SheetChange,
  SheetsError,
  type SpreadsheetDescription,
  type Spreadsheets,
} from './spreadsheets.ts';
import { UseCaseError } from './use-case-error.ts';

/** A book that is to be written into a tab of its own. */
export interface ExportRequest {
  /** The spreadsheet's address, or a connected sheet as people name it; undefined: the only one that is connected. */
  readonly spreadsheet: string | undefined;
  /** The new tab's title; undefined: one with the day. */
  readonly tab: string | undefined;
  /** The digest's day; undefined: as of now. The book is always that of now. */
  readonly date: CalendarDate | undefined;
  readonly edition: DigestEdition;
  readonly language: Language;
}

/** What was written where. */
export interface ExportedTab {
  readonly spreadsheetId: string;
  readonly spreadsheetTitle: string;
  readonly tabId: number;
  readonly tabTitle: string;
  readonly customers: number;
}

/** Google's own bound. */
const LONGEST_TITLE = 100;
/** So many moves of each direction are told. */
const MOST_MOVES = 20;

/** The mark of a tab that was exported: no customers are read from it. Its value is the digest's day, or since when it is being filled. */
const EXPORT_MARK = 'tierbook.export';
const UNFINISHED = 'unfinished ';
/** What has not been finished for so long never will be. */
const GIVEN_UP_AFTER_MS = 3_600_000;

/**
 * Writes the digest's tables, charts and the graded book into a new tab: in one atomic change where Google takes that at once, else in
 * parts into a hidden tab that comes in sight when it is whole. What fails leaves no tab behind; what could not be taken away again
 * stays hidden, and the next export takes it away.
 *
 * Throws {@link UseCaseError} `not-allowed`, `export-where`, `which-sheet`, `sheet-address`, `export-tab-taken`,
 * `export-tab-name`, `export-nobody`, what {@link askDigest} throws, and {@link SheetsError} as {@link Spreadsheets} does.
 */
export async function exportSheet(
  context: UseCaseContext,
  sheets: Spreadsheets,
  request: ExportRequest,
): Promise<ExportedTab> {
  const { actor, clock, db } = context;
  const { workspaceId, memberId } = actor;
  if (actor.role === 'rep') throw new UseCaseError('not-allowed', '');
  const spreadsheetId = await chosenSpreadsheet(context, request.spreadsheet);
  const spreadsheet = await sheets.describe(spreadsheetId);
  // before everything else, which takes its time
  const named = request.tab === undefined ? undefined : freeTitle(spreadsheet, request.tab);
  const { contents, day } = await exportContents(context, request);
  if (contents.book.rows.length === 0) throw new UseCaseError('export-nobody', '');
  const tabTitle = named ?? ownTitle(spreadsheet, day);
  const newId = idsFor(spreadsheet);
  const tab = { tabId: newId(), tabTitle, markId: newId(), day, now: clock.now() };
  const changes = exportChanges(contents, { tabId: tab.tabId, newId });
  const rest = givenUp(spreadsheet, tab.now).map((tabId): SheetChange => ({ kind: 'delete-tab', tabId }));
  if (rest.length > 0) await sheets.change(spreadsheetId, rest);
  await makeTab(sheets, spreadsheetId, tab, changes);
  const customers = contents.book.rows.length;
  const detail = { spreadsheetId, tab: tabTitle, customers };
  await recordAuditEvent(db, { workspaceId, memberId, action: 'sheet-exported', detail }, clock.now());
  return { spreadsheetId, spreadsheetTitle: spreadsheet.title, tabId: tab.tabId, tabTitle, customers };
}

async function chosenSpreadsheet(context: UseCaseContext, name: string | undefined): Promise<string> {
  const connected = await listConnectedSheets(context);
  const isMeant = (sheet: ConnectedSheet) =>
    name === undefined || [sheet.tabTitle, sheet.spreadsheetTitle, sheetTitle(sheet)].includes(name.trim());
  const meant = connected.filter(isMeant);
  const [only, ...others] = new Set(meant.map(({ spreadsheetId }) => spreadsheetId));
  if (others.length > 0) throw new UseCaseError('which-sheet', meant.map(sheetTitle).join('\n'));
  if (only !== undefined) return only;
  if (name === undefined) throw new UseCaseError('export-where', '');
  const address = readSpreadsheetAddress(name);
  if (address.kind === 'refused') throw new UseCaseError('sheet-address', address.problem);
  return address.spreadsheetId;
}

/** The title as it is written; a tab of that name must not be there. */
function freeTitle(spreadsheet: SpreadsheetDescription, wanted: string): string {
  const title = wanted.trim();
  if (title === '' || title.length > LONGEST_TITLE) throw new UseCaseError('export-tab-name', String(LONGEST_TITLE));
  const taken = spreadsheet.tabs.find((tab) => comparable(tab.title) === comparable(title));
  if (taken !== undefined) throw new UseCaseError('export-tab-taken', taken.title);
  return title;
}

function ownTitle({ tabs }: SpreadsheetDescription, day: CalendarDate): string {
  const taken = new Set(tabs.map(({ title }) => comparable(title)));
  let number = 1;
  while (taken.has(comparable(exportTabTitle(day, number)))) number += 1;
  return exportTabTitle(day, number);
}

/** Google takes titles that differ in case for the same. */
function comparable(title: string): string {
  return title.toLowerCase();
}

async function exportContents(
  context: UseCaseContext,
  { date, edition, language }: ExportRequest,
): Promise<{ readonly contents: ExportContents; readonly day: CalendarDate }> {
  const digest = await askDigest(context, { memberId: null, date, edition, most: MOST_MOVES });
  const book = await exportBook(context, digest, language);
  const words = digestText(digest, language);
  const workspace = SHEETS_EXPORT_TEXT[language].workspace(context.actor.workspaceId);
  // the book's sums are those of now
  const tables = exportTables(digest, language, date === undefined ? book.sales : undefined);
  const lines = [words.title, words.headline, `${words.context} · ${workspace}`] as const;
  return { contents: { lines, tables, book }, day: digest.date };
}

function idsFor({ tabs, marks }: SpreadsheetDescription): () => number {
  const taken = new Set([...tabs.flatMap(({ id, charts }) => [id, ...charts]), ...marks.map(({ id }) => id)]);
  return () => {
    const id = newSheetsId(taken);
    taken.add(id);
    return id;
  };
}

interface NewTab {
  readonly tabId: number;
  readonly tabTitle: string;
  readonly markId: number;
  readonly day: CalendarDate;
  readonly now: Date;
}

async function makeTab(
  sheets: Spreadsheets,
  spreadsheetId: string,
  { tabId, tabTitle, markId, day, now }: NewTab,
  { rows, columns, frame, parts }: ExportChanges,
): Promise<void> {
  const [first, ...others] = parts;
  const isWhole = others.length === 0;
  const value = isWhole ? day : `${UNFINISHED}${now.toISOString()}`;
  const making: SheetChange[] = [
    { kind: 'add-tab', tabId, title: tabTitle, rows, columns, isHidden: !isWhole, index: null },
    { kind: 'mark', id: markId, key: EXPORT_MARK, value, tabId, column: null },
    ...frame,
  ];
  if (isWhole) return makeOnce(sheets, spreadsheetId, tabId, first === undefined ? making : [...making, first]);
  await makeOnce(sheets, spreadsheetId, tabId, making);
  try {
    for (const part of parts) await sheets.change(spreadsheetId, [part]);
    await sheets.change(spreadsheetId, [
      { kind: 'change-mark', id: markId, value: day },
      { kind: 'show-tab', tabId },
    ]);
  } catch (error) {
    await takeAway(sheets, spreadsheetId, tabId);
    throw error;
  }
}

/** Makes the tab; where the answer was lost, looks whether it is there: all of the change took effect then. */
async function makeOnce(
  sheets: Spreadsheets,
  spreadsheetId: string,
  tabId: number,
  changes: readonly SheetChange[],
): Promise<void> {
  try {
    await sheets.change(spreadsheetId, changes);
  } catch (error) {
    if (!(error instanceof SheetsError) || error.code !== 'timed-out') throw error;
    if (!(await isThere(sheets, spreadsheetId, tabId))) throw error;
  }
}

async function isThere(sheets: Spreadsheets, spreadsheetId: string, tabId: number): Promise<boolean> {
  return (await sheets.describe(spreadsheetId)).tabs.some(({ id }) => id === tabId);
}

/** Takes away what a failed export has made, as far as Google lets it. */
async function takeAway(sheets: Spreadsheets, spreadsheetId: string, tabId: number): Promise<void> {
  try {
    if (await isThere(sheets, spreadsheetId, tabId))
      await sheets.change(spreadsheetId, [{ kind: 'delete-tab', tabId }]);
  } catch (error) {
    // what the export failed of is what the person is told
    if (!(error instanceof SheetsError)) throw error;
  }
}

/** Hidden tabs of exports that broke off without anybody left to take them away. */
function givenUp({ marks, tabs }: SpreadsheetDescription, now: Date): number[] {
  return marks.flatMap(({ key, value, tabId }) => {
    if (key !== EXPORT_MARK || tabId === null || !value.startsWith(UNFINISHED)) return [];
    const since = Date.parse(value.slice(UNFINISHED.length));
    const isHidden = tabs.some(({ id, isHidden: hidden }) => id === tabId && hidden);
    return isHidden && now.getTime() - since > GIVEN_UP_AFTER_MS ? [tabId] : [];
  });
}
