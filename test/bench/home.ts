import { sql } from 'kysely';
import type { HomePage } from '../../bot/blocks/home/home-page.ts';
import { systemClock } from '../../bot/clock.ts';
import { homeTabs } from '../../bot/listeners/home/home-tabs.ts';
import type { Services } from '../../bot/listeners/services.ts';
import { createLog } from '../../bot/log.ts';
import { productUseCases } from '../../bot/product-use-cases.ts';
import { connect } from '../../bot/store/connect.ts';
import type { Database } from '../../bot/store/database.ts';
import { migrate } from '../../bot/store/migrate.ts';
import { newId } from '../../bot/store/new-id.ts';
import { median, quantile } from '../support/median.ts';
import { withPostgres } from './bench-postgres.ts';
import { fillDigestBook } from './digest-book.ts';

const CUSTOMERS = 1_000_000;
const REPS = 200;
/** Of them report to the manager. */
const REPORTS = 100;
const WORKSPACE = 'THOME';
const MANAGER = 'U0BOSS';
/** A Thursday, when the books are as of. */
const NOW = new Date('2026-03-05T08:00:00Z');
const OPENINGS = 200;
const BOARDS = 5;

/**
 * The Home tab as its readers open it, all but Slack's part: the day and the book of each of 200 reps who share a million
 * customers, beside reads of a customer by its key; and the board of a manager of half of them, beside one scan of the index that
 * covers these reps' books. In turn, through one pool of connections, within one run.
 */
export async function benchHome(): Promise<void> {
  await withPostgres(async (url) => {
    const connection = await connect({ databaseUrl: url, dataDir: '' });
    try {
      const { db } = connection;
      await migrate(db);
      await db.connection().execute(async (filling) => {
        // rows that are made here refer to each other
        await sql`set session_replication_role = replica`.execute(filling);
        await fillDigestBook(filling, { workspaceId: WORKSPACE, customers: CUSTOMERS, reps: REPS });
        await sql`set session_replication_role = origin`.execute(filling);
      });
      await addManager(db);
      await reps(db);
      await manager(db);
    } finally {
      await connection.close();
    }
  });
}

async function addManager(db: Database): Promise<void> {
  await sql`
    insert into member (workspace_id, id, slack_user_id, display_name, role, time_zone, created_at, updated_at)
    values (${WORKSPACE}, ${newId(NOW)}, ${MANAGER}, 'Boss', 'manager', 'UTC', ${NOW}, ${NOW})`.execute(db);
  await sql`
    update member m set manager_id = b.id from member b
    where b.workspace_id = m.workspace_id and b.slack_user_id = ${MANAGER} and m.workspace_id = ${WORKSPACE}
      and m.role = 'rep' and substr(m.slack_user_id, 6)::int <= ${REPORTS}`.execute(db);
}

async function reps(db: Database): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from customer where workspace_id = ${WORKSPACE} order by md5(id::text) limit ${OPENINGS}`.execute(db);
  const home = opener(db);
  console.log(`a rep’s Home, ${figure(CUSTOMERS)} customers, ${REPS} reps, opened once by each`);
  for (const kind of ['day', 'book'] as const) {
    await home.open('U0REP200', { kind });
    const [reads, opens]: [number[], number[]] = [[], []];
    for (const [index, { id }] of rows.entries()) {
      reads.push(await timed(async () => readByKey(db, id)));
      opens.push(await timed(async () => home.open(`U0REP${1 + (index % REPS)}`, { kind })));
    }
    const [read, open] = [reads, opens].map((times) => ({ median: median(times), p95: quantile(times, 0.95) }));
    if (read === undefined || open === undefined) throw new Error('Nothing was measured.');
    console.log(`read by key           median ${read.median.toFixed(2)} ms, p95 ${read.p95.toFixed(2)} ms`);
    console.log(`${label(kind)}median ${open.median.toFixed(1)} ms, p95 ${open.p95.toFixed(1)} ms`);
    console.log(`ratio of medians      ${(open.median / read.median).toFixed(1)} ×`);
    console.log(`ratio of p95          ${(open.p95 / read.p95).toFixed(1)} × (promised: below 20)`);
    console.log(`queries               ${await home.queries('U0REP7', { kind })}, whatever the book’s size`);
  }
}

async function manager(db: Database): Promise<void> {
  const home = opener(db);
  const scan = sql`
    select f.owner_id, f.tier, count(*) from follow_up f
    where f.workspace_id = ${WORKSPACE} and f.owner_id = any(array(
      select r.id from member r join member b on b.workspace_id = r.workspace_id and b.id = r.manager_id
      where r.workspace_id = ${WORKSPACE} and b.slack_user_id = ${MANAGER}))
    group by f.owner_id, f.tier`;
  console.log(
    `a manager’s board, ${figure((CUSTOMERS * REPORTS) / REPS)} customers, ${REPORTS} reps, medians of ${BOARDS}`,
  );
  const rounds: { readonly scanMs: number; readonly boardMs: number }[] = [];
  for (let round = -1; round < BOARDS; round += 1) {
    const scanMs = await timed(async () => scan.execute(db));
    const boardMs = await timed(async () => home.open(MANAGER, { kind: 'team' }));
    if (round >= 0) rounds.push({ scanMs, boardMs });
  }
  console.log(`one scan of the index ${Math.round(median(rounds.map(({ scanMs }) => scanMs)))} ms`);
  console.log(`the board             ${Math.round(median(rounds.map(({ boardMs }) => boardMs)))} ms`);
  const ratio = median(rounds.map(({ boardMs, scanMs }) => boardMs / scanMs));
  console.log(`ratio                 ${ratio.toFixed(2)} × (promised: at most 10)`);
  console.log(`queries               ${await home.queries(MANAGER, { kind: 'team' })}, whatever the team’s size`);
}

interface Opener {
  open(userId: string, page: HomePage): Promise<void>;
  /** How many queries it takes. */
  queries(userId: string, page: HomePage): Promise<number>;
}

function opener(db: Database): Opener {
  let count = 0;
  const counted = db.withPlugin({
    transformQuery({ node }) {
      count += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  const show = async (on: Database, userId: string, page: HomePage) => {
    const tabs = homeTabs(servicesOf(on), async (_, view) => {
      if (view.private_metadata !== JSON.stringify(page) || view.blocks.length < 5) throw new Error('Another page.');
      return undefined;
    });
    await tabs.show({ userId, teamId: WORKSPACE, enterpriseId: null }, page);
  };
  return {
    open: async (userId, page) => show(db, userId, page),
    queries: async (userId, page) => {
      count = 0;
      await show(counted, userId, page);
      return count;
    },
  };
}

function servicesOf(db: Database): Services {
  const clock = { ...systemClock, now: () => NOW };
  const person = (userId: string) => ({
    language: 'en' as const,
    timeZone: 'UTC',
    profile: { slackUserId: userId, isSlackAdmin: false },
  });
  return {
    workspace: { id: WORKSPACE, enterpriseId: null },
    db,
    clock,
    log: createLog('error'),
    people: { find: async (userId) => person(userId), remembered: person, forget: () => undefined },
    useCases: productUseCases(db, clock, []),
    health: async () => ({}),
    version: '0',
    takesFiles: false,
    loadingAfterMs: 2000,
  };
}

async function readByKey(db: Database, id: string): Promise<void> {
  const { rows } = await sql`select name from customer where workspace_id = ${WORKSPACE} and id = ${id}::uuid`.execute(
    db,
  );
  if (rows.length !== 1) throw new Error(`No customer ${id}.`);
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

function label(kind: 'day' | 'book'): string {
  return (kind === 'day' ? 'the day' : 'the book').padEnd(22);
}

function figure(value: number): string {
  return value.toLocaleString('en');
}
