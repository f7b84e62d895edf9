import type { CompiledDocument } from '../grading/compile-document.ts';
import type { Reason } from '../grading/grade.ts';
import type { GradedRecord } from '../grading/grade-table.ts';
import { type GradedTableWords, undecidedText } from './graded-table-words.ts';
import { gradeWriter } from './grading-text.ts';
import type { Language } from './language.ts';

/** A reason with its sentence. */
type WordedReason = Reason & { readonly text: string };

/** One segment of a customer for JSON. */
interface WordedSegment {
  readonly segment: string;
  /** The label's id; null where it could not be decided. */
  readonly label: string | null;
  /** The label's title, or why there is none. */
  readonly text: string;
}

/** Puts what a document says of customers into words one by one, for what keeps each beside its figures. */
export interface GradedDetails {
  readonly reasons: (graded: GradedRecord) => readonly WordedReason[];
  readonly segments: (graded: GradedRecord) => readonly WordedSegment[];
}

/** Details for many customers; `words` are those of the same document and language. */
export function gradedDetails(
  { tier, segments }: CompiledDocument,
  words: GradedTableWords,
  language: Language,
): GradedDetails {
  const writer = tier && gradeWriter(tier.fitted, language);
  const writers = segments.map(({ fitted }) => gradeWriter(fitted, language, 'labels'));
  return {
    reasons: ({ grade, segments: of }) =>
      writer === undefined
        ? of.flatMap(({ reasons }, index) =>
            reasons.map((reason) => ({ ...reason, text: writers[index]?.reason(reason) ?? '' })),
          )
        : grade.reasons.map((reason) => ({ ...reason, text: writer.reason(reason) })),
    segments: (graded) =>
      segments.map(({ fitted }, index) => ({
        segment: fitted.scheme.id,
        label: graded.segments[index]?.tier ?? null,
        text: words.labels(graded)[index] ?? undecidedText(graded.segments[index], fitted, language),
      })),
  };
}
