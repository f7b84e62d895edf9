import type { Clock } from '../clock.ts';
import { type AnswerClaim, claimAnswer as claim, forgetAnswers } from '../store/claimed-answers.ts';
import type { Database } from '../store/database.ts';
import { addWorkspace } from '../store/workspaces.ts';
import type { UseCaseContext } from './context.ts';

/** A message that is about to be posted at once, by what it answers. */
export type { AnswerClaim };

/** Slack sends the same again within minutes. */
const REMEMBERED_MS = 86_400_000;

/**
 * Whether a message is this process's to post: false where it was asked before, by any process on the database. Asked just before the
 * message is posted, so that one whose process ends earlier is posted by whoever Slack sends the request to again.
 */
export async function claimAnswer(
  { clock, db }: { readonly db: Database; readonly clock: Clock },
  workspaceId: string,
  answer: AnswerClaim,
): Promise<boolean> {
  const now = clock.now();
  await addWorkspace(db, workspaceId, now);
  return claim(db, workspaceId, answer, now);
}

/** Forgets answers that nobody can be asked for again. */
export async function forgetOldAnswers({ actor, clock, db }: UseCaseContext): Promise<void> {
  await forgetAnswers(db, actor.workspaceId, new Date(clock.now().getTime() - REMEMBERED_MS));
}
