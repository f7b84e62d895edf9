import { sql } from 'kysely';
import type { CalendarDate } from '../../core/calendar-date.ts';
import type { Database } from './database.ts';
import type { DeliveryId, DueDelivery } from './deliveries.ts';

/** The kind of delivery that tells an admin of a target that cannot be reached. */
export const NOTICE = 'notice';

/** An admin whom Slack knows. */
export interface AdminToTell {
  readonly memberId: string;
  readonly slackUserId: string;
  /** IANA name; null when unknown. */
  readonly timeZone: string | null;
}

/**
 * Who is to be told of what was parked: `told` when somebody was already, since a message got through to the target
 * last; else the admin who has been one the longest, is not the target and could be reached; undefined: there is none.
 */
export async function findAdminToTell(
  db: Database,
  { workspaceId, target }: DueDelivery & DeliveryId,
  subject: string,
): Promise<AdminToTell | 'told' | undefined> {
  const about = subject.replace(/^parked:/, '');
  const { rows } = await sql<AdminToTell & { isTold: boolean }>`
    with notices as (
      select target, state from delivery
      where workspace_id = ${workspaceId} and kind = ${NOTICE} and subject = ${subject}
        and created_at > coalesce((
          select max(sent_at) from delivery
          where workspace_id = ${workspaceId} and target = ${about} and state = 'sent'), '-infinity')
    )
    select id as "memberId", slack_user_id as "slackUserId", time_zone as "timeZone",
      exists (select from notices where state <> 'parked') as "isTold"
    from member
    where workspace_id = ${workspaceId} and role = 'admin' and deactivated_at is null and slack_user_id is not null
      and slack_user_id not in (${target}, ${about}) and slack_user_id not in (select target from notices)
    order by id limit 1`.execute(db);
  const [admin] = rows;
  if (admin === undefined) return undefined;
  return admin.isTold ? 'told' : admin;
}

/** What could not be delivered to a target last. */
export interface ParkedDelivery {
  readonly kind: string;
  /** In Slack's word. */
  readonly problem: string;
  /** The person's name, where the target is one on file. */
  readonly name: string | null;
}

/** Undefined when nothing of the target's is parked any more. */
export async function findParked(
  db: Database,
  workspaceId: string,
  target: string,
): Promise<ParkedDelivery | undefined> {
  const { rows } = await sql<ParkedDelivery>`
    select d.kind, d.problem, coalesce(m.display_name, m.real_name) as name
    from delivery d
    left join member m on m.workspace_id = d.workspace_id and m.slack_user_id = d.target
    where d.workspace_id = ${workspaceId} and d.target = ${target} and d.state = 'parked' and d.kind <> ${NOTICE}
    order by d.due_at desc limit 1`.execute(db);
  return rows[0];
}

/** A message that does not get through. */
export interface ParkedMessage extends ParkedDelivery {
  readonly id: string;
  /** A Slack user or channel. */
  readonly target: string;
  /** The day for which it was meant. */
  readonly on: CalendarDate;
}

/** How many messages are parked, and the latest of them. */
export async function findParkedMessages(
  db: Database,
  workspaceId: string,
  most: number,
): Promise<{ readonly count: number; readonly latest: readonly ParkedMessage[] }> {
  const { rows } = await sql<ParkedMessage & { count: number }>`
    select d.id, d.kind, d.target, d.problem, d.local_date as "on", coalesce(m.display_name, m.real_name) as name,
      count(*) over ()::int as count
    from delivery d
    left join member m on m.workspace_id = d.workspace_id and m.slack_user_id = d.target
    where d.workspace_id = ${workspaceId} and d.state = 'parked' and d.kind <> ${NOTICE}
    order by d.due_at desc, d.id limit ${most}`.execute(db);
  const latest = rows.map(({ id, kind, name, on, problem, target }) => ({ id, kind, name, on, problem, target }));
  return { count: rows[0]?.count ?? 0, latest };
}

/** Lets a parked message be tried again, as if it had been written down only now: it is late on purpose. False when it is not parked. */
export async function unparkMessage(db: Database, { id, workspaceId }: DeliveryId, now: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update delivery set state = 'pending', problem = null, not_before = null, queued_at = null,
      created_at = ${now}::timestamptz
    where workspace_id = ${workspaceId} and id = ${id}::uuid and state = 'parked'`.execute(db);
  return numAffectedRows === 1n;
}
