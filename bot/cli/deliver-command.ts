import { DELIVER_COMMAND_TEXT } from '../../core/text/deliver-command-text.ts';
import type { Language } from '../../core/text/language.ts';
import { systemClock } from '../clock.ts';
import { clockFrom } from '../jobs/deliver-at.ts';
import { DELIVERY_KINDS } from '../jobs/delivery-kinds.ts';
import { findAllDue } from '../jobs/queue-deliveries.ts';
import type { DueDelivery } from '../store/deliveries.ts';
import { type CliIo, print } from './cli-io.ts';
import { inWorkspace } from './in-workspace.ts';
import { postDue } from './post-due.ts';

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
  return inWorkspace(io, workspace, async (context, { isShared }) => {
    const { actor, db } = context;
    if (dryRun) {
      const { workspaceId } = actor;
      const clock = clockFrom(now, systemClock);
      await printDue(io, await findAllDue({ db, workspaceId, clock, kinds: DELIVERY_KINDS }), language);
      return 0;
    }
    const nothing = DELIVER_COMMAND_TEXT[language].nothingDue;
    return postDue(io, context, { kinds: DELIVERY_KINDS, now, workspace, isShared, language, nothing });
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
