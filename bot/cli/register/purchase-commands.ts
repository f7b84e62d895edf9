import {
  addImportOptions,
  type CommandShell,
  type ImportArguments,
  importOptions,
  languageFor,
  languageOption,
  today,
  type WorkspaceArgument,
  workspaceOption,
} from './command-shell.ts';

/** `purchases` and what stands under it. */
export function addPurchaseCommands({ program, io, end }: CommandShell): void {
  const purchases = program.command('purchases').description('what customers bought');
  addImportOptions(purchases.command('import'))
    .description('take the purchases of a table over and grade everybody again')
    .action(async (table: string, options: ImportArguments) => {
      const { importPurchasesCommand } = await import('../purchases-command.ts');
      end(await importPurchasesCommand(io, table, importOptions(options, io)));
    });

  purchases
    .command('add')
    .description('put a purchase of a customer on file and grade it again')
    .argument('<customer>', 'its key or its whole name')
    .requiredOption('--amount <amount>', 'such as 1,200 or 3.2万; below zero for a refund')
    .option('--on <date>', 'its day, as YYYY-MM-DD (default: today)')
    .option('--product <text>', 'what was bought')
    .option('--channel <text>', 'where it was bought')
    .option('--order <number>', 'the order’s number')
    .addOption(workspaceOption())
    .addOption(languageOption())
    .action(async (customer: string, options: AddPurchaseArguments) => {
      const { addPurchaseCommand } = await import('../customer-purchases-command.ts');
      const { amount, channel, on = today(io), order, product, workspace } = options;
      const purchase = { amount, boughtOn: on, channel, orderNumber: order, product };
      end(await addPurchaseCommand(io, customer, purchase, { workspace, language: languageFor(options, io) }));
    });

  purchases
    .command('list')
    .description('what a customer bought last')
    .argument('<customer>', 'its key or its whole name')
    .option('--most <count>', 'how many at most', '20')
    .addOption(workspaceOption())
    .addOption(languageOption())
    .action(async (customer: string, options: WorkspaceArgument & { readonly most: string }) => {
      const { listPurchasesCommand } = await import('../customer-purchases-command.ts');
      const most = Math.min(Math.max(Number.parseInt(options.most, 10) || 20, 1), 10_000);
      const { workspace } = options;
      end(await listPurchasesCommand(io, customer, { most, workspace, language: languageFor(options, io) }));
    });
}

interface AddPurchaseArguments extends WorkspaceArgument {
  readonly amount: string;
  readonly on?: string;
  readonly product?: string;
  readonly channel?: string;
  readonly order?: string;
}
