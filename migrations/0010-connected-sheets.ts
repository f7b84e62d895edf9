import { type Kysely, sql } from 'kysely';

/** Google Sheets: which sheets are connected, and how many requests each Google account has made lately. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  // When the last requests of a Google account were, or are going to be, sent: an account's minute is one for all workspaces
  // and all processes.
  `create table sheets_quota (
    account text not null,
    kind text not null check (kind in ('read', 'write')),
    sent_at timestamptz[] not null,
    primary key (account, kind)
  )`,
];
