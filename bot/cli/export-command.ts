import type { CalendarDate } from '../../core/calendar-date.ts';
import type { DigestEdition } from '../../core/digest/digest.ts';
import type { Language } from '../../core/text/language.ts';
import { SHEETS_EXPORT_TEXT } from '../../core/text/sheets-export-text.ts';
import { exportSheet } from '../use-cases/export-sheet.ts';
import { type CliIo, print } from './cli-io.ts';
import { sheetLink } from './sheet-link.ts';
import { withSpreadsheets } from './with-spreadsheets.ts';

/** What `export` is told. */
export interface ExportOptions {
  /** Undefined: the only connected one. */
  readonly spreadsheet: string | undefined;
  readonly tab: string | undefined;
  /** The digest's day; undefined: as of now. */
  readonly date: CalendarDate | undefined;
  readonly edition: DigestEdition;
  readonly workspace: string | undefined;
  readonly language: Language;
}

/** `export [SPREADSHEET]`: writes digest, charts and graded book into a new tab, and says where. Returns the exit code. */
export async function exportCommand(io: CliIo, { workspace, ...request }: ExportOptions): Promise<number> {
  const exported = await withSpreadsheets(io, workspace, async (context, sheets) =>
    exportSheet(context, sheets, request),
  );
  const { spreadsheetId, spreadsheetTitle, tabId, tabTitle, customers } = exported;
  await print(io, `${SHEETS_EXPORT_TEXT[request.language].written(spreadsheetTitle, tabTitle, customers)}\n`);
  await print(io, `${sheetLink(io, spreadsheetId, tabId)}\n`);
  return 0;
}
