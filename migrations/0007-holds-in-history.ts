import { type Kysely, sql } from 'kysely';

/**
 * What held a customer's tier at each change, so that a replay tells where it stood and not only what its values gave; and
 * entries for the moments at which a tier began to be held, or ceased to be, without moving (`cause` hold).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `alter table grade_change
     add column held text check (held in ('override', 'buffer', 'downgrade-waits', 'complaint'))`,
  `update grade_change set held = 'override' where cause = 'override'`,
  'alter table grade_change drop constraint grade_change_cause_check',
  `alter table grade_change add constraint grade_change_cause_check check (
     cause in ('first', 'facts', 'population', 'scheme', 'stage', 'merge', 'override', 'override-ended', 'hold'))`,
];
