import type { CalendarDate } from '../../core/calendar-date.ts';
import { CONNECTED_SHEET_TEXT, pullReportLines, pullSummary } from '../../core/text/connected-sheet-text.ts';
import type { Language } from '../../core/text/language.ts';
import { pullSheet, type SheetPull } from '../use-cases/pull-sheet.ts';
import { type CliIo, print, tell } from './cli-io.ts';
import { eachSheet, MOST_SHEET_LINES } from './each-sheet.ts';
import { whenFree } from './when-free.ts';

/** What `sheets pull` is told. */
export interface PullSheetsOptions {
  readonly dryRun: boolean;
  /** Take over again who was removed from Tierbook. */
  readonly again: boolean;
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
  { dryRun, again, strict, asOf, workspace, language }: PullSheetsOptions,
): Promise<number> {
  return eachSheet(io, name, { strict, workspace, language }, async (at) => {
    const { context, isOneOfSeveral, sheet, spreadsheets, title } = at;
    const pull = await whenFree(() => pullSheet(context, spreadsheets, sheet.id, { language, asOf, dryRun, again }));
    if (isOneOfSeveral) await print(io, `${CONNECTED_SHEET_TEXT[language].sheet(title)}\n`);
    await tellPull(io, pull, title, { dryRun, language });
    return needsAttention(pull);
  });
}

async function tellPull(
  io: CliIo,
  pull: SheetPull,
  title: string,
  { dryRun, language }: { readonly dryRun: boolean; readonly language: Language },
): Promise<void> {
  if (pull.kind === 'unchanged') return print(io, `${CONNECTED_SHEET_TEXT[language].unchanged(title)}\n`);
  for (const line of pullReportLines(pull.report, MOST_SHEET_LINES, language)) tell(io, line);
  await print(io, `${pullSummary(pull.report.import, dryRun, language)}\n`);
}

function needsAttention(pull: SheetPull): boolean {
  if (pull.kind === 'unchanged') return false;
  const { conflicts, problems, removed, repeated } = pull.report;
  return conflicts.length + problems.length + removed.length + repeated.length > 0;
}
