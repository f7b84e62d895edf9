import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { REGRADE_JOB, regradeAtNight, sendDueRegrades } from '../../../bot/jobs/nightly-regrade.ts';
import { runJob } from '../../../bot/jobs/run-job.ts';
import { followClock } from '../../../bot/local/follow-clock.ts';
import { createMovableClock } from '../../../bot/local/movable-clock.ts';
import { createLog } from '../../../bot/log.ts';
import { lockWorkspace } from '../../../bot/store/workspaces.ts';
import { gradeCustomers } from '../../../bot/use-cases/grade-customers.ts';
import { importTable } from '../../../bot/use-cases/import-table.ts';
import { listOverrides, setOverride } from '../../../bot/use-cases/override-tier.ts';
import type { CalendarDate } from '../../../core/calendar-date.ts';
import { openDatabase, type TestDatabase } from '../../support/databases.ts';
import { manualTime } from '../../support/manual-time.ts';
import { NIGHT, type RunningJobs, runJobs } from '../../support/running-jobs.ts';
import { tableOf } from '../../support/table-reading.ts';
import { contentsOf, newContext, type TestContext } from '../../support/workspace.ts';

const CUSTOMERS = tableOf(
  ...Array.from({ length: 20 }, (_, index) => ({
    key: String(index),
    name: `Customer ${index}`,
    salesAmount: 100 * (index + 1),
    paymentCollection: 0.9,
  })),
);

// The machine's days are those by which nights are counted.
beforeAll(() => void vi.stubEnv('TZ', NIGHT.timeZone));
afterAll(() => void vi.unstubAllEnvs());

/** 20 customers imported on 5 March. */
async function filledWorkspace(database: TestDatabase): Promise<TestContext> {
  const context = await newContext(database.db);
  await importTable(context, CUSTOMERS);
  return context;
}

interface Regraded {
  readonly at: string;
  readonly member_id: null;
  readonly detail: { readonly startedBy: string; readonly asOf: string; readonly stages: readonly object[] };
}

/** Every grading of everybody, as the audit trail has it. */
async function regrades(context: TestContext): Promise<Regraded[]> {
  const { audit_event: events = [] } = await contentsOf(context, ['audit_event']);
  const regraded = (events as (Regraded & { action: string })[]).filter(({ action }) => action === 'regraded');
  return regraded.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

const days = async (context: TestContext) => (await regrades(context)).map(({ detail }) => detail.asOf);

describe.each(['pglite', 'postgres'] as const)('every night everybody is graded again (%s)', (kind) => {
  let database: TestDatabase;
  let running: RunningJobs[];

  beforeEach(async () => {
    database = await openDatabase(kind);
    running = [];
  });
  afterEach(async () => {
    for (const jobs of running) await jobs.stop();
    await database.close();
  });

  async function start(context: Pick<TestContext, 'clock'>, parts: Parameters<typeof runJobs>[1] = context) {
    const jobs = await runJobs(database, parts);
    running.push(jobs);
    return jobs;
  }

  test('after a night that was missed at once, by the system, and not again after a restart', async () => {
    const context = await filledWorkspace(database);
    context.clock.set('2026-03-06T12:00:00Z');
    const jobs = await start(context);
    await jobs.ends(1);
    expect(jobs.ended).toEqual(['regrade done']);
    const [night, ...others] = await regrades(context);
    expect(others).toEqual([]);
    expect(night).toMatchObject({
      member_id: null,
      detail: {
        startedBy: 'night',
        asOf: '2026-03-06',
        stages: [{ stage: 'customer', changed: 0, causes: {}, expired: 0, counts: { statuses: { graded: 20 } } }],
      },
    });
    await jobs.stop();
    const { db, clock } = context;
    const sent: unknown[] = [];
    await sendDueRegrades({ send: async (...job) => String(sent.push(job)) }, { db, clock }, NIGHT);
    expect(sent).toEqual([]);
  });

  test('only the latest night counts after a stop of weeks; before the first one there is nothing to do', async () => {
    const context = await filledWorkspace(database);
    const first = await start(context);
    await first.stop();
    context.clock.set('2026-03-29T00:59:00Z');
    const jobs = await start(context);
    await jobs.ends(1);
    expect(await days(context)).toEqual(['2026-03-29']);
  });

  test('neither a night in which clocks change nor one sent twice is lost or doubled', async () => {
    const context = await filledWorkspace(database);
    const time = { time: '02:30', timeZone: 'Europe/Berlin' };
    for (const [from, nights] of [
      ['2026-03-28T00:00:00Z', 3],
      ['2026-10-24T00:00:00Z', 3],
    ] as const) {
      const before = (await days(context)).length;
      const sent = new Map<string, unknown>();
      for (let minutes = 0; minutes < nights * 1440; minutes += 30) {
        context.clock.set(new Date(Date.parse(from) + minutes * 60_000).toISOString());
        const due: unknown[] = [];
        const boss = { send: async (...job: readonly unknown[]) => String(due.push(job)) };
        await sendDueRegrades(boss, context, time);
        await sendDueRegrades(boss, context, time);
        for (const job of due as [string, object, { id: string }][]) {
          sent.set(job[2].id, job);
          const signal = new AbortController().signal;
          await regradeAtNight({ ...context, log: createLog('silent'), signal }, REGRADE_JOB.parse(job[1]));
        }
      }
      expect((await days(context)).length - before).toBe(nights + 1);
      expect(sent.size).toBe(nights + 1);
    }
  });

  test('a command that graded everybody since counts for the night, an import or ages of another day do not', async () => {
    const context = await filledWorkspace(database);
    const sent: unknown[] = [];
    const boss = { send: async (...job: readonly unknown[]) => String(sent.push(job)) };
    context.clock.set('2026-03-06T12:00:00Z');
    await importTable(context, tableOf({ key: '0', salesAmount: 5 }));
    await gradeCustomers(context, { asOf: '2026-03-05' as CalendarDate });
    await sendDueRegrades(boss, context, NIGHT);
    expect(sent).toHaveLength(1);
    await gradeCustomers(context);
    await sendDueRegrades(boss, context, NIGHT);
    expect(sent).toHaveLength(1);
    expect((await regrades(context)).map(({ detail }) => detail.startedBy)).toEqual(['command', 'command']);
  });

  test('overrides fall away after their last day, are listed, counted and put down as what moved the customer', async () => {
    const context = await filledWorkspace(database);
    const { customer } = await contentsOf(context, ['customer']);
    const { id: customerId } = (customer as { id: string; key: string }[]).find(({ key }) => key === '0') ?? { id: '' };
    await setOverride(context, {
      customerId,
      tier: 'A',
      reason: 'reference customer',
      expiresOn: '2026-03-07' as CalendarDate,
    });
    const nightOf = async (now: string) => {
      context.clock.set(now);
      const jobs = await start(context);
      await jobs.ends(1);
      await jobs.stop();
    };
    await nightOf('2026-03-07T02:00:00Z');
    expect(await listOverrides(context)).toHaveLength(1);
    await nightOf('2026-03-08T02:00:00Z');
    expect(await listOverrides(context)).toEqual([]);
    expect(await listOverrides(context, 30)).toMatchObject([{ customerId, endReason: 'expired' }]);
    const [, night] = await regrades(context);
    expect(night?.detail.stages).toMatchObject([{ expired: 1, changed: 1, causes: { 'override-ended': 1 } }]);
    expect(JSON.stringify(night)).not.toContain('reference');
  });

  test('two processes that share the database, and two jobs of one night, grade once', async () => {
    const context = await filledWorkspace(database);
    context.clock.set('2026-03-06T12:00:00Z');
    const { db, clock, actor } = context;
    const data = {
      workspaceId: actor.workspaceId,
      dueAt: new Date('2026-03-06T02:00:00Z'),
      dueOn: '2026-03-06' as CalendarDate,
    };
    const running = { db, clock, log: createLog('silent'), signal: new AbortController().signal };
    const outcomes = await Promise.all([regradeAtNight(running, data), regradeAtNight(running, data)]);
    expect(outcomes.toSorted()).toEqual(['done', 'not-needed']);
    expect(await days(context)).toEqual(['2026-03-06']);
    if (kind === 'pglite') return;
    context.clock.set('2026-03-07T12:00:00Z');
    const [one, other] = await Promise.all([start(context), start(context)]);
    await Promise.race([one.ends(1), other.ends(1)]);
    await one.stop();
    await other.stop();
    expect([...one.ended, ...other.ended]).toEqual(['regrade done']);
    expect(await days(context)).toEqual(['2026-03-06', '2026-03-07']);
  });

  test('an import at the same moment waits, or is waited for', async () => {
    const context = await filledWorkspace(database);
    context.clock.set('2026-03-06T12:00:00Z');
    const { db, clock, actor } = context;
    const data = {
      workspaceId: actor.workspaceId,
      dueAt: new Date('2026-03-06T02:00:00Z'),
      dueOn: '2026-03-06' as CalendarDate,
    };
    const running = { db, clock, log: createLog('silent'), signal: new AbortController().signal };
    const more = tableOf(...Array.from({ length: 10 }, (_, index) => ({ name: `New ${index}`, salesAmount: index })));
    await Promise.all([importTable(context, more), regradeAtNight(running, data), importTable(context, CUSTOMERS)]);
    const { grade = [], grading_run: runs = [] } = await contentsOf(context, ['grade', 'grading_run']);
    expect(grade).toHaveLength(30);
    const counted = (runs as { counts: { statuses: { graded: number } } }[]).map(
      ({ counts }) => counts.statuses.graded,
    );
    expect(Math.max(...counted)).toBe(30);
    expect(await days(context)).toEqual(['2026-03-06']);
  });

  test('a job that fails is tried again, then given up, and the next night comes all the same', async () => {
    const context = await filledWorkspace(database);
    context.clock.set('2026-03-06T12:00:00Z');
    await sql`alter table grading_run add constraint broken check (graded_at < '2026-03-06')`.execute(database.db);
    const jobs = await start(context);
    await jobs.ends(1);
    expect(jobs.ended).toEqual(['regrade failed']);
    expect(await regrades(context)).toEqual([]);
    // as if its time had come, eight times
    const state = async () => {
      const { rows } = await sql<{ state: string }>`
        update pgboss.job set retry_limit = retry_count + 1, start_after = now()
        where name = 'regrade' and state = 'retry' returning state`.execute(database.db);
      return rows.length;
    };
    while ((await state()) === 0);
    await jobs.ends(3);
    expect(jobs.ended).toEqual(['regrade failed', 'regrade failed', 'regrade given-up']);
    await jobs.stop();
    await sql`alter table grading_run drop constraint broken`.execute(database.db);
    const again = await start(context);
    await again.stop();
    expect(again.ended).toEqual([]);
    context.clock.set('2026-03-07T12:00:00Z');
    const next = await start(context);
    await next.ends(1);
    expect(next.ended).toEqual(['regrade done']);
    expect(await days(context)).toEqual(['2026-03-07']);
  });

  test('a job whose data nobody understands fails, and says nothing of what the database stores', async () => {
    const ended: string[] = [];
    const counts = { jobEnded: (queue: string, outcome: string) => void ended.push(`${queue} ${outcome}`) };
    const signal = new AbortController().signal;
    const job = { name: 'regrade', retryCount: 0, data: { workspaceId: 'T1', dueAt: 'tomorrow' } };
    const failed = runJob({ log: createLog('silent'), counts, signal }, job, REGRADE_JOB, async () => {
      throw new Error('not reached');
    });
    await expect(failed).rejects.toThrow('dueAt');
    expect(ended).toEqual(['regrade failed']);
  });

  test('a stop cuts a grading off, which then starts again from the beginning', async () => {
    const context = await filledWorkspace(database);
    context.clock.set('2026-03-06T12:00:00Z');
    const before = await contentsOf(context);
    const stopping = new AbortController();
    const { db, clock, actor } = context;
    const data = {
      workspaceId: actor.workspaceId,
      dueAt: new Date('2026-03-06T02:00:00Z'),
      dueOn: '2026-03-06' as CalendarDate,
    };
    const log = createLog('silent');
    const seen = { now: clock.now };
    // The clock is asked when the grading has begun.
    let asked = 0;
    const watched = {
      now: () => {
        asked += 1;
        if (asked === 3) stopping.abort(new Error('stopping'));
        return seen.now();
      },
    };
    await expect(regradeAtNight({ db, clock: watched, log, signal: stopping.signal }, data)).rejects.toThrow(
      'stopping',
    );
    expect(await contentsOf(context)).toEqual(before);
    expect(await regrades(context)).toEqual([]);
    expect(await regradeAtNight({ db, clock, log, signal: new AbortController().signal }, data)).toBe('done');
  });
});

test('a process that was taken for dead while it still works, and the one that takes its job, grade once', async () => {
  const database = await openDatabase('postgres');
  const { db } = database;
  const context = await filledWorkspace(database);
  context.clock.set('2026-03-06T12:00:00Z');
  const { promise: letGo, resolve: release } = Promise.withResolvers<void>();
  const { promise: isHeld, resolve: held } = Promise.withResolvers<void>();
  const holding = db.transaction().execute(async (trx) => {
    await lockWorkspace(trx, context.actor.workspaceId);
    held();
    await letGo;
  });
  await isHeld;
  const slow = await runJobs(database, context);
  const active = async () => {
    const { rows } = await sql<{ retries: number }>`
      select retry_count as retries from pgboss.job where state = 'active'`.execute(db);
    return rows[0]?.retries;
  };
  while ((await active()) !== 0);
  const past = sql`interval '15 minutes'`;
  await sql`update pgboss.job set heartbeat_on = heartbeat_on - ${past}`.execute(db);
  await sql`update pgboss.queue set monitor_claim_on = monitor_claim_on - ${past}, monitor_on = null`.execute(db);
  const other = await runJobs(database, context);
  while ((await active()) !== 1) await sql`update pgboss.job set start_after = now() where state = 'retry'`.execute(db);
  release();
  await holding;
  await slow.ends(1);
  await other.ends(1);
  expect([...slow.ended, ...other.ended].toSorted()).toEqual(['regrade done', 'regrade not-needed']);
  expect(await days(context)).toEqual(['2026-03-06']);
  await slow.stop();
  await other.stop();
  const { rows } = await sql`select state, retry_count from pgboss.job where name = 'regrade'`.execute(db);
  expect(rows).toEqual([{ state: 'completed', retry_count: 1 }]);
  await database.close();
});

describe('in the local workspace', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await openDatabase('pglite');
  });
  afterEach(() => database.close());

  test('moving time by a week grades once; a week that plays has its nights; going back and on again grades anew', async () => {
    const machine = manualTime(Date.UTC(2026, 2, 5, 8));
    const clock = createMovableClock(machine);
    const context = { ...(await newContext(database.db)), clock: { ...clock, set: () => undefined } };
    await importTable(context, CUSTOMERS);
    const follow = (look: () => void) => followClock(clock, look, machine);
    const jobs = await runJobs(database, { clock, followClock: follow, pollingSeconds: 600 });
    clock.set(Date.UTC(2026, 2, 12, 8));
    await jobs.ends(1);
    expect(await days(context)).toEqual(['2026-03-12']);
    clock.play();
    for (let second = 1; second <= 60; second += 1) {
      const nights = Math.floor((second * 2.8 + 5) / 24);
      machine.advance(1000);
      await jobs.ends(Math.min(1 + nights, 8));
    }
    expect((await days(context)).length).toBe(8);
    clock.reset();
    clock.set(Date.UTC(2026, 2, 6, 8));
    await jobs.ends(9);
    expect(await days(context)).toContain('2026-03-06');
    await jobs.stop();
    expect(jobs.ended).toEqual(Array.from({ length: 9 }, () => 'regrade done'));
  });
});
