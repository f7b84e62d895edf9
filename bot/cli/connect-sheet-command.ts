import type { CalendarDate } from '../../core/calendar-date.ts';
import type { TableHints } from '../../core/table/read-table.ts';
import { CONNECTED_SHEET_TEXT, pullReportLines, pullSummary } from '../../core/text/connected-sheet-text.ts';
import { UNDO_IMPORT_HINT } from '../../core/text/import-undo-text.ts';
import type { Language } from '../../core/text/language.ts';
import { connectSheet, previewSheet } from '../use-cases/connect-sheet.ts';
import { UseCaseError } from '../use-cases/use-case-error.ts';
import { type CliIo, print, tell } from './cli-io.ts';
import { MOST_SHEET_LINES } from './each-sheet.ts';
import { withSpreadsheets } from './with-spreadsheets.ts';

/** What `sheets connect` is told. */
export interface ConnectSheetOptions {
  readonly address: string;
  readonly tab?: string;
  readonly hints: TableHints;
  readonly dryRun: boolean;
  readonly asOf: CalendarDate;
  readonly workspace: string | undefined;
  readonly language: Language;
}

/** `sheets connect ADDRESS`: says how the tab is read, then connects it and takes its customers over. Returns the exit code. */
export async function connectSheetCommand(io: CliIo, options: ConnectSheetOptions): Promise<number> {
  const { address, tab, dryRun, asOf, workspace, language } = options;
  const text = CONNECTED_SHEET_TEXT[language];
  const hints = Object.keys(options.hints).length > 0 ? options.hints : undefined;
  const request = { address, language, asOf, ...(tab !== undefined && { tab }), ...(hints && { hints }) };
  return withSpreadsheets(io, workspace, async (context, sheets) => {
    const { preview, report, already, spreadsheetTitle, tabTitle } = await previewSheet(context, sheets, request);
    const title = `${spreadsheetTitle} – ${tabTitle}`;
    if (preview.stopped !== null) throw new UseCaseError('sheet-unusable', preview.stopped);
    for (const { letter, heading, title: field } of preview.columns)
      tell(io, `${letter}  ${heading === '' ? '–' : heading} → ${field ?? '–'}`);
    // what the report says as well is told there
    const told = new Set(report?.problems);
    for (const { text: remark } of preview.remarks) if (!told.has(remark)) tell(io, remark);
    if (dryRun) {
      if (report !== null) {
        for (const line of pullReportLines(report, MOST_SHEET_LINES, language)) tell(io, line);
        await print(io, `${pullSummary(report.import, true, language)}\n`);
      }
      await print(io, `${already === null ? text.wouldConnect(title) : text.isConnected(title)}\n`);
      return 0;
    }
    const { isNew, pull } = await connectSheet(context, sheets, request);
    if (pull.kind === 'pulled') {
      for (const line of pullReportLines(pull.report, MOST_SHEET_LINES, language)) tell(io, line);
      await print(io, `${pullSummary(pull.report.import, false, language)}\n`);
      const { undoId } = pull.report.import;
      if (undoId !== null) tell(io, UNDO_IMPORT_HINT[language](undoId));
    }
    await print(io, `${isNew ? text.connected(title) : text.connectedAgain(title)}\n`);
    return 0;
  });
}
