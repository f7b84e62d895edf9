import { sql } from 'kysely';
import { fromKysely, type PgBoss } from 'pg-boss';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openBoss } from '../../../bot/jobs/open-boss.ts';
import { GIVEN_UP_QUEUE, REGRADE_QUEUE } from '../../../bot/jobs/queues.ts';
import { createLog } from '../../../bot/log.ts';
import { connect } from '../../../bot/store/connect.ts';
import { migrate } from '../../../bot/store/migrate.ts';
import { createPostgresDatabase, openDatabase, type TestDatabase } from '../../support/databases.ts';

const LOG = createLog('silent');

function open({ queue }: Pick<TestDatabase, 'queue'>): Promise<PgBoss> {
  if (queue === null) throw new Error('This database is another process’s.');
  return openBoss(queue, LOG);
}

describe.each(['pglite', 'postgres'] as const)('the queue (%s)', (kind) => {
  let database: TestDatabase;
  let boss: PgBoss;
  beforeEach(async () => {
    database = await openDatabase(kind);
    boss = await open(database);
  });
  afterEach(async () => {
    await boss.stop();
    await database.close();
  });

  test('is set up again and again, also by two at once', async () => {
    const other = await open(database);
    expect((await other.getQueues()).map(({ name }) => name).toSorted()).toEqual([GIVEN_UP_QUEUE, REGRADE_QUEUE]);
    await other.stop();
  });

  test('takes a job within a transaction, and loses it when that is rolled back', async () => {
    const send = (id: string, isKept: boolean) =>
      database.db
        .transaction()
        .execute(async (trx) => {
          await boss.send(REGRADE_QUEUE, { id }, { db: fromKysely(trx) });
          if (!isKept) throw new Error('never mind');
        })
        .catch(() => undefined);
    await send('kept', true);
    await send('lost', false);
    const jobs = await boss.findJobs(REGRADE_QUEUE);
    expect(jobs.map(({ data }) => data)).toEqual([{ id: 'kept' }]);
  });

  test('does not get into a transaction that is open, whose end would be its own', async () => {
    let sent: Promise<unknown> | undefined;
    const rolledBack = database.db.transaction().execute(async (trx) => {
      await sql`select 1`.execute(trx);
      sent = boss.send(REGRADE_QUEUE, {});
      await sql`select 1`.execute(trx);
      throw new Error('never mind');
    });
    await expect(rolledBack).rejects.toThrow('never mind');
    expect(await sent).toEqual(expect.any(String));
    expect(await boss.findJobs(REGRADE_QUEUE)).toHaveLength(1);
  });

  test('wakes a worker as soon as the transaction that sent a job is committed, however seldom it asks', async () => {
    const { promise: done, resolve } = Promise.withResolvers<unknown>();
    const seldom = { pollingIntervalSeconds: 600, notifyPollingIntervalSeconds: 600 };
    await boss.work(REGRADE_QUEUE, seldom, async ([job]) => resolve(job?.data));
    await sql`select 1`.execute(database.db);
    await database.db.transaction().execute((trx) => boss.send(REGRADE_QUEUE, { n: 1 }, { db: fromKysely(trx) }));
    expect(await done).toEqual({ n: 1 });
  });
});

test('a process that takes over the data folder does at once what the last one had under way or put off', async () => {
  const database = await openDatabase('pglite');
  const first = await open(database);
  for (const n of [1, 2]) await first.send(REGRADE_QUEUE, { n });
  const [one] = await first.fetch(REGRADE_QUEUE);
  const [two] = await first.fetch(REGRADE_QUEUE);
  await first.fail(REGRADE_QUEUE, two?.id ?? '');
  expect(await first.fetch(REGRADE_QUEUE)).toEqual([]);
  await first.stop();
  const next = await open(database);
  const jobs = await next.fetch(REGRADE_QUEUE, { batchSize: 2 });
  expect(jobs.map(({ id, retryCount }) => `${id} ${retryCount}`).toSorted()).toEqual(
    [`${one?.id} 1`, `${two?.id} 1`].toSorted(),
  );
  await next.stop();
  await database.close();
});

describe('on a PostgreSQL where Tierbook may not create schemas', () => {
  test.each([
    ['that was made for it', true, 'works in the schema'],
    ['that nobody made', false, 'says what the database says'],
  ])('in a schema %s (%s) it %s', async (_, isMade) => {
    const database = await createPostgresDatabase();
    const owner = await connect({ databaseUrl: database.url, dataDir: '' });
    await migrate(owner.db);
    const url = new URL(database.url);
    const user = `guest_${url.pathname.slice(6, 20)}`;
    await sql.raw(`create role ${user} login password 'guest'`).execute(owner.db);
    if (isMade) await sql.raw(`create schema pgboss authorization ${user}`).execute(owner.db);
    url.username = user;
    url.password = 'guest';
    const guest = await connect({ databaseUrl: url.href, dataDir: '' });
    const opened = open(guest);
    if (isMade) await (await opened).stop();
    else await expect(opened).rejects.toThrow('permission denied');
    await guest.close();
    await sql.raw(`drop owned by ${user}`).execute(owner.db);
    await sql.raw(`drop role ${user}`).execute(owner.db);
    await owner.close();
    await database.drop();
  });
});
