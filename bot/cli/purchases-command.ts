import { lifecycle } from '../../core/schemes/lifecycle.ts';
import { PURCHASE_FIELDS } from '../../core/table/purchase-fields.ts';
import { readTable } from '../../core/table/read-table.ts';
import type { TableReading } from '../../core/table/reading.ts';
import { cliText } from '../../core/text/cli-text.ts';
import { moreText, rejectedRowsCsv, rowText } from '../../core/text/import-report-text.ts';
import { currencyClashText } from '../../core/text/import-text.ts';
import type { Language } from '../../core/text/language.ts';
import {
  LIFECYCLE_HINT,
  noPurchaseColumnText,
  purchaseRejectionText,
  purchaseSummary,
} from '../../core/text/purchase-text.ts';
import { tableProblemText } from '../../core/text/table-text.ts';
import { causesText, WORKSPACE_COMMAND_TEXT } from '../../core/text/workspace-command-text.ts';
import type { GradingSummary } from '../use-cases/grade-stage.ts';
import { importPurchases, type PurchaseReport } from '../use-cases/import-purchases.ts';
import { segmentSchemesInUse } from '../use-cases/schemes-in-use.ts';
import { type CliIo, print, tell } from './cli-io.ts';
import { inWorkspace } from './in-workspace.ts';
import { startProgress } from './progress.ts';
import { type OpenTable, openTableFile, tellProblems, unusableTable } from './read-customer-table.ts';
import type { TableImportOptions } from './table-options.ts';
import { writeRejected } from './write-rejected.ts';

/** Rejected rows that are spelt out; the rest is counted. */
const MOST_LINES = 20;
/** Problems of cells and rows, which are told with the row that is rejected for them. */
const TOLD_WITH_ROW: ReadonlySet<string> = new Set(['no-name', 'unreadable', 'other-currency']);

/** `purchases import TABLE`: takes a table's purchases over, grades everybody again, and says what came of both. */
export async function importPurchasesCommand(io: CliIo, table: string, options: TableImportOptions): Promise<number> {
  const { asOf, dryRun, language } = options;
  const opened = await openTableFile(io, table, options);
  const reading = readPurchases(opened, options);
  const { report, hasLifecycle } = await inWorkspace(io, options.workspace, async (context) => {
    const progress = startProgress(io, cliText[language].importing, reading.records.length);
    const imported = await importPurchases(context, reading, { dryRun, asOf, onProgress: progress.update }).finally(
      progress.stop,
    );
    const segments = await segmentSchemesInUse(context.db, context.actor.workspaceId);
    return { report: imported, hasLifecycle: segments.some(({ id }) => id === lifecycle.id) };
  });
  const problems = reading.problems.filter(({ code }) => !TOLD_WITH_ROW.has(code));
  tellProblems(io, opened, { ...reading, problems }, language, 'purchases');
  tellReport(io, report, reading, language);
  await print(io, `${purchaseSummary(report.counts, dryRun, language)}\n`);
  if (report.gradings.length > 0) await print(io, `${movedText(report.gradings, language)}\n`);
  const rows = report.rejected.rows.map(({ cells, reason }) => ({
    cells,
    problem: purchaseRejectionText(reason, reading.columns, language),
  }));
  const csv = rejectedRowsCsv(report.rejected.headings, rows, language);
  if (!dryRun) await writeRejected(io, table, { rows: report.rejected.rows, csv }, language);
  if (!dryRun && report.counts.new > 0 && !hasLifecycle) tell(io, LIFECYCLE_HINT[language]);
  const needsAttention =
    opened.leavesTableOut || rows.length > 0 || problems.some(({ severity }) => severity === 'problem');
  return options.strict && needsAttention ? 1 : 0;
}

/** Throws {@link CliError} when the table cannot be used, or names neither the day nor the amount. */
function readPurchases(opened: OpenTable, { asOf, hints, language }: TableImportOptions): TableReading {
  const reading = readTable(opened.grid, { asOf, known: PURCHASE_FIELDS, mayRepeat: true, ...hints });
  const error = reading.problems.find(({ severity }) => severity === 'error');
  if (error !== undefined) throw unusableTable(tableProblemText(error, reading.columns, language), opened);
  for (const field of ['purchaseDate', 'purchaseAmount']) {
    if (reading.columns.some((column) => column.field === field)) continue;
    const why = reading.problems.find((problem) => 'field' in problem && problem.field === field);
    throw unusableTable(
      why === undefined ? noPurchaseColumnText(field, language) : tableProblemText(why, reading.columns, language),
      opened,
    );
  }
  return reading;
}

function tellReport(io: CliIo, report: PurchaseReport, { columns }: TableReading, language: Language): void {
  const { currencyClash, rejected } = report;
  if (currencyClash !== null) tell(io, currencyClashText(currencyClash.onFile, currencyClash.table, language));
  for (const { row, name, reason } of rejected.rows.slice(0, MOST_LINES)) {
    tell(io, rowText(row, name, purchaseRejectionText(reason, columns, language), language));
  }
  const more = rejected.rows.length - MOST_LINES;
  if (more > 0) tell(io, moreText(more, language));
}

/** How many customers moved, and why. */
function movedText(gradings: readonly GradingSummary[], language: Language): string {
  const text = WORKSPACE_COMMAND_TEXT[language];
  const moved: Partial<Record<keyof GradingSummary['causes'], number>> = {};
  let changed = 0;
  for (const { causes, changed: ofStage } of gradings) {
    changed += ofStage;
    const { first: _, ...others } = causes;
    for (const [cause, count] of Object.entries(others) as [keyof typeof others, number][]) {
      moved[cause] = (moved[cause] ?? 0) + count;
    }
  }
  return changed === 0 ? text.unchanged : text.changed(changed, causesText(moved, language));
}
