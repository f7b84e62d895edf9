import { addImportOptions, type CommandShell, type ImportArguments, importOptions } from './command-shell.ts';

/** `purchases` and what stands under it. */
export function addPurchaseCommands({ program, io, end }: CommandShell): void {
  const purchases = program.command('purchases').description('what customers bought');
  addImportOptions(purchases.command('import'))
    .description('take the purchases of a table over and grade everybody again')
    .action(async (table: string, options: ImportArguments) => {
      const { importPurchasesCommand } = await import('../purchases-command.ts');
      end(await importPurchasesCommand(io, table, importOptions(options, io)));
    });
}
