import { InvalidArgumentError } from 'commander';
import { z } from 'zod';
import {
  type CommandShell,
  languageFor,
  languageOption,
  type WorkspaceArgument,
  workspaceOption,
} from './command-shell.ts';

/** Commands for messages that are posted when their time has come: `deliver`. */
export function addDeliveryCommands({ program, io, end }: CommandShell): void {
  program
    .command('deliver')
    .description('post the messages that are due: daily lists, warnings of complaints, notices')
    .option(
      '--now <moment>',
      'do what the clock would do then, such as 2026-03-31T08:30:00+02:00 (default: now)',
      moment,
    )
    .option('--dry-run', 'only say what is due')
    .addOption(workspaceOption())
    .addOption(languageOption())
    .action(async (options: WorkspaceArgument & { readonly now?: Date; readonly dryRun?: boolean }) => {
      const { deliverCommand } = await import('../deliver-command.ts');
      end(
        await deliverCommand(io, {
          workspace: options.workspace,
          now: options.now ?? io.clock.now(),
          dryRun: options.dryRun ?? false,
          language: languageFor(options, io),
        }),
      );
    });
}

const MOMENT = z.iso.datetime({ offset: true, local: true });

/** Reads a moment; one without a zone is the machine's time. */
function moment(text: string): Date {
  if (MOMENT.safeParse(text).success) return new Date(text);
  throw new InvalidArgumentError('It wants a moment such as 2026-03-31T08:30:00+02:00.');
}
