import { cliText } from '../../core/text/cli-text.ts';
import type { Language } from '../../core/text/language.ts';
import type { UseCaseContext } from '../use-cases/context.ts';
import type { CustomerMatch } from '../use-cases/customer-card.ts';
import { findCustomers } from '../use-cases/find-customers.ts';
import { mergeCustomers } from '../use-cases/merge-customers.ts';
import { undoMerge } from '../use-cases/undo-merge.ts';
import { UseCaseError } from '../use-cases/use-case-error.ts';
import { CliError, type CliIo, print } from './cli-io.ts';
import { inWorkspace } from './in-workspace.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

interface MergeOptions {
  readonly workspace: string | undefined;
  readonly language: Language;
}

/** `merge KEPT GONE`: makes two customers one. Each is named by its key or its whole name. */
export async function mergeCommand(io: CliIo, kept: string, gone: string, options: MergeOptions): Promise<number> {
  return inWorkspace(io, options.workspace, async (context) => {
    const keptCustomer = await customerNamed(context, kept, options.language);
    const goneCustomer = await customerNamed(context, gone, options.language);
    const id = await mergeCustomers(context, { keptId: keptCustomer.id, goneId: goneCustomer.id });
    await print(io, `${cliText[options.language].merged(keptCustomer.name, goneCustomer.name, id)}\n`);
    return 0;
  });
}

/** `merge --undo ID`: makes them two again. */
export async function undoMergeCommand(io: CliIo, mergeId: string, options: MergeOptions): Promise<number> {
  if (!UUID.test(mergeId)) throw new UseCaseError('no-such-merge', mergeId);
  return inWorkspace(io, options.workspace, async (context) => {
    await undoMerge(context, { id: mergeId });
    await print(io, `${cliText[options.language].unmerged}\n`);
    return 0;
  });
}

async function customerNamed(context: UseCaseContext, text: string, language: Language): Promise<CustomerMatch> {
  const { exact } = await findCustomers(context, text);
  const [first, ...rest] = exact;
  if (first === undefined) throw new CliError(cliText[language].noSuchCustomer(text));
  if (first.how === 'key' || rest.length === 0) return first;
  const keys = exact.map((customer) => customer.key ?? customer.id).join(', ');
  throw new CliError(cliText[language].severalCustomers(text, keys));
}
