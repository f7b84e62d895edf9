import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { afterAll, describe, inject } from 'vitest';
import { type Connection, connect } from '../../bot/store/connect.ts';
import { connectionTo, PGLITE_OPTIONS } from '../../bot/store/connect-pglite.ts';
import type { Database } from '../../bot/store/database.ts';
import { migrate } from '../../bot/store/migrate.ts';
import { FilledMemory } from './filled-memory.ts';
import { pgliteDump } from './pglite-dump.ts';

/** A database of a test's own. */
export interface TestDatabase extends Omit<Connection, 'close'> {
  readonly close: () => Promise<void>;
}

/** Which database a suite runs on. */
export type DatabaseKind = Connection['kind'];

/**
 * Runs a suite twice: on PGlite in memory and on the test run's PostgreSQL.
 *
 * `open()` gives the suite's migrated database: the same one however often it is called, since starting one takes
 * a second. Tests keep apart by using a workspace of their own each (see {@link newWorkspaceId}). It is closed after
 * the suite.
 */
export function describeOnBothDatabases(
  title: string,
  suite: (open: () => Promise<Database>, kind: DatabaseKind) => void,
): void {
  for (const kind of ['pglite', 'postgres'] as const) {
    describe(`${title} (${kind})`, () => {
      let opened: Promise<TestDatabase> | undefined;
      afterAll(async () => (await opened)?.close());
      suite(async () => {
        opened ??= openDatabase(kind);
        return (await opened).db;
      }, kind);
    });
  }
}

/** A workspace id that no other test uses. */
export function newWorkspaceId(): string {
  return `T${randomUUID().replaceAll('-', '').slice(0, 10).toUpperCase()}`;
}

/** A fresh, migrated database; the caller closes it. */
export async function openDatabase(kind: DatabaseKind): Promise<TestDatabase> {
  if (kind === 'pglite') {
    const inMemory = connectionTo(await PGlite.create({ ...PGLITE_OPTIONS, fs: new FilledMemory(await pgliteDump()) }));
    return { ...inMemory, close: () => inMemory.close() };
  }
  const database = await createPostgresDatabase(`template ${await postgresTemplate()}`);
  const connection = await connect({ databaseUrl: database.url, dataDir: '' });
  const close = async () => {
    await connection.close();
    await database.drop();
  };
  return { ...connection, close };
}

/** A fresh, empty database on the test run's PostgreSQL. */
export async function createPostgresDatabase(clauses = ''): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer(async (query) => void (await query(`create database ${name} ${clauses}`)));
  const url = new URL(inject('postgresUrl'));
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => onServer(async (query) => void (await query(`drop database ${name} with (force)`))),
  };
}

/** The name of a migrated, empty database that nobody has open, to copy: the first that needs it makes it. */
async function postgresTemplate(): Promise<string> {
  await onServer(async (query) => {
    // Held until the connection ends: test files run side by side.
    await query('select pg_advisory_lock(1)');
    const { rowCount } = await query(`select from pg_database where datname = '${TEMPLATE}'`);
    if (rowCount === 1) return;
    const database = await createPostgresDatabase();
    const connection = await connect({ databaseUrl: database.url, dataDir: '' });
    try {
      await migrate(connection.db);
    } finally {
      await connection.close();
    }
    await query(`alter database ${path.basename(database.url)} rename to ${TEMPLATE}`);
  });
  return TEMPLATE;
}

const TEMPLATE = 'migrated';

async function onServer(work: (query: (statement: string) => Promise<pg.QueryResult>) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  try {
    await work((statement) => client.query(statement));
  } finally {
    await client.end();
  }
}
