import { sql } from 'kysely';
import { systemClock } from '../../bot/clock.ts';
import { connect } from '../../bot/store/connect.ts';
import type { Database } from '../../bot/store/database.ts';
import { migrate } from '../../bot/store/migrate.ts';
import { buildDigest } from '../../bot/use-cases/build-digest.ts';
import type { UseCaseContext } from '../../bot/use-cases/context.ts';
import type { DigestAsked } from '../../bot/use-cases/digest-asked.ts';
import { type CalendarDate, parseIsoDate } from '../../core/calendar-date.ts';
import { DIGEST_PARTS } from '../../core/digest/digest.ts';
import { median } from '../support/median.ts';
import { withPostgres } from './bench-postgres.ts';
import { fillDigestBook } from './digest-book.ts';

const CUSTOMERS = 500_000;
const REPS = 200;
const ROUNDS = 9;
const WORKSPACE = 'TDIGEST';
/** So that the work of both is compared, however many cores happen to be free. */
const ON_ONE_CORE = encodeURIComponent('-c max_parallel_workers_per_gather=0');

/**
 * The whole digest of a day for everybody: half a million customers of 200 reps, of whom 1 % have moved since yesterday and 8 % are
 * overdue; beside one scan of the index that covers the book (customers by owner and tier), in turn, within one run,
 * on one core.
 */
export async function benchDigest(): Promise<void> {
  await withPostgres(async (url) => {
    const connection = await connect({ databaseUrl: `${url}?options=${ON_ONE_CORE}`, dataDir: '' });
    try {
      await migrate(connection.db);
      await fillDigestBook(connection.db, { workspaceId: WORKSPACE, customers: CUSTOMERS, reps: REPS });
      await measure(connection.db);
    } finally {
      await connection.close();
    }
  });
}

async function measure(db: Database): Promise<void> {
  const asOf = new Date('2026-03-05T08:00:00Z');
  const context: UseCaseContext = {
    db,
    clock: { ...systemClock, now: () => asOf },
    actor: { workspaceId: WORKSPACE, memberId: null, role: 'admin' },
  };
  const asked: DigestAsked = {
    repIds: null,
    timeZone: 'UTC',
    date: parseIsoDate('2026-03-05') ?? ('' as CalendarDate),
    asOf,
    since: new Date('2026-03-04T08:00:00Z'),
    edition: 'daily',
    parts: DIGEST_PARTS,
    isFull: false,
  };
  const node = await nodeOf(db);
  const rounds: { scanMs: number; digestMs: number }[] = [];
  let digest = await buildDigest(context, asked);
  for (let round = -1; round < ROUNDS; round += 1) {
    const scanMs = await timed(async () => COUNTS.execute(db));
    const digestMs = await timed(async () => {
      digest = await buildDigest(context, asked);
    });
    if (round >= 0) rounds.push({ scanMs, digestMs });
  }
  const counted = counting(db);
  await buildDigest({ ...context, db: counted.db }, asked);
  const { moves, overdue = [] } = digest;
  const figure = (value: number): string => value.toLocaleString('en');
  console.log(`${figure(digest.customers)} customers, ${REPS} reps, medians of ${ROUNDS} rounds`);
  console.log(`moved since yesterday ${figure((moves?.up.count ?? 0) + (moves?.down.count ?? 0))}`);
  console.log(`overdue               ${figure(overdue.reduce((sum, { customers }) => sum + customers, 0))}`);
  console.log(`one scan of the index ${Math.round(median(rounds.map(({ scanMs }) => scanMs)))} ms (${node})`);
  console.log(`the whole digest      ${Math.round(median(rounds.map(({ digestMs }) => digestMs)))} ms`);
  const ratio = median(rounds.map(({ scanMs, digestMs }) => digestMs / scanMs));
  console.log(`ratio                 ${ratio.toFixed(2)} × (promised: at most 10)`);
  console.log(`queries               ${counted.count()}, whatever the number of reps and customers`);
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

const COUNTS = sql`
  select owner_id, tier, count(*) from follow_up where workspace_id = ${WORKSPACE} group by owner_id, tier`;

/** How PostgreSQL counts the book; throws where that is not from the index from which digests do, so that nothing else is compared. */
async function nodeOf(db: Database): Promise<string> {
  const { rows } = await sql<{ 'QUERY PLAN': string }>`explain ${COUNTS}`.execute(db);
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  const node = /Index Only Scan using follow_up_book\b/.exec(plan)?.[0];
  if (node === undefined) throw new Error(`The book is not counted from its index:\n${plan}`);
  return node;
}

/** A database that counts its queries. */
function counting(db: Database): { readonly db: Database; readonly count: () => number } {
  let count = 0;
  const counted = db.withPlugin({
    transformQuery({ node }) {
      count += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  return { db: counted, count: () => count };
}
