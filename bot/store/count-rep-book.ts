import { type RawBuilder, sql } from 'kysely';
import type { BookCount } from '../../core/digest/book-count.ts';
import type { Database } from './database.ts';
import { type BookCounted, contactsOwed, type DigestReach, GROUP, LONGEST_DAYS, ownedIn } from './digest-book.ts';
import { type BookChanges, type ChangeRow, changesFrom, changesSince } from './digest-moves.ts';
import { json } from './json-column.ts';

/** A rep's book, counted. */
export interface CountedRepBook {
  readonly counts: readonly BookCount[];
  /** Since {@link DigestReach.since}; null where nothing is known of before. */
  readonly changes: BookChanges | null;
}

/**
 * The counts of `countBook`, without what was before and contacts made, and of `countBookChanges`, for few customers among many: in
 * one statement as short as can be, since asking and planning cost more than counting them.
 */
export async function countRepBook(
  db: Database,
  reach: DigestReach,
  counted: Pick<BookCounted, 'date' | 'intervals' | 'days'>,
): Promise<CountedRepBook> {
  const { since } = reach;
  const { rows } = await sql<{ counts: BookCount[] | null; changes: ChangeRow[] | null }>`
    select ${listOf(placesOf(reach, counted))} as counts,
      ${since === null ? sql`null::json` : listOf(changesSince({ ...reach, since }))} as changes`.execute(db);
  const { changes, counts } = rows[0] ?? {};
  return { counts: counts ?? [], changes: since === null ? null : changesFrom(changes ?? []) };
}

function listOf(query: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select json_agg(l) from (${query}) l)`;
}

/**
 * What is owed is worked out for all at once who were owed it on one day. So few are counted as they stand, by the index alone, that
 * those who stood elsewhere at the moment need not be counted before they are taken away and added.
 */
function placesOf(
  reach: DigestReach,
  { date, days, intervals }: Pick<BookCounted, 'date' | 'intervals' | 'days'>,
): RawBuilder<unknown> {
  const { workspaceId, asOf } = reach;
  const whose = ownedIn(reach);
  const isOverdue = sql`filter (where owed_on < ${date}::date)`;
  return sql`
    select owner_id as "ownerId", stage, tier, status, is_paused as "isPaused", sum(customers)::int as customers, 0 as before,
      coalesce(sum(customers) ${isOverdue}, 0)::int as overdue,
      coalesce(sum(customers * ${contactsOwed(date, sql`every_days`, days)}) ${isOverdue}, 0)::int as owed, 0 as made
    from (
      select ${GROUP}, owed_on, count(*) as customers
      from follow_up where workspace_id = ${workspaceId} ${whose} group by ${GROUP}, owed_on
      union all
      select ${GROUP}, owed_on, -1
      from follow_up where workspace_id = ${workspaceId} and changed_at > ${asOf}::timestamptz ${whose}
      union all
      select ${GROUP}, owed_on, 1
      from book_history
      where workspace_id = ${workspaceId} and until_at > ${asOf}::timestamptz and from_at <= ${asOf}::timestamptz ${whose}
    ) book cross join lateral (select ${everyDays(intervals)} as every_days) often
    group by ${GROUP}`;
}

/** What `intervalOf` gives, in two parameters: there are too few rows for it to matter how it is looked up. */
function everyDays(intervals: BookCounted['intervals']): RawBuilder<number> {
  const byPlace = json(
    Object.fromEntries(
      intervals.map(({ everyDays: every, stage, tier }) => [tier === null ? `${stage}-` : `${stage} ${tier}`, every]),
    ),
  );
  return sql`coalesce(
    (${byPlace}::jsonb ->> (stage || ' ' || tier))::int, (${byPlace}::jsonb ->> (stage || '-'))::int, ${LONGEST_DAYS}::int)`;
}
