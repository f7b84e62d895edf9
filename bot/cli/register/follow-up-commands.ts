import { Option } from 'commander';
import type { CalendarDate } from '../../../core/calendar-date.ts';
import {
  type CommandShell,
  day,
  languageFor,
  languageOption,
  type WorkspaceArgument,
  workspaceOption,
} from './command-shell.ts';

/** Commands about follow-ups: `plan`. */
export function addFollowUpCommands({ program, io, end }: CommandShell): void {
  program
    .command('plan')
    .description('whom a rep is to contact on a day, in which order, why and how, and what is carried over')
    .requiredOption('--rep <who>', 'Slack id, e-mail or name of the rep')
    .option('--date <date>', 'the day, as YYYY-MM-DD (default: today where the rep is)', day)
    .addOption(new Option('--format <format>', 'what to print').choices(['table', 'json']).default('table'))
    .addOption(workspaceOption())
    .addOption(languageOption())
    .action(async (options: PlanArguments) => {
      const { planCommand } = await import('../plan-command.ts');
      const { date, format, rep, workspace } = options;
      end(await planCommand(io, { rep, date, format, workspace, language: languageFor(options, io) }));
    });
}

interface PlanArguments extends WorkspaceArgument {
  readonly rep: string;
  readonly date?: CalendarDate;
  readonly format: 'table' | 'json';
}
