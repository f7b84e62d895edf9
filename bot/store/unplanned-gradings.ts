import { sql } from 'kysely';
import type { Database } from './database.ts';
import { idList } from './id-list.ts';

/** What follow-ups do not know of yet. */
export interface Unplanned {
  /** Since when everybody's are to be made anew; null: they are not. */
  readonly staleAt: Date | null;
  /** Runs whose grades they do not have. */
  readonly runIds: readonly string[];
}

/** What a workspace's follow-ups do not know of yet. */
export async function findUnplanned(db: Database, workspaceId: string): Promise<Unplanned> {
  const workspace = await db
    .selectFrom('workspace')
    .select('follow_ups_stale_at')
    .where('id', '=', workspaceId)
    .executeTakeFirst();
  const runs = await db
    .selectFrom('grading_run')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('is_planned', '=', false)
    .execute();
  return { staleAt: workspace?.follow_ups_stale_at ?? null, runIds: runs.map(({ id }) => id) };
}

/** The customers whose grades these runs changed last: those after `after`, in order, at most `limit`. */
export async function findMovedCustomers(
  db: Database,
  workspaceId: string,
  runIds: readonly string[],
  after: string | undefined,
  limit: number,
): Promise<string[]> {
  const later = after === undefined ? sql`true` : sql`customer_id > ${after}::uuid`;
  const { rows } = await sql<{ id: string }>`
    select customer_id as id from grade
    where workspace_id = ${workspaceId} and run_id = any(${[...runIds]}::uuid[]) and ${later}
    order by customer_id limit ${limit}`.execute(db);
  return rows.map(({ id }) => id);
}

/** Puts down that follow-ups have these runs' grades. */
export async function markPlanned(db: Database, workspaceId: string, runIds: readonly string[]): Promise<void> {
  await db
    .updateTable('grading_run')
    .set({ is_planned: true })
    .where('workspace_id', '=', workspaceId)
    .where('id', 'in', [...runIds])
    .execute();
}

/**
 * Puts down of these runs that follow-ups have their grades and search their order, where they graded nobody but these customers, for whom both was
 * done within the transaction that graded; another run's are left to whoever catches up.
 */
export async function markCaughtUp(
  db: Database,
  workspaceId: string,
  runIds: readonly string[],
  customerIds: readonly string[],
): Promise<void> {
  if (runIds.length === 0) return;
  await sql`
    update grading_run r set is_planned = true, is_search_ordered = true
    where r.workspace_id = ${workspaceId} and r.id = any(${idList(runIds)}) and r.id not in (
      select g.run_id from grade g
      where g.workspace_id = ${workspaceId} and g.run_id = any(${idList(runIds)})
        and not exists (select from unnest(${idList(customerIds)}) as done (id) where done.id = g.customer_id))`.execute(
    db,
  );
}

/** Everybody's follow-ups are to be made anew, since what they are found by has changed. */
export async function markFollowUpsStale(db: Database, workspaceId: string, now: Date): Promise<void> {
  await db.updateTable('workspace').set({ follow_ups_stale_at: now }).where('id', '=', workspaceId).execute();
}

/**
 * They have been by `now`, unless something changed once more since `staleAt`: from then on the book's history is kept, where
 * that had not begun.
 */
export async function clearStaleFollowUps(db: Database, workspaceId: string, staleAt: Date, now: Date): Promise<void> {
  await sql`
    update workspace set follow_ups_stale_at = null,
      history_from = case when history_from = 'infinity' then ${now}::timestamptz else history_from end
    where id = ${workspaceId} and date_trunc('milliseconds', follow_ups_stale_at) <= ${staleAt}::timestamptz`.execute(
    db,
  );
}
