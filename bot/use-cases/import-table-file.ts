import { rejectedCsv } from '../../core/text/import-report-text.ts';
import { tableProblemText } from '../../core/text/table-text.ts';
import type { UseCaseContext } from './context.ts';
import { afterGrading } from './grade-customers.ts';
import { readSource, type TableFileOptions } from './read-source.ts';
import { tableChanges } from './table-changes.ts';
import type { TableResult } from './table-preview.ts';
import type { TableSource } from './table-source.ts';
import { UnusableTableError } from './unusable-table-error.ts';

/**
 * Takes a file's customers over and grades them, samples removed first when asked, in one transaction. Throws
 * {@link UnusableTableError} when the table cannot be used; rejects with the source's own error when the file is no table.
 */
export async function importTableFile(
  context: UseCaseContext,
  source: TableSource,
  options: TableFileOptions,
): Promise<TableResult> {
  const { language } = options;
  const { reading } = await readSource(context, source, options);
  const error = reading.problems.find(({ severity }) => severity === 'error');
  if (error !== undefined) throw new UnusableTableError(tableProblemText(error, reading.columns, language));
  const { changes, report } = await context.db
    .transaction()
    .execute((db) => tableChanges({ ...context, db }, reading, { ...options, dryRun: false }));
  await afterGrading(context);
  return {
    fileName: source.name,
    changes,
    rejectedCsv: report.rejected.rows.length === 0 ? null : rejectedCsv(report.rejected, language),
    undoId: report.undoId,
  };
}
