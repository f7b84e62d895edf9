import type { Kysely } from 'kysely';
import type { Tables } from './database.ts';
import type { QueueAccess } from './queue-access.ts';

/** An open database. */
export interface Connection {
  readonly db: Kysely<Tables>;
  readonly kind: 'pglite' | 'postgres';
  /** How jobs reach it; null where another process has the data folder open, since that one runs them. */
  readonly queue: QueueAccess | null;
  /** Ends all queries and connections; may be called more than once. */
  close(): Promise<void>;
}

/**
 * Opens PostgreSQL at `databaseUrl` when there is one, else PGlite in `dataDir` (`memory://` for a database that is
 * gone when it is closed). Does not migrate.
 *
 * Throws {@link DatabaseError}: `unreachable` is worth trying again, every other code needs a person.
 */
export async function connect(options: {
  readonly databaseUrl?: string | undefined;
  readonly dataDir: string;
}): Promise<Connection> {
  // Each takes its time to load, and a process needs only one of them.
  if (options.databaseUrl === undefined) {
    const { connectPglite } = await import('./connect-pglite.ts');
    return connectPglite(options.dataDir);
  }
  const { connectPostgres } = await import('./connect-postgres.ts');
  return connectPostgres(options.databaseUrl);
}
