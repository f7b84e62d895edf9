import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Connection, connect } from '../../bot/store/connect.ts';
import { createPostgresDatabase, type DatabaseKind } from './databases.ts';

/** A database that any process can open, and that can be copied while none has it open. */
export interface CopiedDatabase {
  /** A PostgreSQL's address or a data folder. */
  readonly where: string;
  copy(): Promise<CopiedDatabase>;
  drop(): Promise<void>;
}

/** A new, empty database. */
export function newDatabase(kind: DatabaseKind): Promise<CopiedDatabase> {
  return kind === 'pglite' ? folder() : postgres();
}

/** Opens the database at such a place. */
export function connectTo(where: string): Promise<Connection> {
  return connect(where.startsWith('postgres:') ? { databaseUrl: where, dataDir: '' } : { dataDir: where });
}

/** Does something with the database at such a place, and closes it again. */
export async function withDatabase<T>(where: string, work: (db: Connection['db']) => Promise<T>): Promise<T> {
  const connection = await connectTo(where);
  try {
    return await work(connection.db);
  } finally {
    await connection.close();
  }
}

async function folder(from?: string): Promise<CopiedDatabase> {
  const parent = await mkdtemp(path.join(tmpdir(), 'tierbook-copy-'));
  const where = path.join(parent, 'data');
  if (from !== undefined) await cp(from, where, { recursive: true });
  return { where, copy: () => folder(where), drop: () => rm(parent, { recursive: true, force: true }) };
}

async function postgres(from?: string): Promise<CopiedDatabase> {
  const clauses = from === undefined ? '' : `template ${new URL(from).pathname.slice(1)}`;
  const { url: where, drop } = await createPostgresDatabase(clauses);
  return { where, copy: () => postgres(where), drop };
}
