import type { CalendarDate } from '../../../core/calendar-date.ts';
import { CLI_USAGE_TEXT } from '../../../core/text/cli-usage-text.ts';
import { CliError } from '../cli-io.ts';
import type { GradeFormat } from '../grade-output.ts';
import { addTableOptions, type TableArguments, tableHints } from '../table-options.ts';
import {
  addImportOptions,
  type CommandShell,
  day,
  formatOption,
  type ImportArguments,
  importOptions,
  type LanguageArgument,
  languageFor,
  languageOption,
  today,
} from './command-shell.ts';

/** Commands that take a table: `grade` and `import`. */
export function addTableCommands({ program, io, end }: CommandShell): void {
  addTableOptions(program.command('grade'))
    .description('grade the customers of a table, without a database')
    .argument('<table>', '.csv, .tsv or .xlsx file, or - for standard input')
    .option('--scheme <id or file>', 'how to grade (default: by the scheme that the columns fit best)')
    .option('--as-of <date>', 'the day from which ages count, as YYYY-MM-DD (default: today)', day)
    .addOption(formatOption())
    .addOption(languageOption())
    .option('--strict', 'end with 1 when a row or a sheet needs attention')
    .option('--explain <customer>', 'the whole receipt of one customer: its row, its number or its name')
    .action(async (table: string, options: GradeArguments) => {
      const { gradeCommand } = await import('../grade-command.ts');
      end(
        await gradeCommand(io, table, {
          scheme: options.scheme,
          asOf: options.asOf ?? today(io),
          format: options.format,
          hints: tableHints(options),
          sheet: options.sheet,
          strict: options.strict ?? false,
          explain: options.explain,
          language: languageFor(options, io),
        }),
      );
    });

  addImportOptions(program.command('import'), '[table]')
    .description('take the customers of a table over and grade them, or take the latest import back')
    .option('--scheme <id or file>', 'how to grade this time (default: the scheme in use)')
    .option('--undo [id]', 'take the latest import back')
    .action(async (table: string | undefined, options: ImportArguments & UndoableArguments) => {
      if (options.undo !== undefined && table === undefined) {
        const { undoImportCommand } = await import('../undo-import-command.ts');
        const { undo, workspace } = options;
        const where = { workspace, language: languageFor(options, io) };
        return end(await undoImportCommand(io, undo === true ? undefined : undo, where));
      }
      if (table === undefined || options.undo !== undefined)
        throw new CliError(CLI_USAGE_TEXT[languageFor(options, io)].importWants);
      const { importCommand } = await import('../import-command.ts');
      return end(await importCommand(io, table, { ...importOptions(options, io), scheme: options.scheme }));
    });
}

interface UndoableArguments {
  readonly scheme?: string;
  /** True without an id. */
  readonly undo?: string | true;
}

interface GradeArguments extends LanguageArgument, TableArguments {
  readonly scheme?: string;
  readonly asOf?: CalendarDate;
  readonly format: GradeFormat;
  readonly strict?: boolean;
  readonly explain?: string;
}
