import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import * as fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Connection } from '../../../bot/store/connect.ts';
import { connectPglite, type SharingTimes } from '../../../bot/store/connect-pglite.ts';
import { lockFolder } from '../../../bot/store/folder-lock.ts';
import { publishLeaseAddress, readLeaseAddress } from '../../../bot/store/lease-address.ts';

const TIMES: SharingTimes = { answerWithinMs: 30_000, idleMs: 30_000 };
const PROCESS = path.resolve('test/support/folder-process.ts');

let template: string;
let parent: string;
let dataDir: string;
let opened: Connection[];

// The first start takes PGlite seconds, so it is made once and copied.
beforeAll(async () => {
  template = await mkdtemp(path.join(tmpdir(), 'tierbook-folder-'));
  await (await connectPglite(template, TIMES)).close();
});

afterAll(() => rm(template, { recursive: true, force: true }));

beforeEach(async () => {
  parent = await mkdtemp(path.join(tmpdir(), 'tierbook-folder-'));
  dataDir = path.join(parent, 'data');
  await cp(template, dataDir, { recursive: true });
  opened = [];
});

afterEach(async () => {
  for (const connection of opened.toReversed()) await connection.close();
  await rm(parent, { recursive: true, force: true });
});

async function open(times = TIMES, folder = dataDir): Promise<Connection> {
  const connection = await connectPglite(folder, times);
  opened.push(connection);
  return connection;
}

const numbers = async ({ db }: Connection) => {
  const { rows } = await sql<{ number: number }>`select number from t order by number`.execute(db);
  return rows.map((row) => row.number);
};

test('a long transaction lets everybody else have a turn at each of its statements', async () => {
  const { db } = await open();
  let turns = 0;
  let next = setImmediate(function turn() {
    turns += 1;
    next = setImmediate(turn);
  });
  const within = await db.transaction().execute(async (trx) => {
    const before = turns;
    for (let statement = 0; statement < 50; statement += 1) await sql`select 1`.execute(trx);
    return turns - before;
  });
  clearImmediate(next);
  expect(within).toBeGreaterThanOrEqual(50);
});

describe('a second connection to a data folder', () => {
  test('works through the first, with values of every kind', async () => {
    const first = await open();
    const second = await open();
    await sql`create table t (number int, day date, at timestamptz, list text[], json jsonb)`.execute(first.db);
    const at = new Date('2026-03-05T01:02:03.456Z');
    const { numAffectedRows } =
      await sql`insert into t values (1, ${'2026-03-05'}, ${at}, ${['客', 'b']}, ${'{"a":[null]}'})`.execute(second.db);
    expect(numAffectedRows).toBe(1n);
    const { rows } = await sql`select * from t`.execute(second.db);
    expect(rows).toEqual([{ number: 1, day: '2026-03-05', at, list: ['客', 'b'], json: { a: [null] } }]);
    expect((await sql`select * from t`.execute(first.db)).rows).toEqual(rows);
  });

  test('keeps the transactions of both apart', async () => {
    const first = await open();
    const second = await open();
    await sql`create table t (number int)`.execute(first.db);
    const failed = second.db.transaction().execute(async (trx) => {
      await sql`insert into t values (1)`.execute(trx);
      // Asked for while the transaction is open: it must wait, not slip into it and be rolled back with it.
      void sql`insert into t values (2)`.execute(first.db);
      await sql`insert into t values (3)`.execute(trx);
      throw new Error('never mind');
    });
    await expect(failed).rejects.toThrow('never mind');
    expect(await numbers(first)).toEqual([2]);
  });

  test("sees PostgreSQL's own error codes and goes on after an error", async () => {
    const first = await open();
    const second = await open();
    await sql`create table t (number int primary key)`.execute(first.db);
    await sql`insert into t values (1)`.execute(second.db);
    await expect(sql`insert into t values (1)`.execute(second.db)).rejects.toMatchObject({ code: '23505' });
    const aborted = second.db.transaction().execute(async (trx) => {
      await sql`insert into t values (2)`.execute(trx);
      await sql`insert into t values (1)`.execute(trx);
    });
    await expect(aborted).rejects.toMatchObject({ code: '23505', constraint: 't_pkey' });
    expect(await numbers(second)).toEqual([1]);
  });

  test('is told when the first closes, and what it had under way is rolled back', async () => {
    const first = await open();
    const second = await open();
    await sql`create table t (number int)`.execute(first.db);
    const cut = second.db.transaction().execute(async (trx) => {
      await sql`insert into t values (1)`.execute(trx);
      await first.close();
      await sql`insert into t values (2)`.execute(trx);
    });
    await expect(cut).rejects.toMatchObject({ code: 'connection-lost' });
    await expect(sql`select 1`.execute(second.db)).rejects.toMatchObject({ code: 'connection-lost' });
    expect(await numbers(await open())).toEqual([]);
  });

  test('loses the connection, and its transaction, when it falls silent while it has it', async () => {
    const first = await open({ ...TIMES, idleMs: 1000 });
    const second = await open();
    await sql`create table t (number int)`.execute(first.db);
    let waited: Promise<number[]> | undefined;
    const silent = second.db.transaction().execute(async (trx) => {
      await sql`insert into t values (1)`.execute(trx);
      waited = numbers(first);
      await waited;
      await sql`insert into t values (2)`.execute(trx);
    });
    await expect(silent).rejects.toMatchObject({ code: 'connection-lost' });
    expect(await waited).toEqual([]);
  });

  test('goes through a path that is too long for a socket', async () => {
    const long = path.join(parent, '客户'.repeat(20), 'data');
    await mkdir(path.dirname(long));
    await rename(dataDir, long);
    const first = await open(TIMES, long);
    const second = await open(TIMES, long);
    await sql`create table t (number int)`.execute(second.db);
    expect(await numbers(first)).toEqual([]);
    const socket = (await readLeaseAddress(long))?.socket ?? '';
    expect(existsSync(path.dirname(socket))).toBe(true);
    await second.close();
    await first.close();
    expect(existsSync(path.dirname(socket))).toBe(false);
  });

  test.skipIf(process.platform === 'win32')('is not let in by a folder or socket that others may enter', async () => {
    await open();
    const address = await readLeaseAddress(dataDir);
    expect((await stat(path.dirname(address?.socket ?? ''))).mode & 0o077).toBe(0);
  });

  test('is not let in without the token, nor with rubbish', async () => {
    const first = await open();
    const address = await readLeaseAddress(dataDir);
    if (address === undefined) throw new Error('No address.');
    const socket = createConnection(address.socket);
    const closed = new Promise((resolve) => socket.on('close', resolve));
    socket.on('error', () => {});
    socket.write(Buffer.from('ffffffff00', 'hex'));
    await closed;
    await publishLeaseAddress(dataDir, { ...address, token: 'wrong' });
    await expect(open({ ...TIMES, answerWithinMs: 200 })).rejects.toMatchObject({ code: 'folder-in-use' });
    expect((await sql`select 1 as one`.execute(first.db)).rows).toEqual([{ one: 1 }]);
  });
});

describe('a data folder', () => {
  test('of a process that does not answer is a clear error', async () => {
    const lock = lockFolder(dataDir);
    expect(lockFolder(dataDir)).toBeUndefined();
    await expect(open({ ...TIMES, answerWithinMs: 200 })).rejects.toMatchObject({
      code: 'folder-in-use',
      detail: dataDir,
    });
    lock?.release();
    await open();
  });

  test('whose first start was cut short starts afresh', async () => {
    await rm(path.join(dataDir, 'database'), { recursive: true });
    await mkdir(path.join(dataDir, 'database.new', 'base'), { recursive: true });
    const { db } = await open();
    expect((await sql`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }]);
  });

  test('opened by several at once has one owner, and all of them work', async () => {
    const connections = await Promise.all([open(), open(), open(), open()]);
    await sql`create table t (number int)`.execute((await open()).db);
    await Promise.all(connections.map(({ db }, number) => sql`insert into t values (${number})`.execute(db)));
    expect(await numbers(await open())).toEqual([0, 1, 2, 3]);
  });

  test('stays whole when processes that share it are killed at any moment', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(0, 1), fc.nat(12), fc.nat(3), async (victim, afterPairs, delayTurns) => {
        const writers = [start('first'), start('second')] as const;
        await Promise.all(writers.map((writer) => writer.reached('open')));
        await writers[victim].reached(String(1 + afterPairs));
        for (let turn = 0; turn < delayTurns; turn++) await new Promise((resolve) => setImmediate(resolve));
        writers[victim].child.kill('SIGKILL');
        await writers[victim].ended;
        writers[1 - victim]?.child.kill('SIGKILL');
        await writers[1 - victim]?.ended;

        const connection = await connectPglite(dataDir, TIMES);
        const { rows } = await sql<{ writer: string; number: number; halves: number }>`
          select writer, number, count(*) as halves from pair group by writer, number`.execute(connection.db);
        expect(rows.filter((row) => row.halves !== 2)).toEqual([]);
        for (const { name, committed } of writers) {
          const kept = new Set(rows.filter((row) => row.writer === name).map((row) => row.number));
          expect(committed().filter((number) => !kept.has(number))).toEqual([]);
        }
        await sql`drop table pair`.execute(connection.db);
        await connection.close();
      }),
      { numRuns: 4, seed: 20_260_305 },
    );
  }, 180_000);
});

const nothing = (): void => {};

/** Starts test/support/folder-process.ts. */
function start(name: string) {
  const child: ChildProcessByStdio<Writable, Readable, null> = spawn(process.execPath, [PROCESS, dataDir, name], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const lines: string[] = [];
  let arrived = nothing;
  const input = createInterface({ input: child.stdout });
  input.on('line', (line) => {
    lines.push(line);
    arrived();
  });
  const state = { isOver: false };
  const ended = new Promise<void>((resolve) => {
    child.on('close', () => {
      state.isOver = true;
      arrived();
      resolve();
    });
  });
  const reached = async (line: string) => {
    while (!lines.includes(line) && !state.isOver) await new Promise<void>((resolve) => (arrived = resolve));
  };
  const committed = () => lines.filter((line) => line !== 'open').map(Number);
  return { name, child, ended, reached, committed };
}
