import { sql } from 'kysely';
import type { Database } from './database.ts';

/** When a digest comes where nobody has said otherwise (HH:MM, the member's zone): before the reps' lists. */
export const DEFAULT_DIGEST_AT = '08:00';

/** The hour of a member's digests (HH:MM, the member's zone); undefined where none is set, or none are wanted. */
export async function findDigestHour(db: Database, workspaceId: string, memberId: string): Promise<string | undefined> {
  const { rows } = await sql<{ at: string }>`
    select at from digest_setting
    where workspace_id = ${workspaceId} and member_id = ${memberId}::uuid and at <> 'off'`.execute(db);
  return rows[0]?.at;
}

/** Where and when somebody's digests come. */
export interface DigestPlace {
  readonly memberId: string;
  /** HH:MM in the member's zone, or `off`. */
  readonly at: string;
  /** Slack's id of the channel; null: a direct message. */
  readonly channel: string | null;
}

/** Where digests go, of whoever has said so. */
export async function findDigestPlaces(db: Database, workspaceId: string): Promise<DigestPlace[]> {
  const { rows } = await sql<DigestPlace>`
    select member_id as "memberId", at, channel from digest_setting
    where workspace_id = ${workspaceId} order by member_id`.execute(db);
  return rows;
}
