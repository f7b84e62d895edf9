import { InvalidArgumentError, Option } from 'commander';
import type { CalendarDate } from '../../../core/calendar-date.ts';
import { CLI_USAGE_TEXT } from '../../../core/text/cli-usage-text.ts';
import { CliError } from '../cli-io.ts';
import type { ExplainFormat } from '../explain-command.ts';
import {
  type CommandShell,
  day,
  languageFor,
  languageOption,
  type WorkspaceArgument,
  workspaceOption,
} from './command-shell.ts';

/** Commands about customers on file: `explain`, `merge`, `regrade`, `override` and `sample`. */
export function addCustomerCommands({ program, io, end }: CommandShell): void {
  program
    .command('explain')
    .description('why a customer has its tier, and what would move it; or why it had another one')
    .argument('<customer>', 'its key or its whole name')
    .addOption(
      new Option('--on <date>', 'the grade that stood at the end of a day, as YYYY-MM-DD')
        .argParser(day)
        .conflicts('change'),
    )
    .addOption(new Option('--change <n>', 'the grade that the n-th latest change made; 1 is the latest').argParser(nth))
    .addOption(new Option('--format <format>', 'what to print').choices(['text', 'json']).default('text'))
    .addOption(workspaceOption())
    .addOption(languageOption())
    .action(async (customer: string, options: ExplainArguments) => {
      const { explainCommand } = await import('../explain-command.ts');
      const { workspace, on, change, format } = options;
      end(await explainCommand(io, customer, { workspace, on, change, format, language: languageFor(options, io) }));
    });

  program
    .command('merge')
    .description('join two customers that are one and the same, or take them apart again')
    .argument('[kept]', 'the customer that stays: its key or its whole name')
    .argument('[gone]', 'the customer that becomes part of it')
    .option('--undo <id>', 'take a merge back')
    .addOption(workspaceOption())
    .addOption(languageOption())
    .action(async (kept: string | undefined, gone: string | undefined, options: MergeArguments) => {
      const { mergeCommand, undoMergeCommand } = await import('../merge-command.ts');
      const where = { workspace: options.workspace, language: languageFor(options, io) };
      if (options.undo !== undefined) end(await undoMergeCommand(io, options.undo, where));
      else if (kept !== undefined && gone !== undefined) end(await mergeCommand(io, kept, gone, where));
      else throw new CliError(CLI_USAGE_TEXT[languageFor(options, io)].mergeWants);
    });

  program
    .command('regrade')
    .description('grade everybody on file again')
    .option('--as-of <date>', 'the day from which ages count, as YYYY-MM-DD (default: today)', day)
    .addOption(workspaceOption())
    .addOption(languageOption())
    .action(async (options: WorkspaceArgument & { readonly asOf?: CalendarDate }) => {
      const { regradeCommand } = await import('../regrade-command.ts');
      const { workspace, asOf } = options;
      end(await regradeCommand(io, { workspace, asOf, language: languageFor(options, io) }));
    });

  program
    .command('override')
    .description('set a customer’s tier by hand, with a reason and a last day')
    .argument('[customer]', 'its key or its whole name')
    .option('--tier <tier>', 'the tier')
    .option('--reason <text>', 'why, for everybody to see')
    .option('--until <date>', 'the last day, as YYYY-MM-DD (default: in 90 days)', day)
    .option('--end', 'take it back')
    .option('--list', 'list the tiers that are set by hand')
    .option('--expired', 'with --list: those that expired in the last 30 days')
    .addOption(workspaceOption())
    .addOption(languageOption())
    .action(async (customer: string | undefined, options: OverrideArguments) => {
      const commands = await import('../override-command.ts');
      const { workspace, tier, reason, until } = options;
      const where = { workspace, language: languageFor(options, io) };
      if (options.list === true)
        end(await commands.listOverridesCommand(io, { ...where, expired: options.expired ?? false }));
      else if (customer !== undefined && options.end === true)
        end(await commands.endOverrideCommand(io, customer, where));
      else if (customer !== undefined && tier !== undefined && reason !== undefined) {
        end(await commands.setOverrideCommand(io, customer, { tier, reason, until }, where));
      } else throw new CliError(CLI_USAGE_TEXT[languageFor(options, io)].overrideWants);
    });

  program
    .command('sample')
    .description('the sample customers')
    .command('remove')
    .description('take the sample customers away')
    .addOption(workspaceOption())
    .addOption(languageOption())
    .action(async (options: WorkspaceArgument) => {
      const { removeSamplesCommand } = await import('../sample-command.ts');
      end(await removeSamplesCommand(io, { workspace: options.workspace, language: languageFor(options, io) }));
    });
}

interface ExplainArguments extends WorkspaceArgument {
  readonly on?: CalendarDate;
  readonly change?: number;
  readonly format: ExplainFormat;
}

function nth(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('It wants a number from 1: 1 is the latest change.');
  return Number(text);
}

interface OverrideArguments extends WorkspaceArgument {
  readonly tier?: string;
  readonly reason?: string;
  readonly until?: CalendarDate;
  readonly end?: boolean;
  readonly list?: boolean;
  readonly expired?: boolean;
}

interface MergeArguments extends WorkspaceArgument {
  readonly undo?: string;
}
