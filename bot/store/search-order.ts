import { sql } from 'kysely';
import type { Database } from './database.ts';
import { refreshImportance } from './index-customer-names.ts';

/** Few enough for a short transaction. */
const CUSTOMERS_A_TIME = 2000;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/**
 * Brings the order in which search offers customers up to the grades that runs have written since the last time. Not
 * within the transaction of a run: it takes as long as all the rest, and nobody has to wait for it. A run is marked once
 * all of its customers are done.
 */
export async function refreshSearchOrder(db: Database, workspaceId: string): Promise<void> {
  const runs = await db
    .selectFrom('grading_run')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('is_search_ordered', '=', false)
    .execute();
  if (runs.length === 0) return;
  const ids = runs.map(({ id }) => id);
  let after = BEFORE_ALL;
  for (;;) {
    const { rows } = await sql<{ id: string }>`
      select customer_id as id from grade
      where workspace_id = ${workspaceId} and run_id = any(${ids}::uuid[]) and customer_id > ${after}::uuid
      order by customer_id limit ${CUSTOMERS_A_TIME}`.execute(db);
    const last = rows.at(-1);
    if (last === undefined) break;
    const customerIds = rows.map(({ id }) => id);
    await refreshImportance(db, workspaceId, customerIds);
    after = last.id;
  }
  await db
    .updateTable('grading_run')
    .set({ is_search_ordered: true })
    .where('workspace_id', '=', workspaceId)
    .where('id', 'in', ids)
    .execute();
}
