import { sql } from 'kysely';
import type { CalendarDate } from '../../core/calendar-date.ts';
import type { CustomerStage } from '../../core/customer-stage.ts';
import type { GradeStatus } from '../../core/grading/grade.ts';
import type { Database } from './database.ts';

/** A customer of a book. */
export interface BookCustomer {
  readonly customerId: string;
  readonly ownerId: string;
  readonly stage: CustomerStage;
  /** The standing grade; null while ungraded. */
  readonly status: GradeStatus | null;
  readonly tier: string | null;
  readonly name: string;
  /** Archived and lost ones are nobody's work. */
  readonly isActive: boolean;
  /** Something was promised for a day near or past, or a complaint is open. */
  readonly isBusy: boolean;
}

/** How many active customers these owners have, or everybody who has any; owners without any are left out. */
export async function countCustomers(
  db: Database,
  workspaceId: string,
  ownerIds: readonly string[] | 'all',
): Promise<Map<string, number>> {
  const whose = ownerIds === 'all' ? sql`owner_id is not null` : sql`owner_id = any(${[...ownerIds]}::uuid[])`;
  const { rows } = await sql<{ ownerId: string; customers: number }>`
    select owner_id as "ownerId", count(*)::int as customers from customer
    where workspace_id = ${workspaceId} and merged_into is null and status = 'active' and ${whose}
    group by owner_id`.execute(db);
  return new Map(rows.map(({ ownerId, customers }) => [ownerId, customers]));
}

/** A member who has left with customers that nobody has yet. */
export interface BookLeft {
  readonly memberId: string;
  /** When Slack deactivated the member. */
  readonly leftAt: Date;
  /** Null when the member has none. */
  readonly managerId: string | null;
}

/** Those who were deactivated by `now`, still have active customers, and of whose leaving no delivery of `kind` tells. */
export async function findBooksLeft(db: Database, workspaceId: string, kind: string, now: Date): Promise<BookLeft[]> {
  const { rows } = await sql<BookLeft>`
    select m.id as "memberId", m.deactivated_at as "leftAt", m.manager_id as "managerId" from member m
    where m.workspace_id = ${workspaceId} and m.deactivated_at <= ${now}::timestamptz
      and exists (
        select from customer c
        where c.workspace_id = ${workspaceId} and c.owner_id = m.id and c.merged_into is null and c.status = 'active')
      and not exists (
        select from delivery d
        where d.workspace_id = ${workspaceId} and d.kind = ${kind} and d.subject = m.id::text
          and d.due_at >= date_trunc('milliseconds', m.deactivated_at))
    order by m.id`.execute(db);
  return rows;
}

/**
 * The customers of these owners, archived and lost ones included, by id.
 *
 * @param busyUntil whoever was promised something for a day until then is busy
 */
export async function findBooks(
  db: Database,
  workspaceId: string,
  ownerIds: readonly string[],
  busyUntil: CalendarDate,
): Promise<BookCustomer[]> {
  const { rows } = await sql<BookCustomer>`
    select c.id as "customerId", c.name, c.owner_id as "ownerId", c.stage, g.status, g.tier,
      c.status = 'active' as "isActive",
      coalesce(c.next_contact_on <= ${busyUntil}::date, false) or exists (
        select from complaint o where o.workspace_id = c.workspace_id and o.customer_id = c.id
          and o.closed_at is null and o.undone_at is null) as "isBusy"
    from customer c
    left join grade g on g.workspace_id = c.workspace_id and g.customer_id = c.id
    where c.workspace_id = ${workspaceId} and c.merged_into is null and c.owner_id = any(${[...ownerIds]}::uuid[])
    order by c.id`.execute(db);
  return rows;
}
