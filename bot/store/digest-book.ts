import { type RawBuilder, sql } from 'kysely';
import { addDays, type CalendarDate } from '../../core/calendar-date.ts';
import type { CustomerStage } from '../../core/customer-stage.ts';
import type { BookCount } from '../../core/digest/book-count.ts';
import type { Database } from './database.ts';
import { wasThere } from './digest-past.ts';

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

/** What is counted of each customer beside where it stands. */
export interface BookCounted {
  /** The digest's day: a contact that was owed before it is overdue. */
  readonly date: CalendarDate;
  readonly intervals: readonly PlaceInterval[];
  /** Contacts are counted for so many days: at most those owed, and those made. */
  readonly days: number;
  /** Whether contacts made are counted; 0 where they are not. */
  readonly withMade: boolean;
}

/**
 * How many customers stood where at the digest's moment and at the one before, of how many of them a contact was overdue, and how
 * many contacts were made: by owner, place and pause, some of which may come twice. One pass over the book, and over what has
 * changed since.
 */
export async function countBook(db: Database, reach: DigestReach, counted: BookCounted): Promise<BookCount[]> {
  const { rows } = await sql<BookCount>`
    ${countsOf(reach, 'follow_up', counted)}
    union all
    ${countsOf(reach, 'book_history', counted)}`.execute(db);
  return rows;
}

/** Each half of the book is counted by itself, so that PostgreSQL's workers share the larger one. */
function countsOf(reach: DigestReach, half: Half, counted: BookCounted): RawBuilder<unknown> {
  const { date, intervals, days, withMade } = counted;
  const every = intervalOf(intervals);
  return sql`
    select owner_id as "ownerId", stage, status, tier, is_paused as "isPaused",
      count(*) filter (where is_now)::int as customers,
      count(*) filter (where is_before)::int as before,
      count(*) filter (where is_now and owed_on < ${date}::date)::int as overdue,
      coalesce(sum(case when is_now and owed_on < ${date}::date then ${contactsOwed(date, every, days)} end), 0)::int as owed,
      ${withMade ? sql`coalesce(sum(case when is_now then m.contacts end), 0)::int` : sql`0`} as made
    from (${halfOf(reach, half)}) as book
    ${withMade ? sql`left join (${contactsMade(reach, counted)}) m on m.kept_id = book.customer_id` : sql``}
    group by owner_id, stage, status, tier, is_paused`;
}

type Half = 'follow_up' | 'book_history';

/** How many contacts are owed where `owed_on` has passed by a day. */
export function contactsOwed(date: CalendarDate, every: RawBuilder<number>, days: number): RawBuilder<number> {
  return sql`least(1 + (${date}::date - 1 - owed_on) / ${every}, greatest(1, ${days}::int / ${every}))`;
}

/**
 * How many `contacts` each customer (`kept_id`) had in the days until the digest's, tries without an answer aside. Those with a
 * customer that was merged count for the one that was kept, through two merges in a row: joins, and no common table, which
 * PostgreSQL's workers could not share.
 */
function contactsMade(reach: DigestReach, { date, days }: BookCounted): RawBuilder<unknown> {
  const merged = (as: string, gone: string) => sql`
    left join customer_merge ${sql.raw(as)} on ${sql.raw(as)}.workspace_id = i.workspace_id
      and ${sql.raw(as)}.gone_id = ${sql.raw(gone)} and ${wasThere(`${as}.merged_at`, `${as}.undone_at`, reach)}`;
  return sql`
    select coalesce(t.kept_id, k.kept_id, i.customer_id) as kept_id, count(*) as contacts
    from interaction i ${merged('k', 'i.customer_id')} ${merged('t', 'k.kept_id')}
    where i.workspace_id = ${reach.workspaceId} and i.happened_on > ${addDays(date, -days)}::date
      and i.happened_on <= ${date}::date and i.outcome <> 'no-answer' and ${wasThere('i.logged_at', 'i.undone_at', reach)}
    group by 1`;
}

/**
 * The rows of the book that count at the digest's moment (`is_now`) or at the one before (`is_before`); rows of which both are
 * false are among them.
 */
export function bookRows(reach: DigestReach): RawBuilder<unknown> {
  return sql`${halfOf(reach, 'follow_up')} union all ${halfOf(reach, 'book_history')}`;
}

/** The row `b` of one customer at the digest's moment, to be joined laterally; found by the customer, however large the book. */
export function standingOf(reach: DigestReach, customerId: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`lateral (select * from (${bookRows(reach)}) r where r.customer_id = ${customerId} and r.is_now limit 1) b`;
}

function halfOf(
  { workspaceId, repIds, asOf, since }: DigestReach,
  half: 'follow_up' | 'book_history',
): RawBuilder<unknown> {
  const whose = repIds === null ? sql`` : sql`and owner_id = any(${[...repIds]}::uuid[])`;
  if (half === 'follow_up') {
    return sql`
      select ${COLUMNS}, changed_at as from_at, changed_at <= ${asOf}::timestamptz as is_now,
        ${since === null ? sql`false` : sql`changed_at <= ${since}::timestamptz`} as is_before
      from follow_up where workspace_id = ${workspaceId} ${whose}`;
  }
  return sql`
    select ${COLUMNS}, from_at, until_at > ${asOf}::timestamptz as is_now,
      ${since === null ? sql`false` : sql`from_at <= ${since}::timestamptz`} as is_before
    from book_history
    where workspace_id = ${workspaceId} and until_at > ${since ?? asOf}::timestamptz and from_at <= ${asOf}::timestamptz ${whose}`;
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
