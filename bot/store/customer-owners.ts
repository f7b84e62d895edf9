import { sql } from 'kysely';
import type { Database } from './database.ts';
import { storableText } from './json-column.ts';

/** Who looks after a customer: the member, and the owner as text. */
export interface CustomerOwner {
  readonly ownerId: string | null;
  readonly ownerText: string | null;
}

/** Gives customers to another owner; their grades follow. */
export async function saveOwner(
  db: Database,
  workspaceId: string,
  customerIds: readonly string[],
  { ownerId, ownerText }: CustomerOwner,
  now: Date,
): Promise<void> {
  const ids = [...customerIds];
  await sql`
    update customer set owner_id = ${ownerId}, updated_at = ${now},
      owner_text = ${ownerText === null ? null : storableText(ownerText)}
    where workspace_id = ${workspaceId} and id = any(${ids}::uuid[])`.execute(db);
  await sql`
    update grade set owner_id = ${ownerId}
    where workspace_id = ${workspaceId} and customer_id = any(${ids}::uuid[])
      and owner_id is distinct from ${ownerId}::uuid`.execute(db);
}
