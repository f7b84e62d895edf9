import type { Database } from './database.ts';

/**
 * Lets `read` see one state of the database, however many statements it takes and whatever is committed meanwhile: all
 * of the old grades or all of the new ones. It cannot write. Not within a transaction.
 */
export function readConsistently<T>(db: Database, read: (db: Database) => Promise<T>): Promise<T> {
  return db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(read);
}
