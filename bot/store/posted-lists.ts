import { sql } from 'kysely';
import type { CalendarDate } from '../../core/calendar-date.ts';
import type { Database } from './database.ts';

/** A member's list of a day, and where it was posted. */
export interface PostedList {
  readonly memberId: string;
  readonly localDate: CalendarDate;
  readonly channel: string;
  readonly ts: string;
}

/**
 * The lists of `kind` in which these customers may stand: those posted last to their owners, and to whoever covers for
 * them on the list's day.
 */
export async function findListsOf(
  db: Database,
  workspaceId: string,
  kind: string,
  customerIds: readonly string[],
  since: CalendarDate,
): Promise<PostedList[]> {
  const { rows } = await sql<PostedList>`
    with owner as (
      select distinct owner_id as id from customer
      where workspace_id = ${workspaceId} and id = any(${[...customerIds]}::uuid[]) and owner_id is not null
    ), reader as (
      select id, null::date as from_on, null::date as to_on from owner
      union
      select a.cover_id, a.from_on, a.to_on from absence a join owner on owner.id = a.member_id
      where a.workspace_id = ${workspaceId} and a.cover_id is not null and a.to_on >= ${since}::date
    )
    select distinct d.member_id as "memberId", d.local_date as "localDate", d.channel, d.ts
    from delivery d join reader r on r.id = d.member_id
    where d.workspace_id = ${workspaceId} and d.kind = ${kind} and d.local_date >= ${since}::date
      and d.state = 'sent' and d.channel is not null and d.ts is not null
      and (r.from_on is null or d.local_date between r.from_on and r.to_on)
    order by d.local_date, d.ts`.execute(db);
  return rows;
}

/** Where something was done to a customer: the customer, and who owned it before where that was what was done. */
export interface Touched {
  readonly customerId: string;
  readonly formerOwnerId: string | null;
}

/** The customers to whom something was done, or taken back, since a moment; of what can be taken back for `undoMs`. */
export async function findTouched(db: Database, workspaceId: string, since: Date, undoMs: number): Promise<Touched[]> {
  const earliest = new Date(since.getTime() - undoMs);
  const { rows } = await sql<Touched>`
    select distinct customer_id as "customerId",
      case when undone_at is null then detail #>> '{from,ownerId}' else detail #>> '{to,ownerId}' end as "formerOwnerId"
    from member_action
    where workspace_id = ${workspaceId} and done_at >= ${earliest}::timestamptz and customer_id is not null
      and (done_at >= ${since}::timestamptz or undone_at >= ${since}::timestamptz)`.execute(db);
  return rows;
}

/** The lists of `kind` that were posted to these members since a day. */
export async function findListsFor(
  db: Database,
  workspaceId: string,
  kind: string,
  memberIds: readonly string[],
  since: CalendarDate,
): Promise<PostedList[]> {
  const { rows } = await sql<PostedList>`
    select member_id as "memberId", local_date as "localDate", channel, ts from delivery
    where workspace_id = ${workspaceId} and member_id = any(${[...memberIds]}::uuid[]) and kind = ${kind}
      and local_date >= ${since}::date and state = 'sent' and channel is not null and ts is not null
    order by local_date, ts`.execute(db);
  return rows;
}
