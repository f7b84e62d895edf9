import { setImmediate as nextTurn } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../bot/store/database.ts';
import { migrate } from '../../../bot/store/migrate.ts';
import { addWorkspace } from '../../../bot/store/workspaces.ts';
import type { UseCaseContext } from '../../../bot/use-cases/context.ts';
import { importTable } from '../../../bot/use-cases/import-table.ts';
import { setOverride } from '../../../bot/use-cases/override-tier.ts';
import { showCustomer } from '../../../bot/use-cases/show-customer.ts';
import type { CalendarDate } from '../../../core/calendar-date.ts';
import { type CopiedDatabase, connectTo, newDatabase, withDatabase } from '../../support/copied-databases.ts';
import { type GradeState, readGradeState, readSearchOrder, readTiers } from '../../support/grade-state.ts';
import { RestlessReader } from '../../support/restless-reader.ts';
import { seededRandom } from '../../support/seeded-random.ts';
import { tableOf } from '../../support/table-reading.ts';
import { type WatchedProcess, watchProcess } from '../../support/watched-process.ts';

/** How many processes are killed on each database; `npm run test:kills` makes it hundreds. */
const KILLS = Number(process.env['TIERBOOK_KILLS'] ?? 2);
const SEED = 20_260_306;
const CUSTOMERS = 2000;
const IMPORTED_AT = new Date('2026-03-05T08:00:00Z');
const NIGHT_AT = '2026-03-06T12:00:00Z';
const PATIENCE_MS = 300_000;

/** Where in the run to kill, and how many turns of the event loop after that. */
const random = seededRandom(SEED);
const POINTS = Array.from({ length: KILLS }, (_, number) => ({
  number,
  percent: Math.floor(random() * 100),
  turns: Math.floor(random() * 40),
}));

describe.each(['pglite', 'postgres'] as const)('a grading of everybody whose process is killed (%s)', (kind) => {
  let template: CopiedDatabase;
  let before: Seen;
  let after: Seen;
  let statements: number;

  beforeAll(async () => {
    template = await newDatabase(kind);
    await withDatabase(template.where, fill);
    // Sets the queue up, and finds nothing due yet.
    const day = watchProcess('jobs-process.ts', [template.where, IMPORTED_AT.toISOString()]);
    day.tell('go');
    await day.reached((line) => line === 'started');
    await stop(day);
    before = await withDatabase(template.where, see);
    const undisturbed = await template.copy();
    const night = startNight(undisturbed);
    night.tell('go');
    expect(await night.reached(isEnd)).toBe('regrade done');
    statements = night.lines.indexOf('regrade done') - 1;
    await stop(night);
    after = await withDatabase(undisturbed.where, see);
    await undisturbed.drop();
  }, PATIENCE_MS);
  afterAll(() => template.drop());

  test('would change much: tiers up and down, overrides that end', () => {
    expect(before.state).toMatchObject({ customers: CUSTOMERS, runs: 1, regrades: 0, openOverrides: 5 });
    expect(after.state).toMatchObject({ customers: CUSTOMERS, runs: 2, regrades: 1, openOverrides: 0 });
    expect(after.state.changes['population']).toBeGreaterThan(CUSTOMERS / 4);
    expect(after.state.changes['override-ended']).toBeGreaterThan(0);
    expect(after.state.counts).toEqual(after.state.counted);
    expect(after.tiers).not.toBe(before.tiers);
    expect(after.card).not.toEqual(before.card);
    expect(after.search).not.toEqual(before.search);
    expect(after.search).toMatchObject({ isUpToDate: true });
    expect(statements).toBeGreaterThan(15);
  });

  test.each(POINTS)(
    'is as if it had not begun, and the next process makes up for it: kill $number, $percent % of the way',
    async ({ percent, turns }) => {
      const database = await template.copy();
      const victim = startNight(database);
      const reader = await readAllTheTime(database, victim);
      const point = `statement ${1 + Math.floor((percent / 100) * statements)}`;
      await victim.reached((line) => line === point || isEnd(line));
      for (let turn = 0; turn < turns; turn += 1) await nextTurn();
      victim.kill();
      await makeUpFor(database, victim, reader);
    },
    PATIENCE_MS,
  );

  test(
    'after its commit, before the queue was told, is not done again',
    async () => {
      const database = await template.copy();
      const victim = startNight(database, 'freeze');
      const reader = await readAllTheTime(database, victim);
      expect(await victim.reached(isEnd)).toBe('regrade done');
      victim.kill();
      expect(await makeUpFor(database, victim, reader)).toBe('regrade not-needed');
    },
    PATIENCE_MS,
  );

  async function readAllTheTime({ where }: CopiedDatabase, owner: WatchedProcess): Promise<RestlessReader> {
    await owner.reached((line) => line === 'open');
    const reader = new RestlessReader(await connectTo(where), [
      { read: readGradeState, before: before.state, after: after.state },
      { read: readTiers, before: before.tiers, after: after.tiers },
      { read: readCard, before: before.card, after: after.card },
    ]);
    await reader.seesBefore();
    owner.tell('go');
    return reader;
  }

  /** Lets another process go on, and checks what came of it and what was seen meanwhile; returns how its job ended. */
  async function makeUpFor(database: CopiedDatabase, victim: WatchedProcess, reader: RestlessReader) {
    expect(await victim.ended).toBeNull();
    if (kind === 'postgres') await withDatabase(database.where, letTimePass);
    const next = startNight(database);
    if (kind === 'pglite') {
      await next.reached((line) => line === 'open');
      await reader.moveTo(await connectTo(database.where));
    }
    next.tell('go');
    const ended = next.reached(isEnd);
    if (kind === 'postgres') await withDatabase(database.where, (db) => letRetriesCome(db, ended));
    await ended;
    await reader.seesAll();
    await stop(next);
    expect(reader.mixtures).toEqual([]);
    expect(await withDatabase(database.where, see)).toEqual(after);
    await database.drop();
    return ended;
  }
});

/** Everything that readers look at. */
interface Seen {
  readonly state: GradeState;
  readonly tiers: string;
  readonly card: unknown;
  readonly search: unknown;
}

async function see(db: Database): Promise<Seen> {
  const search = await readSearchOrder(db);
  return { state: await readGradeState(db), tiers: await readTiers(db), card: await readCard(db), search };
}

/** The card of one customer, who is none of those with an override. */
async function readCard(db: Database): Promise<unknown> {
  const { rows } = await sql<{ id: string }>`
    select id from customer where workspace_id = ${WORKSPACE} and key = '1234'`.execute(db);
  const card = await showCustomer(contextOn(db), rows[0]?.id ?? '');
  return { at: card?.grading?.gradedAt, standing: card?.grading?.standing, changes: card?.changes.length };
}

const WORKSPACE = 'TKILLED';

const contextOn = (db: Database): UseCaseContext => ({
  db,
  clock: { now: () => IMPORTED_AT },
  actor: { workspaceId: WORKSPACE, memberId: null, role: 'admin' },
});

const isEnd = (line: string) => line.startsWith('regrade ');

const startNight = ({ where }: CopiedDatabase, ...how: readonly string[]) =>
  watchProcess('jobs-process.ts', [where, NIGHT_AT, ...how]);

async function stop(night: WatchedProcess): Promise<void> {
  night.endInput();
  expect(await night.ended).toBe(0);
}

/** Customers who were imported and have other figures since, five of them with a tier set by hand until today. */
async function fill(db: Database): Promise<void> {
  await migrate(db);
  await addWorkspace(db, WORKSPACE, IMPORTED_AT);
  const context = contextOn(db);
  const figures = seededRandom(SEED);
  const rows = Array.from({ length: CUSTOMERS }, (_, index) => ({
    key: String(index),
    name: `Customer ${index}`,
    salesAmount: Math.round(figures() * 1_000_000),
    paymentCollection: Math.round(50 + figures() * 50) / 100,
    satisfaction: Math.round(figures() * 100) / 100,
  }));
  await importTable(context, tableOf(...rows));
  const { rows: lowest } = await sql<{ id: string }>`
    select customer_id as id from grade where tier = 'D' order by customer_id limit 5`.execute(db);
  for (const { id: customerId } of lowest) {
    const expiresOn = '2026-03-05' as CalendarDate;
    await setOverride(context, { customerId, tier: 'A', reason: 'until the fair', expiresOn });
  }
  await sql`
    update customer set facts = jsonb_set(facts, '{values,salesAmount}',
      to_jsonb(1000000 - (facts #>> '{values,salesAmount}')::int))`.execute(db);
}

/** A process that has ended sends no heartbeat: what the database looks like a quarter of an hour later. */
async function letTimePass(db: Database): Promise<void> {
  const { rows } = await sql<{ found: boolean }>`select to_regclass('pgboss.job') is not null as found`.execute(db);
  if (rows[0]?.found !== true) return;
  const past = sql`interval '15 minutes'`;
  await sql`update pgboss.job set heartbeat_on = heartbeat_on - ${past} where state = 'active'`.execute(db);
  await sql`
    update pgboss.queue set monitor_on = monitor_on - ${past}, monitor_claim_on = monitor_claim_on - ${past}`.execute(
    db,
  );
}

/** A job that failed waits before it is tried again: lets that time pass until one has `ended`. */
async function letRetriesCome(db: Database, ended: Promise<unknown>): Promise<void> {
  const state = { isOver: false };
  void ended.then(() => (state.isOver = true));
  while (!state.isOver) {
    await sql`update pgboss.job set start_after = now() where state = 'retry' and start_after > now()`.execute(db);
  }
}
