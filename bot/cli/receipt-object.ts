import type { CompiledScheme } from '../../core/grading/compile-scheme.ts';
import type { Grade, GradeRemark, NextTier } from '../../core/grading/grade.ts';
import type { Receipt } from '../../core/grading/receipt.ts';
import { type GradeWriter, gradeWriter, remarkText } from '../../core/text/grading-text.ts';
import type { Language } from '../../core/text/language.ts';
import { receiptSections } from '../../core/text/receipt-text.ts';

/** The fields of a grade that every JSON output has, each with its sentence. */
export function gradeFields(
  grade: Grade,
  nextTier: NextTier | null,
  { fitted }: Pick<CompiledScheme, 'fitted'>,
  writer: GradeWriter,
  language: Language,
) {
  const remark = (of: GradeRemark) => ({ ...of, text: remarkText(of, fitted, language) });
  return {
    status: grade.status,
    tier: grade.tier,
    score: grade.score,
    reasons: grade.reasons.map((reason) => ({ ...reason, text: writer.reason(reason) })),
    nextTier: movement(nextTier, grade, writer),
    review: grade.review.map(remark),
    warnings: grade.warnings.map(remark),
  };
}

/** A whole receipt for JSON: the grade, by what it was made, the cut points, and every sentence of the text form. */
export function receiptObject(receipt: Receipt, language: Language): object {
  const { fitted, grade, nextTier, drop, missing, sparedBy, cutPoints } = receipt;
  const { scheme, asOf, population, currency, cuts } = fitted;
  const writer = gradeWriter(fitted, language);
  return {
    scheme: { id: scheme.id, version: scheme.version },
    asOf,
    population,
    currency,
    ...gradeFields(grade, nextTier, receipt, writer, language),
    derived: grade.derived ?? [],
    drop: movement(drop, grade, writer),
    missing,
    sparedBy: sparedBy.map((spared) => ({ ...spared, text: writer.spared(spared) })),
    cutPoints,
    cuts,
    sections: receiptSections(receipt, language),
  };
}

function movement(change: NextTier | null, grade: Grade, writer: GradeWriter) {
  return change === null ? null : { ...change, text: liftText(change, grade, writer) };
}

/** What would lift the customer, in words; undefined when nothing does. */
export function liftText(nextTier: NextTier | null, grade: Grade, writer: GradeWriter): string | undefined {
  return nextTier === null || grade.tier === null ? undefined : writer.nextTier(nextTier, grade.tier);
}
