import { type CommandShell, type LanguageArgument, languageFor, languageOption } from './command-shell.ts';

/** Commands that set Tierbook up: `manifest` and `migrate`. */
export function addSetupCommands({ program, io, end }: CommandShell): void {
  program
    .command('manifest')
    .description('print the manifest to create the Slack app from')
    .option('--file-uploads', 'with the rights to read tables that people post to the bot (TIERBOOK_FILE_UPLOADS=on)')
    .action(async (options: { readonly fileUploads?: boolean }) => {
      const { manifestCommand } = await import('../manifest-command.ts');
      end(await manifestCommand(io, { fileUploads: options.fileUploads ?? false }));
    });

  program
    .command('migrate')
    .description('bring the database up to date')
    .addOption(languageOption())
    .action(async (options: LanguageArgument) => {
      const { migrateCommand } = await import('../migrate-command.ts');
      end(await migrateCommand(io, languageFor(options, io)));
    });
}
