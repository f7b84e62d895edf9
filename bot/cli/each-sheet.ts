import { CONNECTED_SHEET_TEXT } from '../../core/text/connected-sheet-text.ts';
import type { Language } from '../../core/text/language.ts';
import { sheetProblemText } from '../../core/text/sheet-problem-text.ts';
import type { ConnectedSheet } from '../store/connected-sheets.ts';
import { connectedSheetNamed, listConnectedSheets, sheetTitle } from '../use-cases/connect-sheet.ts';
import type { UseCaseContext } from '../use-cases/context.ts';
import { sheetProblemOf } from '../use-cases/sheet-problem.ts';
import type { Spreadsheets } from '../use-cases/spreadsheets.ts';
import { type CliIo, print, tell } from './cli-io.ts';
import { withSpreadsheets } from './with-spreadsheets.ts';

/** Lines about what a person should look at; the rest is counted. */
export const MOST_SHEET_LINES = 40;

/** One connected sheet for a command to work on. */
export interface SheetAtHand {
  readonly context: UseCaseContext;
  readonly spreadsheets: Spreadsheets;
  readonly sheet: ConnectedSheet;
  readonly title: string;
  /** Whether it is one of several, so that what is said should name it. */
  readonly isOneOfSeveral: boolean;
}

/**
 * Does something with one or all connected sheets. One with which it cannot be done is told, and the others go on; a single one throws.
 *
 * @param work returns whether something of the sheet needs a person's attention
 * @returns the exit code: with `strict` 1 when something does, 2 when a sheet failed
 */
export async function eachSheet(
  io: CliIo,
  name: string | undefined,
  {
    strict,
    workspace,
    language,
  }: { readonly strict: boolean; readonly workspace: string | undefined; readonly language: Language },
  work: (at: SheetAtHand) => Promise<boolean>,
): Promise<number> {
  const text = CONNECTED_SHEET_TEXT[language];
  return withSpreadsheets(io, workspace, async (context, spreadsheets) => {
    const sheets = name === undefined ? await listConnectedSheets(context) : [await connectedSheetNamed(context, name)];
    if (sheets.length === 0) await print(io, `${text.none}\n`);
    const isOneOfSeveral = sheets.length > 1;
    let exitCode = 0;
    for (const sheet of sheets) {
      const title = sheetTitle(sheet);
      try {
        const needsAttention = await work({ context, spreadsheets, sheet, title, isOneOfSeveral });
        if (strict && needsAttention) exitCode = Math.max(exitCode, 1);
      } catch (error) {
        const problem = sheetProblemOf(error);
        if (problem === undefined || !isOneOfSeveral) throw error;
        tell(io, `${text.sheet(title)} ${sheetProblemText(problem, language)}`);
        exitCode = 2;
      }
    }
    return exitCode;
  });
}
