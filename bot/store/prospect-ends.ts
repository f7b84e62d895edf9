import { sql } from 'kysely';
import type { CalendarDate } from '../../core/calendar-date.ts';
import type { Database } from './database.ts';
import { storableText } from './json-column.ts';

/** How a prospect ended. */
export interface ProspectEnd {
  readonly id: string;
  readonly customerId: string;
  readonly outcome: 'won' | 'lost';
  readonly endedOn: CalendarDate;
  /** Whole currency units with decimals; null for a lost one. */
  readonly amount: number | null;
  /** ISO 4217. */
  readonly currency: string | null;
  readonly reason: string | null;
  /** Whose prospect it was. */
  readonly ownerId: string | null;
  readonly memberId: string | null;
  readonly recordedAt: Date;
}

/** Puts down how a prospect ended. */
export async function insertProspectEnd(db: Database, workspaceId: string, end: ProspectEnd): Promise<void> {
  const reason = end.reason === null ? null : storableText(end.reason);
  await sql`
    insert into prospect_end (workspace_id, id, customer_id, outcome, ended_on, amount, currency, reason, owner_id,
      member_id, recorded_at)
    values (${workspaceId}, ${end.id}, ${end.customerId}, ${end.outcome}, ${end.endedOn}, ${end.amount}, ${end.currency},
      ${reason}, ${end.ownerId}, ${end.memberId}, ${end.recordedAt})`.execute(db);
}

/** Takes back how a prospect ended; false when it had been before. */
export async function undoProspectEnd(db: Database, workspaceId: string, id: string, at: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update prospect_end set undone_at = ${at}
    where workspace_id = ${workspaceId} and id = ${id} and undone_at is null`.execute(db);
  return numAffectedRows === 1n;
}
