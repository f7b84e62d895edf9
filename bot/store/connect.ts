import { type Kysely, sql } from 'kysely';
import { connectPglite } from './connect-pglite.ts';
import { connectPostgres } from './connect-postgres.ts';
import type { Tables } from './database.ts';
import { DatabaseError } from './database-error.ts';

/** An open database. */
export interface Connection {
  readonly db: Kysely<Tables>;
  readonly kind: 'pglite' | 'postgres';
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
  const connection =
    options.databaseUrl === undefined
      ? await connectPglite(options.dataDir)
      : await connectPostgres(options.databaseUrl);
  try {
    await checkChinese(connection.db);
    return connection;
  } catch (error) {
    await connection.close();
    throw error;
  }
}

/** With LC_CTYPE = C, pg_trgm takes no Chinese character for a letter and finds nothing, without a word. */
async function checkChinese(db: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ encoding: string; letters: boolean }>`
    select current_setting('server_encoding') as encoding, '客' ~ '^\\w$' as letters`.execute(db);
  const found = rows[0];
  if (found?.encoding === 'UTF8' && found.letters) return;
  throw new DatabaseError('no-chinese', `encoding ${found?.encoding ?? 'unknown'}`);
}
