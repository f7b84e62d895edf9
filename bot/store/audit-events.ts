import { sql } from 'kysely';
import type { ServiceAction } from '../../core/follow-ups/service-actions.ts';
import type { Database } from './database.ts';
import { inChunks } from './in-chunks.ts';
import { json } from './json-column.ts';
import { newId } from './new-id.ts';

/**
 * Who did what; `detail` holds counts and codes, never personal data. A `sheet-conflict` alone holds the two values that were in each
 * other's way, so that neither is lost; its subject is the customer, with whom it can be erased.
 */
export interface AuditEvent {
  readonly workspaceId: string;
  readonly memberId: string | null;
  readonly action:
    | 'absence-ended'
    | 'absence-set'
    | 'digest-set'
    | 'book-handed-over'
    | 'books-balanced'
    | 'calendar-changed'
    | 'contact-added'
    | 'contact-edited'
    | 'contact-removed'
    | 'customer-added'
    | 'customer-archived'
    | 'customer-brought-back'
    | 'customer-edited'
    | 'figures-edited'
    | 'import'
    | 'member-back'
    | 'member-changed'
    | 'member-left'
    | 'merge'
    | 'merge-undone'
    | 'owner-linked'
    | 'override'
    | 'override-withdrawn'
    | 'import-undone'
    | 'purchase-added'
    | 'purchase-removed'
    | 'purchases-imported'
    | 'regraded'
    | 'samples-removed'
    | 'scheme-chosen'
    | 'sheet-conflict'
    | 'sheet-connected'
    | 'sheet-disconnected'
    | 'sheet-exported'
    | 'sheet-pulled'
    | 'sheet-pushed'
    | ServiceAction
    | 'delivery-tried-again'
    | 'workspace-changed'
    | 'workspace-taken-over';
  readonly subjectId?: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Writes down what was done, in the transaction that does it. */
export async function recordAuditEvent(db: Database, event: AuditEvent, now: Date): Promise<void> {
  const row = {
    workspace_id: event.workspaceId,
    id: newId(now),
    member_id: event.memberId,
    action: event.action,
    subject_id: event.subjectId ?? null,
    detail: json(event.detail ?? {}),
    at: now,
  };
  await db.insertInto('audit_event').values(row).execute();
}

/**
 * Writes many events of one kind down.
 *
 * @param unlessSince those are left out of which the same was put down after this moment, whatever row of a sheet it was in; null: none
 */
export async function recordAuditEvents(
  db: Database,
  events: readonly AuditEvent[],
  now: Date,
  unlessSince: Date | null = null,
): Promise<void> {
  for (const chunk of inChunks(events, EVENTS_PER_STATEMENT)) {
    const rows = chunk.map(({ workspaceId, memberId, action, subjectId, detail }) => ({
      workspace_id: workspaceId,
      id: newId(now),
      member_id: memberId,
      action,
      subject_id: subjectId ?? null,
      detail: detail ?? {},
    }));
    await sql`
      insert into audit_event (workspace_id, id, member_id, action, subject_id, detail, at)
      select workspace_id, id, member_id, action, subject_id, detail, ${now}::timestamptz
      from json_to_recordset(${json(rows)}::json)
        as r (workspace_id text, id uuid, member_id uuid, action text, subject_id uuid, detail jsonb)
      where not exists (
        select from audit_event known
        where known.at > ${unlessSince}::timestamptz and known.workspace_id = r.workspace_id
          and known.action = r.action and known.subject_id = r.subject_id
          and known.detail - 'row' = r.detail - 'row')`.execute(db);
  }
}

const EVENTS_PER_STATEMENT = 2000;

/** What was written down with the latest event of a kind about a subject; undefined when there was none. */
export async function findLatestAuditEvent(
  db: Database,
  workspaceId: string,
  action: AuditEvent['action'],
  subjectId: string,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const row = await db
    .selectFrom('audit_event')
    .select('detail')
    .where('workspace_id', '=', workspaceId)
    .where('action', '=', action)
    .where('subject_id', '=', subjectId)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.detail;
}

/**
 * When members last came back or had `field` of their settings changed, after `since`; by member. What they got before that says
 * nothing of what they were to get.
 */
export async function findFreshStarts(
  db: Database,
  workspaceId: string,
  field: 'role' | 'listAt',
  since: Date,
): Promise<ReadonlyMap<string, Date>> {
  const { rows } = await sql<{ memberId: string; at: Date }>`
    select subject_id as "memberId", max(at) as at from audit_event
    where workspace_id = ${workspaceId} and action in ('member-back', 'member-changed') and at > ${since}::timestamptz
      and (action = 'member-back' or detail -> 'fields' ? ${field})
    group by subject_id`.execute(db);
  return new Map(rows.map(({ at, memberId }) => [memberId, at]));
}

/** A scheme that was put to use. */
export interface SchemeChoice {
  readonly scheme: string;
  readonly version: number;
  readonly at: Date;
}

/** What was put to use for prospects or customers, the latest first; at most 100. */
export async function findSchemeChoices(
  db: Database,
  workspaceId: string,
  use: 'prospects' | 'customers',
): Promise<SchemeChoice[]> {
  const { rows } = await sql<SchemeChoice>`
    select detail->>'scheme' as scheme, (detail->>'version')::integer as version, at from audit_event
    where workspace_id = ${workspaceId} and action = 'scheme-chosen' and detail->>'use' = ${use}
    order by at desc, id desc limit 100`.execute(db);
  return rows;
}

/** When something of a kind was done last; undefined when it never was. */
export async function findLatestMoment(
  db: Database,
  workspaceId: string,
  action: AuditEvent['action'],
): Promise<Date | undefined> {
  const row = await db
    .selectFrom('audit_event')
    .select('at')
    .where('workspace_id', '=', workspaceId)
    .where('action', '=', action)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.at;
}
