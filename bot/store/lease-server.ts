import { createServer, type Socket } from 'node:net';
import { CompiledQuery, type ControlledTransaction, type Kysely } from 'kysely';
import type { Tables } from './database.ts';
import type { LeaseAddress } from './lease-address.ts';
import {
  LEASE_PROTOCOL,
  type LeaseAnswer,
  type LeaseRequest,
  onMessage,
  sendMessage,
  sentError,
} from './lease-messages.ts';

/** Other processes work through this one until it is closed. */
export interface LeaseServer {
  /** Ends every lease, rolling back what was under way, and waits until the database is free of them. */
  close(): Promise<void>;
}

/**
 * Lets other processes use this process's PGlite.
 *
 * PGlite is one session: were their statements mixed among ours, one side's open transaction would swallow the other
 * side's writes. So each of their checkouts is a lease of our only Kysely connection, from `lease` to `release`, and
 * waits its turn as our own queries do. A client that goes away, or says nothing for `idleMs` while it holds the
 * lease, is rolled back.
 */
export async function serveLeases(
  db: Kysely<Tables>,
  address: LeaseAddress,
  options: { readonly idleMs: number },
): Promise<LeaseServer> {
  const served = new Map<Socket, Promise<void>>();
  const server = createServer((socket) => {
    const inbox = new Inbox(socket);
    const ended = serveClient(db, socket, inbox, address.token, options.idleMs)
      // Whatever went wrong with one client is its own: the answer could not be delivered either.
      .catch(() => {})
      .finally(() => {
        socket.destroy();
        served.delete(socket);
      });
    served.set(socket, ended);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(address.socket, resolve);
  });
  return {
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      const ended = [...served.values()];
      for (const socket of served.keys()) socket.destroy();
      await Promise.all([closed, ...ended]);
    },
  };
}

async function serveClient(
  db: Kysely<Tables>,
  socket: Socket,
  inbox: Inbox,
  token: string,
  idleMs: number,
): Promise<void> {
  const hello = await inbox.next(idleMs);
  if (hello?.type !== 'hello' || hello.token !== token) return;
  if (hello.protocol !== LEASE_PROTOCOL) {
    socket.end();
    return sendMessage(socket, { type: 'refused', reason: 'another version of Tierbook has the data folder open' });
  }
  sendMessage(socket, { type: 'done' });
  for (;;) {
    const request = await inbox.next();
    if (request?.type !== 'lease') return;
    const released = await db.connection().execute((session) => serveLease(session, socket, inbox, idleMs));
    if (!released) return;
    sendMessage(socket, { type: 'done' });
  }
}

/** Does what the client asks until it gives the connection back (true), goes away or falls silent (false). */
async function serveLease(session: Kysely<Tables>, socket: Socket, inbox: Inbox, idleMs: number): Promise<boolean> {
  let transaction: ControlledTransaction<Tables> | undefined;
  const answer = async (request: LeaseRequest): Promise<LeaseAnswer> => {
    switch (request.type) {
      case 'begin':
        transaction = await session.startTransaction().execute();
        return { type: 'done' };
      case 'commit':
      case 'rollback': {
        const ending = transaction;
        transaction = undefined;
        await ending?.[request.type]().execute();
        return { type: 'done' };
      }
      case 'query': {
        const query = CompiledQuery.raw(request.sql, [...request.parameters]);
        const { rows, numAffectedRows } = await (transaction ?? session).executeQuery(query);
        return { type: 'rows', rows, affected: numAffectedRows };
      }
      case 'hello':
      case 'lease':
      case 'release':
        throw new Error(`Out of turn: ${request.type}.`);
      default:
        return request satisfies never;
    }
  };
  try {
    sendMessage(socket, { type: 'done' });
    for (;;) {
      const request = await inbox.next(idleMs);
      if (request === undefined) return false;
      if (request.type === 'release') return true;
      sendMessage(
        socket,
        await answer(request).catch((error: unknown) => ({ type: 'failed', error: sentError(error) })),
      );
    }
  } finally {
    await transaction?.rollback().execute();
  }
}

/** The requests of one client, in order. */
class Inbox {
  readonly waiting: LeaseRequest[] = [];
  ended = false;
  wake: () => void = () => {};

  constructor(socket: Socket) {
    // The token was checked by then, and only this program's own processes know it.
    onMessage(socket, (message) => {
      this.waiting.push(message as LeaseRequest);
      this.wake();
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      this.ended = true;
      this.wake();
    });
  }

  /** The next request; undefined when the client is gone or, with `idleMs`, silent for so long. */
  async next(idleMs?: number): Promise<LeaseRequest | undefined> {
    let timer: NodeJS.Timeout | undefined;
    const state = { isLate: false };
    while (!this.ended && !state.isLate && this.waiting.length === 0) {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
        if (idleMs === undefined) return;
        timer ??= setTimeout(() => {
          state.isLate = true;
          this.wake();
        }, idleMs);
      });
    }
    clearTimeout(timer);
    return this.ended ? undefined : this.waiting.shift();
  }
}
