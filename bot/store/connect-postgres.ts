import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { Connection } from './connect.ts';
import type { Tables } from './database.ts';
import { DatabaseError } from './database-error.ts';
import { parseOfType } from './parse-column.ts';

const OLDEST_SERVER = 150_000;
const CONNECT_TIMEOUT_MS = 10_000;

/** Opens a pool on PostgreSQL; throws {@link DatabaseError} `unreachable`, `refused`, `no-such-database`, `too-old` or `wrong-encoding`. */
export async function connectPostgres(databaseUrl: string): Promise<Connection> {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    application_name: 'tierbook',
    types: { getTypeParser: (oid, format) => parseOfType(oid) ?? pg.types.getTypeParser(oid, format) },
  });
  // An idle connection that breaks is replaced on the next query; unheard, the event would end the process.
  pool.on('error', () => {});
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    const { rows } = await sql<{ version: number; encoding: string }>`
      select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding
    `.execute(db);
    const { version = 0, encoding = 'unknown' } = rows[0] ?? {};
    if (version < OLDEST_SERVER) throw new DatabaseError('too-old', String(Math.floor(version / 10_000)));
    if (encoding !== 'UTF8') throw new DatabaseError('wrong-encoding', encoding);
  } catch (error) {
    await db.destroy();
    throw error instanceof DatabaseError ? error : connectError(error, databaseUrl);
  }
  const hasSchema = async (name: string) => {
    const { rows } = await sql<{ found: boolean }>`select to_regnamespace(${name}) is not null as found`.execute(db);
    return rows[0]?.found ?? false;
  };
  const queue = { kind: 'postgres', connectionString: databaseUrl, hasSchema } as const;
  return { db, kind: 'postgres', queue, close: () => db.destroy() };
}

function connectError(error: unknown, databaseUrl: string): DatabaseError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return new DatabaseError(databaseErrorCode(code), serverOf(databaseUrl), { cause: error });
}

/** Classes 28 (authorisation) and 3D (no such database) need a person; see PostgreSQL's appendix of error codes. */
function databaseErrorCode(code: string): 'no-such-database' | 'refused' | 'unreachable' {
  if (code.startsWith('3D')) return 'no-such-database';
  return code.startsWith('28') || code === 'ERR_INVALID_URL' ? 'refused' : 'unreachable';
}

/** Host, port and database of a URL, without the password. */
function serverOf(databaseUrl: string): string {
  const url = URL.parse(databaseUrl);
  return url === null ? 'DATABASE_URL is not a URL' : `${url.host}${url.pathname}`;
}
