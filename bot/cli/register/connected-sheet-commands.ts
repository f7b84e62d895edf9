import type { Command } from 'commander';
import { addTableOptions, type TableArguments, tableHints } from '../table-options.ts';
import {
  type CommandShell,
  languageFor,
  languageOption,
  today,
  type WorkspaceArgument,
  workspaceOption,
} from './command-shell.ts';

/** Under `sheets`: which sheets are connected, and taking over what has changed in them. */
export function addConnectedSheetCommands(sheets: Command, { io, end }: Pick<CommandShell, 'io' | 'end'>): void {
  addTableOptions(sheets.command('connect'))
    .description('share the book with a tab of a Google spreadsheet: say how it is read, then take its customers over')
    .argument('<address>', 'of the spreadsheet, as the browser shows it')
    .option('--tab <name>', 'which tab (default: the one that the address names, else the only one)')
    .option('--dry-run', 'only say how it is read and what would happen')
    .addOption(workspaceOption())
    .addOption(languageOption())
    .action(async (address: string, options: ConnectArguments) => {
      const { connectSheetCommand } = await import('../connect-sheet-command.ts');
      end(
        await connectSheetCommand(io, {
          address,
          ...(options.tab !== undefined && { tab: options.tab }),
          hints: tableHints(options),
          dryRun: options.dryRun ?? false,
          asOf: today(io),
          workspace: options.workspace,
          language: languageFor(options, io),
        }),
      );
    });

  sheets
    .command('pull')
    .description('take over what has changed in connected sheets')
    .argument('[sheet]', 'its address, or the name of its tab or spreadsheet (default: all)')
    .option('--again', 'take over again who was removed from Tierbook and is still in the sheet')
    .option('--dry-run', 'only say what would happen')
    .option('--strict', 'end with 1 when something needs attention')
    .addOption(workspaceOption())
    .addOption(languageOption())
    .action(async (sheet: string | undefined, options: PullArguments) => {
      const { pullSheetsCommand } = await import('../pull-sheets-command.ts');
      const { again = false, dryRun = false, strict = false, workspace } = options;
      const language = languageFor(options, io);
      end(await pullSheetsCommand(io, sheet, { again, dryRun, strict, asOf: today(io), workspace, language }));
    });

  sheets
    .command('push')
    .description('write tier, score, reasons and days into connected sheets, beside their customers')
    .argument('[sheet]', 'its address, or the name of its tab or spreadsheet (default: all)')
    .option('--strict', 'end with 1 when something needs attention')
    .addOption(workspaceOption())
    .addOption(languageOption())
    .action(async (sheet: string | undefined, options: PullArguments) => {
      const { pushSheetsCommand } = await import('../push-sheets-command.ts');
      const { strict = false, workspace } = options;
      end(await pushSheetsCommand(io, sheet, { strict, workspace, language: languageFor(options, io) }));
    });

  sheets
    .command('list')
    .description('which sheets are connected, and how they are')
    .addOption(workspaceOption())
    .addOption(languageOption())
    .action(async (options: WorkspaceArgument) => {
      const { listSheetsCommand } = await import('../list-sheets-command.ts');
      end(await listSheetsCommand(io, { workspace: options.workspace, language: languageFor(options, io) }));
    });

  sheets
    .command('disconnect')
    .description('share the book with a sheet no longer; its customers stay, and so does the sheet')
    .argument('<sheet>', 'its address, or the name of its tab or spreadsheet')
    .addOption(workspaceOption())
    .addOption(languageOption())
    .action(async (sheet: string, options: WorkspaceArgument) => {
      const { disconnectSheetCommand } = await import('../list-sheets-command.ts');
      const language = languageFor(options, io);
      end(await disconnectSheetCommand(io, sheet, { workspace: options.workspace, language }));
    });
}

interface ConnectArguments extends WorkspaceArgument, TableArguments {
  readonly tab?: string;
  readonly dryRun?: boolean;
}

interface PullArguments extends WorkspaceArgument {
  readonly again?: boolean;
  readonly dryRun?: boolean;
  readonly strict?: boolean;
}
