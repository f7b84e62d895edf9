import { sql } from 'kysely';
import type { Database } from './database.ts';
import { newId } from './new-id.ts';

/** A message that a listener is about to post at once, by what it answers. */
export interface AnswerClaim {
  /** Where it goes. */
  readonly channel: string;
  /** What is the same when Slack sends the same again, also to another process. */
  readonly requestId: string;
}

/** The kind of these deliveries. No job ever posts them: the row is there for its uniqueness. */
const ANSWER = 'answer';
/** The same for all, since the same request may come again on another day. */
const ANY_DAY = '1970-01-01';

/** Claims it for whoever asks first; false for everybody else. */
export async function claimAnswer(
  db: Database,
  workspaceId: string,
  { channel, requestId }: AnswerClaim,
  now: Date,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into delivery (workspace_id, id, kind, target, local_date, subject, due_at, state, key, problem, created_at)
    values (${workspaceId}, ${newId(now)}, ${ANSWER}, ${channel}, ${ANY_DAY}, ${requestId}, ${now}, 'skipped', '', 'at-once',
      ${now})
    on conflict do nothing`.execute(db);
  return numAffectedRows === 1n;
}

/** Forgets which answers were claimed before a moment. */
export async function forgetAnswers(db: Database, workspaceId: string, before: Date): Promise<void> {
  await sql`
    delete from delivery
    where workspace_id = ${workspaceId} and kind = ${ANSWER} and created_at < ${before}::timestamptz`.execute(db);
}
