import type { ColumnType } from 'kysely';
import type { CalendarDate } from '../../core/calendar-date.ts';

/**
 * Where a message stands: to be posted; being posted, or its process ended meanwhile; posted; posted or not, to be looked
 * up; not deliverable until an admin mends the reason; not to be posted any more.
 */
export type DeliveryState = 'pending' | 'sending' | 'sent' | 'unknown' | 'parked' | 'skipped';

/** A message that is to arrive once. */
export interface DeliveryTable {
  workspace_id: ColumnType<string, string, never>;
  id: ColumnType<string, string, never>;
  /** `daily-list`, … */
  kind: string;
  /** A Slack user or channel. */
  target: string;
  /** The day on which it is due, where its target is. */
  local_date: ColumnType<CalendarDate, string, string>;
  /** Tells messages of one kind, target and day apart; empty where there is only one. */
  subject: string;
  member_id: string | null;
  due_at: ColumnType<Date, Date, Date>;
  state: DeliveryState;
  /** Opaque; goes with the message as metadata, so that it can be found again. */
  key: string;
  /** Where it was posted, and the message's id there. */
  channel: string | null;
  ts: string | null;
  /** How often it was begun to be posted. */
  attempts: number;
  /** When a job was made for it; null when it needs one. */
  queued_at: Date | null;
  /** Not to be tried before. */
  not_before: Date | null;
  /** The moment that was reserved for posting it last. */
  sending_at: Date | null;
  sent_at: Date | null;
  /** Why it is parked or was skipped, in one of a few words. */
  problem: string | null;
  created_at: ColumnType<Date, Date, never>;
}
