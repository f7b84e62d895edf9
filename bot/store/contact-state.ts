import { sql } from 'kysely';
import type { CalendarDate } from '../../core/calendar-date.ts';
import type { Database } from './database.ts';
import { json, storableText } from './json-column.ts';
import { keptBook } from './kept-book.ts';

/** Where a customer's contacts stand, as far as people decide it; everything else of its follow-up is found from this. */
export interface ContactState {
  /** These two are the customer's. */
  readonly lastContactOn: CalendarDate | null;
  /** The day that was agreed with the customer. */
  readonly nextContactOn: CalendarDate | null;
  /** What was promised for that day. */
  readonly promise: string | null;
  readonly snoozedUntil: CalendarDate | null;
  readonly skippedOn: CalendarDate | null;
  readonly isPaused: boolean;
  readonly pausedUntil: CalendarDate | null;
}

/** {@link ContactState} with the day that was found from it. */
export interface LockedContacts {
  readonly state: ContactState;
  /** Never later than the day on which the customer is due; null when nobody follows it up (archived, lost). */
  readonly dueOn: CalendarDate | null;
}

/**
 * Reads where a customer's contacts stand, and lets nobody else change it until the transaction ends. A nightly grading
 * is not waited for. Undefined when there is no such customer.
 */
export async function lockContacts(
  db: Database,
  workspaceId: string,
  customerId: string,
): Promise<LockedContacts | undefined> {
  // Locked first and read after: one statement for both would see the customer as it was before whoever held the lock. The
  // follow-up goes first, as everywhere; who has none is held by the customer alone.
  await sql`
    select 1 from follow_up where workspace_id = ${workspaceId} and customer_id = ${customerId} for update`.execute(db);
  await sql`
    select 1 from customer where workspace_id = ${workspaceId} and id = ${customerId} for no key update`.execute(db);
  const { rows } = await sql<ContactState & { dueOn: CalendarDate | null }>`
    select c.last_contact_on as "lastContactOn", c.next_contact_on as "nextContactOn", f.promise,
      f.snoozed_until as "snoozedUntil", f.skipped_on as "skippedOn",
      coalesce(f.is_paused, false) as "isPaused", f.paused_until as "pausedUntil", f.due_on as "dueOn"
    from customer c left join follow_up f on f.workspace_id = c.workspace_id and f.customer_id = c.id
    where c.workspace_id = ${workspaceId} and c.id = ${customerId}`.execute(db);
  const [row] = rows;
  if (row === undefined) return undefined;
  const { dueOn, ...state } = row;
  return { state, dueOn };
}

/** Puts down where a customer's contacts stand, within the transaction that locked them. */
export async function saveContacts(
  db: Database,
  workspaceId: string,
  customerId: string,
  state: ContactState,
  now: Date,
): Promise<void> {
  await sql`
    update customer set last_contact_on = ${state.lastContactOn}, next_contact_on = ${state.nextContactOn},
      updated_at = ${now}
    where workspace_id = ${workspaceId} and id = ${customerId}
      and (last_contact_on, next_contact_on) is distinct from (${state.lastContactOn}::date, ${state.nextContactOn}::date)
  `.execute(db);
  await sql`
    with changed as materialized (
      select f.* from follow_up f
      where f.workspace_id = ${workspaceId} and f.customer_id = ${customerId} and f.is_paused <> ${state.isPaused}
    ),
    ${keptBook(workspaceId, now)}
    update follow_up f set promise = ${state.promise === null ? null : storableText(state.promise)},
      snoozed_until = ${state.snoozedUntil}, skipped_on = ${state.skippedOn},
      is_paused = ${state.isPaused}, paused_until = ${state.pausedUntil},
      changed_at = case when f.is_paused <> ${state.isPaused} then ${now}::timestamptz else f.changed_at end
    where f.workspace_id = ${workspaceId} and f.customer_id = ${customerId}`.execute(db);
}

/** When customers were last contacted, and the day that was agreed for the next time. */
export interface ContactDays {
  readonly customerId: string;
  readonly lastContactOn: CalendarDate | null;
  readonly nextContactOn: CalendarDate | null;
}

/** Puts down the days of many customers; their follow-ups want `refreshFollowUps`. */
export async function saveContactDays(db: Database, workspaceId: string, days: readonly ContactDays[]): Promise<void> {
  await sql`
    update customer c set last_contact_on = r."lastContactOn", next_contact_on = r."nextContactOn"
    from json_to_recordset(${json(days)}::json) as r ("customerId" uuid, "lastContactOn" date, "nextContactOn" date)
    where c.workspace_id = ${workspaceId} and c.id = r."customerId"`.execute(db);
}
