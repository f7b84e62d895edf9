import { sql } from 'kysely';
import type { Database } from './database.ts';
import type { DeliveryId } from './deliveries.ts';

/** A delivery as somebody last saw it: its steps are taken only while it was not begun anew meanwhile. */
export interface SeenDelivery extends DeliveryId {
  readonly attempts: number;
}

/** Slack: one message a second to a channel. */
const CHANNEL_GAP = sql`interval '1 second'`;
/** Slack: "several hundred" messages a minute to a workspace; this makes 240, whatever the number of processes. */
const WORKSPACE_GAP = sql`interval '250 milliseconds'`;
/** What was sent or is to be sent nearer than this counts for the gaps; a clock that was put back leaves others behind. */
const NEAR = sql`interval '30 seconds'`;

/**
 * Claims a pending delivery for posting to `channel` and reserves the moment for it, `now` or later, so that the gaps
 * between messages are kept across processes. Undefined when it is not pending any more, not yet to be tried, or being
 * claimed by somebody else. Commits before it returns: whoever finds it `sending` must find out whether it was posted.
 */
export async function claimDelivery(
  db: Database,
  { workspaceId, id }: DeliveryId,
  channel: string,
  now: Date,
): Promise<{ readonly attempts: number; readonly sendingAt: Date } | undefined> {
  return db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(${PACE_LOCKS}, hashtext(${workspaceId}))`.execute(trx);
    const { rows } = await sql<{ attempts: number; sendingAt: Date }>`
      with claimed as (
        select id from delivery
        where workspace_id = ${workspaceId} and id = ${id} and state = 'pending'
          and (not_before is null or not_before <= ${now}::timestamptz)
        for update skip locked
      ), last as (
        select max(sending_at) as any_at, max(sending_at) filter (where channel = ${channel}) as channel_at
        from delivery
        where workspace_id = ${workspaceId}
          and sending_at between ${now}::timestamptz - ${NEAR} and ${now}::timestamptz + ${NEAR}
      )
      update delivery d set state = 'sending', channel = ${channel}, attempts = d.attempts + 1, not_before = null,
        sending_at = greatest(${now}::timestamptz, last.any_at + ${WORKSPACE_GAP}, last.channel_at + ${CHANNEL_GAP})
      from claimed, last
      where d.workspace_id = ${workspaceId} and d.id = claimed.id
      returning d.attempts, d.sending_at as "sendingAt"`.execute(trx);
    return rows[0];
  });
}

/** Keeps these locks apart from other users of advisory locks: the letters "pace". */
const PACE_LOCKS = 0x70616365;

/** Posted: where, and as which message. */
export async function markSent(
  db: Database,
  seen: SeenDelivery,
  { channel, ts }: { readonly channel: string; readonly ts: string },
  now: Date,
): Promise<void> {
  await sql`
    update delivery set state = 'sent', channel = ${channel}, ts = ${ts}, sent_at = ${now}::timestamptz,
      not_before = null, problem = null
    where ${as(seen)} and state in ('sending', 'unknown')`.execute(db);
}

/**
 * Certainly not posted: to be tried again, not before that moment where one is given. False when somebody else has gone
 * on with it, who then must be left to it.
 */
export async function markPending(
  db: Database,
  seen: SeenDelivery,
  notBefore: Date | null,
  problem: string | null,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update delivery set state = 'pending', not_before = ${notBefore}::timestamptz, problem = ${problem},
      queued_at = case when ${notBefore}::timestamptz is null then queued_at end
    where ${as(seen)} and state in ('pending', 'sending', 'unknown')`.execute(db);
  return numAffectedRows === 1n;
}

/** Posted or not: to be looked up, not before that moment. False when somebody else has gone on with it. */
export async function markUnknown(
  db: Database,
  seen: SeenDelivery,
  notBefore: Date,
  problem: string,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update delivery set state = 'unknown', not_before = ${notBefore}::timestamptz, problem = ${problem},
      queued_at = null
    where ${as(seen)} and state in ('sending', 'unknown')`.execute(db);
  return numAffectedRows === 1n;
}

/** Lets another job be made for it when its time has come: somebody else is at it, or this process ends. */
export async function giveBack(db: Database, { workspaceId, id }: DeliveryId): Promise<void> {
  await sql`
    update delivery set queued_at = null
    where workspace_id = ${workspaceId} and id = ${id} and state in ('pending', 'sending', 'unknown')`.execute(db);
}

/** Not to be posted any more. False when somebody else has gone on with it. */
export async function markSkipped(db: Database, seen: SeenDelivery, problem: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update delivery set state = 'skipped', problem = ${problem} where ${as(seen)} and state = 'pending'`.execute(db);
  return numAffectedRows === 1n;
}

/** Not deliverable until a person mends the reason. False when somebody else has gone on with it. */
export async function markParked(db: Database, seen: SeenDelivery, problem: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update delivery set state = 'parked', problem = ${problem}
    where ${as(seen)} and state in ('pending', 'sending', 'unknown')`.execute(db);
  return numAffectedRows === 1n;
}

function as({ workspaceId, id, attempts }: SeenDelivery) {
  return sql`workspace_id = ${workspaceId} and id = ${id} and attempts = ${attempts}`;
}
