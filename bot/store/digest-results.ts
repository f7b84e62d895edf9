import { type RawBuilder, sql } from 'kysely';
import type { CalendarDate } from '../../core/calendar-date.ts';
import type { Database } from './database.ts';
import { standingOf, wasInBook } from './digest-book.ts';
import type { ReachSince } from './digest-moves.ts';
import { type Page, type PageWanted, readPage, STANDING, type StandingCustomer } from './digest-page.ts';
import { keptAt, wasThere } from './digest-past.ts';

/** How many prospects ended one way since the digest before, with amounts of one currency. */
export interface EndTotal {
  readonly outcome: 'won' | 'lost';
  readonly currency: string | null;
  readonly prospects: number;
  readonly amount: number | null;
}

/** A prospect that ended, as it was: a prospect of whoever had it. */
export interface EndRow {
  readonly customerId: string;
  readonly name: string;
  readonly ownerId: string | null;
  readonly outcome: 'won' | 'lost';
  readonly endedOn: CalendarDate;
  readonly amount: number | null;
  readonly currency: string | null;
  readonly reason: string | null;
}

/** How prospects ended since the digest before. */
export async function countEnds(db: Database, reach: ReachSince): Promise<EndTotal[]> {
  const { rows } = await sql<EndTotal>`
    select e.outcome, e.currency, count(*)::int as prospects, sum(e.amount)::double precision as amount
    from prospect_end e where ${isNewEnd(reach)} group by e.outcome, e.currency
    order by prospects desc, e.currency nulls last`.execute(db);
  return rows;
}

/** A page of the prospects that ended one way since the digest before: the largest amount first, then the latest. */
export async function findEnds(
  db: Database,
  reach: ReachSince,
  outcome: 'won' | 'lost',
  wanted: PageWanted,
): Promise<Page<EndRow>> {
  return readPage<EndRow>(
    db,
    {
      found: sql`
        select e.id, e.customer_id as "customerId", c.name, e.owner_id as "ownerId", e.outcome, e.ended_on as "endedOn",
          e.amount::double precision as amount, e.currency, e.reason
        from prospect_end e join customer c on c.workspace_id = e.workspace_id and c.id = e.customer_id
        where ${isNewEnd(reach)} and e.outcome = ${outcome}`,
      order: sql`amount desc nulls last, "endedOn" desc, id`,
    },
    wanted,
  );
}

/** What customers said of how satisfied they are, 1–5. */
export interface SatisfactionTotal {
  readonly results: number;
  readonly average: number | null;
  readonly low: number;
  /** The average of what was recorded in the days before the digest before. */
  readonly before: number | null;
}

/** How satisfied customers said they are since the digest before, and in the `daysBefore` days before that. */
export async function countSatisfaction(
  db: Database,
  reach: ReachSince,
  { lowest, daysBefore }: { readonly lowest: number; readonly daysBefore: number },
): Promise<SatisfactionTotal> {
  const isNew = sql`s.recorded_at > ${reach.since}::timestamptz`;
  const { rows } = await sql<SatisfactionTotal>`
    with recursive ${keptAt(reach)}
    select count(*) filter (where ${isNew})::int as results,
      (avg(s.score) filter (where ${isNew}))::double precision as average,
      count(*) filter (where ${isNew} and s.score <= ${lowest})::int as low,
      (avg(s.score) filter (where not ${isNew}))::double precision as before
    from ${resultsOnFile(reach)} and ${wasInBook(reach, sql`coalesce(k.kept_id, s.customer_id)`)}
      and s.recorded_at > ${reach.since}::timestamptz - make_interval(days => ${daysBefore}::int)`.execute(db);
  return rows[0] ?? { results: 0, average: null, low: 0, before: null };
}

/** A customer that said how satisfied it is. */
export interface SatisfactionRow extends StandingCustomer {
  readonly score: number;
  readonly surveyedOn: CalendarDate;
}

/** A page of what customers said since the digest before, the least satisfied first. */
export async function findSatisfaction(
  db: Database,
  reach: ReachSince,
  wanted: PageWanted,
): Promise<Page<SatisfactionRow>> {
  return readPage<SatisfactionRow>(
    db,
    {
      before: sql`with recursive ${keptAt(reach)},`,
      found: sql`
        select ${STANDING}, s.id, s.score, s.surveyed_on as "surveyedOn"
        from (select s.*, coalesce(k.kept_id, s.customer_id) as kept_id
          from ${resultsOnFile(reach)} and s.recorded_at > ${reach.since}::timestamptz) s
        join ${standingOf(reach, sql`s.kept_id`)} on true
        join customer c on c.workspace_id = ${reach.workspaceId} and c.id = b.customer_id`,
      order: sql`score, "surveyedOn" desc, id`,
    },
    wanted,
  );
}

/** Customers whose tier had been set by hand until a day that has passed since the digest before, the latest first. */
export async function findExpiredOverrides(
  db: Database,
  reach: ReachSince,
  wanted: PageWanted,
): Promise<Page<StandingCustomer>> {
  return readPage<StandingCustomer>(
    db,
    {
      found: sql`
        select ${STANDING} from (
          select distinct customer_id from tier_override
          where workspace_id = ${reach.workspaceId} and end_reason = 'expired'
            and ended_at > ${reach.since}::timestamptz and ended_at <= ${reach.asOf}::timestamptz) o
        join ${standingOf(reach, sql`o.customer_id`)} on true
        join customer c on c.workspace_id = ${reach.workspaceId} and c.id = b.customer_id`,
      order: sql`name, "customerId"`,
    },
    wanted,
  );
}

function isNewEnd(reach: ReachSince): RawBuilder<boolean> {
  const { repIds } = reach;
  const whose = repIds === null ? sql`` : sql`and e.owner_id = any(${[...repIds]}::uuid[])`;
  return sql`e.workspace_id = ${reach.workspaceId} and e.recorded_at > ${reach.since}::timestamptz
    and ${wasThere('e.recorded_at', 'e.undone_at', reach)} ${whose}`;
}

/** Survey results `s` that were on file at the digest's moment, with the customer that one was merged into as `k`. */
function resultsOnFile(reach: ReachSince): RawBuilder<unknown> {
  return sql`
    survey_result s left join kept k on k.gone_id = s.customer_id
    where s.workspace_id = ${reach.workspaceId} and ${wasThere('s.recorded_at', 's.undone_at', reach)}`;
}
