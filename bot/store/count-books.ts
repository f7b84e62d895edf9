import { sql } from 'kysely';
import type { Database } from './database.ts';

/** How many active customers each owner has, by member; owners without any are left out. */
export async function countBooks(db: Database, workspaceId: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ ownerId: string; customers: number }>`
    select owner_id as "ownerId", count(*) as customers from customer
    where workspace_id = ${workspaceId} and merged_into is null and status = 'active' and owner_id is not null
    group by owner_id`.execute(db);
  return new Map(rows.map(({ ownerId, customers }) => [ownerId, customers]));
}
