import { DELIVER_COMMAND_TEXT } from '../../core/text/deliver-command-text.ts';
import type { Language } from '../../core/text/language.ts';
import { systemClock } from '../clock.ts';
import { readConfig } from '../config.ts';
import { clockFrom, deliverAt, writeDue } from '../jobs/deliver-at.ts';
import type { DeliveryKind } from '../jobs/delivery-kind.ts';
import { postingClock } from '../jobs/posting-clock.ts';
import { slackPosting } from '../jobs/slack-posting.ts';
import { createLog } from '../log.ts';
import type { UseCaseContext } from '../use-cases/context.ts';
import { CliError, type CliIo, print, tell } from './cli-io.ts';
import { connectedWorkspace } from './in-workspace.ts';

/** What is to be posted, and how that is told. */
export interface PostingDue {
  readonly kinds: readonly DeliveryKind[];
  /** The moment at which it is due. */
  readonly now: Date;
  /** The workspace that was named; undefined: that of the token. */
  readonly workspace: string | undefined;
  /** Whether another process has the data folder open, through which this one works. */
  readonly isShared: boolean;
  readonly language: Language;
  /** The sentence where there was nothing to post. */
  readonly nothing: string;
}

/**
 * Posts what these kinds find due at a moment, by the path that the clock and the queue take, and prints what came of it. Without
 * Slack's tokens it is written down for the running process that has the data folder open; else refused in one sentence.
 */
export async function postDue(
  io: CliIo,
  { actor: { workspaceId }, db }: UseCaseContext,
  { isShared, kinds, language, nothing, now, workspace }: PostingDue,
): Promise<number> {
  const text = DELIVER_COMMAND_TEXT[language];
  const { logLevel, slack } = readConfig(io.env);
  const log = createLog(logLevel);
  // Slack's own time goes on whatever moment is asked for, and by it messages are spaced out and looked up.
  const parts = { db, workspaceId, clock: clockFrom(now, systemClock), kinds, log };
  if (slack.mode === 'local') {
    if (!isShared) throw new CliError(text.noSlack);
    const count = await writeDue(parts, systemClock);
    await print(io, `${count === 0 ? nothing : text.handedOver(count)}\n`);
    return 0;
  }
  // To another workspace's people and channels Slack says that they are not there, and their messages would be given up.
  const connected = workspace === undefined ? workspaceId : await connectedWorkspace(io);
  if (connected !== undefined && connected !== workspaceId) {
    throw new CliError(text.otherWorkspace(workspaceId, connected));
  }
  const { signal } = new AbortController();
  const posting = slackPosting(slack, log, signal);
  const counts = await deliverAt({ ...parts, slack: posting, postingClock: postingClock(systemClock) }, signal);
  const count = (state: 'sent' | 'skipped' | 'parked' | 'pending') => counts.get(state) ?? 0;
  const isNothing = [...counts.values()].every((each) => each === 0);
  await print(io, `${isNothing ? nothing : text.done({ sent: count('sent'), skipped: count('skipped') })}\n`);
  if (count('parked') > 0) tell(io, text.parked(count('parked')));
  if (count('pending') > 0) tell(io, text.open(count('pending')));
  return 0;
}
