import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { type CalendarDate, parseIsoDate } from '../../core/calendar-date.ts';
import { cliText } from '../../core/text/cli-text.ts';
import { LANGUAGES, type Language, languageOf } from '../../core/text/language.ts';
import { localDay } from '../clock.ts';
import { ConfigError } from '../config.ts';
import { StartError } from '../start-error.ts';
import { DatabaseError } from '../store/database-error.ts';
import { terminalLocale } from '../terminal-locale.ts';
import { UseCaseError } from '../use-cases/use-case-error.ts';
import { CliError, type CliIo, tell } from './cli-io.ts';
import type { GradeFormat } from './grade-output.ts';
import type { ListFormat } from './list-schemes-command.ts';
import { addTableOptions, type TableArguments, tableHints } from './table-options.ts';

/**
 * Runs one `tierbook` command. Results go to stdout, progress and problems to stderr.
 *
 * @param argv what stands behind the program's name
 * @returns the exit code: 0 done, 1 done with rows needing attention (`--strict`), 2 wrong use or bad input
 */
export async function runCli(argv: readonly string[], io: CliIo): Promise<number> {
  let exitCode = 0;
  const program = buildProgram(io, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    tell(io, errorLine(error, languageAskedFor(argv) ?? languageOf(terminalLocale(io.env))));
    return 2;
  }
}

function buildProgram(io: CliIo, end: (exitCode: number) => void): Command {
  const program = new Command('tierbook')
    .description('Grades customers by rules that everyone can read, and says why.')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
    });

  /** Commands load what they need when they are called: most of them need neither Excel nor a database. */
  addTableOptions(program.command('grade'))
    .description('grade the customers of a table, without a database')
    .argument('<table>', '.csv, .tsv or .xlsx file, or - for standard input')
    .option('--scheme <id or file>', 'how to grade (default: by the scheme that the columns fit best)')
    .option('--as-of <date>', 'the day from which ages count, as YYYY-MM-DD (default: today)', day)
    .addOption(new Option('--format <format>', 'what to print').choices(['table', 'csv', 'json']).default('table'))
    .addOption(languageOption())
    .option('--strict', 'end with 1 when a row needs attention')
    .action(async (table: string, options: GradeArguments) => {
      const { gradeCommand } = await import('./grade-command.ts');
      end(
        await gradeCommand(io, table, {
          scheme: options.scheme,
          asOf: options.asOf ?? today(io),
          format: options.format,
          hints: tableHints(options),
          strict: options.strict ?? false,
          language: languageFor(options, io),
        }),
      );
    });

  const schemes = program.command('schemes').description('the built-in schemes, and checking your own');
  schemes
    .command('list')
    .description('each built-in scheme, what it is for, and which columns it goes by')
    .addOption(new Option('--format <format>', 'what to print').choices(['table', 'tsv', 'json']).default('table'))
    .addOption(languageOption())
    .action(async (options: LanguageArgument & { readonly format: ListFormat }) => {
      const { listSchemesCommand } = await import('./list-schemes-command.ts');
      end(await listSchemesCommand(io, options.format, languageFor(options, io)));
    });
  schemes
    .command('show')
    .description('print a scheme as JSON')
    .argument('<id>')
    .addOption(languageOption())
    .action(async (id: string, options: LanguageArgument) => {
      const { showScheme } = await import('./schemes-command.ts');
      end(await showScheme(io, id, languageFor(options, io)));
    });
  schemes
    .command('check')
    .description('check a scheme document and say what is wrong with it')
    .argument('<file>')
    .addOption(languageOption())
    .action(async (file: string, options: LanguageArgument) => {
      const { checkSchemeCommand } = await import('./schemes-command.ts');
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
      const { useSchemeCommand } = await import('./use-scheme-command.ts');
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
      const { schemesInUseCommand } = await import('./use-scheme-command.ts');
      end(await schemesInUseCommand(io, { workspace: options.workspace, language: languageFor(options, io) }));
    });
  schemes
    .command('json-schema')
    .description('print the JSON Schema by which an editor completes and checks scheme documents')
    .action(async () => {
      const { printSchemeJsonSchema } = await import('./schemes-command.ts');
      end(await printSchemeJsonSchema(io));
    });

  addTableOptions(program.command('import'))
    .description('take the customers of a table over and grade them')
    .argument('<table>', '.csv, .tsv or .xlsx file, or - for standard input')
    .option('--dry-run', 'only say what would happen')
    .option('--scheme <id or file>', 'how to grade this time (default: the scheme in use)')
    .addOption(workspaceOption())
    .addOption(languageOption())
    .option('--strict', 'end with 1 when a row needs attention')
    .action(async (table: string, options: ImportArguments) => {
      const { importCommand } = await import('./import-command.ts');
      end(
        await importCommand(io, table, {
          workspace: options.workspace,
          scheme: options.scheme,
          dryRun: options.dryRun ?? false,
          hints: tableHints(options),
          strict: options.strict ?? false,
          asOf: today(io),
          language: languageFor(options, io),
        }),
      );
    });

  const purchases = program.command('purchases').description('what customers bought');
  addTableOptions(purchases.command('import'))
    .description('take the purchases of a table over and grade everybody again')
    .argument('<table>', '.csv, .tsv or .xlsx file, or - for standard input')
    .option('--dry-run', 'only say what would happen')
    .addOption(workspaceOption())
    .addOption(languageOption())
    .option('--strict', 'end with 1 when a row needs attention')
    .action(async (table: string, options: PurchasesArguments) => {
      const { importPurchasesCommand } = await import('./purchases-command.ts');
      end(
        await importPurchasesCommand(io, table, {
          workspace: options.workspace,
          dryRun: options.dryRun ?? false,
          hints: tableHints(options),
          strict: options.strict ?? false,
          asOf: today(io),
          language: languageFor(options, io),
        }),
      );
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
      const { mergeCommand, undoMergeCommand } = await import('./merge-command.ts');
      const where = { workspace: options.workspace, language: languageFor(options, io) };
      if (options.undo !== undefined) end(await undoMergeCommand(io, options.undo, where));
      else if (kept !== undefined && gone !== undefined) end(await mergeCommand(io, kept, gone, where));
      else program.error("error: merge wants two customers, or --undo with a merge's id");
    });

  program
    .command('regrade')
    .description('grade everybody on file again')
    .option('--as-of <date>', 'the day from which ages count, as YYYY-MM-DD (default: today)', day)
    .addOption(workspaceOption())
    .addOption(languageOption())
    .action(async (options: WorkspaceArgument & { readonly asOf?: CalendarDate }) => {
      const { regradeCommand } = await import('./regrade-command.ts');
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
      const commands = await import('./override-command.ts');
      const { workspace, tier, reason, until } = options;
      const where = { workspace, language: languageFor(options, io) };
      if (options.list === true)
        end(await commands.listOverridesCommand(io, { ...where, expired: options.expired ?? false }));
      else if (customer !== undefined && options.end === true)
        end(await commands.endOverrideCommand(io, customer, where));
      else if (customer !== undefined && tier !== undefined && reason !== undefined) {
        end(await commands.setOverrideCommand(io, customer, { tier, reason, until }, where));
      } else program.error('error: override wants a customer with --tier and --reason, or with --end; or --list');
    });

  program
    .command('sample')
    .description('the sample customers')
    .command('remove')
    .description('take the sample customers away')
    .addOption(workspaceOption())
    .addOption(languageOption())
    .action(async (options: WorkspaceArgument) => {
      const { removeSamplesCommand } = await import('./sample-command.ts');
      end(await removeSamplesCommand(io, { workspace: options.workspace, language: languageFor(options, io) }));
    });

  program
    .command('manifest')
    .description('print the manifest to create the Slack app from')
    .option('--file-uploads', 'with the rights to read tables that people post to the bot (TIERBOOK_FILE_UPLOADS=on)')
    .action(async (options: { readonly fileUploads?: boolean }) => {
      const { manifestCommand } = await import('./manifest-command.ts');
      end(await manifestCommand(io, { fileUploads: options.fileUploads ?? false }));
    });

  program
    .command('migrate')
    .description('bring the database up to date')
    .addOption(languageOption())
    .action(async (options: LanguageArgument) => {
      const { migrateCommand } = await import('./migrate-command.ts');
      end(await migrateCommand(io, languageFor(options, io)));
    });
  return program;
}

interface LanguageArgument {
  readonly lang?: Language;
}

interface GradeArguments extends LanguageArgument, TableArguments {
  readonly scheme?: string;
  readonly asOf?: CalendarDate;
  readonly format: GradeFormat;
  readonly strict?: boolean;
}

interface WorkspaceArgument extends LanguageArgument {
  readonly workspace?: string;
}

interface PurchasesArguments extends WorkspaceArgument, TableArguments {
  readonly dryRun?: boolean;
  readonly strict?: boolean;
}

interface ImportArguments extends PurchasesArguments {
  readonly scheme?: string;
}

interface UseArguments extends WorkspaceArgument {
  readonly for?: 'prospects' | 'customers' | 'segments';
  readonly remove?: boolean;
  readonly stability?: 'on' | 'off';
  readonly buffer?: number;
  readonly downgradeAfter?: number;
  readonly holdDuringComplaint?: boolean;
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

function workspaceOption(): Option {
  return new Option('--workspace <team id>', 'whose customers (default: that of the Slack token, else the only one)');
}

function languageOption(): Option {
  return new Option('--lang <language>', 'language of the answers (default: the terminal’s)').choices(LANGUAGES);
}

function languageFor(options: LanguageArgument, io: CliIo): Language {
  return options.lang ?? languageOf(terminalLocale(io.env));
}

/** The language of `--lang` where the command that knew it has failed. */
function languageAskedFor(argv: readonly string[]): Language | undefined {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const asked = at < 0 ? undefined : (argv[at]?.split('=')[1] ?? argv[at + 1]);
  return LANGUAGES.find((language) => language === asked);
}

function today(io: CliIo): CalendarDate {
  return localDay(io.clock.now(), Intl.DateTimeFormat().resolvedOptions().timeZone);
}

function day(text: string): CalendarDate {
  const date = parseIsoDate(text);
  if (date === undefined) throw new InvalidArgumentError('It wants a day such as 2026-03-31.');
  return date;
}

/** 0.1 and 10 % alike; not a number for anything else, which is refused where its range is known. */
function shareOf(text: string): number {
  const [, number = '', percent] = /^\s*(\d+(?:\.\d+)?)\s*([%％])?\s*$/.exec(text) ?? [];
  return number === '' ? Number.NaN : Number(number) / (percent === undefined ? 1 : 100);
}

function errorLine(error: unknown, language: Language): string {
  if (error instanceof CliError || error instanceof ConfigError) return error.message;
  if (error instanceof DatabaseError || error instanceof StartError) return error.message;
  if (error instanceof UseCaseError) return cliText[language].refused(error.code, error.detail);
  return cliText[language].unexpected(error instanceof Error ? error.message : String(error));
}
