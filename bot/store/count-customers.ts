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
