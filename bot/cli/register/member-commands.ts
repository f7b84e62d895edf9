import { Option } from 'commander';
import type { CalendarDate } from '../../../core/calendar-date.ts';
import { DIGEST_PARTS } from '../../../core/digest/digest.ts';
import { CLI_USAGE_TEXT } from '../../../core/text/cli-usage-text.ts';
import type { Role } from '../../use-cases/context.ts';
import { CliError } from '../cli-io.ts';
import {
  type CommandShell,
  day,
  languageFor,
  languageOption,
  type WorkspaceArgument,
  workspaceOption,
} from './command-shell.ts';

const WHO = 'a member: Slack id, e-mail or name';

/** `members` and what stands under it, and `capacity`. */
export function addMemberCommands({ program, io, end }: CommandShell): void {
  const members = program.command('members').description('who uses Tierbook, and what is set for them');
  const where = (options: WorkspaceArgument) => ({
    workspace: options.workspace,
    language: languageFor(options, io),
  });

  members
    .command('list')
    .description('everybody, with what is set for them')
    .addOption(new Option('--format <format>', 'what to print').choices(['table', 'json']).default('table'))
    .addOption(workspaceOption())
    .addOption(languageOption())
    .action(async (options: WorkspaceArgument & { readonly format: 'table' | 'json' }) => {
      const { listMembersCommand } = await import('../members-command.ts');
      end(await listMembersCommand(io, { format: options.format, ...where(options) }));
    });

  members
    .command('set')
    .description('set a member’s role, manager, time zone, language, country, or when the daily list comes')
    .argument('<who>', WHO)
    .addOption(new Option('--role <role>', 'what the member may do').choices(['rep', 'manager', 'admin']))
    .option('--manager <who>', 'who manages the member; or none')
    .option('--time-zone <zone>', 'such as Asia/Shanghai; slack: as Slack says')
    .option('--locale <locale>', 'such as zh-TW; slack: as Slack says')
    .option('--country <code>', 'whose public holidays the member has off, such as DE-BY; none: the workspace’s')
    .option('--list-at <time>', 'when the daily list comes, such as 08:30; or off')
    .option('--day-minutes <minutes>', 'minutes that a day has for contacts; default: the workspace’s')
    .addOption(workspaceOption())
    .addOption(languageOption())
    .action(async (who: string, options: SetArguments) => {
      const { setMemberCommand } = await import('../members-command.ts');
      const { role, manager, timeZone, locale, country, listAt, dayMinutes } = options;
      const minutes = unlessWord(dayMinutes, 'default');
      const change = {
        role,
        manager: unlessWord(manager, 'none'),
        timeZone: unlessWord(timeZone, 'slack'),
        locale: unlessWord(locale, 'slack'),
        country: unlessWord(country, 'none'),
        listAt,
        dayMinutes: typeof minutes === 'string' ? Number(minutes) : minutes,
      };
      if (Object.values(change).every((value) => value === undefined))
        throw new CliError(CLI_USAGE_TEXT[languageFor(options, io)].setMemberWants);
      end(await setMemberCommand(io, who, change, where(options)));
    });

  members
    .command('digest')
    .description('where, when and of what a manager or admin gets digests; without options: show it')
    .argument('<who>', WHO)
    .option('--at <time>', 'when it comes, such as 08:30 in the member’s time zone; or off')
    .option('--channel <id>', 'the Slack id of a channel that Tierbook is in; dm: a direct message')
    .addOption(new Option('--part <part...>', 'only these parts; all: every part').choices([...DIGEST_PARTS, 'all']))
    .option('--rep <who...>', 'only about the customers of these members of the team; all: the whole team')
    .addOption(workspaceOption())
    .addOption(languageOption())
    .action(async (who: string, options: DigestSettingArguments) => {
      const { memberDigestCommand } = await import('../member-digest-command.ts');
      const { at, channel, part, rep } = options;
      end(
        await memberDigestCommand(
          io,
          who,
          {
            at,
            channel: unlessWord(channel, 'dm'),
            parts: part?.includes('all') === true ? DIGEST_PARTS : part,
            reps: rep?.length === 1 && rep[0] === 'all' ? null : rep,
          },
          where(options),
        ),
      );
    });

  members
    .command('link')
    .description('say whom tables mean by a text in their owner column, for good')
    .argument('<text>', 'as it stands in the table')
    .argument('<who>', WHO)
    .addOption(workspaceOption())
    .addOption(languageOption())
    .action(async (text: string, who: string, options: WorkspaceArgument) => {
      const { linkOwnerCommand } = await import('../members-command.ts');
      end(await linkOwnerCommand(io, text, who, where(options)));
    });

  members
    .command('away')
    .description('who is away; with --from and --to: put an absence down')
    .argument('[who]', WHO)
    .option('--from <date>', 'the first day, as YYYY-MM-DD', day)
    .option('--to <date>', 'the last day, as YYYY-MM-DD (default: the first)', day)
    .option('--cover <who>', 'who looks after the book meanwhile')
    .option('--end', 'end the absence, or take the next one back')
    .addOption(workspaceOption())
    .addOption(languageOption())
    .action(async (who: string | undefined, options: AwayArguments) => {
      const commands = await import('../members-command.ts');
      const { from, to, cover } = options;
      if (who !== undefined && options.end === true) end(await commands.endAbsenceCommand(io, who, where(options)));
      else if (who !== undefined && from !== undefined)
        end(await commands.setAbsenceCommand(io, who, { from, to: to ?? from, cover }, where(options)));
      else if (from === undefined && to === undefined && cover === undefined && options.end !== true)
        end(await commands.listAbsencesCommand(io, who, where(options)));
      else throw new CliError(CLI_USAGE_TEXT[languageFor(options, io)].awayWants);
    });

  members
    .command('leave')
    .description('let a member leave and hand the book over, in balance')
    .argument('<who>', WHO)
    .option('--to <who,…>', 'who takes the customers over: one or several, with commas between')
    .addOption(workspaceOption())
    .addOption(languageOption())
    .action(async (who: string, options: WorkspaceArgument & { readonly to?: string }) => {
      const { leaveCommand } = await import('../leave-command.ts');
      const heirs = (options.to ?? '').split(/[,，、]/).map((heir) => heir.trim());
      const named = heirs.filter((heir) => heir !== '');
      end(await leaveCommand(io, who, named, where(options)));
    });
  members
    .command('back')
    .description('bring a member back who left; customers that were handed over stay where they are')
    .argument('<who>', WHO)
    .addOption(workspaceOption())
    .addOption(languageOption())
    .action(async (who: string, options: WorkspaceArgument) => {
      const { backCommand } = await import('../leave-command.ts');
      end(await backCommand(io, who, where(options)));
    });

  program
    .command('capacity')
    .description('what each rep’s book takes of a month, and how to balance the books')
    .option('--rep <who>', 'only this member’s')
    .option('--balance', 'also which customers to move so that nobody is over, as few as possible')
    .option('--apply', 'with --balance: move them')
    .addOption(new Option('--format <format>', 'what to print').choices(['table', 'json']).default('table'))
    .addOption(workspaceOption())
    .addOption(languageOption())
    .action(async (options: CapacityArguments) => {
      const { rep, balance = false, apply = false, format } = options;
      if (apply && !balance) throw new CliError(CLI_USAGE_TEXT[languageFor(options, io)].applyWants);
      const { capacityCommand } = await import('../capacity-command.ts');
      end(await capacityCommand(io, { rep, balance, apply, format, ...where(options) }));
    });
}

interface SetArguments extends WorkspaceArgument {
  readonly role?: Role;
  readonly manager?: string;
  readonly timeZone?: string;
  readonly locale?: string;
  readonly country?: string;
  readonly listAt?: string;
  readonly dayMinutes?: string;
}

interface AwayArguments extends WorkspaceArgument {
  readonly from?: CalendarDate;
  readonly to?: CalendarDate;
  readonly cover?: string;
  readonly end?: boolean;
}

interface CapacityArguments extends WorkspaceArgument {
  readonly rep?: string;
  readonly balance?: boolean;
  readonly apply?: boolean;
  readonly format: 'table' | 'json';
}

/** The text; null for the word that takes the setting back. */
function unlessWord(text: string | undefined, word: string): string | null | undefined {
  return text?.toLowerCase() === word ? null : text;
}

interface DigestSettingArguments extends WorkspaceArgument {
  readonly at?: string;
  readonly channel?: string;
  readonly part?: string[];
  readonly rep?: string[];
}
