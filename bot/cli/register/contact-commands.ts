import { type Command, InvalidArgumentError, Option } from 'commander';
import type { CalendarDate } from '../../../core/calendar-date.ts';
import { CONTACT_OUTCOMES, type ContactOutcome } from '../../../core/follow-ups/contact-outcome.ts';
import { CONTACT_METHODS, type ContactMethod } from '../../../core/grading/contact-methods.ts';
import type { CliIo } from '../cli-io.ts';
import type { FollowUpCommandOptions } from '../follow-up-command.ts';
import {
  type CommandShell,
  day,
  languageFor,
  languageOption,
  type WorkspaceArgument,
  workspaceOption,
} from './command-shell.ts';

/** Commands that act on follow-ups: `log`, `snooze`, `skip`, `pause`, `resume`, `reassign` and `undo`. */
export function addContactCommands(shell: CommandShell): void {
  addLogCommand(shell);
  const { end, io, program } = shell;
  const onCustomer = (name: string, description: string) =>
    withShared(program.command(name).description(description).argument('<customer>', 'its key or its whole name'));

  onCustomer('snooze', 'let nothing but complaints of a customer come up before a day')
    .requiredOption('--until <date>', 'the first day on which it may come up again, as YYYY-MM-DD', day)
    .action(async (customer: string, options: ActArguments & { readonly until: CalendarDate }) => {
      const { snoozeCommand } = await import('../follow-up-command.ts');
      end(await snoozeCommand(io, customer, options.until, shared(options, io)));
    });

  onCustomer('skip', 'leave out the contact that is due')
    .requiredOption('--reason <text>', 'why')
    .action(async (customer: string, options: ActArguments & { readonly reason: string }) => {
      const { skipCommand } = await import('../follow-up-command.ts');
      end(await skipCommand(io, customer, options.reason, shared(options, io)));
    });

  onCustomer('pause', 'stop following a customer up')
    .option(
      '--until <date>',
      'the first day on which it is followed up again, as YYYY-MM-DD (default: until “resume”)',
      day,
    )
    .action(async (customer: string, options: ActArguments & { readonly until?: CalendarDate }) => {
      const { pauseCommand } = await import('../follow-up-command.ts');
      end(await pauseCommand(io, customer, options.until, shared(options, io)));
    });

  onCustomer('resume', 'follow a paused customer up again').action(async (customer: string, options: ActArguments) => {
    const { resumeCommand } = await import('../follow-up-command.ts');
    end(await resumeCommand(io, customer, shared(options, io)));
  });

  onCustomer('reassign', 'give a customer to another member; what is due goes along')
    .requiredOption('--to <slack id>', 'who looks after it from now on: a Slack id, e-mail or name')
    .action(async (customer: string, options: ActArguments & { readonly to: string }) => {
      const { reassignCommand } = await import('../follow-up-command.ts');
      end(await reassignCommand(io, customer, options.to, shared(options, io)));
    });

  withShared(
    program
      .command('undo')
      .description('take back what was done to a customer in the last ten minutes')
      .argument('[action]', 'the id of what was done (default: the latest)'),
  ).action(async (action: string | undefined, options: ActArguments) => {
    const { undoCommand } = await import('../follow-up-command.ts');
    end(await undoCommand(io, action, shared(options, io)));
  });
}

function addLogCommand({ end, io, program }: CommandShell): void {
  withShared(
    program
      .command('log')
      .description('log a contact with a customer: "called, wants a quote by Friday"')
      .argument('<customer>', 'its key or its whole name')
      .argument('[text...]', 'what happened, in English or Chinese; options go before what it says'),
  )
    .addOption(new Option('--method <method>', 'how you were in touch').choices(CONTACT_METHODS))
    .addOption(new Option('--outcome <outcome>', 'how it ended').choices(CONTACT_OUTCOMES))
    .option('--on <date>', 'when it was, as YYYY-MM-DD (default: today)', day)
    .option('--next <date>', 'the day that was agreed on for the next contact, as YYYY-MM-DD', day)
    .option('--note <text>', 'what to keep of it (default: the text)')
    .option('--satisfaction <score>', 'how satisfied the customer is, 1 to 5', score)
    .action(async (customer: string, words: readonly string[], options: LogArguments) => {
      const { logCommand } = await import('../contact-command.ts');
      end(await logCommand(io, customer, words.join(' ').trim(), options, shared(options, io)));
    });
}

interface ActArguments extends WorkspaceArgument {
  readonly as?: string;
}

interface LogArguments extends ActArguments {
  readonly method?: ContactMethod;
  readonly outcome?: ContactOutcome;
  readonly on?: CalendarDate;
  readonly next?: CalendarDate;
  readonly note?: string;
  readonly satisfaction?: number;
}

function withShared(command: Command): Command {
  return command
    .option(
      '--as <slack id>',
      'who acts: a Slack id, e-mail or name (default: the command line, which may do everything)',
    )
    .addOption(workspaceOption())
    .addOption(languageOption());
}

function shared(options: ActArguments, io: CliIo): FollowUpCommandOptions {
  return { workspace: options.workspace, as: options.as, language: languageFor(options, io) };
}

function score(text: string): number {
  if (!/^[1-5]$/.test(text)) throw new InvalidArgumentError('It wants a number from 1 to 5.');
  return Number(text);
}
