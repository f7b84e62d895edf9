import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../../bot/store/database.ts';
import { newId } from '../../bot/store/new-id.ts';
import { keepGrader } from '../../bot/store/schemes.ts';
import { parseIsoDate } from '../../core/calendar-date.ts';
import type { Facts } from '../../core/customer.ts';
import { fitScheme } from '../../core/grading/fit-scheme.ts';
import { accountValue } from '../../core/schemes/account-value.ts';
import { salesPipeline } from '../../core/schemes/sales-pipeline.ts';

/** What a book is to hold. */
export interface DigestBookSize {
  readonly workspaceId: string;
  readonly customers: number;
  readonly reps: number;
}

/**
 * A book that has been kept for months, as of Thursday, 5 March 2026, 08:00 UTC: nine in ten are customers; 1 % have changed their tier
 * since the morning before, 2,000 were contacted, 8 % are overdue; 35,000 contacts of the last 30 days, as many purchases as customers,
 * complaints, results and ends.
 */
export async function fillDigestBook(db: Database, { workspaceId, customers, reps }: DigestBookSize): Promise<void> {
  const started = new Date('2025-06-01T00:00:00Z');
  await sql`insert into workspace (id, created_at) values (${workspaceId}, ${started})`.execute(db);
  await sql`
    insert into member (workspace_id, id, slack_user_id, display_name, role, time_zone, created_at, updated_at)
    select ${workspaceId}, md5('rep' || n)::uuid, 'U0REP' || n, 'Rep ' || n, 'rep', 'UTC', ${started}, ${started}
    from generate_series(1, ${reps}) n`.execute(db);
  const runs = {
    customer: await addRun(db, workspaceId, 'customer'),
    prospect: await addRun(db, workspaceId, 'prospect'),
  };
  await sql`
    create table book as
    select n, md5('customer' || n)::uuid as id, md5('rep' || (1 + n % ${reps}::int))::uuid as owner_id,
      case when n % 10 = 0 then 'prospect' else 'customer' end as stage,
      ${tierOf(sql`n`)} as tier, n % 100 = 1 as has_moved, n % 250 = 2 as was_called, ${share(sql`n`, 7)} < 0.08 as is_overdue
    from generate_series(1, ${customers}::int) n`.execute(db);
  await sql`
    insert into customer (workspace_id, id, name, name_normal, name_short, aliases, owner_id, stage, facts, extra, source,
      created_at, updated_at)
    select ${workspaceId}, id, 'Customer ' || n, 'customer ' || n, 'customer ' || n, '{}', owner_id, stage,
      '{"values": {}}', '{}', 'import', ${started}, ${started}
    from book`.execute(db);
  await sql`
    insert into follow_up (workspace_id, customer_id, owner_id, stage, status, tier, since_on, last_contact_on, last_methods,
      expected_on, expected_amount, owed_on, due_on, changed_at)
    select ${workspaceId}, id, owner_id, stage, 'graded', tier, '2025-06-01',
      ${owedOn()} - ${everyDays()} - case when n % 97 = 0 then 150 else 0 end, '{phone}',
      case when stage = 'prospect' and tier = 'A' then date '2026-03-01' + (n % 120) end,
      case when stage = 'prospect' and tier = 'A' then 1000 + n % 90000 end,
      ${owedOn()}, ${owedOn()},
      case when has_moved or was_called then timestamptz '2026-03-05 02:00Z' else timestamptz '2026-02-01 02:00Z' end
    from book`.execute(db);
  await addHistory(db, workspaceId, runs);
  await addWork(db, workspaceId);
  await sql`drop table book`.execute(db);
  await sql`vacuum analyze`.execute(db);
}

async function addHistory(
  db: Database,
  workspaceId: string,
  runs: { readonly customer: string; readonly prospect: string },
): Promise<void> {
  const states = (from: string, until: string, which: RawBuilder<unknown>) => sql`
    insert into book_history (workspace_id, customer_id, from_at, until_at, owner_id, stage, status, tier, is_paused, owed_on)
    select ${workspaceId}, id, ${from}::timestamptz, ${until}::timestamptz, owner_id, stage, 'graded', ${otherTier()}, false,
      date '2026-03-01' from book where ${which}`;
  await states('2025-10-01 02:00Z', '2026-02-01 02:00Z', sql`true`).execute(db);
  await states('2026-02-01 02:00Z', '2026-03-05 02:00Z', sql`has_moved or was_called`).execute(db);
  await sql`
    insert into grade_change (workspace_id, id, customer_id, run_id, from_status, from_tier, to_status, to_tier, cause,
      inputs, changed_at)
    select ${workspaceId}, md5(n || ' change ' || at)::uuid, id,
      case when stage = 'customer' then ${runs.customer}::uuid else ${runs.prospect}::uuid end,
      case when at = 'then' then null else 'graded' end, case when at = 'then' then null else ${otherTier()} end,
      'graded', tier, case when at = 'then' then 'first' else 'facts' end,
      jsonb_build_object('values', jsonb_build_object('salesAmount', 1000 + n * 37 % 900000, 'paymentCollection',
        case when at = 'then' then 0.97 else 0.6 end, 'orderStability', 0.8, 'satisfaction', 0.9)),
      case when at = 'then' then timestamptz '2025-10-01 02:00Z' else timestamptz '2026-03-05 02:00Z' end
    from book, (values ('then'), ('now')) as m (at) where at = 'then' or has_moved`.execute(db);
}

async function addWork(db: Database, workspaceId: string): Promise<void> {
  await sql`
    insert into interaction (workspace_id, id, customer_id, member_id, happened_on, method, outcome, source, logged_at)
    select ${workspaceId}, md5(n || ' contact ' || day)::uuid, id, owner_id, date '2026-03-05' - day, 'phone', 'reached', 'slack',
      timestamptz '2026-03-05 07:00Z' - make_interval(days => day)
    from book, generate_series(1, 180) day where n % 300 = day % 300`.execute(db);
  await sql`
    insert into purchase (workspace_id, id, customer_id, bought_on, amount, source, created_at)
    select ${workspaceId}, md5(n || ' purchase')::uuid, id, date '2026-03-01' - (n % 300), 100, 'import', timestamptz '2026-03-02'
    from book where stage = 'customer'`.execute(db);
  await sql`
    insert into complaint (workspace_id, id, customer_id, channel, cause, opened_at, answer_by, answered_at, closed_at)
    select ${workspaceId}, md5(n || ' complaint')::uuid, id, 'phone', 'delivery', at, at + interval '6 hours',
      case when n % 50 = 0 then null else at + interval '2 hours' end, case when n % 50 = 0 then null else at + interval '1 day' end
    from (select *, timestamptz '2026-03-05 06:00Z' - make_interval(hours => n % 4000) as at from book where n % 90 = 0) b
  `.execute(db);
  await sql`
    insert into survey_result (workspace_id, id, customer_id, surveyed_on, score, recorded_at)
    select ${workspaceId}, md5(n || ' survey')::uuid, id, date '2026-03-04' - n % 200, 1 + n % 5,
      timestamptz '2026-03-05 06:00Z' - make_interval(days => n % 200) from book where n % 40 = 1`.execute(db);
  await sql`
    insert into prospect_end (workspace_id, id, customer_id, outcome, ended_on, amount, currency, owner_id, recorded_at)
    select ${workspaceId}, md5(n || ' end')::uuid, id, case when n % 3 = 0 then 'won' else 'lost' end, date '2026-03-04' - n % 100,
      1000, 'EUR', owner_id, timestamptz '2026-03-05 06:00Z' - make_interval(days => n % 100)
    from book where n % 333 = 5`.execute(db);
}

async function addRun(db: Database, workspaceId: string, stage: 'customer' | 'prospect'): Promise<string> {
  const at = new Date('2025-10-01T02:00:00Z');
  const scheme = stage === 'customer' ? accountValue : salesPipeline;
  const asOf = parseIsoDate('2025-10-01');
  if (asOf === undefined) throw new Error('No day.');
  const population = Array.from({ length: 100 }, (_, index): Facts => ({ values: { salesAmount: 1000 * index } }));
  const { scheme: fitted, ...cutPoints } = fitScheme(scheme, population, { asOf, currency: 'EUR' });
  const digest = await keepGrader(db, workspaceId, 'run', fitted, at);
  const id = newId(at);
  await sql`
    insert into grading_run (workspace_id, id, scheme_digest, scheme_id, scheme_version, stage, cause, cut_points, as_of, counts,
      graded_at)
    values (${workspaceId}, ${id}, ${digest}, ${scheme.id}, ${scheme.version}, ${stage}, 'regrade', ${JSON.stringify(cutPoints)}, ${asOf},
      '{}', ${at})`.execute(db);
  return id;
}

/** 3 % A, 12 % B, 30 % C, 55 % D. */
function tierOf(n: RawBuilder<unknown>): RawBuilder<string> {
  const at = share(n, 1);
  return sql`case when ${at} < 0.03 then 'A' when ${at} < 0.15 then 'B' when ${at} < 0.45 then 'C' else 'D' end`;
}

/** The tier before a move. */
function otherTier(): RawBuilder<string> {
  return sql`case when not has_moved then tier when tier = 'A' then 'B' when tier = 'B' then 'A' when tier = 'C' then 'B' else 'C' end`;
}

/** When a contact is owed, and therefore due. */
function owedOn(): RawBuilder<string> {
  return sql`date '2026-03-05' + case when is_overdue then -1 - n % 20 else n % ${everyDays()} end`;
}

function everyDays(): RawBuilder<number> {
  return sql`(case tier when 'A' then 7 when 'B' then 14 when 'C' then 30 else 90 end)`;
}

/** From 0 to 1, the same for the same number. */
function share(n: RawBuilder<unknown>, salt: number): RawBuilder<number> {
  return sql`((hashint8extended(${n}::bigint, ${salt}::bigint) & 1048575) / 1048576.0)`;
}
