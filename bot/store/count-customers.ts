import { sql } from 'kysely';
import type { CustomerStage } from '../../core/customer-stage.ts';
import type { Database } from './database.ts';

/** How many customers a workspace has, those merged into others aside. */
export async function countCustomers(db: Database, workspaceId: string): Promise<number> {
  const { count } = await db
    .selectFrom('customer')
    .select(({ fn }) => fn.countAll<string | number | bigint>().as('count'))
    .where('workspace_id', '=', workspaceId)
    .where('merged_into', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** How many active customers a stage has, and how many of them came or were changed after a moment. */
export async function countChanged(
  db: Database,
  workspaceId: string,
  stage: CustomerStage,
  since: Date,
): Promise<{ readonly customers: number; readonly changed: number }> {
  const { rows } = await sql<{ customers: number; changed: number }>`
    select count(*)::integer as customers, (count(*) filter (where updated_at > ${since}))::integer as changed
    from customer
    where workspace_id = ${workspaceId} and stage = ${stage} and status = 'active' and merged_into is null`.execute(db);
  return rows[0] ?? { customers: 0, changed: 0 };
}
