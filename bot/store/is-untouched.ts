import { sql } from 'kysely';
import type { Database } from './database.ts';

/** Whether a workspace has neither customers nor a history: nothing was ever imported or removed. */
export async function isUntouched(db: Database, workspaceId: string): Promise<boolean> {
  const { rows } = await sql<{ untouched: boolean }>`
    select not exists (select from customer where workspace_id = ${workspaceId})
      and not exists (select from audit_event where workspace_id = ${workspaceId}) as untouched`.execute(db);
  return rows[0]?.untouched ?? false;
}
