import { importUndoneLines } from '../../core/text/import-undo-text.ts';
import { undoImport } from '../use-cases/undo-import.ts';
import { UseCaseError } from '../use-cases/use-case-error.ts';
import { type CliIo, print } from './cli-io.ts';
import type { FileCommandOptions } from './file-commands.ts';
import { inWorkspace } from './in-workspace.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** `import --undo [ID]`: takes the latest import back; the id makes sure that it is the one that is meant. */
export async function undoImportCommand(
  io: CliIo,
  importId: string | undefined,
  { language, workspace }: FileCommandOptions,
): Promise<number> {
  if (importId !== undefined && !UUID.test(importId)) throw new UseCaseError('no-import-to-undo', importId);
  return inWorkspace(io, workspace, async (context) => {
    const undone = await undoImport(context, importId?.toLowerCase());
    for (const line of importUndoneLines(undone, language)) await print(io, `${line}\n`);
    return 0;
  });
}
