import { Option } from 'commander';
import type { CalendarDate } from '../../../core/calendar-date.ts';
import type { GradeFormat } from '../grade-output.ts';
import type { ListFormat } from '../list-schemes-command.ts';
import { addTableOptions, type TableArguments, tableHints } from '../table-options.ts';
import {
  type CommandShell,
  day,
  formatOption,
  type LanguageArgument,
  languageFor,
  languageOption,
  today,
  type WorkspaceArgument,
  workspaceOption,
} from './command-shell.ts';

/** `schemes` and what stands under it. */
export function addSchemeCommands({ program, io, end }: CommandShell): void {
  const schemes = program.command('schemes').description('the built-in schemes, and checking your own');
  schemes
    .command('list')
    .description('each built-in scheme, what it is for, and which columns it goes by')
    .addOption(new Option('--format <format>', 'what to print').choices(['table', 'tsv', 'json']).default('table'))
    .addOption(languageOption())
    .action(async (options: LanguageArgument & { readonly format: ListFormat }) => {
      const { listSchemesCommand } = await import('../list-schemes-command.ts');
      end(await listSchemesCommand(io, options.format, languageFor(options, io)));
    });
  schemes
    .command('show')
    .description('print a scheme as JSON')
    .argument('<id>')
    .addOption(languageOption())
    .action(async (id: string, options: LanguageArgument) => {
      const { showScheme } = await import('../schemes-command.ts');
      end(await showScheme(io, id, languageFor(options, io)));
    });
  schemes
    .command('check')
    .description('check a scheme document and say what is wrong with it')
    .argument('<file>')
    .addOption(languageOption())
    .action(async (file: string, options: LanguageArgument) => {
      const { checkSchemeCommand } = await import('../schemes-command.ts');
      end(await checkSchemeCommand(io, file, languageFor(options, io)));
    });

  schemes
    .command('use')
    .description('grade by a scheme from now on')
    .argument('<id or file>')
    .addOption(new Option('--for <what>', 'what to use it for').choices(['prospects', 'customers', 'segments']))
    .option('--remove', 'take a scheme of segments out of use')
    .addOption(
      new Option('--stability <switch>', 'whether tiers are kept from flapping; on: as the document says').choices([
        'on',
        'off',
      ]),
    )
    .option('--buffer <share>', 'how far below its cut-off a tier is kept, such as 0.1 for 10 %', shareOf)
    .option('--downgrade-after <gradings>', 'after how many gradings in a row a fall counts', Number)
    .option('--hold-during-complaint', 'keep a tier while a complaint is open')
    .option('--no-hold-during-complaint', 'do not')
    .addOption(workspaceOption())
    .addOption(languageOption())
    .action(async (named: string, options: UseArguments) => {
      const { useSchemeCommand } = await import('../use-scheme-command.ts');
      const where = { workspace: options.workspace, language: languageFor(options, io) };
      const { stability, buffer, downgradeAfter, holdDuringComplaint } = options;
      end(
        await useSchemeCommand(io, named, {
          ...where,
          use: options.for,
          remove: options.remove ?? false,
          stability: { stability, buffer, downgradeAfter, holdDuringComplaint },
        }),
      );
    });
  schemes
    .command('in-use')
    .description('what the workspace grades by')
    .addOption(workspaceOption())
    .addOption(languageOption())
    .action(async (options: WorkspaceArgument) => {
      const { schemesInUseCommand } = await import('../use-scheme-command.ts');
      end(await schemesInUseCommand(io, { workspace: options.workspace, language: languageFor(options, io) }));
    });
  addTableOptions(schemes.command('simulate'))
    .description('what grading by another scheme would change; writes nothing')
    .argument('[table]', '.csv, .tsv or .xlsx file, or - for standard input (default: the customers on file)')
    .requiredOption('--scheme <id or file>', 'the scheme that customers would be graded by')
    .option('--against <id or file>', 'the scheme to compare with (default: the one in use)')
    .addOption(new Option('--for <what>', 'whom to grade').choices(['prospects', 'customers']))
    .option('--as-of <date>', 'the day from which ages count, as YYYY-MM-DD (default: today)', day)
    .addOption(formatOption())
    .addOption(workspaceOption())
    .addOption(languageOption())
    .action(async (table: string | undefined, options: SimulateArguments) => {
      const { simulateCommand } = await import('../simulate-command.ts');
      const { workspace, scheme, against, format } = options;
      end(
        await simulateCommand(io, table, {
          workspace,
          scheme,
          against,
          use: options.for,
          asOf: options.asOf ?? today(io),
          format,
          hints: tableHints(options),
          sheet: options.sheet,
          language: languageFor(options, io),
        }),
      );
    });
  addTableOptions(schemes.command('compare'))
    .description('grade one table by several schemes side by side, and list where they disagree')
    .argument('<table>', '.csv, .tsv or .xlsx file, or - for standard input')
    .option(
      '--scheme <id or file>',
      'a scheme to grade by, at least two (repeatable; default: those that the columns fit best)',
      gathered,
    )
    .option('--as-of <date>', 'the day from which ages count, as YYYY-MM-DD (default: today)', day)
    .addOption(formatOption())
    .addOption(languageOption())
    .action(async (table: string, options: CompareArguments) => {
      const { compareCommand } = await import('../compare-command.ts');
      end(
        await compareCommand(io, table, {
          schemes: options.scheme ?? [],
          asOf: options.asOf ?? today(io),
          format: options.format,
          hints: tableHints(options),
          sheet: options.sheet,
          language: languageFor(options, io),
        }),
      );
    });
  schemes
    .command('json-schema')
    .description('print the JSON Schema by which an editor completes and checks scheme documents')
    .action(async () => {
      const { printSchemeJsonSchema } = await import('../schemes-command.ts');
      end(await printSchemeJsonSchema(io));
    });
}

interface SimulateArguments extends WorkspaceArgument, TableArguments {
  readonly scheme: string;
  readonly against?: string;
  readonly for?: 'prospects' | 'customers';
  readonly asOf?: CalendarDate;
  readonly format: GradeFormat;
}

interface CompareArguments extends LanguageArgument, TableArguments {
  readonly scheme?: readonly string[];
  readonly asOf?: CalendarDate;
  readonly format: GradeFormat;
}

function gathered(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

interface UseArguments extends WorkspaceArgument {
  readonly for?: 'prospects' | 'customers' | 'segments';
  readonly remove?: boolean;
  readonly stability?: 'on' | 'off';
  readonly buffer?: number;
  readonly downgradeAfter?: number;
  readonly holdDuringComplaint?: boolean;
}

/** 0.1 and 10 % alike; not a number for anything else, which is refused where its range is known. */
function shareOf(text: string): number {
  const [, number = '', percent] = /^\s*(\d+(?:\.\d+)?)\s*([%％])?\s*$/.exec(text) ?? [];
  return number === '' ? Number.NaN : Number(number) / (percent === undefined ? 1 : 100);
}
