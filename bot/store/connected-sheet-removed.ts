import { sql } from 'kysely';
import type { Database } from './database.ts';

/** A customer who was removed from Tierbook while a sheet still had its row. */
export interface RemovedRow {
  /** Whom nobody has on file any more. */
  readonly customerId: string;
  /** The row's number and name in the form in which they are compared; null when it has none. */
  readonly key: string | null;
  readonly name: string | null;
  readonly removedAt: Date;
}

/** The customers of a sheet that were removed and not asked for again. */
export async function findRemovedRows(db: Database, workspaceId: string, sheetId: string): Promise<RemovedRow[]> {
  const { rows } = await sql<RemovedRow>`
    select customer_id as "customerId", key_normal as key, name_normal as name, removed_at as "removedAt"
    from connected_sheet_removed where workspace_id = ${workspaceId} and sheet_id = ${sheetId}::uuid`.execute(db);
  return rows;
}

/**
 * Puts down of customers that are about to be deleted which sheets still have their rows, so that these do not bring them back; to
 * be called before the customers go, in the transaction in which they do. Returns how many rows that are.
 */
export async function putDownRemoved(
  db: Database,
  workspaceId: string,
  customerIds: readonly string[],
  at: Date,
): Promise<number> {
  const { rows } = await sql<{ sheetId: string }>`
    insert into connected_sheet_removed (workspace_id, sheet_id, customer_id, key_normal, name_normal, removed_at)
    select workspace_id, sheet_id, customer_id, key_normal, name_normal, ${at}::timestamptz from connected_sheet_row
    where workspace_id = ${workspaceId} and customer_id = any(${[...customerIds]}::uuid[]) and vanished_at is null
    returning sheet_id as "sheetId"`.execute(db);
  // read again, so that the rows are told
  await sql`
    update connected_sheet set values_hash = null, values_print = null
    where workspace_id = ${workspaceId} and id = any(${[...new Set(rows.map(({ sheetId }) => sheetId))]}::uuid[])`.execute(
    db,
  );
  return rows.length;
}

/** Forgets who was removed from Tierbook, those named aside: their rows have gone too, or somebody asked for them again. */
export async function forgetRemoved(
  db: Database,
  workspaceId: string,
  sheetId: string,
  except: readonly string[],
): Promise<void> {
  await sql`
    delete from connected_sheet_removed
    where workspace_id = ${workspaceId} and sheet_id = ${sheetId}::uuid
      and customer_id <> all(${[...except]}::uuid[])`.execute(db);
}
