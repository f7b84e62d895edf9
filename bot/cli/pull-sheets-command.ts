import type { CalendarDate } from '../../core/calendar-date.ts';
import { CONNECTED_SHEET_TEXT, pullReportLines, pullSummary } from '../../core/text/connected-sheet-text.ts';
import type { Language } from '../../core/text/language.ts';
import { sheetProblemText } from '../../core/text/sheet-problem-text.ts';
import { connectedSheetNamed, listConnectedSheets, sheetTitle } from '../use-cases/connect-sheet.ts';
import { pullSheet, type SheetPull } from '../use-cases/pull-sheet.ts';
import { sheetProblemOf } from '../use-cases/sheet-problem.ts';
import { type CliIo, print, tell } from './cli-io.ts';
import { whenFree } from './when-free.ts';
import { withSpreadsheets } from './with-spreadsheets.ts';

/** Lines about what a person should look at; the rest is counted. */
export const MOST_PULL_LINES = 40;

/** What `sheets pull` is told. */
export interface PullSheetsOptions {
  readonly dryRun: boolean;
  /** End with 1 when something needs a person's attention. */
  readonly strict: boolean;
  readonly asOf: CalendarDate;
  readonly workspace: string | undefined;
  readonly language: Language;
}

/**
 * `sheets pull [SHEET]`: takes over what has changed in one or all connected sheets. One that cannot be read is told, and the others
 * go on. Returns the exit code.
 */
export async function pullSheetsCommand(
  io: CliIo,
  name: string | undefined,
  { dryRun, strict, asOf, workspace, language }: PullSheetsOptions,
): Promise<number> {
  const text = CONNECTED_SHEET_TEXT[language];
  return withSpreadsheets(io, workspace, async (context, spreadsheets) => {
    const sheets = name === undefined ? await listConnectedSheets(context) : [await connectedSheetNamed(context, name)];
    if (sheets.length === 0) await print(io, `${text.none}\n`);
    let exitCode = 0;
    for (const sheet of sheets) {
      const title = sheetTitle(sheet);
      try {
        const pull = await whenFree(() => pullSheet(context, spreadsheets, sheet.id, { language, asOf, dryRun }));
        if (sheets.length > 1) await print(io, `${text.sheet(title)}\n`);
        await tellPull(io, pull, title, { dryRun, language });
        if (strict && needsAttention(pull)) exitCode = Math.max(exitCode, 1);
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

async function tellPull(
  io: CliIo,
  pull: SheetPull,
  title: string,
  { dryRun, language }: { readonly dryRun: boolean; readonly language: Language },
): Promise<void> {
  if (pull.kind === 'unchanged') return print(io, `${CONNECTED_SHEET_TEXT[language].unchanged(title)}\n`);
  for (const line of pullReportLines(pull.report, MOST_PULL_LINES, language)) tell(io, line);
  await print(io, `${pullSummary(pull.report.import, dryRun, language)}\n`);
}

function needsAttention(pull: SheetPull): boolean {
  if (pull.kind === 'unchanged') return false;
  const { conflicts, problems, repeated } = pull.report;
  return conflicts.length + problems.length + repeated.length > 0;
}
