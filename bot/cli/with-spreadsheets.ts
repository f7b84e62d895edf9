import { readConfig } from '../config.ts';
import { openSheets } from '../open-sheets.ts';
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
  return inWorkspace(io, workspace, async (context) => work(context, await openSheets(config, { db: context.db })));
}
