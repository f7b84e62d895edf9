import { type RawBuilder, sql } from 'kysely';
import type { Database } from './database.ts';
import { BOOK_COLUMNS } from './kept-book.ts';

/**
 * The book of a workspace as it was at a moment, as a query in parentheses to select from: a row for each customer that was
 * followed up, with `customer_id`, `owner_id`, `stage`, `status`, `tier`, `is_paused`, `owed_on`, `last_contact_on`,
 * `expected_on` and `expected_amount`. The same whenever it is read, customers aside that were deleted for good since.
 * Before {@link findHistoryFrom} it is not the whole book.
 *
 * `where` narrows both halves to some of the columns above: ``bookAt('T0', moment, sql`owner_id = any(${ids}::uuid[])`)``.
 */
export function bookAt(workspaceId: string, moment: Date, where: RawBuilder<unknown> = sql`true`): RawBuilder<unknown> {
  return sql`(
    select ${COLUMNS} from follow_up
    where workspace_id = ${workspaceId} and changed_at <= ${moment}::timestamptz and (${where})
    union all
    select ${COLUMNS} from book_history
    where workspace_id = ${workspaceId} and from_at <= ${moment}::timestamptz and until_at > ${moment}::timestamptz
      and (${where})
  )`;
}

const COLUMNS = sql.raw(['customer_id', ...BOOK_COLUMNS].join(', '));

/** Since when the book of a workspace is known; null: it is not known yet, or there is no such workspace. */
export async function findHistoryFrom(db: Database, workspaceId: string): Promise<Date | null> {
  const { rows } = await sql<{ from: Date }>`
    select coalesce(history_from, created_at) as from from workspace
    where id = ${workspaceId} and history_from is distinct from 'infinity'`.execute(db);
  return rows[0]?.from ?? null;
}
