import type { TableReading } from '../../core/table/reading.ts';
import { tierText } from '../../core/text/grading-text.ts';
import { importReportLines } from '../../core/text/import-report-text.ts';
import { EMPTY_CELLS_TEXT, importSummary, NO_TIER_YET } from '../../core/text/import-text.ts';
import type { UseCaseContext } from './context.ts';
import { countTiers, type StageTiers } from './count-tiers.ts';
import type { ImportReport } from './import-report.ts';
import { type ImportOutcome, importWithin } from './import-table.ts';
import type { TableFileOptions } from './read-source.ts';
import { removeSamplesWithin } from './remove-samples.ts';
import type { PreviewChanges } from './table-preview.ts';

/** Lines that are spelt out; the rest is counted. */
const MOST_LINES = 20;
/** Names for trying out. */
const MOST_NAMES = 3;

/**
 * Imports a table's customers, or with `dryRun` finds out what that would do, and puts it into words; within the
 * caller's transaction. Samples, when they are to go, are taken away in either case.
 */
export async function tableChanges(
  context: UseCaseContext,
  reading: TableReading,
  options: TableFileOptions & { readonly dryRun: boolean },
): Promise<{ readonly changes: PreviewChanges; readonly report: ImportReport }> {
  const { asOf, dryRun, language } = options;
  if (options.removeSamples) await removeSamplesWithin(context);
  const outcome = await importWithin(context, reading, { dryRun, asOf });
  const changes = await changesInWords(context, reading, outcome, { asOf, language });
  return { changes, report: outcome.report };
}

/** What an import did or would do, in words, with the tiers that the table's customers have then. */
export async function changesInWords(
  context: UseCaseContext,
  reading: TableReading,
  outcome: ImportOutcome,
  { asOf, language }: Pick<TableFileOptions, 'asOf' | 'language'>,
): Promise<PreviewChanges> {
  const { report, plan } = outcome;
  const { dryRun } = report;
  const tiers = await countTiers(context, reading, outcome, asOf);
  const { lines, more } = importReportLines(report, MOST_LINES, language);
  const summary = importSummary(report.counts, dryRun, language);
  const emptyCells = dryRun && report.counts.changed > 0 ? EMPTY_CELLS_TEXT[language] : '';
  return {
    counts: report.counts,
    summary: [summary, emptyCells].filter(Boolean).join(language === 'en' ? ' ' : ''),
    lines,
    moreLines: more,
    tiers: tiers.flatMap((stage, at) => tierCounts(stage, at === 0, language)),
    names: plan.touched
      .toSorted((one, other) => one.row - other.row)
      .slice(0, MOST_NAMES)
      .map(({ customer }) => customer.name),
  };
}

/** All tiers of the table's first stage, best first; of another one only those that somebody is in. Who has none comes last. */
function tierCounts(
  { scheme, customers }: StageTiers,
  isFirst: boolean,
  language: TableFileOptions['language'],
): PreviewChanges['tiers'] {
  if (customers.size === 0) return [];
  const graded = scheme.tiers
    .map(({ id }) => ({ tier: id, label: tierText(id, scheme, language), customers: customers.get(id) ?? 0 }))
    .filter((tier) => isFirst || tier.customers > 0);
  const ungraded = customers.get(null) ?? 0;
  if (ungraded === 0) return graded;
  return [...graded, { tier: null, label: NO_TIER_YET[language], customers: ungraded }];
}
