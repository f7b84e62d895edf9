import { type RawBuilder, sql } from 'kysely';

/** What `book_history` keeps of a follow-up: all that digests count. */
export const BOOK_COLUMNS = [
  'owner_id',
  'stage',
  'status',
  'tier',
  'is_paused',
  'owed_on',
  'last_contact_on',
  'expected_on',
  'expected_amount',
] as const;

/** {@link BOOK_COLUMNS} of a row. */
export function bookOf(row: string): RawBuilder<unknown> {
  return sql.raw(BOOK_COLUMNS.map((column) => `${row}.${column}`).join(', '));
}

/** Whether two rows say different things of the book. */
export function isOtherBook(row: string, other: string): RawBuilder<boolean> {
  return sql`(${bookOf(row)}) is distinct from (${bookOf(other)})`;
}

/**
 * The common table expressions that keep the book's history when follow-ups change at `now`, for a statement that has one named
 * `changed`: a row for each customer whose book changes, as it was before, with `changed_at` (null where it had none).
 *
 * What stood from then until now goes into `book_history`, unless that is no time at all or before the workspace's history
 * begins. Where the clock has gone back,
 * what the customer's history tells of later than now is forgotten: it holds no two states for one moment, and what is written
 * now is found as of now.
 */
export function keptBook(workspaceId: string, now: Date): RawBuilder<unknown> {
  // `later` is empty unless the clock went back, and spares looking into every customer's history.
  return sql`
    ended as (
      insert into book_history (workspace_id, customer_id, from_at, until_at, ${sql.raw(BOOK_COLUMNS.join(', '))})
      select ${workspaceId}, changed.customer_id, greatest(changed.changed_at, w.history_from), ${now}::timestamptz,
        ${bookOf('changed')}
      from changed join workspace w on w.id = ${workspaceId}
      where greatest(changed.changed_at, w.history_from) < ${now}::timestamptz and changed.changed_at is not null
    ),
    later as materialized (
      select customer_id, from_at from book_history
      where workspace_id = ${workspaceId} and until_at > ${now}::timestamptz
    ),
    shortened as (
      update book_history h set until_at = ${now}::timestamptz
      from later join changed on changed.customer_id = later.customer_id
      where h.workspace_id = ${workspaceId} and h.customer_id = later.customer_id and h.from_at = later.from_at
        and h.from_at < ${now}::timestamptz
    ),
    forgotten as (
      delete from book_history h using later join changed on changed.customer_id = later.customer_id
      where h.workspace_id = ${workspaceId} and h.customer_id = later.customer_id and h.from_at = later.from_at
        and h.from_at >= ${now}::timestamptz
    )`;
}
