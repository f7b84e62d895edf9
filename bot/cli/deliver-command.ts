import { DELIVER_COMMAND_TEXT } from '../../core/text/deliver-command-text.ts';
import type { Language } from '../../core/text/language.ts';
import { systemClock } from '../clock.ts';
import { readConfig } from '../config.ts';
import { clockFrom, deliverAt, writeDue } from '../jobs/deliver-at.ts';
import { DELIVERY_KINDS } from '../jobs/delivery-kinds.ts';
import { postingClock } from '../jobs/posting-clock.ts';
import { findAllDue } from '../jobs/queue-deliveries.ts';
import { slackPosting } from '../jobs/slack-posting.ts';
import { createLog } from '../log.ts';
import type { DueDelivery } from '../store/deliveries.ts';
import { CliError, type CliIo, print, tell } from './cli-io.ts';
import { connectedWorkspace, inWorkspace } from './in-workspace.ts';

/**
 * `deliver`: does what the clock would do at a moment, by the same path. Without Slack's tokens it writes down what is due
 * where a running Tierbook has the data folder open, which then posts it; else it refuses in one sentence.
 */
export async function deliverCommand(
  io: CliIo,
  options: {
    readonly workspace: string | undefined;
    readonly now: Date;
    readonly dryRun: boolean;
    readonly language: Language;
  },
): Promise<number> {
  const { dryRun, language, now, workspace } = options;
  const text = DELIVER_COMMAND_TEXT[language];
  const { logLevel, slack } = readConfig(io.env);
  return inWorkspace(io, workspace, async ({ actor: { workspaceId }, db }, { isShared }) => {
    const log = createLog(logLevel);
    // Slack's own time goes on whatever moment is asked for, and by it messages are spaced out and looked up.
    const parts = { db, workspaceId, clock: clockFrom(now, systemClock), kinds: DELIVERY_KINDS, log };
    if (dryRun) {
      await printDue(io, await findAllDue(parts), language);
      return 0;
    }
    if (slack.mode === 'local') {
      if (!isShared) throw new CliError(text.noSlack);
      const count = await writeDue(parts);
      await print(io, `${count === 0 ? text.nothingDue : text.handedOver(count)}\n`);
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
    await print(io, `${isNothing ? text.nothingDue : text.done({ sent: count('sent'), skipped: count('skipped') })}\n`);
    if (count('parked') > 0) tell(io, text.parked(count('parked')));
    if (count('pending') > 0) tell(io, text.open(count('pending')));
    return 0;
  });
}

async function printDue(
  io: CliIo,
  { due, late }: { readonly due: readonly DueDelivery[]; readonly late: readonly DueDelivery[] },
  language: Language,
): Promise<void> {
  const text = DELIVER_COMMAND_TEXT[language];
  if (due.length + late.length === 0) return print(io, `${text.nothingDue}\n`);
  await print(io, `${text.due(due.length + late.length)}\n`);
  for (const each of due) await print(io, `${lineOf(each)}\n`);
  for (const each of late) await print(io, `${lineOf(each)}  ${text.late}\n`);
}

/** `2026-03-05T08:30Z  daily-list  U012ABC`. */
function lineOf({ dueAt, kind, target }: DueDelivery): string {
  return `${dueAt.toISOString().slice(0, 16)}Z  ${kind}  ${target}`;
}
