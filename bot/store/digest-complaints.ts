import { type RawBuilder, sql } from 'kysely';
import type { Database } from './database.ts';
import { bookRows, type DigestReach } from './digest-book.ts';
import { keptAt, wasThere } from './digest-contacts.ts';
import type { ReachSince } from './digest-moves.ts';
import { type Page, type PageWanted, readPage, STANDING, type StandingCustomer } from './digest-page.ts';

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
      before: sql`with recursive ${keptAt(reach)}, ${answeredAt(reach)},`,
      found: sql`
        select ${COMPLAINT}, x.answer_by < ${reach.asOf}::timestamptz as "isLate",
          (count(*) filter (where x.answer_by < ${reach.asOf}::timestamptz) over ())::int as late
        from ${complaints(reach)} and x.answer_by < ${until}::timestamptz and a.id is null`,
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
    with recursive ${keptAt(reach)}, ${answeredAt(reach)}
    select b.owner_id as "ownerId", count(*) filter (where x.answer_by < ${reach.asOf}::timestamptz)::int as late,
      count(*) filter (where x.answer_by >= ${reach.asOf}::timestamptz)::int as near
    from ${complaints(reach)} and x.answer_by < ${until}::timestamptz and a.id is null
    group by b.owner_id`.execute(db);
  return rows;
}

/** How many complaints were opened since the digest before, by cause; the most frequent first. */
export async function countCauses(
  db: Database,
  reach: ReachSince,
): Promise<{ readonly cause: string | null; readonly complaints: number }[]> {
  const { rows } = await sql<{ cause: string | null; complaints: number }>`
    with recursive ${keptAt(reach)}, ${answeredAt(reach)}
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
      before: sql`with recursive ${keptAt(reach)}, ${answeredAt(reach)},`,
      found: sql`
        select ${COMPLAINT}, case when a.id is null then x.answer_by < ${reach.asOf}::timestamptz end as "isLate"
        from ${complaints(reach)} and x.opened_at > ${reach.since}::timestamptz ${which}`,
      order: sql`"openedAt" desc, "complaintId"`,
    },
    wanted,
  );
}

const COMPLAINT = sql`${STANDING}, x.id as "complaintId", x.cause, x.opened_at as "openedAt", x.answer_by as "answerBy"`;

/** Complaints `x` that were on file at the digest's moment, with the answer `a` that each had by then. */
function complaints(reach: DigestReach): RawBuilder<unknown> {
  const { workspaceId } = reach;
  return sql`
    complaint x
    left join kept k on k.gone_id = x.customer_id
    join (${bookRows(reach)}) b on b.customer_id = coalesce(k.kept_id, x.customer_id) and b.is_now
    join customer c on c.workspace_id = ${workspaceId} and c.id = b.customer_id
    left join answered a on a.id = x.id
    where x.workspace_id = ${workspaceId} and ${wasThere('x.opened_at', 'x.undone_at', reach)}`;
}

/**
 * `answered (id)`: the complaints that had been answered or closed by the digest's moment, those included whose answer was taken
 * back later: the complaint itself forgets it then.
 */
function answeredAt({ workspaceId, asOf }: DigestReach): RawBuilder<unknown> {
  return sql`
    answered as (
      select x.id from complaint x
      where x.workspace_id = ${workspaceId} and (x.answered_at <= ${asOf}::timestamptz or x.closed_at <= ${asOf}::timestamptz)
      union
      select (m.detail ->> 'complaintId')::uuid from member_action m
      where m.workspace_id = ${workspaceId} and m.kind in ('complaint-answered', 'complaint-closed')
        and m.done_at <= ${asOf}::timestamptz and m.done_at > ${asOf}::timestamptz - interval '1 day'
        and m.undone_at > ${asOf}::timestamptz
    )`;
}
