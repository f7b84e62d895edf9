import { sql } from 'kysely';
import type { CalendarDate } from '../../core/calendar-date.ts';
import type { FactValue, ValueType } from '../../core/customer.ts';
import type { TableHints } from '../../core/table/read-table.ts';
import type { Language } from '../../core/text/language.ts';
import type { Database } from './database.ts';
import { json } from './json-column.ts';

/** A tab of a Google spreadsheet that shares the workspace's book. */
export interface ConnectedSheet {
  /** UUIDv7. */
  readonly id: string;
  /** Google's ids. */
  readonly spreadsheetId: string;
  readonly tabId: number;
  /** As they were when the sheet was last read. */
  readonly spreadsheetTitle: string;
  readonly tabTitle: string;
  /** In which language Tierbook writes into the sheet. */
  readonly language: Language;
  /** What a person decided about reading it; columns by their headings where these are unique. */
  readonly hints: TableHints;
  /** The member; null: from the command line. */
  readonly connectedBy: string | null;
  readonly connectedAt: Date;
  /** Of the values that were read last; null: to be read whatever they are. */
  readonly valuesHash: string | null;
  /** Of all that was read last, by which it is known again; null: to be looked into whatever it is. */
  readonly valuesPrint: string | null;
  /** What sheet and book were when a push found nothing to write; null: none has. */
  readonly settledPrint: string | null;
  /** When the sheet was last compared with the book, changed or not; null: never. */
  readonly pulledAt: Date | null;
  /** What the last pull that read anything new reported; null: there was none. */
  readonly lastPull: SheetPullNumbers | null;
  readonly pushedAt: Date | null;
  /** What the last push reported, as the pushing side keeps it. */
  readonly lastPush: Readonly<Record<string, unknown>> | null;
  /** Why it could not be read or written last; null: it could. */
  readonly problem: SheetProblem | null;
  /** How many times in a row it failed. */
  readonly failures: number;
  /** The clock leaves it alone until then; null: it need not. */
  readonly tryAgainAt: Date | null;
  /** Since when it has a problem of that kind; null: it has none. */
  readonly problemSince: Date | null;
}

/** What a pull reported. */
export interface SheetPullNumbers {
  /** ISO 8601. */
  readonly at: string;
  /** Rows that stand for a customer. */
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly conflicts: number;
  /** Cells that the sheet has as they were, and Tierbook not. */
  readonly kept: number;
  readonly vanished: number;
  /** Rows whose customer was removed from Tierbook. */
  readonly removed: number;
  readonly problems: number;
  /** The day on which the sheet is to be read again though nobody has changed it; absent: none. */
  readonly readAgainOn?: CalendarDate;
  /** The first of each, for a person to look at. */
  readonly details: SheetPullDetails;
}

/** The first entries of each kind; at most {@link MOST_DETAILS}. */
export interface SheetPullDetails {
  readonly conflicts: readonly SheetDifference[];
  readonly kept: readonly SheetDifference[];
  readonly vanished: readonly { readonly customerId: string; readonly name: string }[];
  readonly removed: readonly { readonly row: number; readonly name: string; readonly removedOn: CalendarDate }[];
  /** Sentences, in the sheet's language. */
  readonly problems: readonly string[];
}

/** Most entries of {@link SheetPullDetails} by kind. */
export const MOST_DETAILS = 100;

/** A cell in which sheet and Tierbook differ. */
export interface SheetDifference {
  readonly customerId: string;
  readonly name: string;
  /** `C12`. */
  readonly cell: string;
  /** The column's heading. */
  readonly heading: string;
  readonly type: ValueType;
  /** What the sheet says; null: the cell is empty. */
  readonly sheet: FactValue | null;
  /** What Tierbook had, or has; null: nothing. */
  readonly tierbook: FactValue | null;
}

/** Why a sheet could not be read or written: a code of `SheetsError` or of a use case, with what its sentence tells. */
export interface SheetProblem {
  readonly code: string;
  readonly detail: string;
  readonly parts?: Readonly<Record<string, string>>;
}

/** What connecting a tab puts down. */
export type NewConnectedSheet = Pick<
  ConnectedSheet,
  | 'id'
  | 'spreadsheetId'
  | 'tabId'
  | 'spreadsheetTitle'
  | 'tabTitle'
  | 'language'
  | 'hints'
  | 'connectedBy'
  | 'connectedAt'
>;

/** The workspace's connected sheets, the oldest first. */
export async function findConnectedSheets(db: Database, workspaceId: string): Promise<ConnectedSheet[]> {
  const { rows } = await sql<ConnectedSheet>`
    select ${SHEET} from connected_sheet where workspace_id = ${workspaceId} order by id`.execute(db);
  return rows;
}

/** One by its id; undefined when the workspace has no such. */
export async function findConnectedSheet(
  db: Database,
  workspaceId: string,
  id: string,
): Promise<ConnectedSheet | undefined> {
  const { rows } = await sql<ConnectedSheet>`
    select ${SHEET} from connected_sheet where workspace_id = ${workspaceId} and id = ${id}::uuid`.execute(db);
  return rows[0];
}

/** The connection of a tab; undefined when it is not connected. */
export async function findConnectedTab(
  db: Database,
  workspaceId: string,
  { spreadsheetId, tabId }: Pick<ConnectedSheet, 'spreadsheetId' | 'tabId'>,
): Promise<ConnectedSheet | undefined> {
  const { rows } = await sql<ConnectedSheet>`
    select ${SHEET} from connected_sheet
    where workspace_id = ${workspaceId} and spreadsheet_id = ${spreadsheetId} and tab_id = ${tabId}`.execute(db);
  return rows[0];
}

/** Whether another workspace has connected the tab: the one question that is asked beyond a workspace, and answered with yes or no. */
export async function isConnectedElsewhere(
  db: Database,
  workspaceId: string,
  { spreadsheetId, tabId }: Pick<ConnectedSheet, 'spreadsheetId' | 'tabId'>,
): Promise<boolean> {
  const { rows } = await sql`
    select from connected_sheet
    where workspace_id <> ${workspaceId} and spreadsheet_id = ${spreadsheetId} and tab_id = ${tabId} limit 1`.execute(
    db,
  );
  return rows.length > 0;
}

/** Lets a connection go on with another tab of its spreadsheet; what was read of it is kept. */
export async function moveConnectedSheet(db: Database, workspaceId: string, id: string, tabId: number): Promise<void> {
  await sql`
    update connected_sheet set tab_id = ${tabId} where workspace_id = ${workspaceId} and id = ${id}::uuid`.execute(db);
}

/** Connects a tab. One that is connected keeps its id, what was read of it and when, and takes the rest; it is read anew. */
export async function saveConnectedSheet(db: Database, workspaceId: string, sheet: NewConnectedSheet): Promise<void> {
  await sql`
    insert into connected_sheet (workspace_id, id, spreadsheet_id, tab_id, spreadsheet_title, tab_title, language, hints,
      connected_by, connected_at)
    values (${workspaceId}, ${sheet.id}::uuid, ${sheet.spreadsheetId}, ${sheet.tabId}, ${sheet.spreadsheetTitle},
      ${sheet.tabTitle}, ${sheet.language}, ${json(sheet.hints)}::jsonb, ${sheet.connectedBy}::uuid,
      ${sheet.connectedAt}::timestamptz)
    on conflict (workspace_id, spreadsheet_id, tab_id) do update
    set spreadsheet_title = excluded.spreadsheet_title, tab_title = excluded.tab_title, language = excluded.language,
      hints = excluded.hints, connected_by = excluded.connected_by, connected_at = excluded.connected_at,
      values_hash = null, values_print = null, settled_print = null,
      problem = null, failures = 0, try_again_at = null, problem_since = null`.execute(db);
}

/** Disconnects a sheet and forgets what was read of it; false when the workspace has no such. */
export async function deleteConnectedSheet(db: Database, workspaceId: string, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from connected_sheet where workspace_id = ${workspaceId} and id = ${id}::uuid`.execute(db);
  return numAffectedRows === 1n;
}

/**
 * Takes a sheet for one worker at a time, whichever process it is in; the worker's own once more, for longer. False when another
 * holds it or there is no such sheet.
 */
export async function holdSheet(
  db: Database,
  workspaceId: string,
  id: string,
  hold: { readonly by: string; readonly now: Date; readonly until: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update connected_sheet set held_by = ${hold.by}::uuid, held_until = ${hold.until}::timestamptz
    where workspace_id = ${workspaceId} and id = ${id}::uuid
      and (held_by is null or held_by = ${hold.by}::uuid or held_until <= ${hold.now}::timestamptz)`.execute(db);
  return numAffectedRows === 1n;
}

/** Whether the worker still holds the sheet. Within a transaction nobody else can take it until that ends. */
export async function isHeldBy(db: Database, workspaceId: string, id: string, by: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from connected_sheet
    where workspace_id = ${workspaceId} and id = ${id}::uuid and held_by = ${by}::uuid for update`.execute(db);
  return rows.length === 1;
}

/** Lets others work on the sheet, if the worker still holds it. */
export async function releaseSheet(db: Database, workspaceId: string, id: string, by: string): Promise<void> {
  await sql`
    update connected_sheet set held_by = null, held_until = null
    where workspace_id = ${workspaceId} and id = ${id}::uuid and held_by = ${by}::uuid`.execute(db);
}

/** Puts down what a pull found that read something new. */
export async function savePull(
  db: Database,
  workspaceId: string,
  id: string,
  pull: {
    readonly at: Date;
    readonly valuesHash: string;
    readonly valuesPrint: string;
    readonly numbers: SheetPullNumbers;
    readonly spreadsheetTitle: string;
    readonly tabTitle: string;
  },
): Promise<void> {
  await sql`
    update connected_sheet
    set pulled_at = ${pull.at}::timestamptz, values_hash = ${pull.valuesHash}, values_print = ${pull.valuesPrint},
      last_pull = ${json(pull.numbers)}::jsonb, spreadsheet_title = ${pull.spreadsheetTitle}, tab_title = ${pull.tabTitle}
    where workspace_id = ${workspaceId} and id = ${id}::uuid`.execute(db);
}

/**
 * Puts down that a sheet says what it said at the pull before, whose report stays. Where it is to be read anew, since customers were
 * removed or it was connected again meanwhile, that stays too.
 */
export async function saveUnchangedPull(
  db: Database,
  workspaceId: string,
  id: string,
  pull: {
    readonly at: Date;
    readonly valuesPrint: string;
    readonly spreadsheetTitle: string;
    readonly tabTitle: string;
  },
): Promise<void> {
  await sql`
    update connected_sheet
    set pulled_at = ${pull.at}::timestamptz,
      values_print = case when values_hash is null then null else ${pull.valuesPrint} end,
      spreadsheet_title = ${pull.spreadsheetTitle}, tab_title = ${pull.tabTitle}
    where workspace_id = ${workspaceId} and id = ${id}::uuid`.execute(db);
}

/**
 * Puts down that Tierbook's columns of a sheet are up to date; `report` of null keeps that of the push before.
 *
 * @param push `settledPrint`: what sheet and book were, where nothing was left to write; null: they are to be compared again
 */
export async function savePush(
  db: Database,
  workspaceId: string,
  id: string,
  push: {
    readonly at: Date;
    readonly report: Readonly<Record<string, unknown>> | null;
    readonly settledPrint: string | null;
  },
): Promise<void> {
  const report = push.report === null ? null : json(push.report);
  await sql`
    update connected_sheet
    set pushed_at = ${push.at}::timestamptz, last_push = coalesce(${report}::jsonb, last_push),
      settled_print = ${push.settledPrint}
    where workspace_id = ${workspaceId} and id = ${id}::uuid`.execute(db);
}

/** In which step of its work something failed. */
export type SheetStep = 'pull' | 'push';

/** Puts down why a sheet could not be read or written, and when to try again. */
export async function saveSheetProblem(
  db: Database,
  workspaceId: string,
  id: string,
  problem: SheetProblem & { readonly step: SheetStep },
  times: { readonly now: Date; readonly tryAgainAt: Date },
): Promise<void> {
  await sql`
    update connected_sheet
    set problem_since = case when problem ->> 'code' = ${problem.code} then problem_since else ${times.now}::timestamptz end,
      problem = ${json(problem)}::jsonb, failures = failures + 1, try_again_at = ${times.tryAgainAt}::timestamptz
    where workspace_id = ${workspaceId} and id = ${id}::uuid`.execute(db);
}

/** Puts down that a step worked; a problem of the other one stays. */
export async function clearSheetProblem(db: Database, workspaceId: string, id: string, step: SheetStep): Promise<void> {
  await sql`
    update connected_sheet set problem = null, failures = 0, try_again_at = null, problem_since = null
    where workspace_id = ${workspaceId} and id = ${id}::uuid and problem ->> 'step' = ${step}`.execute(db);
}

const SHEET =
  sql.raw(`id, spreadsheet_id as "spreadsheetId", tab_id as "tabId", spreadsheet_title as "spreadsheetTitle",
  tab_title as "tabTitle", language, hints, connected_by as "connectedBy", connected_at as "connectedAt",
  values_hash as "valuesHash", values_print as "valuesPrint", settled_print as "settledPrint", pulled_at as "pulledAt", last_pull as "lastPull", pushed_at as "pushedAt",
  last_push as "lastPush", problem, failures, try_again_at as "tryAgainAt", problem_since as "problemSince"`);
