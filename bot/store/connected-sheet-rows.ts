import { sql } from 'kysely';
import type { Facts } from '../../core/customer.ts';
import type { Database } from './database.ts';
import { inChunks } from './in-chunks.ts';
import { json } from './json-column.ts';

/** What was last read of a customer's row in a connected sheet: the base of the next merge. */
export interface ConnectedSheetRow {
  /** The customer that the row names; it may have been merged into another since. */
  readonly customerId: string;
  /** The row's number and name in the form in which they are compared; null when it has none. */
  readonly key: string | null;
  readonly name: string | null;
  readonly read: ReadRow;
  /** Since when the sheet has no such row; null: it has. */
  readonly vanishedAt: Date | null;
}

/** By what a row is known, and no more. */
export type SheetRowName = Omit<ConnectedSheetRow, 'read'>;

/** The facts of one row, as reading it gave them. */
export interface ReadRow {
  readonly values: Facts['values'];
  readonly doubts?: NonNullable<Facts['doubts']>;
  /** Cells of columns that no field took, by heading. */
  readonly extra: Readonly<Record<string, string>>;
}

const ROWS_PER_STATEMENT = 2000;

/** All rows of a sheet, those that have vanished included. */
export async function findSheetRows(db: Database, workspaceId: string, sheetId: string): Promise<ConnectedSheetRow[]> {
  const { rows } = await sql<ConnectedSheetRow>`
    select customer_id as "customerId", key_normal as key, name_normal as name, read, vanished_at as "vanishedAt"
    from connected_sheet_row where workspace_id = ${workspaceId} and sheet_id = ${sheetId}::uuid`.execute(db);
  return rows;
}

/** Like {@link findSheetRows}, of each only by what it is known. */
export async function findSheetRowNames(db: Database, workspaceId: string, sheetId: string): Promise<SheetRowName[]> {
  const { rows } = await sql<SheetRowName>`
    select customer_id as "customerId", key_normal as key, name_normal as name, vanished_at as "vanishedAt"
    from connected_sheet_row where workspace_id = ${workspaceId} and sheet_id = ${sheetId}::uuid`.execute(db);
  return rows;
}

/** Puts down what was read of rows; each is there again if it had vanished. */
export async function saveSheetRows(
  db: Database,
  workspaceId: string,
  sheetId: string,
  rows: readonly Omit<ConnectedSheetRow, 'vanishedAt'>[],
): Promise<void> {
  for (const chunk of inChunks(rows, ROWS_PER_STATEMENT)) {
    const given = json(chunk.map(({ customerId, key, name, read }) => ({ customer_id: customerId, key, name, read })));
    await sql`
      insert into connected_sheet_row (workspace_id, sheet_id, customer_id, key_normal, name_normal, read)
      select ${workspaceId}, ${sheetId}::uuid, r.customer_id, r.key, r.name, r.read
      from json_to_recordset(${given}::json) as r (customer_id uuid, key text, name text, read jsonb)
      on conflict (workspace_id, sheet_id, customer_id) do update
      set key_normal = excluded.key_normal, name_normal = excluded.name_normal, read = excluded.read, vanished_at = null`.execute(
      db,
    );
  }
}

/** Puts down that a sheet no longer has the rows of these customers; those that had vanished before keep their moment. */
export async function markVanished(
  db: Database,
  workspaceId: string,
  sheetId: string,
  customerIds: readonly string[],
  at: Date,
): Promise<void> {
  await sql`
    update connected_sheet_row set vanished_at = ${at}::timestamptz
    where workspace_id = ${workspaceId} and sheet_id = ${sheetId}::uuid and vanished_at is null
      and customer_id = any(${[...customerIds]}::uuid[])`.execute(db);
}
