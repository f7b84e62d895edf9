import { Option } from 'commander';
import type { CalendarDate } from '../../../core/calendar-date.ts';
import { COMPLAINT_CAUSES, COMPLAINT_CHANNELS } from '../../../core/follow-ups/complaint.ts';
import type { ComplaintsWanted } from '../../use-cases/complaints.ts';
import {
  type CommandShell,
  day,
  languageFor,
  languageOption,
  type WorkspaceArgument,
  workspaceOption,
} from './command-shell.ts';

/** Commands about complaints and how prospects end: `complaint`, `won`, `lost` and `expect`. */
export function addServiceCommands(shell: CommandShell): void {
  addComplaintCommands(shell);
  addProspectCommands(shell);
}

function addComplaintCommands({ program, io, end }: CommandShell): void {
  const complaint = program.command('complaint').description('complaints of customers');

  complaint
    .command('open')
    .description('log a complaint; it says by when it is to be answered')
    .argument('<customer>', 'its key or its whole name')
    .addOption(new Option('--channel <channel>', 'how it came in').choices(COMPLAINT_CHANNELS).makeOptionMandatory())
    .addOption(new Option('--cause <cause>', 'what it is about').choices(COMPLAINT_CAUSES).makeOptionMandatory())
    .option('--note <text>', 'what happened; wanted for the cause "other"')
    .addOption(workspaceOption())
    .addOption(languageOption())
    .action(async (customer: string, options: OpenArguments) => {
      const { openComplaintCommand } = await import('../complaint-command.ts');
      const { workspace, channel, cause, note } = options;
      const where = { workspace, language: languageFor(options, io) };
      end(await openComplaintCommand(io, customer, { channel, cause, note }, where));
    });

  complaint
    .command('answer')
    .description('the customer has an answer; the complaint stays open until it is closed')
    .argument('<which>', 'the customer’s key or whole name, or the complaint’s id')
    .addOption(workspaceOption())
    .addOption(languageOption())
    .action(async (which: string, options: WorkspaceArgument) => {
      const { answerComplaintCommand } = await import('../complaint-command.ts');
      end(
        await answerComplaintCommand(io, which, { workspace: options.workspace, language: languageFor(options, io) }),
      );
    });

  complaint
    .command('close')
    .description('the matter is settled: the complaint does not hold the customer’s tier any more')
    .argument('<which>', 'the customer’s key or whole name, or the complaint’s id')
    .requiredOption('--resolution <text>', 'how it was settled')
    .addOption(workspaceOption())
    .addOption(languageOption())
    .action(async (which: string, options: WorkspaceArgument & { readonly resolution: string }) => {
      const { closeComplaintCommand } = await import('../complaint-command.ts');
      const where = { workspace: options.workspace, language: languageFor(options, io) };
      end(await closeComplaintCommand(io, which, options.resolution, where));
    });

  complaint
    .command('list')
    .description('complaints, those that must be answered first come first')
    .addOption(
      new Option('--state <state>', 'near: to be answered within four hours, or late')
        .choices(['open', 'near', 'late', 'all'])
        .default('open'),
    )
    .option('--rep <slack id>', 'only those of this member’s customers')
    .addOption(new Option('--format <format>', 'what to print').choices(['text', 'json']).default('text'))
    .addOption(workspaceOption())
    .addOption(languageOption())
    .action(async (options: ListArguments) => {
      const { listComplaintsCommand } = await import('../complaint-command.ts');
      const { workspace, state, rep, format } = options;
      end(await listComplaintsCommand(io, { state, rep, format }, { workspace, language: languageFor(options, io) }));
    });
}

function addProspectCommands({ program, io, end }: CommandShell): void {
  program
    .command('won')
    .description('a prospect signed: it is a customer from now on')
    .argument('<prospect>', 'its key or its whole name')
    .requiredOption('--amount <amount>', 'what it signed for, such as 300,000 or 30万')
    .option('--currency <code>', 'three letters, such as CNY (default: that of what is on file)')
    .option('--on <date>', 'when, as YYYY-MM-DD (default: today)', day)
    .addOption(workspaceOption())
    .addOption(languageOption())
    .action(async (prospect: string, options: WonArguments) => {
      const { wonCommand } = await import('../prospect-command.ts');
      const { workspace, amount, currency, on } = options;
      end(await wonCommand(io, prospect, { amount, currency, on }, { workspace, language: languageFor(options, io) }));
    });

  program
    .command('lost')
    .description('a prospect will not sign: nobody follows it up any more')
    .argument('<prospect>', 'its key or its whole name')
    .requiredOption('--reason <text>', 'why')
    .option('--on <date>', 'when, as YYYY-MM-DD (default: today)', day)
    .addOption(workspaceOption())
    .addOption(languageOption())
    .action(async (prospect: string, options: LostArguments) => {
      const { lostCommand } = await import('../prospect-command.ts');
      const { workspace, reason, on } = options;
      end(await lostCommand(io, prospect, { reason, on }, { workspace, language: languageFor(options, io) }));
    });

  program
    .command('expect')
    .description('what a prospect is expected to sign for, and when; without either, what is on file')
    .argument('<prospect>', 'its key or its whole name')
    .option('--amount <amount>', 'such as 300,000 or 30万; empty takes it away')
    .option('--on <date>', 'the day, as YYYY-MM-DD; empty takes it away', dayOrNone)
    .addOption(workspaceOption())
    .addOption(languageOption())
    .action(async (prospect: string, options: ExpectArguments) => {
      const { expectCommand } = await import('../prospect-command.ts');
      const { workspace, amount, on } = options;
      end(await expectCommand(io, prospect, { amount, on }, { workspace, language: languageFor(options, io) }));
    });
}

function dayOrNone(text: string): CalendarDate | null {
  return text.trim() === '' ? null : day(text);
}

interface OpenArguments extends WorkspaceArgument {
  readonly channel: string;
  readonly cause: string;
  readonly note?: string;
}

interface ListArguments extends WorkspaceArgument {
  readonly state: ComplaintsWanted;
  readonly rep?: string;
  readonly format: 'text' | 'json';
}

interface WonArguments extends WorkspaceArgument {
  readonly amount: string;
  readonly currency?: string;
  readonly on?: CalendarDate;
}

interface LostArguments extends WorkspaceArgument {
  readonly reason: string;
  readonly on?: CalendarDate;
}

interface ExpectArguments extends WorkspaceArgument {
  readonly amount?: string;
  readonly on?: CalendarDate | null;
}
