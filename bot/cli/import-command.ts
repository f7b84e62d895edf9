import { accountValue } from '../../core/schemes/account-value.ts';
import { cliText } from '../../core/text/cli-text.ts';
import { importReportLines, moreText, rejectedCsv } from '../../core/text/import-report-text.ts';
import { EMPTY_CELLS_TEXT, importSummary } from '../../core/text/import-text.ts';
import { UNDO_IMPORT_HINT } from '../../core/text/import-undo-text.ts';
import type { Language } from '../../core/text/language.ts';
import type { ImportReport } from '../use-cases/import-report.ts';
import { importTable } from '../use-cases/import-table.ts';
import { type CliIo, print, tell } from './cli-io.ts';
import { inWorkspace } from './in-workspace.ts';
import { startProgress } from './progress.ts';
import { readCustomerTable, tellProblems } from './read-customer-table.ts';
import { schemeNamed } from './scheme-named.ts';
import type { TableImportOptions } from './table-options.ts';
import { writeRejected } from './write-rejected.ts';

/** What `import` is told. */
export interface ImportCommandOptions extends TableImportOptions {
  /** A built-in scheme's id or a file; undefined grades with the scheme in use. */
  readonly scheme: string | undefined;
}

/** Lines of the report that are spelt out; the rest is counted. */
const MOST_LINES = 20;

/** `import TABLE`: takes a table's customers over and grades them; says first what is new, changed and rejected. */
export async function importCommand(io: CliIo, table: string, options: ImportCommandOptions): Promise<number> {
  const { asOf, dryRun, hints, sheet, language } = options;
  const scheme = options.scheme === undefined ? undefined : await schemeNamed(options.scheme, language);
  const { opened, reading } = await readCustomerTable(io, table, {
    scheme: scheme ?? accountValue,
    asOf,
    hints,
    sheet,
    language,
  });
  const report = await inWorkspace(io, options.workspace, (context) => {
    const progress = startProgress(io, cliText[language].importing, reading.records.length);
    return importTable(context, reading, {
      dryRun,
      asOf,
      onProgress: progress.update,
      ...(scheme === undefined ? {} : { scheme }),
    }).finally(progress.stop);
  });
  // The report says of every rejected row why it was, the nameless ones among them.
  const problems = reading.problems.filter(({ code }) => code !== 'no-name');
  tellProblems(io, opened, { ...reading, problems }, language);
  tellReport(io, report, language);
  await print(io, `${importSummary(report.counts, dryRun, language)}\n`);
  if (report.undoId !== null) tell(io, UNDO_IMPORT_HINT[language](report.undoId));
  const { rejected } = report;
  if (!dryRun) await writeRejected(io, table, { rows: rejected.rows, csv: rejectedCsv(rejected, language) }, language);
  const needsAttention =
    opened.leavesTableOut ||
    report.counts.rejected > 0 ||
    reading.problems.some(({ severity }) => severity === 'problem');
  return options.strict && needsAttention ? 1 : 0;
}

function tellReport(io: CliIo, report: ImportReport, language: Language): void {
  const { lines, more } = importReportLines(report, MOST_LINES, language);
  for (const line of lines) tell(io, line);
  if (more > 0) tell(io, moreText(more, language));
  if (report.currencyClash !== null) tell(io, cliText[language].samplesInOtherCurrency);
  if (report.dryRun) tell(io, EMPTY_CELLS_TEXT[language]);
}
