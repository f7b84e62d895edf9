import { sql } from 'kysely';
import type { Database } from '../../bot/store/database.ts';
import { newId } from '../../bot/store/new-id.ts';

/** Gives a member a customer of whom nothing is known but that there is one; returns the customer's id. */
export async function giveCustomer(db: Database, workspaceId: string, memberId: string): Promise<string> {
  const at = new Date('2026-03-02T00:00:00Z');
  const id = newId(at);
  await sql`
    insert into customer (workspace_id, id, name, name_normal, name_short, stage, facts, extra, source, owner_id, created_at,
      updated_at)
    values (${workspaceId}, ${id}, 'A customer', 'a customer', 'a customer', 'customer', '{"values":{}}', '{}', 'import',
      ${memberId}, ${at}, ${at})`.execute(db);
  await sql`
    insert into follow_up (workspace_id, customer_id, owner_id, stage, since_on, due_on, changed_at)
    values (${workspaceId}, ${id}, ${memberId}, 'customer', '2026-03-02', '2026-03-02', ${at})`.execute(db);
  return id;
}
