import { sql } from 'kysely';
import type { Database } from './database.ts';
import { inChunks } from './in-chunks.ts';
import { storableText } from './json-column.ts';

/** A customer for another owner. */
export interface OwnerMove {
  readonly customerId: string;
  readonly ownerId: string;
  /** The owner as text from now on; undefined: as the customer's table named them. */
  readonly ownerText?: string | undefined;
}

const ROWS_A_STATEMENT = 5000;

/**
 * Gives customers to other owners: the customers themselves, their grades, and what was merged into them.
 * Within the caller's transaction, which holds the workspace's lock, so that no import puts the former owners back.
 */
export async function saveOwnerMoves(
  db: Database,
  workspaceId: string,
  moves: readonly OwnerMove[],
  now: Date,
): Promise<void> {
  for (const chunk of inChunks(moves, ROWS_A_STATEMENT)) {
    const ids = chunk.map(({ customerId }) => customerId);
    const owners = chunk.map(({ ownerId }) => ownerId);
    const texts = chunk.map(({ ownerText }) => (ownerText === undefined ? null : storableText(ownerText)));
    const moved = sql`unnest(${ids}::uuid[], ${owners}::uuid[], ${texts}::text[]) as moved (id, owner_id, owner_text)`;
    await sql`
      update customer c
      set owner_id = moved.owner_id, owner_text = coalesce(moved.owner_text, c.owner_text), updated_at = ${now}
      from ${moved} where c.workspace_id = ${workspaceId} and c.id = moved.id`.execute(db);
    await sql`
      update customer c set owner_id = moved.owner_id
      from ${moved} where c.workspace_id = ${workspaceId} and c.merged_into = moved.id`.execute(db);
    await sql`
      update grade g set owner_id = moved.owner_id
      from ${moved} where g.workspace_id = ${workspaceId} and g.customer_id = moved.id`.execute(db);
  }
}
