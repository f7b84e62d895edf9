import { type Kysely, sql } from 'kysely';

/** The latest event of a kind, which tells whether a workspace's grading is due, without reading years of others. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index audit_event_action on audit_event (workspace_id, action, at desc)`.execute(db);
}
