import { createConnection, type Socket } from 'node:net';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PGliteAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import { DatabaseError } from './database-error.ts';
import type { LeaseAddress } from './lease-address.ts';
import {
  LEASE_PROTOCOL,
  type LeaseAnswer,
  type LeaseRequest,
  onMessage,
  receivedError,
  sendMessage,
} from './lease-messages.ts';

/** A line to the process that has the data folder open. */
export interface LeaseLine {
  ask(request: LeaseRequest): Promise<LeaseAnswer>;
  close(): void;
}

/**
 * Calls the process that has the data folder open; undefined when nobody answers at that address (any more).
 * Throws {@link DatabaseError} `folder-in-use` when that process is of another version.
 */
export async function callLeaseServer(address: LeaseAddress, answerWithinMs: number): Promise<LeaseLine | undefined> {
  const socket = createConnection(address.socket);
  const line = openLine(socket);
  // Until it has answered once, the line does not keep a process waiting that could do something better.
  const timer = setTimeout(() => socket.destroy(), answerWithinMs);
  try {
    const answer = await line.ask({ type: 'hello', protocol: LEASE_PROTOCOL, token: address.token });
    if (answer.type === 'refused') throw new DatabaseError('folder-in-use', answer.reason);
    return line;
  } catch (error) {
    line.close();
    if (error instanceof DatabaseError && error.code === 'connection-lost') return undefined;
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** The Kysely dialect that works through another process, over a line that {@link callLeaseServer} opened. */
export function leaseDialect(line: LeaseLine): Dialect {
  return {
    createAdapter: () => new PGliteAdapter(),
    createDriver: () => new LeaseDriver(line),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

/** Kysely itself lets one checkout at a time through, since PGlite's adapter says that there is one connection. */
class LeaseDriver implements Driver {
  readonly line: LeaseLine;
  readonly connection: LeaseConnection;

  constructor(line: LeaseLine) {
    this.line = line;
    this.connection = new LeaseConnection(line);
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    await ask(this.line, { type: 'lease' });
    return this.connection;
  }

  async beginTransaction(): Promise<void> {
    await ask(this.line, { type: 'begin' });
  }

  async commitTransaction(): Promise<void> {
    await ask(this.line, { type: 'commit' });
  }

  async rollbackTransaction(): Promise<void> {
    await this.unlessLost({ type: 'rollback' });
  }

  async releaseConnection(): Promise<void> {
    await this.unlessLost({ type: 'release' });
  }

  async destroy(): Promise<void> {
    this.line.close();
  }

  /** A line that is lost has rolled back and released already; saying so again would hide the first error. */
  async unlessLost(request: LeaseRequest): Promise<void> {
    try {
      await ask(this.line, request);
    } catch (error) {
      if (!(error instanceof DatabaseError && error.code === 'connection-lost')) throw error;
    }
  }
}

class LeaseConnection implements DatabaseConnection {
  readonly line: LeaseLine;

  constructor(line: LeaseLine) {
    this.line = line;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const answer = await ask(this.line, { type: 'query', sql: query.sql, parameters: query.parameters });
    if (answer.type !== 'rows') throw new DatabaseError('connection-lost', `unexpected answer ${answer.type}`);
    const rows = answer.rows as R[];
    return answer.affected === undefined ? { rows } : { rows, numAffectedRows: answer.affected };
  }

  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('PGlite does not stream.');
  }
}

async function ask(line: LeaseLine, request: LeaseRequest): Promise<LeaseAnswer> {
  const answer = await line.ask(request);
  if (answer.type === 'failed') throw receivedError(answer.error);
  return answer;
}

function openLine(socket: Socket): LeaseLine {
  const asked: { resolve: (answer: LeaseAnswer) => void; reject: (error: DatabaseError) => void }[] = [];
  let lost: DatabaseError | undefined;
  let reason = 'it closed the connection';
  onMessage(socket, (message) => asked.shift()?.resolve(message as LeaseAnswer));
  socket.on('error', (error) => {
    reason = error.message;
  });
  socket.on('close', () => {
    lost = new DatabaseError('connection-lost', reason);
    for (const { reject } of asked.splice(0)) reject(lost);
  });
  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        if (lost !== undefined) return reject(lost);
        asked.push({ resolve, reject });
        sendMessage(socket, request);
      }),
    close: () => socket.destroy(),
  };
}
