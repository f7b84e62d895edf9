import { sql } from 'kysely';
import type { Database } from '../../bot/store/database.ts';
import { readSnapshot } from '../../bot/store/read-snapshot.ts';

/** What everybody can see of the grades, in a form that is the same for two gradings that came to the same. */
export interface GradeState {
  readonly customers: number;
  /** A digest of every customer's grade. */
  readonly grades: string;
  /** Customers by tier: as the latest run says it graded them, and as they are. */
  readonly counts: unknown;
  readonly counted: unknown;
  readonly runs: number;
  /** Whether every grade is of a run that is there. */
  readonly isOfKnownRuns: boolean;
  /** The history, by cause. */
  readonly changes: Readonly<Record<string, number>>;
  readonly openOverrides: number;
  readonly regrades: number;
}

/** Reads the state of a database with one workspace in several statements, as the product's readers do it. */
export function readGradeState(db: Database): Promise<GradeState> {
  return readSnapshot(db, async (within) => {
    const { rows: grades } = await sql<Pick<GradeState, 'customers' | 'grades'>>`
      select count(*)::int as customers, md5(string_agg(concat_ws('|', customer_id, status, tier, score, computed_tier,
        held, worse_runs), ',' order by customer_id)) as grades from grade`.execute(within);
    const { rows: counted } = await sql<{ tier: string; count: number }>`
      select tier, count(*)::int as count from grade where tier is not null group by tier order by tier`.execute(
      within,
    );
    const { rows: runs } = await sql<{ id: string; counts: { tiers: Record<string, number> } }>`
      select id, counts from grading_run order by graded_at desc, id desc`.execute(within);
    const { rows: used } = await sql<{ id: string }>`select distinct run_id as id from grade`.execute(within);
    const { rows: causes } = await sql<{ cause: string; count: number }>`
      select cause, count(*)::int as count from grade_change group by cause order by cause`.execute(within);
    const { rows: rest } = await sql<Pick<GradeState, 'openOverrides' | 'regrades'>>`
      select (select count(*)::int from tier_override where ended_at is null) as "openOverrides",
        (select count(*)::int from audit_event where action = 'regraded') as regrades`.execute(within);
    const known = new Set(runs.map(({ id }) => id));
    return {
      customers: grades[0]?.customers ?? 0,
      grades: grades[0]?.grades ?? '',
      counts: runs[0]?.counts.tiers,
      counted: Object.fromEntries(counted.map(({ tier, count }) => [tier, count])),
      runs: runs.length,
      isOfKnownRuns: used.every(({ id }) => known.has(id)),
      changes: Object.fromEntries(causes.map(({ cause, count }) => [cause, count])),
      openOverrides: rest[0]?.openOverrides ?? -1,
      regrades: rest[0]?.regrades ?? -1,
    };
  });
}

/** A digest of every customer's tier, read in one statement and outside any transaction. */
export async function readTiers(db: Database): Promise<string> {
  const { rows } = await sql<{ tiers: string }>`
    select md5(string_agg(customer_id || coalesce(tier, '-'), ',' order by customer_id)) as tiers from grade`.execute(
    db,
  );
  return rows[0]?.tiers ?? '';
}

/** A digest of the order in which search offers customers, and whether it is up to date; follows the grades after a while. */
export async function readSearchOrder(db: Database): Promise<unknown> {
  const { rows } = await sql`
    select (select md5(string_agg(concat_ws('|', customer_id, kind, term, importance), ',' order by customer_id, kind, term))
        from customer_term) as terms,
      (select bool_and(is_search_ordered) from grading_run) as "isUpToDate"`.execute(db);
  return rows[0];
}
