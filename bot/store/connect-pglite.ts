import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import { PGlite } from '@electric-sql/pglite';
import { btree_gin } from '@electric-sql/pglite/contrib/btree_gin';
import { type DatabaseConnection, Kysely, PGliteDialect, PGliteDriver } from 'kysely';
import type { Connection } from './connect.ts';
import type { Tables } from './database.ts';
import { DatabaseError } from './database-error.ts';
import { type FolderLock, lockFolder } from './folder-lock.ts';
import { hasNoRoom, isDiskFull } from './is-disk-full.ts';
import { prepareLeaseAddress, publishLeaseAddress, readLeaseAddress, withdrawLeaseAddress } from './lease-address.ts';
import { callLeaseServer, leaseDialect } from './lease-client.ts';
import { serveLeases } from './lease-server.ts';
import { COLUMN_PARSERS } from './parse-column.ts';

/** The data folder's name for a database in memory, gone when it is closed. */
const IN_MEMORY = 'memory://';

/** How patient the processes that share a folder are with each other. */
export interface SharingTimes {
  /** How long to wait for a process that has the folder locked but does not answer: it may be on its first start. */
  readonly answerWithinMs: number;
  /** How long another process may say nothing while it has the connection. */
  readonly idleMs: number;
}

const SHARING_TIMES: SharingTimes = { answerWithinMs: 20_000, idleMs: 30_000 };
const RETRY_MS = 50;

/**
 * Opens PGlite in `dataDir/database`, or works through the process that has it open.
 *
 * Throws {@link DatabaseError} `folder-in-use` when that process does not answer, `folder-unusable` when the folder
 * cannot be made, read or written, `disk-full` when there is no room for it. The folder is only ever opened by the process that holds its lock.
 */
export async function connectPglite(dataDir: string, times = SHARING_TIMES): Promise<Connection> {
  if (dataDir === IN_MEMORY) {
    const { dataDir: preparedDatabase } = await import('@electric-sql/pglite-prepopulatedfs');
    return connectionTo(
      await PGlite.create({ dataDir: IN_MEMORY, loadDataDir: await preparedDatabase(), ...PGLITE_OPTIONS }),
    );
  }
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    const giveUpAt = performance.now() + times.answerWithinMs;
    do {
      const lock = lockFolder(dataDir);
      if (lock !== undefined) return await openLocked(dataDir, lock, times);
      const through = await connectThrough(dataDir, times);
      if (through !== undefined) return through;
      await wait(RETRY_MS);
    } while (performance.now() < giveUpAt);
  } catch (error) {
    if (error instanceof DatabaseError) throw error;
    const isKnown = error instanceof Error && 'code' in error;
    const isFull = isDiskFull(error) || (!isKnown && (await hasNoRoom(dataDir)));
    throw new DatabaseError(isFull ? 'disk-full' : 'folder-unusable', dataDir, { cause: error });
  }
  throw new DatabaseError('folder-in-use', dataDir);
}

async function openLocked(dataDir: string, lock: FolderLock, times: SharingTimes): Promise<Connection> {
  let db: Kysely<Tables> | undefined;
  try {
    const address = await prepareLeaseAddress(dataDir);
    const pglite = await openFolder(dataDir);
    const opened = kyselyOn(pglite);
    db = opened;
    const server = await serveLeases(opened, address, { idleMs: times.idleMs });
    await publishLeaseAddress(dataDir, address);
    const closeAll = async () => {
      try {
        await withdrawLeaseAddress(dataDir, address);
        await server.close();
        await opened.destroy();
      } finally {
        lock.release();
      }
    };
    let closed: Promise<void> | undefined;
    return { db, kind: 'pglite', queue: { kind: 'pglite', pglite }, close: () => (closed ??= closeAll()) };
  } catch (error) {
    await db?.destroy();
    lock.release();
    throw error;
  }
}

async function connectThrough(dataDir: string, times: SharingTimes): Promise<Connection | undefined> {
  const address = await readLeaseAddress(dataDir);
  if (address === undefined) return undefined;
  const line = await callLeaseServer(address, times.answerWithinMs);
  if (line === undefined) return undefined;
  const db = new Kysely<Tables>({ dialect: leaseDialect(line) });
  const close = async () => {
    await db.destroy();
    line.close();
  };
  return { db, kind: 'pglite', queue: null, close };
}

/**
 * Opens the folder's database; a new one is made beside it and moved into place whole, so that a first start that is
 * killed leaves nothing half made.
 */
async function openFolder(dataDir: string): Promise<PGlite> {
  const folder = path.join(dataDir, 'database');
  if (!existsSync(folder)) {
    const unfinished = `${folder}.new`;
    await rm(unfinished, { recursive: true, force: true });
    const { unpackDatabase } = await import('./unpack-database.ts');
    await unpackDatabase(unfinished);
    await rename(unfinished, folder);
  }
  return PGlite.create({ dataDir: folder, ...PGLITE_OPTIONS });
}

/** A connection to a PGlite that is this process's alone. */
export function connectionTo(pglite: PGlite): Connection {
  const db = kyselyOn(pglite);
  return { db, kind: 'pglite', queue: { kind: 'pglite', pglite }, close: () => db.destroy() };
}

/** What every PGlite of ours is opened with. */
export const PGLITE_OPTIONS = { extensions: { btree_gin }, parsers: COLUMN_PARSERS };

function kyselyOn(pglite: PGlite): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new FairPGliteDialect(pglite) });
}

class FairPGliteDialect extends PGliteDialect {
  readonly pglite: PGlite;

  constructor(pglite: PGlite) {
    super({ pglite });
    this.pglite = pglite;
  }

  override createDriver(): FairPGliteDriver {
    return new FairPGliteDriver({ pglite: this.pglite });
  }
}

/**
 * PGlite answers without ever going back to the event loop, so that one query after another would keep sockets, and
 * with them Slack and other processes, from being heard. Each checkout and each statement lets them in first.
 */
class FairPGliteDriver extends PGliteDriver {
  readonly fair = new WeakSet<DatabaseConnection>();

  override async acquireConnection(): ReturnType<PGliteDriver['acquireConnection']> {
    await nextTurn();
    const connection = await super.acquireConnection();
    if (this.fair.has(connection)) return connection;
    this.fair.add(connection);
    const execute = connection.executeQuery.bind(connection);
    connection.executeQuery = async (...query) => {
      await nextTurn();
      return execute(...query);
    };
    return connection;
  }
}
