import { type RawBuilder, sql } from 'kysely';
import type { Database } from './database.ts';
import { type DigestReach, standingOf } from './digest-book.ts';
import type { ReachSince } from './digest-moves.ts';
import { type Page, type PageWanted, readPage, STANDING, type StandingCustomer } from './digest-page.ts';
import { keptAt, wasThere } from './digest-past.ts';

/** A complaint as it stood at the digest's moment; of a customer that had been merged by then, the one that was kept. */
export interface ComplaintRow extends StandingCustomer {
  readonly complaintId: string;
  readonly cause: string | null;
  readonly openedAt: Date;
  readonly answerBy: Date;
  /** Null: it had its answer, or was closed. */
  readonly isLate: boolean | null;
}

/**
 * Complaints without an answer that were late at the digest's moment or are to be answered before `until`; those that must be answered
 * first come first. With how many in all are late.
 */
export async function findUnanswered(
  db: Database,
  reach: DigestReach,
  until: Date,
  wanted: PageWanted,
): Promise<Page<ComplaintRow> & { readonly late: number }> {
  const { total, rows } = await readPage<ComplaintRow & { readonly late: number }>(
    db,
    {
      before: sql`with recursive ${keptAt(reach)}, ${unansweredSince(reach)},`,
      found: sql`
        select ${COMPLAINT}, x.answer_by < ${reach.asOf}::timestamptz as "isLate",
          (count(*) filter (where x.answer_by < ${reach.asOf}::timestamptz) over ())::int as late
        from ${complaints(reach)} and x.answer_by < ${until}::timestamptz and not ${isAnswered(reach)}`,
      order: sql`"answerBy", "complaintId"`,
    },
    wanted,
  );
  return { total, rows, late: rows[0]?.late ?? 0 };
}

/** How many complaints {@link findUnanswered} finds, by the customer's owner; owners without any are left out. */
export async function countUnanswered(
  db: Database,
  reach: DigestReach,
  until: Date,
): Promise<{ readonly ownerId: string | null; readonly late: number; readonly near: number }[]> {
  const { rows } = await sql<{ ownerId: string | null; late: number; near: number }>`
    with recursive ${keptAt(reach)}, ${unansweredSince(reach)}
    select b.owner_id as "ownerId", count(*) filter (where x.answer_by < ${reach.asOf}::timestamptz)::int as late,
      count(*) filter (where x.answer_by >= ${reach.asOf}::timestamptz)::int as near
    from ${complaints(reach)} and x.answer_by < ${until}::timestamptz and not ${isAnswered(reach)}
    group by b.owner_id`.execute(db);
  return rows;
}

/** How many complaints were opened since the digest before, by cause; the most frequent first. */
export async function countCauses(
  db: Database,
  reach: ReachSince,
): Promise<{ readonly cause: string | null; readonly complaints: number }[]> {
  const { rows } = await sql<{ cause: string | null; complaints: number }>`
    with recursive ${keptAt(reach)}
    select x.cause, count(*)::int as complaints
    from ${complaints(reach)} and x.opened_at > ${reach.since}::timestamptz
    group by x.cause order by complaints desc, x.cause nulls last`.execute(db);
  return rows;
}

/** The complaints that were opened since the digest before, the latest first. @param cause undefined: of any; null: of none */
export async function findOpened(
  db: Database,
  reach: ReachSince,
  cause: string | null | undefined,
  wanted: PageWanted,
): Promise<Page<ComplaintRow>> {
  const which = cause === undefined ? sql`` : sql`and x.cause is not distinct from ${cause}::text`;
  return readPage<ComplaintRow>(
    db,
    {
      before: sql`with recursive ${keptAt(reach)}, ${unansweredSince(reach)},`,
      found: sql`
        select ${COMPLAINT}, case when not ${isAnswered(reach)} then x.answer_by < ${reach.asOf}::timestamptz end as "isLate"
        from ${complaints(reach)} and x.opened_at > ${reach.since}::timestamptz ${which}`,
      order: sql`"openedAt" desc, "complaintId"`,
    },
    wanted,
  );
}

const COMPLAINT = sql`${STANDING}, x.id as "complaintId", x.cause, x.opened_at as "openedAt", x.answer_by as "answerBy"`;

/** Complaints `x` that were on file at the digest's moment, with the customer. */
function complaints(reach: DigestReach): RawBuilder<unknown> {
  const { workspaceId } = reach;
  return sql`
    complaint x
    left join kept k on k.gone_id = x.customer_id
    join ${standingOf(reach, sql`coalesce(k.kept_id, x.customer_id)`)} on true
    join customer c on c.workspace_id = ${workspaceId} and c.id = b.customer_id
    where x.workspace_id = ${workspaceId} and ${wasThere('x.opened_at', 'x.undone_at', reach)}`;
}

/** Whether a complaint had been answered or closed by the digest's moment. */
function isAnswered({ asOf }: DigestReach): RawBuilder<boolean> {
  return sql`(coalesce(x.answered_at <= ${asOf}::timestamptz, false) or coalesce(x.closed_at <= ${asOf}::timestamptz, false)
    or x.id in (select id from answered_then))`;
}

/** `answered_then (id)`: complaints whose answer was taken back after the digest's moment: they themselves forget it then. */
function unansweredSince({ workspaceId, asOf }: DigestReach): RawBuilder<unknown> {
  return sql`
    answered_then as (
      select (m.detail ->> 'complaintId')::uuid as id from member_action m
      where m.workspace_id = ${workspaceId} and m.kind in ('complaint-answered', 'complaint-closed')
        and m.done_at <= ${asOf}::timestamptz and m.done_at > ${asOf}::timestamptz - interval '1 day'
        and m.undone_at > ${asOf}::timestamptz
    )`;
}
