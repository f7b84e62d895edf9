import { cliText } from '../../core/text/cli-text.ts';
import type { Language } from '../../core/text/language.ts';
import { mergeCustomers } from '../use-cases/merge-customers.ts';
import { undoMerge } from '../use-cases/undo-merge.ts';
import { UseCaseError } from '../use-cases/use-case-error.ts';
import { type CliIo, print } from './cli-io.ts';
import { customerNamed } from './customer-named.ts';
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
