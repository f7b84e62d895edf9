import type { CompiledDocument } from '../../core/grading/compile-document.ts';
import type { GradedRecord } from '../../core/grading/grade-table.ts';
import type { Grid } from '../../core/table/cell.ts';
import type { TableReading } from '../../core/table/reading.ts';
import { cliText } from '../../core/text/cli-text.ts';
import { type GradedDetails, gradedDetails } from '../../core/text/graded-details.ts';
import { type GradedTableWords, gradedTableWords, nameOf } from '../../core/text/graded-table-words.ts';
import { textIn } from '../../core/text/grading-text.ts';
import type { Language } from '../../core/text/language.ts';
import { withoutFormula } from '../../core/text/without-formula.ts';
import { csvWithColumns, ROWS_A_PIECE } from './csv-with-columns.ts';
import { gradeOverview } from './grade-overview.ts';

export type GradeFormat = 'table' | 'csv' | 'json';

/** What an output is made of. */
export interface GradeOutput {
  readonly grid: Grid;
  readonly reading: TableReading;
  readonly compiled: CompiledDocument;
  readonly graded: Iterable<GradedRecord>;
  readonly language: Language;
}

/** The result as text in pieces, in the sheet's order. */
export function gradeOutput(format: GradeFormat, output: GradeOutput): Iterable<string> {
  switch (format) {
    case 'csv':
      return csvOutput(output);
    case 'json':
      return jsonOutput(output);
    case 'table':
      return gradeOverview(output.graded, output.compiled, output.language);
    default:
      return format satisfies never;
  }
}

/**
 * Every row and column of the sheet as it came, with the grade behind, and a column for each segment; a document of
 * segments only has no columns about tiers. Title, blank, totals and remark rows stay ungraded.
 */
function csvOutput({ grid, reading, compiled, graded, language }: GradeOutput): Iterable<string> {
  const records = graded[Symbol.iterator]();
  const words = gradedTableWords(compiled, language);
  return csvWithColumns(grid, reading, csvHeadings(compiled, language), () => gradeCells(records.next().value, words));
}

function csvHeadings({ tier, segments }: CompiledDocument, language: Language): string[] {
  const { headings } = cliText[language];
  const titles = segments.map(({ fitted }) => withoutFormula(textIn(fitted.scheme.titles, language)));
  return tier === undefined
    ? [headings.reasons, headings.review, ...titles]
    : [headings.tier, headings.score, headings.reasons, headings.nextTier, headings.review, ...titles];
}

function gradeCells(graded: GradedRecord | undefined, words: GradedTableWords): string[] {
  if (graded === undefined) throw new Error('There are fewer grades than records.');
  const { score } = graded.grade;
  const reasons = withoutFormula(words.reasons(graded));
  const review = withoutFormula(words.review(graded));
  const labels = words.labels(graded).map((label) => withoutFormula(label ?? ''));
  if (!words.hasTiers) return [reasons, review, ...labels];
  const cells = [
    withoutFormula(words.tier(graded) ?? ''),
    score === null ? '' : String(score),
    reasons,
    withoutFormula(words.lift(graded) ?? ''),
    review,
  ];
  return labels.length === 0 ? cells : [...cells, ...labels];
}

/** One array, one object a line and customer. */
function* jsonOutput({ compiled, graded, language }: GradeOutput): Iterable<string> {
  const words = gradedTableWords(compiled, language);
  const details = gradedDetails(compiled, words, language);
  let piece = '[';
  let separator = '\n';
  let rows = 0;
  for (const item of graded) {
    piece += separator + JSON.stringify(gradeObject(item, compiled, words, details));
    separator = ',\n';
    rows += 1;
    if (rows % ROWS_A_PIECE === 0) {
      yield piece;
      piece = '';
    }
  }
  yield `${piece}\n]\n`;
}

function gradeObject(
  item: GradedRecord,
  compiled: CompiledDocument,
  words: GradedTableWords,
  details: GradedDetails,
): object {
  const { record, grade, segments } = item;
  const nextTier = compiled.tier?.nextTier(record.facts) ?? null;
  return {
    row: record.row,
    name: nameOf(record),
    status: grade.status,
    tier: grade.tier,
    score: grade.score,
    reasons: details.reasons(item),
    nextTier: nextTier === null ? null : { ...nextTier, text: words.lift(item) },
    review: grade.review.map((remark) => ({ ...remark, text: words.remark(remark) })),
    warnings: grade.warnings.map((remark) => ({ ...remark, text: words.remark(remark) })),
    ...(segments.length === 0 ? {} : { segments: details.segments(item) }),
  };
}
