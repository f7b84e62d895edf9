import type { Facts } from '../customer.ts';
import { type CompiledScheme, compileScheme } from './compile-scheme.ts';
import { type FitOptions, type FittedScheme, fitScheme } from './fit-scheme.ts';
import type { Grade, GradeRemark } from './grade.ts';
import { type AnyScheme, inputsOf, segmentsOf } from './scheme-inputs.ts';

/** A document of either kind, fitted and ready to grade many customers. */
export interface CompiledDocument {
  readonly document: AnyScheme;
  /** Undefined for a document of segments only. */
  readonly tier: CompiledScheme | undefined;
  /** In the document's order; the tiers of each are its labels. */
  readonly segments: readonly CompiledScheme[];
}

/** What a document says of one customer. */
export interface DocumentGrade {
  /**
   * By a document with tiers, the tier's grade. Else one without tier and score that sums the segments up: `graded` when
   * the customer has a label, with the reasons of all segments; the remarks of those without a label are warnings then, and
   * the review otherwise.
   */
  readonly grade: Grade;
  /** By segment, in the document's order: the `tier` is the label's id, null where it could not be decided. */
  readonly segments: readonly Grade[];
}

/** Fits the tier and every segment of a document to the same customers. */
export function compileDocument(
  document: AnyScheme,
  population: readonly Facts[],
  options: FitOptions,
): CompiledDocument {
  return {
    document,
    tier: 'method' in document ? compileScheme(fitScheme(document, population, options)) : undefined,
    segments: segmentsOf(document).map((segment) => compileScheme(fitScheme(segment, population, options))),
  };
}

/** Grades one customer by all that the document says. */
export function gradeByDocument({ tier, segments }: CompiledDocument, facts: Facts): DocumentGrade {
  const labels = segments.length === 0 ? NO_SEGMENTS : segments.map((segment) => segment.grade(facts));
  if (tier !== undefined) return { grade: tier.grade(facts), segments: labels };
  return { grade: summed(labels, segments), segments: labels };
}

/** Whether any customer has something that the segment goes by; where none has, nobody is blamed for having no label. */
export function isDivided({ scheme, known }: FittedScheme): boolean {
  return inputsOf(scheme.method).some((id) => (known[id] ?? 0) > 0);
}

const NO_SEGMENTS: readonly Grade[] = [];

function summed(labels: readonly Grade[], segments: readonly CompiledScheme[]): Grade {
  const isPlaced = labels.some(({ tier }) => tier !== null);
  const told = labels.filter((_, index) => {
    const fitted = segments[index]?.fitted;
    return fitted !== undefined && isDivided(fitted);
  });
  const undecided = distinct((told.length > 0 ? told : labels).flatMap(({ review }) => review));
  const warnings = labels.flatMap((label) => label.warnings);
  const isUnreadable = told.length > 0 && told.every(({ status }) => status === 'unreadable');
  return {
    status: isPlaced ? 'graded' : isUnreadable ? 'unreadable' : 'review',
    tier: null,
    score: null,
    reasons: labels.flatMap(({ reasons }) => reasons),
    review: isPlaced ? [] : undecided,
    warnings: distinct(isPlaced ? [...undecided, ...warnings] : warnings),
  };
}

/** Segments that go by the same criterion say the same of it. */
function distinct(remarks: readonly GradeRemark[]): GradeRemark[] {
  return [...new Map(remarks.map((remark) => [JSON.stringify(remark), remark])).values()];
}
