import { CONNECTED_SHEET_TEXT } from '../../core/text/connected-sheet-text.ts';
import type { Language } from '../../core/text/language.ts';
import { sheetProblemText } from '../../core/text/sheet-problem-text.ts';
import { pushReportLines, pushSummary } from '../../core/text/sheets-push-text.ts';
import { connectedSheetNamed, listConnectedSheets, sheetTitle } from '../use-cases/connect-sheet.ts';
import { pushSheet } from '../use-cases/push-sheet.ts';
import { sheetProblemOf } from '../use-cases/sheet-problem.ts';
import { type CliIo, print, tell } from './cli-io.ts';
import { MOST_PULL_LINES } from './pull-sheets-command.ts';
import { whenFree } from './when-free.ts';
import { withSpreadsheets } from './with-spreadsheets.ts';

/** What `sheets push` is told. */
export interface PushSheetsOptions {
  /** End with 1 when something needs a person's attention. */
  readonly strict: boolean;
  readonly workspace: string | undefined;
  readonly language: Language;
}

/**
 * `sheets push [SHEET]`: brings Tierbook's columns of one or all connected sheets up to date. One that cannot be written is told, and the
 * others go on. Returns the exit code.
 */
export async function pushSheetsCommand(
  io: CliIo,
  name: string | undefined,
  { strict, workspace, language }: PushSheetsOptions,
): Promise<number> {
  const text = CONNECTED_SHEET_TEXT[language];
  return withSpreadsheets(io, workspace, async (context, spreadsheets) => {
    const sheets = name === undefined ? await listConnectedSheets(context) : [await connectedSheetNamed(context, name)];
    if (sheets.length === 0) await print(io, `${text.none}\n`);
    let exitCode = 0;
    for (const sheet of sheets) {
      const title = sheetTitle(sheet);
      try {
        const { report } = await whenFree(() => pushSheet(context, spreadsheets, sheet.id));
        for (const line of pushReportLines(report, MOST_PULL_LINES, language)) tell(io, line);
        await print(io, `${pushSummary(report, title, language)}\n`);
        const isClean = report.isSettled && report.typed.length + report.unknown.length === 0;
        if (strict && !isClean) exitCode = Math.max(exitCode, 1);
      } catch (error) {
        const problem = sheetProblemOf(error);
        if (problem === undefined || sheets.length === 1) throw error;
        tell(io, `${text.sheet(title)} ${sheetProblemText(problem, language)}`);
        exitCode = 2;
      }
    }
    return exitCode;
  });
}
