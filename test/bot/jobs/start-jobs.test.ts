import { setImmediate as nextTurn } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { followClock } from '../../../bot/local/follow-clock.ts';
import { createMovableClock } from '../../../bot/local/movable-clock.ts';
import { lockWorkspace } from '../../../bot/store/workspaces.ts';
import { importTable } from '../../../bot/use-cases/import-table.ts';
import { type DatabaseKind, openDatabase, type TestDatabase } from '../../support/databases.ts';
import { manualTime } from '../../support/manual-time.ts';
import { NIGHT, regradedDays, TWENTY_CUSTOMERS, twentyCustomers } from '../../support/night.ts';
import { type RunningJobs, runJobs } from '../../support/running-jobs.ts';
import { newContext, type TestContext } from '../../support/workspace.ts';

beforeAll(() => void vi.stubEnv('TZ', NIGHT.timeZone));
afterAll(() => void vi.unstubAllEnvs());

let database: TestDatabase;
let started: RunningJobs[];

function withDatabase(kind: DatabaseKind): void {
  beforeEach(async () => {
    started = [];
    database = await openDatabase(kind);
  });
  afterEach(async () => {
    for (const jobs of started) await jobs.stop();
    await database.close();
  });
}

async function start(context: Pick<TestContext, 'clock'>): Promise<RunningJobs> {
  const jobs = await runJobs(database, context);
  started.push(jobs);
  return jobs;
}

describe.each(['pglite', 'postgres'] as const)('the jobs (%s)', (kind) => {
  withDatabase(kind);

  test('do at their start what was missed, and nothing after a restart', async () => {
    const context = await twentyCustomers(database.db);
    const first = await start(context);
    await first.stop();
    expect(first.ended).toEqual([]);
    context.clock.set('2026-03-09T12:00:00Z');
    const jobs = await start(context);
    await jobs.ends(1);
    await jobs.stop();
    const again = await start(context);
    await again.stop();
    expect([...jobs.ended, ...again.ended]).toEqual(['regrade done']);
    expect(await regradedDays(context)).toEqual(['2026-03-09']);
  });

  test('try again what fails, give it up in the end, and come to the next night all the same', async () => {
    const context = await twentyCustomers(database.db);
    context.clock.set('2026-03-06T12:00:00Z');
    await sql`alter table grading_run add constraint broken check (graded_at < '2026-03-06')`.execute(database.db);
    const jobs = await start(context);
    await jobs.ends(1);
    // as if it had been tried eight times, and its time had come again
    const lastTry = sql`
      update pgboss.job set retry_limit = retry_count + 1, start_after = now()
      where name = 'regrade' and state = 'retry' returning id`;
    while ((await lastTry.execute(database.db)).rows.length === 0);
    await jobs.ends(3);
    expect(jobs.ended).toEqual(['regrade failed', 'regrade failed', 'regrade given-up']);
    await jobs.stop();
    await sql`alter table grading_run drop constraint broken`.execute(database.db);
    const sameNight = await start(context);
    await sameNight.stop();
    expect(sameNight.ended).toEqual([]);
    context.clock.set('2026-03-07T12:00:00Z');
    const nextNight = await start(context);
    await nextNight.ends(1);
    expect(await regradedDays(context)).toEqual(['2026-03-07']);
  });
});

describe('several processes on one PostgreSQL', () => {
  withDatabase('postgres');

  test('share the work', async () => {
    const contexts = [await twentyCustomers(database.db), await twentyCustomers(database.db)];
    for (const { clock } of contexts) clock.set('2026-03-06T12:00:00Z');
    await Promise.all(contexts.map((context) => start(context)));
    const ended = () => started.flatMap((jobs) => jobs.ended);
    while (ended().length < 2) await nextTurn();
    for (const jobs of started) await jobs.stop();
    expect(ended()).toEqual(['regrade done', 'regrade done']);
    for (const context of contexts) expect(await regradedDays(context)).toEqual(['2026-03-06']);
  });

  test('grade once when one was taken for dead while it still works, and another takes its job', async () => {
    const { db } = database;
    const context = await twentyCustomers(db);
    context.clock.set('2026-03-06T12:00:00Z');
    const { promise: letGo, resolve: release } = Promise.withResolvers<void>();
    const { promise: isHeld, resolve: held } = Promise.withResolvers<void>();
    const holding = db.transaction().execute(async (trx) => {
      await lockWorkspace(trx, context.actor.workspaceId);
      held();
      await letGo;
    });
    await isHeld;
    const slow = await start(context);
    const activeTry = async () => {
      const { rows } = await sql<{ tries: number }>`
        select retry_count as tries from pgboss.job where state = 'active'`.execute(db);
      return rows[0]?.tries;
    };
    while ((await activeTry()) !== 0);
    const past = sql`interval '15 minutes'`;
    await sql`update pgboss.job set heartbeat_on = heartbeat_on - ${past}`.execute(db);
    await sql`update pgboss.queue set monitor_claim_on = monitor_claim_on - ${past}, monitor_on = null`.execute(db);
    const other = await start(context);
    while ((await activeTry()) !== 1) {
      await sql`update pgboss.job set start_after = now() where state = 'retry'`.execute(db);
    }
    release();
    await holding;
    await Promise.all([slow.ends(1), other.ends(1)]);
    await slow.stop();
    await other.stop();
    expect([...slow.ended, ...other.ended].toSorted()).toEqual(['regrade done', 'regrade not-needed']);
    expect(await regradedDays(context)).toEqual(['2026-03-06']);
    const { rows } = await sql`select state, retry_count from pgboss.job where name = 'regrade'`.execute(db);
    expect(rows).toEqual([{ state: 'completed', retry_count: 1 }]);
  });
});

describe('in the local workspace', () => {
  withDatabase('pglite');

  test('moving time by a week grades once, a week that plays has its nights, and going back counts them anew', async () => {
    const machine = manualTime(Date.UTC(2026, 2, 5, 8));
    const clock = createMovableClock(machine);
    const context = { ...(await newContext(database.db)), clock };
    await importTable(context, TWENTY_CUSTOMERS);
    const follow = (look: () => void) => followClock(clock, look, machine);
    // Only being told of a job is quick enough here.
    const jobs = await runJobs(database, { clock, followClock: follow, pollingSeconds: 600 });
    started.push(jobs);
    clock.set(Date.UTC(2026, 2, 12, 8));
    await jobs.ends(1);
    expect(await regradedDays(context)).toEqual(['2026-03-12']);
    clock.play();
    for (let second = 1; second <= 60; second += 1) {
      machine.advance(1000);
      const hours = 9 + second * 2.8;
      await jobs.ends(1 + Math.floor((hours - 3) / 24));
    }
    expect(await regradedDays(context)).toHaveLength(8);
    clock.reset();
    clock.set(Date.UTC(2026, 2, 6, 8));
    await jobs.ends(9);
    expect(await regradedDays(context)).toContain('2026-03-06');
    expect(jobs.ended).toEqual(Array.from({ length: 9 }, () => 'regrade done'));
  });
});
