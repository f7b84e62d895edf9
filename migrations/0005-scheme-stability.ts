import { type Kysely, sql } from 'kysely';

/**
 * How steady a workspace keeps the tiers of a scheme, by the scheme's id, in place of what the scheme's document says; a
 * scheme that is not in here keeps to its document.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table workspace add column scheme_stability jsonb not null default '{}'`.execute(db);
}
