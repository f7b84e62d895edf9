import { type Command, CommanderError } from 'commander';
import { cliText } from '../../core/text/cli-text.ts';
import { DATABASE_ERROR_TEXT } from '../../core/text/database-error-text.ts';
import { LANGUAGES, type Language, languageOf } from '../../core/text/language.ts';
import { SHEETS_ERROR_TEXT } from '../../core/text/sheets-error-text.ts';
import { ConfigError } from '../config.ts';
import { StartError } from '../start-error.ts';
import { DatabaseError } from '../store/database-error.ts';
import { isDiskFull } from '../store/is-disk-full.ts';
import { terminalLocale } from '../terminal-locale.ts';
import { SheetsError } from '../use-cases/spreadsheets.ts';
import { UseCaseError } from '../use-cases/use-case-error.ts';
import { type CliCall, CliCommand } from './cli-command.ts';
import { CliError, type CliIo, tell } from './cli-io.ts';
import { addCalendarCommands } from './register/calendar-commands.ts';
import { addContactCommands } from './register/contact-commands.ts';
import { addCustomerCommands } from './register/customer-commands.ts';
import { addDeliveryCommands } from './register/delivery-commands.ts';
import { addDigestCommands } from './register/digest-commands.ts';
import { addExportCommand } from './register/export-command.ts';
import { addFileCommands } from './register/file-commands.ts';
import { addFollowUpCommands } from './register/follow-up-commands.ts';
import { addMemberCommands } from './register/member-commands.ts';
import { addPurchaseCommands } from './register/purchase-commands.ts';
import { addSchemeCommands } from './register/scheme-commands.ts';
import { addServiceCommands } from './register/service-commands.ts';
import { addSetupCommands } from './register/setup-commands.ts';
import { addSheetsCommands } from './register/sheets-commands.ts';
import { addTableCommands } from './register/table-commands.ts';

/**
 * Runs one `tierbook` command. Results go to stdout, progress and problems to stderr.
 *
 * @param argv what stands behind the program's name
 * @returns the exit code: 0 done, 1 done with rows needing attention (`--strict`), 2 wrong use or bad input
 */
export async function runCli(argv: readonly string[], io: CliIo): Promise<number> {
  let exitCode = 0;
  const program = buildProgram({ argv, language: languageOfCall(argv, io) }, io, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    return tellError(argv, io, error);
  }
}

/** Says on stderr what kept a command from ending well; returns the exit code. */
export function tellError(argv: readonly string[], io: CliIo, error: unknown): number {
  tell(io, errorLine(error, languageOfCall(argv, io)));
  return 2;
}

/** The commands in the order of the help; each loads what it needs when it is called, since most need neither Excel nor a database. */
function buildProgram(call: CliCall, io: CliIo, end: (exitCode: number) => void): Command {
  const program = new CliCommand('tierbook', call)
    .description('Grades customers by rules that everyone can read, and says why.')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
    });
  const shell = { program, io, end };
  addTableCommands(shell);
  addPurchaseCommands(shell);
  addSchemeCommands(shell);
  addCustomerCommands(shell);
  addFileCommands(shell);
  addContactCommands(shell);
  addFollowUpCommands(shell);
  addDigestCommands(shell);
  addServiceCommands(shell);
  addMemberCommands(shell);
  addCalendarCommands(shell);
  addDeliveryCommands(shell);
  addSheetsCommands(shell);
  addExportCommand(shell);
  addSetupCommands(shell);
  return program;
}

/** The language of `--lang`, where no command has read it or the one that did has failed, else the terminal's. */
function languageOfCall(argv: readonly string[], io: CliIo): Language {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const asked = at < 0 ? undefined : (argv[at]?.split('=')[1] ?? argv[at + 1]);
  return LANGUAGES.find((language) => language === asked) ?? languageOf(terminalLocale(io.env));
}

function errorLine(error: unknown, language: Language): string {
  if (error instanceof CliError || error instanceof ConfigError) return error.message;
  if (isDiskFull(error)) return cliText[language].diskFull;
  if (error instanceof DatabaseError) return DATABASE_ERROR_TEXT[language][error.code](error.detail);
  if (error instanceof StartError) return error.message;
  if (error instanceof SheetsError) return SHEETS_ERROR_TEXT[language][error.code](error.parts);
  if (error instanceof UseCaseError) return cliText[language].refused(error.code, error.detail);
  return cliText[language].unexpected(error instanceof Error ? error.message : String(error));
}
