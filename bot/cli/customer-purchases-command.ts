import { formatDate, formatMoney } from '../../core/text/format.ts';
import { PURCHASE_FILE_TEXT } from '../../core/text/purchase-file-text.ts';
import { addPurchase, listPurchases, type PurchaseInput } from '../use-cases/purchases.ts';
import { type CliIo, print, tell } from './cli-io.ts';
import { customerNamed } from './customer-named.ts';
import { type FileCommandOptions, tellChanged } from './file-commands.ts';
import { inWorkspace } from './in-workspace.ts';
import { printable } from './printable.ts';

/** `purchases add CUSTOMER --on DAY --amount AMOUNT`: the customer is graded again at once. */
export async function addPurchaseCommand(
  io: CliIo,
  customer: string,
  purchase: PurchaseInput,
  { language, workspace }: FileCommandOptions,
): Promise<number> {
  const text = PURCHASE_FILE_TEXT[language];
  return inWorkspace(io, workspace, async (context) => {
    const { id } = await customerNamed(context, customer, language);
    const added = await addPurchase(context, { customerId: id, purchase });
    await tellChanged(io, added, text.added(added.name), language);
    if (added.countsLater) tell(io, text.countsLater);
    return 0;
  });
}

/** `purchases list CUSTOMER`: the latest ones, latest first, a line each with tabs between. */
export async function listPurchasesCommand(
  io: CliIo,
  customer: string,
  { language, most, workspace }: FileCommandOptions & { readonly most: number },
): Promise<number> {
  return inWorkspace(io, workspace, async (context) => {
    const { id } = await customerNamed(context, customer, language);
    const purchases = await listPurchases(context, id, most);
    if (purchases.length === 0) tell(io, PURCHASE_FILE_TEXT[language].none);
    for (const { amount, boughtOn, channel, currency, orderNumber, product } of purchases) {
      const cells = [
        formatDate(boughtOn, language),
        formatMoney(amount, language, { currency }),
        product,
        channel,
        orderNumber,
      ];
      await print(io, `${cells.map((cell) => printable(cell ?? '')).join('\t')}\n`);
    }
    return 0;
  });
}
