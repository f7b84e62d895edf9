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
