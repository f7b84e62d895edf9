import { type RawBuilder, sql } from 'kysely';
import type { Database } from './database.ts';

/**
 * What Tierbook says of its customers is made from these tables alone, each with its key beside the workspace. A table that is left out is
 * one whose changes are missed.
 */
export const SIGNED_TABLES = {
  workspace: 'id',
  member: 'id',
  scheme: 'digest',
  grading_run: 'id',
  customer: 'id',
  purchase_measure: 'customer_id',
  service_measure: 'customer_id',
  grade: 'customer_id',
  tier_override: 'id',
  follow_up: 'customer_id',
  calendar_day: 'day',
  absence: 'id',
  connected_sheet_row: 'sheet_id::text || customer_id',
  connected_sheet_removed: 'sheet_id::text || customer_id',
} as const;

/** What a book was at a moment. */
export interface BookSign {
  /** Another one whenever a row of the {@link SIGNED_TABLES} was added, changed or taken away, by whomever. */
  readonly rows: string;
  /** Time zones in which a day begins that says something else. */
  readonly timeZones: readonly string[];
}

/**
 * Signs the book, in one look at the rows that does not read them: PostgreSQL keeps with each version of a row the transaction that wrote it
 * (`xmin`), so that no change can be forgotten, neither a use case's nor one by hand. Of 100,000 customers it takes a fraction of a second, in
 * the database.
 */
export async function signBook(db: Database, workspaceId: string): Promise<BookSign> {
  const versions = Object.entries(SIGNED_TABLES).map(([table, key]): RowNumbers => {
    // of each version of a row another number of 64 bits, so that no two make up for each other
    return [table, sql.raw(`hashtextextended((${key})::text, xmin::text::bigint)`)];
  });
  return signed(db, workspaceId, versions);
}

/** A table, and what makes a number of each of its rows, called `one`. */
type RowNumbers = readonly [table: string, number: RawBuilder<unknown>];

async function signed(db: Database, workspaceId: string, tables: readonly RowNumbers[]): Promise<BookSign> {
  const parts = tables.map(([table, number]) => {
    const own = sql.ref(table === 'workspace' ? 'id' : 'workspace_id');
    return sql`(
      select concat(count(*), ':', bit_xor(${number})) from ${sql.table(table)} one where ${own} = ${workspaceId})`;
  });
  const { rows } = await sql<BookSign>`
    select concat_ws(' ', ${sql.join(parts)}) as rows, array(
      select distinct time_zone from member where workspace_id = ${workspaceId} and time_zone is not null order by 1
    ) as "timeZones"`.execute(db);
  return rows[0] ?? { rows: '', timeZones: [] };
}

/**
 * Signs what is said of any customer by: how the workspace grades and serves, and when its members work. Other than {@link signBook} it stays
 * the same while something is written that says nothing of that, such as when a member was last heard of. What each customer is described by
 * beside it is signed with the customer.
 */
export async function signBasis(db: Database, workspaceId: string): Promise<BookSign> {
  const contents = Object.entries(BASIS_TABLES).map(([table, idle]): RowNumbers => {
    return [table, sql`hashtextextended((to_jsonb(one) - ${sql.val([...idle])}::text[])::text, 0)`];
  });
  return signed(db, workspaceId, contents);
}

/** The tables that say something of everybody, each with its columns that do not. A scheme's document never changes. */
export const BASIS_TABLES = {
  workspace: ['name', 'locale', 'follow_ups_stale_at', 'history_from', 'day_minutes'],
  member: [
    'updated_at',
    'role',
    'manager_id',
    'display_name',
    'real_name',
    'email',
    'locale',
    'list_at',
    'day_minutes',
  ],
  scheme: ['document'],
  calendar_day: [],
  absence: [],
} as const;
