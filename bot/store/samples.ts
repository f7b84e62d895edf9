import { sql } from 'kysely';
import type { Database } from './database.ts';

/** How many of the workspace's customers {@link deleteSamples} would delete. */
export async function countSamples(db: Database, workspaceId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from customer c where ${isSample(workspaceId)}`.execute(db);
  return rows[0]?.count ?? 0;
}

/**
 * Deletes the workspace's sample customers, with what hangs on them, the grading runs that then graded nobody and the past from
 * before the workspace; returns how many. A sample that one of the workspace's own customers was merged into stays.
 */
export async function deleteSamples(db: Database, workspaceId: string): Promise<number> {
  // before their customers, as everywhere, so that nobody who logs a contact waits for this and this for them
  await sql`
    select 1 from follow_up f join customer c on c.workspace_id = f.workspace_id and c.id = f.customer_id
    where ${isSample(workspaceId)} order by f.customer_id for update of f`.execute(db);
  const { rows } = await sql<{ id: string }>`
    delete from customer c where ${isSample(workspaceId)} returning c.id`.execute(db);
  await sql`
    delete from grading_run r
    where r.workspace_id = ${workspaceId}
      and (
        not exists (select from customer c where c.workspace_id = r.workspace_id and c.stage = r.stage)
        or exists (
          select from grading_run later where later.workspace_id = r.workspace_id and later.stage = r.stage
            and (later.graded_at, later.id) > (r.graded_at, r.id)
        )
      )
      and not exists (select from grade g where g.workspace_id = r.workspace_id and g.run_id = r.id)
      and not exists (select from grade_change h where h.workspace_id = r.workspace_id and h.run_id = r.id)
  `.execute(db);
  // the past that samples were given is none of the workspace's own
  await sql`
    update workspace set history_from = null where id = ${workspaceId} and history_from < created_at`.execute(db);
  return rows.length;
}

function isSample(workspaceId: string) {
  return sql`c.workspace_id = ${workspaceId} and c.source = 'sample' and not exists (
    select from customer other
    where other.workspace_id = c.workspace_id and other.merged_into = c.id and other.source <> 'sample'
  )`;
}
