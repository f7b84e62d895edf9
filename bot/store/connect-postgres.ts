import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { Connection } from './connect.ts';
import type { Tables } from './database.ts';
import { DatabaseError } from './database-error.ts';
import { parseOfType } from './parse-column.ts';

const OLDEST_SERVER = 150_000;
const CONNECT_TIMEOUT_MS = 10_000;

/** Opens a pool on PostgreSQL; throws {@link DatabaseError} `unreachable`, `refused`, `too-old` or `wrong-encoding`. */
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
    if (version < OLDEST_SERVER) throw new DatabaseError('too-old', `this is ${Math.floor(version / 10_000)}`);
    if (encoding !== 'UTF8') throw new DatabaseError('wrong-encoding', `this is ${encoding}`);
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
  // Classes 28 (authorisation) and 3D (no such database) need a person; see PostgreSQL's appendix of error codes.
  const refused = code.startsWith('28') || code.startsWith('3D') || code === 'ERR_INVALID_URL';
  return new DatabaseError(refused ? 'refused' : 'unreachable', serverOf(databaseUrl), { cause: error });
}

/** Host, port and database of a URL, without the password. */
function serverOf(databaseUrl: string): string {
  const url = URL.parse(databaseUrl);
  return url === null ? 'DATABASE_URL is not a URL' : `${url.host}${url.pathname}`;
}
