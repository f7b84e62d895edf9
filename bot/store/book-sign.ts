import { sql } from 'kysely';
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
  const parts = Object.entries(SIGNED_TABLES).map(([table, key]) => {
    const own = sql.ref(table === 'workspace' ? 'id' : 'workspace_id');
    // of each version of a row another number of 64 bits, so that no two make up for each other
    const version = sql.raw(`hashtextextended((${key})::text, xmin::text::bigint)`);
    return sql`(
      select concat(count(*), ':', bit_xor(${version})) from ${sql.table(table)} where ${own} = ${workspaceId})`;
  });
  const { rows } = await sql<BookSign>`
    select concat_ws(' ', ${sql.join(parts)}) as rows,
      array(select distinct time_zone from member
        where workspace_id = ${workspaceId} and time_zone is not null order by 1) as "timeZones"`.execute(db);
  return rows[0] ?? { rows: '', timeZones: [] };
}
