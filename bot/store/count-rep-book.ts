import { type RawBuilder, sql } from 'kysely';
import type { BookCount } from '../../core/digest/book-count.ts';
import type { SchemesInUse } from '../../core/follow-ups/service-levels.ts';
import type { Scheme } from '../../core/grading/scheme.ts';
import type { Database } from './database.ts';
import { type BookCounted, contactsOwed, type DigestReach, GROUP, intervalOf, ownedIn } from './digest-book.ts';
import { type BookChanges, type ChangeRow, changesFrom, changesSince } from './digest-moves.ts';
import { runInForce } from './digest-runs.ts';
import type { RunInForce } from './rep-book-basis.ts';
import { tierScheme } from './schemes.ts';

/** A rep's book, counted. */
export interface CountedRepBook {
  readonly counts: readonly BookCount[];
  /** Since {@link DigestReach.since}; null where nothing is known of before. */
  readonly since: { readonly changes: BookChanges; readonly schemesBefore: SchemesInUse } | null;
}

/**
 * The counts of `countBook`, without what was before and contacts made, and of `countBookChanges`, for few customers among many: in
 * one statement, since asking costs more than counting them. `runs` are those in force at {@link DigestReach.asOf}.
 */
export async function countRepBook(
  db: Database,
  reach: DigestReach,
  counted: Pick<BookCounted, 'date' | 'intervals' | 'days'>,
  runs: readonly RunInForce[],
): Promise<CountedRepBook> {
  const { since } = reach;
  const parts =
    since === null
      ? sql`null::json as changes, null::json as before`
      : sql`${listOf(changesSince({ ...reach, since }))} as changes,
        ${listOf(schemesAt(reach.workspaceId, since, runs))} as before`;
  const { rows } = await sql<{
    counts: BookCount[] | null;
    changes: ChangeRow[] | null;
    before: { stage: RunInForce['stage']; digest: string; document: Scheme | null }[] | null;
  }>`select ${listOf(placesOf(reach, counted))} as counts, ${parts}`.execute(db);
  const { before, changes, counts } = rows[0] ?? {};
  const schemeBefore = (stage: RunInForce['stage']): Scheme | undefined => {
    const run = before?.find((each) => each.stage === stage);
    if (run === undefined) return undefined;
    return run.document === null
      ? runs.find(({ digest }) => digest === run.digest)?.fitted.scheme
      : tierScheme(run.document);
  };
  return {
    counts: counts ?? [],
    since:
      since === null
        ? null
        : {
            changes: changesFrom(changes ?? []),
            schemesBefore: { prospects: schemeBefore('prospect'), customers: schemeBefore('customer') },
          },
  };
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
    ) book cross join lateral (select ${intervalOf(intervals)} as every_days) often
    group by ${GROUP}`;
}

/** The schemes in force at a moment; the documents only of those that none of these runs has. */
function schemesAt(workspaceId: string, at: Date, runs: readonly RunInForce[]): RawBuilder<unknown> {
  const known = runs.map(({ digest }) => digest);
  return sql`
    select t.stage, s.digest, case when s.digest <> all(${known}::text[]) then s.document end as document
    from (values ('prospect'), ('customer')) as t (stage)
    cross join lateral (${runInForce(workspaceId, { stage: sql`t.stage`, at: sql`${at}::timestamptz` })}) r
    join scheme s on s.workspace_id = r.workspace_id and s.digest = r.scheme_digest`;
}
