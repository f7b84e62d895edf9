import { sql } from 'kysely';
import type { Database } from './database.ts';

/** What Google counts apart. */
export type SheetsRequestKind = 'read' | 'write';

/** How often an account may ask in any stretch of time. */
export interface SheetsQuota {
  readonly requests: number;
  readonly perMs: number;
}

/**
 * Takes the next turn of a Google account to send a request of a kind, and returns when that is: `now`, or later when the quota is
 * used up. Undefined, and nothing taken, when it would be after `latest`.
 *
 * Turns are handed out in the order in which they are asked for, whichever process asks, and no stretch of `perMs` holds more than
 * `requests` of them. A turn that is not used is lost, nothing else.
 */
export async function takeSheetsTurn(
  db: Database,
  account: string,
  kind: SheetsRequestKind,
  { requests, perMs }: SheetsQuota,
  { now, latest }: { readonly now: Date; readonly latest: Date },
): Promise<Date | undefined> {
  // the turn that must lie a whole stretch back
  const before = sql`quota.sent_at[cardinality(quota.sent_at) - ${requests - 1}::int]`;
  const turn = sql`greatest(${now}::timestamptz, ${before} + ${perMs}::int * interval '1 millisecond')`;
  const { rows } = await sql<{ turn: Date }>`
    insert into sheets_quota as quota (account, kind, sent_at)
    values (${account}, ${kind}, array[${now}::timestamptz])
    on conflict (account, kind) do update
      set sent_at = (quota.sent_at || ${turn})[cardinality(quota.sent_at) + 2 - ${requests}::int :]
      where ${turn} <= ${latest}::timestamptz
    returning sent_at[cardinality(sent_at)] as turn`.execute(db);
  return rows[0]?.turn;
}
