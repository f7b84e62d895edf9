import { sql } from 'kysely';
import type { Database } from './database.ts';
import { json } from './json-column.ts';
import type { StabilityByScheme } from './workspace-tables.ts';

/** The ids of all workspaces, oldest first. */
export async function findWorkspaceIds(db: Database): Promise<string[]> {
  const rows = await db.selectFrom('workspace').select('id').orderBy('created_at').orderBy('id').execute();
  return rows.map((row) => row.id);
}

/** Adds the workspace unless it is there. */
export async function addWorkspace(db: Database, workspaceId: string, now: Date): Promise<void> {
  const row = { id: workspaceId, created_at: now };
  await db
    .insertInto('workspace')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/**
 * Lets one transaction at a time write a workspace's customers and grades, so that two imports neither both add the
 * same customer nor grade half of each other; held until the transaction ends. False when there is no such workspace.
 */
export async function lockWorkspace(db: Database, workspaceId: string): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(${WORKSPACE_LOCKS}, hashtext(${workspaceId}))`.execute(db);
  return (await findWorkspace(db, workspaceId)) !== undefined;
}

/**
 * Runs a transaction that sees one moment of the database throughout, with the workspace locked as by
 * {@link lockWorkspace}.
 *
 * The lock is the connection's and taken before the transaction begins: within it, the moment would be the one at which
 * waiting for the lock began, before whatever the other one wrote.
 */
export async function inWorkspaceSnapshot<T>(
  db: Database,
  workspaceId: string,
  run: (db: Database) => Promise<T>,
): Promise<T> {
  return db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${WORKSPACE_LOCKS}, hashtext(${workspaceId}))`.execute(connection);
    try {
      return await connection.transaction().setIsolationLevel('repeatable read').execute(run);
    } finally {
      await sql`select pg_advisory_unlock(${WORKSPACE_LOCKS}, hashtext(${workspaceId}))`.execute(connection);
    }
  });
}

/** Keeps these locks apart from other users of advisory locks: the letters "tier". */
const WORKSPACE_LOCKS = 0x74696572;

function findWorkspace(db: Database, workspaceId: string) {
  return db.selectFrom('workspace').select('id').where('id', '=', workspaceId).executeTakeFirst();
}

/** Puts down what a workspace grades by: a scheme's id, or all ids of its segment schemes. */
export async function chooseScheme(
  db: Database,
  workspaceId: string,
  use: 'prospects' | 'customers' | 'segments',
  ids: string | readonly string[],
): Promise<void> {
  const column = { prospects: 'prospect_scheme', customers: 'customer_scheme', segments: 'segment_schemes' }[use];
  const value = typeof ids === 'string' ? sql`${ids}` : sql`${[...ids]}::text[]`;
  await sql`update workspace set ${sql.ref(column)} = ${value} where id = ${workspaceId}`.execute(db);
}

/** Puts down how steady the workspace keeps tiers, by the scheme's id. */
export async function saveStability(db: Database, workspaceId: string, stability: StabilityByScheme): Promise<void> {
  await db
    .updateTable('workspace')
    .set({ scheme_stability: json(stability) })
    .where('id', '=', workspaceId)
    .execute();
}

/** The minutes that a day has for contacts, where a member's are not set; 480 when there is no such workspace. */
export async function findDayMinutes(db: Database, workspaceId: string): Promise<number> {
  const row = await db.selectFrom('workspace').select('day_minutes').where('id', '=', workspaceId).executeTakeFirst();
  return row?.day_minutes ?? 480;
}

/** The locale of messages to channels; null where none is set. */
export async function findWorkspaceLocale(db: Database, workspaceId: string): Promise<string | null> {
  const row = await db.selectFrom('workspace').select('locale').where('id', '=', workspaceId).executeTakeFirst();
  return row?.locale ?? null;
}

/** Puts the locale of messages to channels down. */
export async function saveWorkspaceLocale(db: Database, workspaceId: string, locale: string): Promise<void> {
  await db.updateTable('workspace').set({ locale }).where('id', '=', workspaceId).execute();
}

/** Gives the workspace another id in every table that names it; only within a transaction. */
export async function renameWorkspace(db: Database, from: string, to: string): Promise<void> {
  await sql`set constraints all deferred`.execute(db);
  const { rows } = await sql<{ table: string }>`
    select table_name as "table" from information_schema.columns
    where table_schema = current_schema() and column_name = 'workspace_id'`.execute(db);
  await sql`update workspace set id = ${to} where id = ${from}`.execute(db);
  for (const { table } of rows) {
    await sql`update ${sql.table(table)} set workspace_id = ${to} where workspace_id = ${from}`.execute(db);
  }
}

/** The book's past is known from that moment on. */
export async function saveHistoryFrom(db: Database, workspaceId: string, from: Date): Promise<void> {
  await db.updateTable('workspace').set({ history_from: from }).where('id', '=', workspaceId).execute();
}
