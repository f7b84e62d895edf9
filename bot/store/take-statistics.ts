import { sql } from 'kysely';
import type { Database } from './database.ts';

/**
 * Lets the database find out how much these tables hold, after many rows have come into them at once. PGlite never does this by
 * itself, and without it reads them whole for every row that it looks up.
 */
export async function takeStatistics(db: Database, tables: readonly string[]): Promise<void> {
  await sql`analyze ${sql.join(tables.map((table) => sql.table(table)))}`.execute(db);
}
