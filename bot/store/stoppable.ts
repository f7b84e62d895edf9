import type { KyselyPlugin } from 'kysely';
import type { Database } from './database.ts';

/**
 * The same database, whose statements fail once `signal` is aborted, so that a long transaction on it ends within one
 * statement and is rolled back. Throws the signal's reason.
 */
export function stoppable(db: Database, signal: AbortSignal): Database {
  const plugin: KyselyPlugin = {
    transformQuery({ node }) {
      signal.throwIfAborted();
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  return db.withPlugin(plugin);
}
