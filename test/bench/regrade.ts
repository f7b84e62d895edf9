import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { systemClock } from '../../bot/clock.ts';
import { connect } from '../../bot/store/connect.ts';
import { migrate } from '../../bot/store/migrate.ts';
import type { UseCaseContext } from '../../bot/use-cases/context.ts';
import { afterGrading, gradeBook, gradeCustomers } from '../../bot/use-cases/grade-customers.ts';
import { median } from '../support/median.ts';
import { withPostgres } from './bench-postgres.ts';
import { runCommand } from './run-command.ts';

const SIZES = [100_000, 1_000_000] as const;
const ROUNDS = 3;
const OWNERS = 200;
const WORKSPACE = 'TREGRADE';
/** So many customers change so much at each round that about one in twenty comes into another tier. */
const CHANGING = 0.1;

/** What one round took, in milliseconds. */
interface Round {
  /** All that grading everybody again does: read, fit, grade, write, record changes. */
  readonly regradeMs: number;
  /** Putting search into the order of the grades, afterwards and in short transactions. */
  readonly orderMs: number;
  /** The same grades by COPY into a temporary table and one UPDATE of those that differ. */
  readonly copyMs: number;
  /** The same with every row updated. */
  readonly copyAllMs: number;
  /** The share of the customers that came into another tier. */
  readonly changed: number;
}

/**
 * Grades a whole PostgreSQL book again, with one customer in twenty changing, beside a bare COPY of the same grades plus one
 * UPDATE; in turn, within one run. The bare way starts from the finished grades, so it neither reads facts nor grades nor
 * records anything.
 */
export async function benchRegrade(): Promise<void> {
  const perCustomer: number[] = [];
  for (const size of SIZES) {
    const { rounds, peakMiB } = await withPostgres((url) => measure(url, size));
    const regrade = median(rounds.map(({ regradeMs }) => regradeMs));
    const copy = median(rounds.map(({ copyMs }) => copyMs));
    const ratio = median(rounds.map(({ regradeMs, copyMs }) => regradeMs / copyMs));
    perCustomer.push(regrade / size);
    console.log(`${size.toLocaleString('en')} customers, medians of ${ROUNDS} rounds`);
    console.log(`changed               ${(100 * median(rounds.map(({ changed }) => changed))).toFixed(1)} %`);
    console.log(`regrade               ${(regrade / 1000).toFixed(2)} s`);
    console.log(
      `search put in order   ${(median(rounds.map(({ orderMs }) => orderMs)) / 1000).toFixed(2)} s more, afterwards`,
    );
    console.log(`COPY and one UPDATE   ${(copy / 1000).toFixed(2)} s`);
    console.log(`peak memory           ${peakMiB.toFixed(0)} MiB (promised: under 500)`);
    const all = median(rounds.map(({ copyAllMs }) => copyAllMs));
    const ratioToAll = median(rounds.map(({ regradeMs, copyAllMs }) => regradeMs / copyAllMs));
    console.log(`with all rows updated ${(all / 1000).toFixed(2)} s`);
    console.log(
      `ratio                 ${ratioToAll.toFixed(2)} × with all rows updated (promised for 1,000,000: at most 3)`,
    );
    console.log(`                      ${ratio.toFixed(2)} × with only those that differ`);
  }
  const [small = 1, large = 1] = perCustomer;
  console.log(`cost of a customer    ${(large / small).toFixed(2)} × that of the smaller book (promised: at most 1.3)`);
}

async function measure(url: string, size: number): Promise<{ rounds: Round[]; peakMiB: number }> {
  const connection = await connect({ databaseUrl: url, dataDir: '' });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await migrate(connection.db);
    await fill(client, size);
    const context: UseCaseContext = {
      db: connection.db,
      clock: systemClock,
      actor: { workspaceId: WORKSPACE, memberId: null, role: 'admin' },
    };
    await gradeCustomers(context);
    const rounds: Round[] = [];
    for (let round = -1; round < ROUNDS; round += 1) {
      await change(client, round + 2);
      await client.query('vacuum analyze');
      await client.query('create table before_regrade as select * from grade');
      const start = performance.now();
      const [summary] = await gradeBook(context);
      const regradeMs = performance.now() - start;
      await afterGrading(context);
      const orderMs = performance.now() - start - regradeMs;
      const lines = await gradeLines(client);
      await restore(client);
      const copyMs = await copyAndUpdate(client, lines, 'changed');
      const copyAllMs = await copyAndUpdate(client, lines, 'all');
      if (round >= 0) rounds.push({ regradeMs, orderMs, copyMs, copyAllMs, changed: (summary?.changed ?? 0) / size });
    }
    // in a process of its own, since this one holds all grades as well
    await change(client, 99);
    const { peakMiB } = await runCommand(['regrade'], { ...process.env, DATABASE_URL: url });
    return { rounds, peakMiB };
  } finally {
    await client.end();
    await connection.close();
  }
}

const COLUMNS = 'customer_id, owner_id, run_id, status, tier, score, tier_since, computed_tier, held, worse_runs';

async function gradeLines(client: pg.Client): Promise<Buffer[]> {
  const lines: Buffer[] = [];
  for await (const chunk of client.query(copyTo(`copy (select ${COLUMNS} from grade) to stdout`))) lines.push(chunk);
  return lines;
}

/** Puts the grades of before the regrade back. */
async function restore(client: pg.Client): Promise<void> {
  await client.query(`update grade g set tier = b.tier, score = b.score, computed_tier = b.computed_tier
    from before_regrade b where g.customer_id = b.customer_id and (g.tier, g.score) is distinct from (b.tier, b.score)`);
  await client.query('drop table before_regrade');
}

/** Writes grades the bare way: COPY into a temporary table, and one UPDATE of the rows that differ, or of all. */
async function copyAndUpdate(client: pg.Client, lines: readonly Buffer[], rows: 'changed' | 'all'): Promise<number> {
  await client.query('vacuum analyze grade');
  const start = performance.now();
  await client.query('begin');
  await client.query(`create temporary table given on commit drop as select ${COLUMNS} from grade limit 0`);
  await pipeline(Readable.from(lines), client.query(copyFrom('copy given from stdin')));
  await client.query(`update grade g set run_id = n.run_id, status = n.status, tier = n.tier, score = n.score,
      tier_since = n.tier_since, computed_tier = n.computed_tier, held = n.held, worse_runs = n.worse_runs
    from given n where g.workspace_id = '${WORKSPACE}' and g.customer_id = n.customer_id
      ${rows === 'all' ? '' : 'and (g.tier, g.score) is distinct from (n.tier, n.score)'}`);
  await client.query('commit');
  return performance.now() - start;
}

async function fill(client: pg.Client, size: number): Promise<void> {
  // no checks of keys while millions of rows are made; they are right by construction
  await client.query('set session_replication_role = replica');
  for (const statement of FILL) await client.query(statement.replaceAll('$SIZE', String(size)));
  await client.query('set session_replication_role = default');
  await client.query('vacuum analyze');
}

const VALUES = `jsonb_build_object(
  'salesAmount', round(1000 * exp(7 * random())),
  'paymentCollection', round((0.5 + 0.5 * sqrt(random()))::numeric, 3),
  'orderStability', round((0.2 + 0.8 * sqrt(random()))::numeric, 3),
  'yearsOfCooperation', round(180 * random() * random()),
  'complaintRate', round((0.12 * random() * random())::numeric, 3),
  'satisfaction', round((0.4 + 0.6 * sqrt(random()))::numeric, 2))`;

const ID = (of: string, block: number) => `('01900000-0000-7000-${block}-' || lpad(to_hex(${of}), 12, '0'))::uuid`;

const FILL = [
  'select setseed(0.42)',
  `insert into workspace (id, created_at) values ('${WORKSPACE}', now())`,
  `insert into member (workspace_id, id, role, created_at, updated_at)
   select '${WORKSPACE}', ${ID('n', 9000)}, 'rep', now(), now() from generate_series(0, ${OWNERS - 1}) n`,
  `insert into customer (workspace_id, id, key, key_normal, name, name_normal, name_short, stage, owner_id, facts, extra,
     source, created_at, updated_at)
   select '${WORKSPACE}', ${ID('n', 8000)}, 'C-' || n, 'c-' || n, 'Customer ' || n, 'customer ' || n, 'customer ' || n,
     'customer', ${ID(`n % ${OWNERS}`, 9000)}, jsonb_build_object('values', ${VALUES}), '{}', 'import', now(), now()
   from generate_series(0, $SIZE - 1) n`,
  `insert into customer_search (workspace_id, customer_id, names, terms, base_importance, pieces)
   select workspace_id, id, array[name_normal], array['1c' || substr(key, 3), '2' || name_normal, '3c' || substr(key, 3)],
     0.2, '' from customer`,
  `insert into customer_term (workspace_id, kind, term, customer_id, importance)
   select workspace_id, left(known, 1)::smallint, substr(known, 2), customer_id, base_importance
   from customer_search, unnest(terms) known`,
];

/** Other values for some customers, drawn as at first. */
async function change(client: pg.Client, round: number): Promise<void> {
  await client.query(`select setseed(${round / 100})`);
  await client.query(
    `update customer set facts = jsonb_build_object('values', ${VALUES}) where random() < ${CHANGING}`,
  );
}
