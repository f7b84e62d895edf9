import type { Language } from '../../core/text/language.ts';
import { pushReportLines, pushSummary } from '../../core/text/sheets-push-text.ts';
import { pushSheet } from '../use-cases/push-sheet.ts';
import { type CliIo, print, tell } from './cli-io.ts';
import { eachSheet, MOST_SHEET_LINES } from './each-sheet.ts';
import { whenFree } from './when-free.ts';

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
  return eachSheet(io, name, { strict, workspace, language }, async ({ context, sheet, spreadsheets, title }) => {
    const { report } = await whenFree(() => pushSheet(context, spreadsheets, sheet.id));
    for (const line of pushReportLines(report, MOST_SHEET_LINES, language)) tell(io, line);
    await print(io, `${pushSummary(report, title, language)}\n`);
    return !report.isSettled || report.typed.length + report.unknown.length > 0;
  });
}
