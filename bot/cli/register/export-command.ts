import { Option } from 'commander';
import type { CalendarDate } from '../../../core/calendar-date.ts';
import type { DigestEdition } from '../../../core/digest/digest.ts';
import {
  type CommandShell,
  day,
  languageFor,
  languageOption,
  type WorkspaceArgument,
  workspaceOption,
} from './command-shell.ts';

/** `export`. */
export function addExportCommand({ program, io, end }: CommandShell): void {
  program
    .command('export')
    .description(
      'write the digest with charts and the graded book into a new tab of a Google spreadsheet, for a meeting',
    )
    .argument('[spreadsheet]', 'its address, or a connected sheet by its name (default: the only connected one)')
    .option('--tab <name>', 'name of the new tab (default: Tierbook and the day)')
    .option(
      '--date <date>',
      'digest of that day, as YYYY-MM-DD (default: as it is now); the book is always as it is now',
      day,
    )
    .addOption(
      new Option('--edition <edition>', 'how far back the digest looks')
        .choices(['daily', 'weekly', 'monthly'])
        .default('weekly'),
    )
    .addOption(workspaceOption())
    .addOption(languageOption())
    .action(async (spreadsheet: string | undefined, options: ExportArguments) => {
      const { exportCommand } = await import('../export-command.ts');
      const { date, edition, tab, workspace } = options;
      const language = languageFor(options, io);
      end(await exportCommand(io, { spreadsheet, tab, date, edition, workspace, language }));
    });
}

interface ExportArguments extends WorkspaceArgument {
  readonly tab?: string;
  readonly date?: CalendarDate;
  readonly edition: DigestEdition;
}
