import { type CommandShell, type LanguageArgument, languageFor, languageOption } from './command-shell.ts';
import { addConnectedSheetCommands } from './connected-sheet-commands.ts';

/** `sheets` and what stands under it. */
export function addSheetsCommands({ program, io, end }: CommandShell): void {
  const sheets = program.command('sheets').description('Google Sheets that share the book');

  sheets
    .command('login')
    .description('sign in to Google with a browser on this machine (on a server: GOOGLE_APPLICATION_CREDENTIALS)')
    .argument('[file]', 'JSON file of an OAuth client of the type Desktop app (default: the one used last)')
    .option('--no-browser', 'only print the address')
    .addOption(languageOption())
    .action(async (file: string | undefined, options: LanguageArgument & { readonly browser: boolean }) => {
      const { sheetsLoginCommand } = await import('../sheets-login-command.ts');
      const language = languageFor(options, io);
      end(await sheetsLoginCommand(io, file, { language, openBrowser: options.browser }));
    });

  sheets
    .command('logout')
    .description('take the access to Google back and forget it')
    .addOption(languageOption())
    .action(async (options: LanguageArgument) => {
      const { sheetsLogoutCommand } = await import('../sheets-account-commands.ts');
      end(await sheetsLogoutCommand(io, languageFor(options, io)));
    });

  sheets
    .command('status')
    .description('who is signed in to Google')
    .addOption(languageOption())
    .action(async (options: LanguageArgument) => {
      const { sheetsStatusCommand } = await import('../sheets-account-commands.ts');
      end(await sheetsStatusCommand(io, languageFor(options, io)));
    });

  addConnectedSheetCommands(sheets, { io, end });
}
