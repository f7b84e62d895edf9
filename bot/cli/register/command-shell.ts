import { type Command, InvalidArgumentError, Option } from 'commander';
import { type CalendarDate, parseIsoDate } from '../../../core/calendar-date.ts';
import { LANGUAGES, type Language, languageOf } from '../../../core/text/language.ts';
import { localDay } from '../../clock.ts';
import { terminalLocale } from '../../terminal-locale.ts';
import type { CliIo } from '../cli-io.ts';
import { addTableOptions, type TableArguments, type TableImportOptions, tableHints } from '../table-options.ts';

/** What a group of commands is registered with. */
export interface CommandShell {
  readonly program: Command;
  readonly io: CliIo;
  /** Takes the exit code of the command that ran. */
  readonly end: (exitCode: number) => void;
}

/** The option of {@link languageOption} as commander hands it over. */
export interface LanguageArgument {
  readonly lang?: Language;
}

/** Those of {@link languageOption} and {@link workspaceOption}. */
export interface WorkspaceArgument extends LanguageArgument {
  readonly workspace?: string;
}

/** `--workspace`, for every command that opens the database. */
export function workspaceOption(): Option {
  return new Option('--workspace <team id>', 'whose customers (default: that of the Slack token, else the only one)');
}

/** `--lang`, for every command that says something. */
export function languageOption(): Option {
  return new Option('--lang <language>', 'language of the answers (default: the terminal’s)').choices(LANGUAGES);
}

/** `--format`, for every command that prints customers. */
export function formatOption(): Option {
  return new Option('--format <format>', 'what to print').choices(['table', 'csv', 'json']).default('table');
}

/** What commands that take a table over are called with. */
export interface ImportArguments extends WorkspaceArgument, TableArguments {
  readonly dryRun?: boolean;
  readonly strict?: boolean;
}

/** Lets a command take a table over: the table, what reading it may have to ask, a dry run, and where to. */
export function addImportOptions(command: Command, table: '<table>' | '[table]' = '<table>'): Command {
  return addTableOptions(command)
    .argument(table, '.csv, .tsv or .xlsx file, or - for standard input')
    .option('--dry-run', 'only say what would happen')
    .addOption(workspaceOption())
    .addOption(languageOption())
    .option('--strict', 'end with 1 when a row or a sheet needs attention');
}

/** The options of {@link addImportOptions} as the commands take them. */
export function importOptions(options: ImportArguments, io: CliIo): TableImportOptions {
  return {
    workspace: options.workspace,
    dryRun: options.dryRun ?? false,
    hints: tableHints(options),
    sheet: options.sheet,
    strict: options.strict ?? false,
    asOf: today(io),
    language: languageFor(options, io),
  };
}

/** The language that was asked for, else the terminal's. */
export function languageFor(options: LanguageArgument, io: CliIo): Language {
  return options.lang ?? languageOf(terminalLocale(io.env));
}

/** Today in the time zone of the machine. */
export function today(io: CliIo): CalendarDate {
  return localDay(io.clock.now(), Intl.DateTimeFormat().resolvedOptions().timeZone);
}

/** Reads an option's day, YYYY-MM-DD; commander tells the person what it wants when it is none. */
export function day(text: string): CalendarDate {
  const date = parseIsoDate(text);
  if (date === undefined) throw new InvalidArgumentError('It wants a day such as 2026-03-31.');
  return date;
}
