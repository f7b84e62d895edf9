import { readConfig } from '../config.ts';
import { googleOf } from '../google-of.ts';
import type { UseCaseContext } from '../use-cases/context.ts';
import type { Spreadsheets } from '../use-cases/spreadsheets.ts';
import type { CliIo } from './cli-io.ts';
import { inWorkspace } from './in-workspace.ts';

/** {@link inWorkspace}, with Google's spreadsheets as the account that is signed in sees them. Throws `SheetsError` when nobody is. */
export async function withSpreadsheets<T>(
  io: CliIo,
  workspace: string | undefined,
  work: (context: UseCaseContext, sheets: Spreadsheets) => Promise<T>,
): Promise<T> {
  const config = readConfig(io.env);
  return inWorkspace(io, workspace, async (context) => {
    const { openSpreadsheets } = await import('../sheets/open-spreadsheets.ts');
    const google = await googleOf(config);
    return work(context, await openSpreadsheets({ google, dataDir: config.dataDir, db: context.db }));
  });
}
