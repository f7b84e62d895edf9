import { Option } from 'commander';
import type { CalendarDate } from '../../../core/calendar-date.ts';
import { DIGEST_PARTS, type DigestEdition, type DigestPart } from '../../../core/digest/digest.ts';
import type { DigestFormat } from '../digest-output.ts';
import {
  type CommandShell,
  day,
  languageFor,
  languageOption,
  type WorkspaceArgument,
  workspaceOption,
} from './command-shell.ts';

/** Commands about digests: `digest`. */
export function addDigestCommands({ program, io, end }: CommandShell): void {
  program
    .command('digest')
    .description('customers by tier, who moved and why, what is overdue, and what else a manager wants to know')
    .option('--date <date>', 'as it was in the morning of that day, as YYYY-MM-DD (default: as it is now)', day)
    .addOption(
      new Option('--edition <edition>', 'how far back it looks')
        .choices(['daily', 'weekly', 'monthly'])
        .default('daily'),
    )
    .option('--rep <who...>', 'only of these reps: Slack id, e-mail or name')
    .option('--manager <who>', 'of this manager’s team')
    .addOption(new Option('--part <part...>', 'only these parts').choices(DIGEST_PARTS))
    .option(
      '--list <number>',
      'print the list behind a number in its place, such as overdue, moves:down or tiers:customer:A',
    )
    .option('--post', 'post the digest of that day where the manager gets digests, as it would have come')
    .addOption(new Option('--format <format>', 'what to print').choices(['text', 'json', 'tsv']).default('text'))
    .addOption(workspaceOption())
    .addOption(languageOption())
    .action(async (options: DigestArguments) => {
      const { digestCommand } = await import('../digest-command.ts');
      const { date, edition, format, list, manager, part, post = false, rep, workspace } = options;
      const language = languageFor(options, io);
      end(
        await digestCommand(io, {
          date,
          edition,
          format,
          list,
          manager,
          parts: part,
          post,
          reps: rep ?? [],
          workspace,
          language,
        }),
      );
    });
}

interface DigestArguments extends WorkspaceArgument {
  readonly date?: CalendarDate;
  readonly edition: DigestEdition;
  readonly rep?: string[];
  readonly manager?: string;
  readonly part?: DigestPart[];
  readonly list?: string;
  readonly post?: boolean;
  readonly format: DigestFormat;
}
