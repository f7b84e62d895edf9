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
 * many contacts were made: by owner, place and pause.
 *
 * The book as it stands is counted whole, from its index alone; what has changed since is found by when it did, taken away, and
 * counted as it was.
 */
export async function countBook(db: Database, reach: DigestReach, counted: BookCounted): Promise<BookCount[]> {
  const { rows } = await sql<BookCount>`
    select owner_id as "ownerId", stage, tier, status, is_paused as "isPaused", sum(customers)::int as customers,
      sum(before)::int as before, sum(overdue)::int as overdue, sum(owed)::int as owed, sum(made)::int as made
    from (
      ${standing(reach, counted)} union all ${changedSince(reach, counted)} union all ${stoodThen(reach, counted)}
      ${counted.withMade ? sql`union all ${contactsMade(reach, counted)}` : sql``}
    ) counts
    group by owner_id, stage, tier, status, is_paused`.execute(db);
  return rows;
}

/** The columns of `follow_up_book` in their order, by which PostgreSQL's workers count what they read without sorting it. */
export const GROUP = sql.raw('owner_id, stage, tier, status, is_paused');

/** Everybody as they stand now. */
function standing(reach: DigestReach, counted: BookCounted): RawBuilder<unknown> {
  return sql`
    select ${GROUP}, count(*) as customers, ${reach.since === null ? sql`0` : sql`count(*)`} as before,
      count(*) filter (where ${isOverdue(counted)}) as overdue, ${owedOf(isOverdue(counted), counted)} as owed, 0 as made
    from follow_up where workspace_id = ${reach.workspaceId} ${ownedIn(reach)} group by ${GROUP}`;
}

/** What is to be taken away from that: those who came to stand there after one of the moments. */
function changedSince(reach: DigestReach, counted: BookCounted): RawBuilder<unknown> {
  const { workspaceId, asOf, since } = reach;
  const isLater = sql`changed_at > ${asOf}::timestamptz`;
  const isLaterOverdue = sql`${isLater} and ${isOverdue(counted)}`;
  return sql`
    select ${GROUP}, -count(*) filter (where ${isLater}), ${since === null ? sql`0` : sql`-count(*)`},
      -count(*) filter (where ${isLaterOverdue}), -${owedOf(isLaterOverdue, counted)}, 0
    from follow_up
    where workspace_id = ${workspaceId} and changed_at > ${since ?? asOf}::timestamptz ${ownedIn(reach)} group by ${GROUP}`;
}

/** Those who stood elsewhere at the moments. */
function stoodThen(reach: DigestReach, counted: BookCounted): RawBuilder<unknown> {
  const isOverdueThen = sql`is_now and ${isOverdue(counted)}`;
  return sql`
    select ${GROUP}, count(*) filter (where is_now), count(*) filter (where is_before),
      count(*) filter (where ${isOverdueThen}), ${owedOf(isOverdueThen, counted)}, 0
    from (${halfOf(reach, 'book_history')}) book group by ${GROUP}`;
}

function isOverdue({ date }: BookCounted): RawBuilder<boolean> {
  return sql`owed_on < ${date}::date`;
}

/** How many contacts are owed where `which`. */
function owedOf(which: RawBuilder<unknown>, { date, intervals, days }: BookCounted): RawBuilder<unknown> {
  return sql`coalesce(sum(${contactsOwed(date, intervalOf(intervals), days)}) filter (where ${which}), 0)`;
}

/** A condition that leaves the rows of these reps, to follow another one. */
export function ownedIn({ repIds }: DigestReach): RawBuilder<unknown> {
  if (repIds === null) return sql``;
  const [only, ...others] = repIds;
  return only !== undefined && others.length === 0
    ? sql`and owner_id = ${only}::uuid`
    : sql`and owner_id = any(${[...repIds]}::uuid[])`;
}

type Half = 'follow_up' | 'book_history';

/** How many contacts are owed where `owed_on` has passed by a day. */
export function contactsOwed(date: CalendarDate, every: RawBuilder<number>, days: number): RawBuilder<number> {
  return sql`least(1 + (${date}::date - 1 - owed_on) / ${every}, greatest(1, ${days}::int / ${every}))`;
}

/**
 * The contacts with customers in the days until the digest's, tries without an answer aside, by where those customers stood. Those with
 * a customer that was merged count for the one that was kept, through two merges in a row: joins, and no common table, which
 * PostgreSQL's workers could not share.
 */
function contactsMade(reach: DigestReach, { date, days }: BookCounted): RawBuilder<unknown> {
  const { workspaceId, asOf } = reach;
  const merges = (as: string) =>
    sql`customer_merge ${sql.raw(as)} where ${sql.raw(as)}.workspace_id = ${workspaceId}
      and ${wasThere(`${as}.merged_at`, `${as}.undone_at`, reach)}`;
  const contacts = sql`
    i.workspace_id = ${workspaceId} and i.happened_on > ${addDays(date, -days)}::date
      and i.happened_on <= ${date}::date and i.outcome <> 'no-answer' and ${wasThere('i.logged_at', 'i.undone_at', reach)}`;
  // apart from each other: by a column of its own PostgreSQL knows how many customers there are, and joins the fewer to the more
  const ofKept = sql`
    select i.customer_id as kept_id, i.logged_at from interaction i
    where ${contacts} and not exists (select from ${merges('m')} and m.gone_id = i.customer_id)`;
  const ofGone = sql`
    select coalesce(t.kept_id, k.kept_id) as kept_id, i.logged_at
    from (select * from ${merges('k')}) k left join (select * from ${merges('t')}) t on t.gone_id = k.kept_id
    join interaction i on i.customer_id = k.gone_id and ${contacts}`;
  const byPlace = (contact: RawBuilder<unknown>, half: Half) => sql`
    select ${GROUP}, 0, 0, 0, 0, count(*)
    from (${contact}) c join ${sql.table(half)} b on b.workspace_id = ${workspaceId} and b.customer_id = c.kept_id
    where ${half === 'follow_up' ? stoodWhenLogged : stoodUntilLater} ${ownedIn(reach)}
    group by ${GROUP}`;
  // said of both at once, so that it is asked of those alone who were contacted: in a row it stands behind all the rest
  const stoodWhenLogged = sql`greatest(b.changed_at, c.logged_at) <= ${asOf}::timestamptz`;
  const stoodUntilLater = sql`b.from_at <= ${asOf}::timestamptz and b.until_at > ${asOf}::timestamptz`;
  return sql.join(
    [ofKept, ofGone].flatMap((contact) => [byPlace(contact, 'follow_up'), byPlace(contact, 'book_history')]),
    sql` union all `,
  );
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

/** Whether a customer was in the book at the digest's moment; asked of many, it costs less than {@link standingOf}. */
export function wasInBook(reach: DigestReach, customerId: RawBuilder<unknown>): RawBuilder<boolean> {
  const { workspaceId, asOf } = reach;
  const whose = ownedIn(reach);
  return sql`(
    exists (select from follow_up where workspace_id = ${workspaceId} and customer_id = ${customerId}
      and changed_at <= ${asOf}::timestamptz ${whose})
    or exists (select from book_history where workspace_id = ${workspaceId} and customer_id = ${customerId}
      and from_at <= ${asOf}::timestamptz and until_at > ${asOf}::timestamptz ${whose}))`;
}

function halfOf(reach: DigestReach, half: Half): RawBuilder<unknown> {
  const { workspaceId, asOf, since } = reach;
  const whose = ownedIn(reach);
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

/** Days from one contact to the next of a place that no level is for. */
export const LONGEST_DAYS = 365;
