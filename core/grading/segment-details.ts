import type { Facts } from '../customer.ts';
import { compileGrader } from './compile-scheme.ts';
import type { FittedScheme } from './fit-scheme.ts';
import type { SegmentAsScheme, Titles } from './scheme.ts';

/** A segment fitted to all customers. */
export type FittedSegment = FittedScheme & { readonly scheme: SegmentAsScheme };

/**
 * What stands behind a customer's label in a segment: the titles of the derived labels that the segment names (R5, F4,
 * M5), in its order. Empty where it names none, and where the customer's facts have changed so much since that they give
 * another label.
 */
export function segmentDetails(fitted: FittedSegment, label: string, facts: Facts): Titles[] {
  const { details = [], derived = [] } = fitted.scheme;
  if (details.length === 0) return [];
  const grade = compileGrader(fitted).grade(facts);
  if (grade.tier !== label) return [];
  return details.flatMap((id) => {
    const given = grade.derived?.find((one) => one.id === id)?.label;
    return derived.find((one) => one.id === id)?.labels.find((one) => one.id === given)?.titles ?? [];
  });
}
