import { type RawBuilder, sql } from 'kysely';
import type { CalendarDate } from '../../core/calendar-date.ts';
import type { CustomerStage } from '../../core/customer-stage.ts';
import type { BookCount } from '../../core/digest/book-count.ts';
import type { Database } from './database.ts';

/** Whose customers a digest counts, and as of which moments. */
export interface DigestReach {
  readonly workspaceId: string;
  /** Null: everybody's, those without an owner included. */
  readonly repIds: readonly string[] | null;
  readonly asOf: Date;
  /** The moment of the digest before, from which on the book's past is known; null: there is none. */
  readonly since: Date | null;
}

/** How often customers of a place are to be contacted. */
export interface PlaceInterval {
  readonly stage: CustomerStage;
  /** Null: those without a tier. */
  readonly tier: string | null;
  readonly everyDays: number;
}

/**
 * How many customers stood where at the digest's moment and at the one before, and of how many of them a contact was overdue:
 * by owner, place and pause. One pass over the book's index, and over what has changed since.
 *
 * @param date the day before which a contact must have been owed to be overdue
 * @param mostDays contacts are owed for so many days at most
 */
export async function countBook(
  db: Database,
  reach: DigestReach,
  { date, intervals, mostDays }: { date: CalendarDate; intervals: readonly PlaceInterval[]; mostDays: number },
): Promise<BookCount[]> {
  const owedDays = sql`(${date}::date - 1 - owed_on)`;
  const every = intervalOf(intervals);
  const { rows } = await sql<BookCount>`
    select owner_id as "ownerId", stage, status, tier, is_paused as "isPaused",
      count(*) filter (where is_now)::int as customers,
      count(*) filter (where is_before)::int as before,
      count(*) filter (where is_now and owed_on < ${date}::date)::int as overdue,
      coalesce(sum(case when is_now and owed_on < ${date}::date
        then least(1 + ${owedDays} / ${every}, greatest(1, ${mostDays}::int / ${every})) end), 0)::int as owed
    from (${bookRows(reach)}) as book
    where is_now or is_before
    group by owner_id, stage, status, tier, is_paused`.execute(db);
  return rows;
}

/**
 * The rows of the book that count at the digest's moment (`is_now`) or at the one before (`is_before`); rows of which both are
 * false are among them.
 */
export function bookRows({ workspaceId, repIds, asOf, since }: DigestReach): RawBuilder<unknown> {
  const whose = repIds === null ? sql`` : sql`and owner_id = any(${[...repIds]}::uuid[])`;
  const from = since ?? asOf;
  return sql`
    select ${COLUMNS}, changed_at as from_at, changed_at <= ${asOf}::timestamptz as is_now,
      ${since === null ? sql`false` : sql`changed_at <= ${since}::timestamptz`} as is_before
    from follow_up where workspace_id = ${workspaceId} ${whose}
    union all
    select ${COLUMNS}, from_at, until_at > ${asOf}::timestamptz as is_now,
      ${since === null ? sql`false` : sql`from_at <= ${since}::timestamptz`} as is_before
    from book_history
    where workspace_id = ${workspaceId} and until_at > ${from}::timestamptz and from_at <= ${asOf}::timestamptz ${whose}`;
}

const COLUMNS = sql.raw(
  'customer_id, owner_id, stage, status, tier, is_paused, owed_on, last_contact_on, expected_on, expected_amount',
);

/** Days from one contact to the next, of a row with `stage`, `tier` and `status`. */
export function intervalOf(intervals: readonly PlaceInterval[]): RawBuilder<number> {
  const cases = intervals.map(({ stage, tier, everyDays }) =>
    tier === null
      ? sql`when stage = ${stage} then ${everyDays}::int`
      : sql`when stage = ${stage} and tier = ${tier} then ${everyDays}::int`,
  );
  return sql`case ${sql.join(cases, sql` `)} else ${LONGEST_DAYS}::int end`;
}

const LONGEST_DAYS = 365;
