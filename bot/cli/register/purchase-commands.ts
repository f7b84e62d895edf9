import { addTableOptions, type TableArguments, tableHints } from '../table-options.ts';
import {
  type CommandShell,
  languageFor,
  languageOption,
  today,
  type WorkspaceArgument,
  workspaceOption,
} from './command-shell.ts';

/** `purchases` and what stands under it. */
export function addPurchaseCommands({ program, io, end }: CommandShell): void {
  const purchases = program.command('purchases').description('what customers bought');
  addTableOptions(purchases.command('import'))
    .description('take the purchases of a table over and grade everybody again')
    .argument('<table>', '.csv, .tsv or .xlsx file, or - for standard input')
    .option('--dry-run', 'only say what would happen')
    .addOption(workspaceOption())
    .addOption(languageOption())
    .option('--strict', 'end with 1 when a row needs attention')
    .action(async (table: string, options: PurchasesArguments) => {
      const { importPurchasesCommand } = await import('../purchases-command.ts');
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
}

interface PurchasesArguments extends WorkspaceArgument, TableArguments {
  readonly dryRun?: boolean;
  readonly strict?: boolean;
}
