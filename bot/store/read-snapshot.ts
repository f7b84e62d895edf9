import { sql } from 'kysely';
import type { Database } from './database.ts';

/**
 * Runs `work` on one snapshot of the database, in a transaction in which the database refuses every write. Said as a statement, since a
 * process that works through another one's connection passes on no settings of a transaction.
 */
export async function readSnapshot<T>(db: Database, work: (db: Database) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (within) => {
    await sql`set transaction isolation level repeatable read, read only`.execute(within);
    return work(within);
  });
}
