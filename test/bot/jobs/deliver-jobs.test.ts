import { setImmediate as nextTurn } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { plainMessage } from '../../../bot/blocks/rich-text.ts';
import { type Clock, systemClock } from '../../../bot/clock.ts';
import { dailyList } from '../../../bot/jobs/daily-list.ts';
import type { DeliveryKind } from '../../../bot/jobs/delivery-kind.ts';
import { postingClock } from '../../../bot/jobs/posting-clock.ts';
import { followClock } from '../../../bot/local/follow-clock.ts';
import { createMovableClock } from '../../../bot/local/movable-clock.ts';
import { type SlackServer, startSlackServer } from '../../../bot/local/slack-server.ts';
import { saveMember } from '../../../bot/store/members.ts';
import { addWorkspace } from '../../../bot/store/workspaces.ts';
import { type DatabaseKind, openDatabase, type TestDatabase } from '../../support/databases.ts';
import { giveCustomer } from '../../support/give-customer.ts';
import { manualTime } from '../../support/manual-time.ts';
import { type RunningJobs, runJobs } from '../../support/running-jobs.ts';
import { testKind } from '../../support/test-kind.ts';
import { virtualClock } from '../../support/virtual-clock.ts';

const WORKSPACE = 'T0QUEUED';
const AT = '2026-03-06T08:30:00Z';
const DUE = Array.from({ length: 50 }, (_, index) => ({
  target: ['U0ANNA', 'U0LEI', 'U0SAM', 'C0SALES'][index % 4] ?? '',
  subject: `m${index}`,
  at: AT,
}));

let database: TestDatabase;
let slack: SlackServer;
let started: RunningJobs[];

function onDatabase(kind: DatabaseKind): void {
  beforeEach(async () => {
    started = [];
    database = await openDatabase(kind);
    slack = await startSlackServer();
    await addWorkspace(database.db, WORKSPACE, new Date('2026-03-01T00:00:00Z'));
  });
  afterEach(async () => {
    for (const jobs of started) await jobs.stop();
    await slack.stop();
    await database.close();
  });
}

function deliveriesOf(kinds: readonly DeliveryKind[], clock: Clock) {
  const { apiUrl, appToken, botToken } = slack;
  const connection = { mode: 'socket', apiUrl, appToken, botToken } as const;
  const isVirtual = 'wait' in clock;
  return {
    workspaceId: WORKSPACE,
    connection,
    kinds,
    postingClock: isVirtual ? virtualClock(AT) : postingClock(systemClock),
  };
}

async function start(): Promise<RunningJobs> {
  const clock = virtualClock(AT);
  const jobs = await runJobs(database, { clock, regrade: null, deliveries: deliveriesOf([testKind(DUE)], clock) });
  started.push(jobs);
  return jobs;
}

const posted = () => slack.workspace.messages.filter(({ metadata }) => metadata !== undefined).map(({ text }) => text);
const allDue = DUE.map(({ subject }) => `message ${subject}`).toSorted();

async function allPosted(): Promise<void> {
  while (posted().length < DUE.length) await nextTurn();
}

/** How many jobs of messages the queue holds in each state. */
async function jobStates(): Promise<Record<string, number>> {
  const { rows } = await sql<{ state: string; count: number }>`
    select state, count(*)::int as count from pgboss.job where name like 'deliver/%' group by state`.execute(
    database.db,
  );
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

describe.each(['pglite', 'postgres'] as const)('messages through the queue (%s)', (kind) => {
  onDatabase(kind);

  test('are all posted once, and nothing after a restart', async () => {
    const jobs = await start();
    await allPosted();
    await jobs.stop();
    const again = await start();
    await again.stop();
    expect(posted().toSorted()).toEqual(allDue);
    expect(jobs.came).toEqual(Array.from(DUE, () => 'test sent'));
    expect(await jobStates()).toEqual(kind === 'pglite' ? {} : { completed: DUE.length });
  });

  test('get their rows and jobs in one transaction', async () => {
    await sql`
      create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no jobs'; end $$`.execute(
      database.db,
    );
    const setUp = await runJobs(database, {
      clock: virtualClock('2026-03-06T08:00:00Z'),
      regrade: null,
      deliveries: deliveriesOf([], virtualClock(AT)),
    });
    await setUp.stop();
    await sql`create trigger refuse before insert on pgboss.job for each row execute function refuse()`.execute(
      database.db,
    );
    const jobs = await start();
    expect(jobs.isWell()).toBe(false);
    await jobs.stop();
    expect(await database.db.selectFrom('delivery').selectAll().execute()).toEqual([]);
  });
});

describe('while the queue stands still', () => {
  onDatabase('postgres');

  test('no second job is made for a message whose first one still waits', async () => {
    slack.failNext('chat.postMessage', { hang: true, times: DUE.length });
    const clock = virtualClock(AT);
    let look: () => void = () => undefined;
    const jobs = await runJobs(database, {
      clock,
      regrade: null,
      deliveries: deliveriesOf([testKind(DUE)], clock),
      followClock(told) {
        look = told;
        return () => undefined;
      },
    });
    started.push(jobs);
    const unqueued = async () => {
      const { rows } = await sql<{ count: number }>`
        select count(*)::int as count from delivery where state = 'pending' and queued_at is null`.execute(database.db);
      return rows[0]?.count;
    };
    // As after the half hour in which a job should have been done.
    await sql`update delivery set queued_at = null`.execute(database.db);
    look();
    await expect.poll(unqueued).toBe(0);
    const { rows } = await sql<{ waiting: number; messages: number }>`
      select count(*)::int as waiting, count(distinct data)::int as messages from pgboss.job
      where name like 'deliver/%' and state = 'created'`.execute(database.db);
    expect(rows[0]?.messages).toBeGreaterThan(20);
    expect(rows[0]?.waiting).toBe(rows[0]?.messages);
  });
});

describe('several processes on one PostgreSQL', () => {
  onDatabase('postgres');

  test('post each message once between them', async () => {
    await Promise.all([start(), start(), start()]);
    await allPosted();
    for (const jobs of started) await jobs.stop();
    expect(posted().toSorted()).toEqual(allDue);
    expect(started.flatMap(({ came }) => came)).toEqual(Array.from(DUE, () => 'test sent'));
    const { rows } = await sql<{ gap: number }>`
      select min(gap)::float8 as gap from (
        select extract(epoch from sending_at - lag(sending_at) over (partition by channel order by sending_at)) as gap
        from delivery) as gaps`.execute(database.db);
    expect(rows[0]?.gap).toBeGreaterThanOrEqual(1);
  });
});

describe('in the local workspace', () => {
  onDatabase('pglite');

  test('moving time to a working day’s half past eight brings the list, and again after time was put back', async () => {
    const machine = manualTime(Date.UTC(2026, 2, 5, 12));
    const clock = createMovableClock(machine);
    const { id } = await saveMember(
      database.db,
      WORKSPACE,
      { slackUserId: 'U0ANNA', timeZone: 'Europe/Berlin' },
      false,
      clock.now(),
    );
    await giveCustomer(database.db, WORKSPACE, id);
    const list = dailyList(async (_context, { localDate }) => ({ message: plainMessage(`list of ${localDate}`) }));
    const jobs = await runJobs(database, {
      clock,
      regrade: null,
      deliveries: deliveriesOf([list], clock),
      followClock: (look) => followClock(clock, look, machine),
    });
    started.push(jobs);
    expect(posted()).toEqual([]);
    const posts = async (count: number) => expect.poll(() => posted().length).toBe(count);
    clock.set(Date.UTC(2026, 2, 6, 7, 30));
    await posts(1);
    clock.set(Date.UTC(2026, 2, 7, 7, 30));
    clock.set(Date.UTC(2026, 2, 9, 7, 30));
    await posts(2);
    clock.reset();
    clock.set(Date.UTC(2026, 2, 6, 7, 31));
    await posts(3);
    expect(posted()).toEqual(['list of 2026-03-06', 'list of 2026-03-09', 'list of 2026-03-06']);
    clock.set(Date.UTC(2026, 2, 8, 12));
    clock.play();
    for (let second = 1; second <= 60; second += 1) {
      machine.advance(1000);
      const days = Math.floor((12 + second * 2.8 - 7.5) / 24);
      await posts(3 + Math.min(days, 5));
    }
    expect(posted().slice(3)).toEqual(
      [9, 10, 11, 12, 13].map((day) => `list of ${`2026-03-${day}`.replace('-9', '-09')}`),
    );
  });
});
