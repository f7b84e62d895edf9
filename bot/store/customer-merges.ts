import { sql } from 'kysely';
import type { CustomerMergeTable, MergeUndo } from './customer-tables.ts';
import type { Database } from './database.ts';
import { json } from './json-column.ts';

/** Two customers that were joined. */
export interface CustomerMerge {
  readonly id: string;
  readonly keptId: string;
  readonly goneId: string;
  readonly undo: MergeUndo;
}

/** Writes a merge down. */
export async function insertMerge(
  db: Database,
  workspaceId: string,
  merge: CustomerMerge,
  memberId: string | null,
  now: Date,
): Promise<void> {
  await db
    .insertInto('customer_merge')
    .values({
      workspace_id: workspaceId,
      id: merge.id,
      kept_id: merge.keptId,
      gone_id: merge.goneId,
      undo: json(merge.undo),
      merged_by: memberId,
      merged_at: now,
    })
    .execute();
}

/** A merge that stands: by its id, or the one in which a customer went; undefined when there is none. */
export async function findMerge(
  db: Database,
  workspaceId: string,
  which: { readonly id: string } | { readonly goneId: string },
): Promise<CustomerMerge | undefined> {
  const [column, value] = 'id' in which ? (['id', which.id] as const) : (['gone_id', which.goneId] as const);
  const row = await db
    .selectFrom('customer_merge')
    .select(['id', 'kept_id', 'gone_id', 'undo'])
    .where('workspace_id', '=', workspaceId)
    .where('undone_at', 'is', null)
    .where(column satisfies keyof CustomerMergeTable, '=', value)
    .executeTakeFirst();
  return row && { id: row.id, keptId: row.kept_id, goneId: row.gone_id, undo: row.undo };
}

/** Marks a merge as undone. */
export async function markUndone(
  db: Database,
  workspaceId: string,
  mergeId: string,
  memberId: string | null,
  now: Date,
): Promise<void> {
  await db
    .updateTable('customer_merge')
    .set({ undone_by: memberId, undone_at: now })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', mergeId)
    .execute();
}

/**
 * Leads all customers that were merged into `from` to `to` instead, or only those of `only`; returns their ids.
 */
export async function repointMerged(
  db: Database,
  workspaceId: string,
  from: string,
  to: string,
  only?: readonly string[],
): Promise<string[]> {
  const which = only === undefined ? sql`true` : sql`id = any(${only}::uuid[])`;
  const { rows } = await sql<{ id: string }>`
    update customer set merged_into = ${to}::uuid
    where workspace_id = ${workspaceId} and merged_into = ${from}::uuid and id <> ${to}::uuid and ${which}
    returning id`.execute(db);
  return rows.map((row) => row.id);
}
