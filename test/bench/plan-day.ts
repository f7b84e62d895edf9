import { sql } from 'kysely';
import { systemClock } from '../../bot/clock.ts';
import { connect } from '../../bot/store/connect.ts';
import type { Database } from '../../bot/store/database.ts';
import { findDueFollowUps } from '../../bot/store/due-follow-ups.ts';
import { migrate } from '../../bot/store/migrate.ts';
import type { UseCaseContext } from '../../bot/use-cases/context.ts';
import { planRepDay, planRepDays } from '../../bot/use-cases/plan-rep-day.ts';
import { parseIsoDate } from '../../core/calendar-date.ts';
import { median } from '../support/median.ts';
import { withPostgres } from './bench-postgres.ts';

const CUSTOMERS = 1_000_000;
const REPS = 200;
const ROUNDS = 3;
const WORKSPACE = 'TPLANDAY';
/** A Wednesday. */
const TODAY = parseIsoDate('2026-03-04');
const NOW = new Date('2026-03-04T08:00:00Z');

/**
 * Plans the day of 200 reps with a million customers, of whom about one in seven is due, beside one scan of those who are due
 * by the index: the statement by which plans read them, once for all reps, with nothing done with its rows; in turn, within one run.
 */
export async function benchPlanDay(): Promise<void> {
  await withPostgres(async (url) => {
    const connection = await connect({ databaseUrl: url, dataDir: '' });
    try {
      await migrate(connection.db);
      await fill(connection.db);
      await measure(connection.db);
    } finally {
      await connection.close();
    }
  });
}

async function measure(db: Database): Promise<void> {
  if (TODAY === undefined) throw new Error('No day.');
  const clock = { ...systemClock, now: () => NOW };
  const context: UseCaseContext = { db, clock, actor: { workspaceId: WORKSPACE, memberId: null, role: 'admin' } };
  const members = await db.selectFrom('member').select('id').where('workspace_id', '=', WORKSPACE).execute();
  const memberIds = members.map(({ id }) => id);
  const rounds: { scanMs: number; planMs: number }[] = [];
  let [due, planned, carriedOver] = [0, 0, 0];
  for (let round = -1; round < ROUNDS; round += 1) {
    const start = performance.now();
    due = (await findDueFollowUps(db, WORKSPACE, memberIds, TODAY)).length;
    const scanMs = performance.now() - start;
    [planned, carriedOver] = [0, 0];
    const planStart = performance.now();
    for await (const day of planRepDays(context, { memberIds, mostCarriedOver: 10 })) {
      planned += day.today.length;
      carriedOver += day.carriedOverCount;
    }
    const planMs = performance.now() - planStart;
    if (round >= 0) rounds.push({ scanMs, planMs });
  }
  const counted = counting(db);
  const [memberId = ''] = memberIds;
  await planRepDay({ ...context, db: counted.db }, { memberId, mostCarriedOver: 10 });
  const scan = median(rounds.map(({ scanMs }) => scanMs));
  const plan = median(rounds.map(({ planMs }) => planMs));
  const ratio = median(rounds.map(({ planMs, scanMs }) => planMs / scanMs));
  console.log(`${CUSTOMERS.toLocaleString('en')} customers, ${REPS} reps, medians of ${ROUNDS} rounds`);
  console.log(`due                   ${due.toLocaleString('en')} customers`);
  console.log(
    `in today’s lists      ${planned.toLocaleString('en')}, carried over ${carriedOver.toLocaleString('en')}`,
  );
  console.log(`scan of who is due    ${(scan / 1000).toFixed(2)} s`);
  console.log(`all days planned      ${(plan / 1000).toFixed(2)} s`);
  console.log(`ratio                 ${ratio.toFixed(2)} × (promised: at most 3)`);
  console.log(`queries for one rep   ${counted.count()}, whatever the book’s size`);
}

/** Reps and their books: 1 % A, 5 % B, 20 % C, 74 % D, most of them contacted at about their cadence. */
async function fill(db: Database): Promise<void> {
  await sql`insert into workspace (id, created_at) values (${WORKSPACE}, now())`.execute(db);
  await sql`
    insert into member (workspace_id, id, slack_user_id, display_name, role, time_zone, country, created_at, updated_at)
    select ${WORKSPACE}, gen_random_uuid(), 'U0REP' || n, 'Rep ' || n, 'rep', 'UTC', 'DE', now(), now()
    from generate_series(1, ${REPS}) n`.execute(db);
  await sql`
    insert into customer (workspace_id, id, name, name_normal, name_short, aliases, owner_id, stage, facts, extra, source,
      created_at, updated_at)
    select ${WORKSPACE}, gen_random_uuid(), 'Customer ' || n, 'customer ' || n, 'customer ' || n, '{}', m.id, 'customer',
      '{"values": {}}', '{}', 'import', now(), now()
    from generate_series(1, ${CUSTOMERS}) n
    join member m on m.workspace_id = ${WORKSPACE} and m.slack_user_id = 'U0REP' || (1 + n % ${REPS})`.execute(db);
  await sql`
    insert into follow_up (workspace_id, customer_id, owner_id, stage, status, tier, since_on, last_contact_on,
      last_methods, owed_on, due_on, changed_at)
    select workspace_id, id, owner_id, 'customer', 'graded', tier, '2025-01-01', last_on, '{phone}', last_on + every_days,
      last_on + every_days, now()
    from (
      select *, date '2026-03-04' - (1 + floor(random() * every_days * 1.15))::int as last_on
      from (
        select workspace_id, id, owner_id, tier,
          case tier when 'A' then 7 when 'B' then 14 when 'C' then 30 else 90 end as every_days
        from (
          select workspace_id, id, owner_id,
            case when share < 0.01 then 'A' when share < 0.06 then 'B' when share < 0.26 then 'C' else 'D' end as tier
          from (select workspace_id, id, owner_id, random() as share from customer) c
        ) c
      ) c
    ) c`.execute(db);
  await sql`vacuum analyze`.execute(db);
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
