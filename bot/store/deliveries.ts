import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { CalendarDate } from '../../core/calendar-date.ts';
import type { Database } from './database.ts';
import type { DeliveryState } from './delivery-tables.ts';
import { inChunks } from './in-chunks.ts';
import { newId } from './new-id.ts';

/** A message that has come due: at most one is ever made of the same workspace, kind, target, day and subject. */
export interface DueDelivery {
  readonly workspaceId: string;
  readonly kind: string;
  /** A Slack user's or channel's id. */
  readonly target: string;
  /** The day on which it is due, where its target is. */
  readonly localDate: CalendarDate;
  /** Tells messages of one kind, target and day apart; empty where there is only one. */
  readonly subject: string;
  /** The member it is for; null where it is for a channel. */
  readonly memberId: string | null;
  readonly dueAt: Date;
}

/** A message that is to arrive once, and where it stands. */
export interface Delivery extends DueDelivery {
  readonly id: string;
  readonly state: DeliveryState;
  /** Opaque; goes with the message as metadata. */
  readonly key: string;
  /** Where it is posted; null while that was not found out. */
  readonly channel: string | null;
  readonly ts: string | null;
  readonly attempts: number;
  readonly notBefore: Date | null;
  /** The moment that was reserved for posting it last. */
  readonly sendingAt: Date | null;
  readonly problem: string | null;
  readonly createdAt: Date;
}

/** Which delivery, in which workspace. */
export interface DeliveryId {
  readonly workspaceId: string;
  readonly id: string;
}

const ROWS_A_STATEMENT = 1000;

/**
 * Adds those that are not there yet and returns their ids; `problem` null: to be posted; else they are written as
 * skipped for that reason.
 */
export async function addDeliveries(
  db: Database,
  due: readonly DueDelivery[],
  now: Date,
  problem: string | null = null,
): Promise<DeliveryId[]> {
  const added: DeliveryId[] = [];
  for (const chunk of inChunks(due, ROWS_A_STATEMENT)) {
    const rows = await db
      .insertInto('delivery')
      .values(
        chunk.map((each) => ({
          workspace_id: each.workspaceId,
          id: newId(now),
          kind: each.kind,
          target: each.target,
          local_date: each.localDate,
          subject: each.subject,
          member_id: each.memberId,
          due_at: each.dueAt,
          state: problem === null ? ('pending' as const) : ('skipped' as const),
          key: randomUUID(),
          attempts: 0,
          problem,
          created_at: now,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .returning(['workspace_id as workspaceId', 'id'])
      .execute();
    added.push(...rows);
  }
  return added;
}

/** How long a job may take to be done before another is made for the same delivery. */
const JOB_LOST_MS = 30 * 60_000;
/** After that long nobody is posting it any more: a call ends within 10 s, and is not begun late. */
export const STALE_SENDING_MS = 60_000;

/**
 * Those of these kinds that are open, whose time has come and for which no job was made, or long ago; marks them as having one. At most
 * `limit`, the earliest due first, of those in the order of the kinds; only within the transaction that makes the jobs.
 */
export async function takeUnqueued(
  db: Database,
  workspaceId: string,
  kinds: readonly string[],
  now: Date,
  limit: number,
): Promise<DeliveryId[]> {
  const stale = new Date(now.getTime() - STALE_SENDING_MS);
  const lost = new Date(now.getTime() - JOB_LOST_MS);
  const ahead = new Date(now.getTime() + JOB_LOST_MS);
  const order = [...kinds];
  const { rows } = await sql<DeliveryId>`
    with waiting as (
      select id from delivery
      where workspace_id = ${workspaceId} and state in ('pending', 'sending', 'unknown')
        and kind = any(${order}::text[])
        and (queued_at is null or queued_at not between ${lost}::timestamptz and ${ahead}::timestamptz)
        and (not_before is null or not_before <= ${now}::timestamptz)
        and (state <> 'sending' or sending_at not between ${stale}::timestamptz and ${ahead}::timestamptz)
      order by due_at, array_position(${order}::text[], kind), id limit ${limit} for update skip locked
    ), taken as (
      update delivery d set queued_at = ${now}::timestamptz from waiting w
      where d.workspace_id = ${workspaceId} and d.id = w.id
      returning d.workspace_id, d.id, d.due_at, d.kind
    )
    select workspace_id as "workspaceId", id from taken
    order by due_at, array_position(${order}::text[], kind), id`.execute(db);
  return rows;
}

/** Forgets that jobs were made for what is open: when they are gone. */
export async function forgetQueued(db: Database, workspaceId: string): Promise<void> {
  await sql`
    update delivery set queued_at = null
    where workspace_id = ${workspaceId} and state in ('pending', 'sending', 'unknown') and queued_at is not null`.execute(
    db,
  );
}

/** Undefined when there is none. */
export async function findDelivery(db: Database, { workspaceId, id }: DeliveryId): Promise<Delivery | undefined> {
  const { rows } = await sql<Delivery>`
    select ${DELIVERY} from delivery where workspace_id = ${workspaceId} and id = ${id}`.execute(db);
  return rows[0];
}

/** Everything in the workspace that is open, the earliest due first. */
export async function findOpenDeliveries(db: Database, workspaceId: string): Promise<Delivery[]> {
  const { rows } = await sql<Delivery>`
    select ${DELIVERY} from delivery
    where workspace_id = ${workspaceId} and state in ('pending', 'sending', 'unknown') order by due_at, id`.execute(db);
  return rows;
}

/** The channel in which the target was last written to; undefined when it never was. */
export async function findChannelOf(db: Database, workspaceId: string, target: string): Promise<string | undefined> {
  const { rows } = await sql<{ channel: string }>`
    select channel from delivery
    where workspace_id = ${workspaceId} and target = ${target} and channel is not null and state = 'sent'
    order by due_at desc limit 1`.execute(db);
  return rows[0]?.channel;
}

/** The days before `delivery`'s for which the same target's message of the kind and subject was skipped as too late, since the last that was posted. */
export async function findMissedDays(
  db: Database,
  { workspaceId, kind, target, subject, localDate }: DueDelivery,
): Promise<CalendarDate[]> {
  const { rows } = await sql<{ day: CalendarDate }>`
    select local_date as day from delivery d
    where workspace_id = ${workspaceId} and kind = ${kind} and target = ${target} and subject = ${subject}
      and local_date < ${localDate}::date and state = 'skipped' and problem = 'late'
      and local_date > coalesce((
        select max(local_date) from delivery s
        where s.workspace_id = ${workspaceId} and s.kind = ${kind} and s.target = ${target} and s.subject = ${subject}
          and s.state = 'sent' and s.local_date < ${localDate}::date), '-infinity')
    order by local_date`.execute(db);
  return rows.map(({ day }) => day);
}

/** How many of a workspace's deliveries are open, by state. */
export async function countOpenDeliveries(
  db: Database,
  workspaceId: string,
): Promise<ReadonlyMap<DeliveryState, number>> {
  const { rows } = await sql<{ state: DeliveryState; count: number }>`
    select state, count(*)::int as count from delivery
    where workspace_id = ${workspaceId} and state in ('pending', 'sending', 'unknown') group by state`.execute(db);
  return new Map(rows.map(({ state, count }) => [state, count]));
}

/** Deletes a workspace's that are due later than `moment`: where the clock can be put back. */
export async function forgetLater(db: Database, workspaceId: string, moment: Date): Promise<void> {
  await sql`
    delete from delivery where workspace_id = ${workspaceId} and due_at > ${moment}::timestamptz`.execute(db);
}

/** Deletes all of a workspace's: where Slack itself has forgotten every message. */
export async function forgetDeliveries(db: Database, workspaceId: string): Promise<void> {
  await sql`delete from delivery where workspace_id = ${workspaceId}`.execute(db);
}

const DELIVERY = sql.raw(`workspace_id as "workspaceId", id, kind, target, local_date as "localDate", subject,
  member_id as "memberId", due_at as "dueAt", state, key, channel, ts, attempts, not_before as "notBefore",
  sending_at as "sendingAt", problem, created_at as "createdAt"`);
