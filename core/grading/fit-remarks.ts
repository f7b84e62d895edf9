import { countedCriteria, type FittedScheme } from './fit-scheme.ts';
import type { GradeRemark } from './grade.ts';

/** Below this many customers a place among them says little (default). */
const FEW_CUSTOMERS = 10;

/**
 * What a person should know of a grading run as a whole, in the scheme's order: `absent` (no customer has the
 * criterion, so it does not count), `stands-in` (it counts in place of one that nobody has) and `few-to-compare` (its
 * bands compare customers, and fewer than ten have a value). Said once a run, not once a customer.
 */
export function fitRemarks(fitted: FittedScheme): readonly GradeRemark[] {
  const counted = countedCriteria(fitted);
  const remarks: GradeRemark[] = [];
  for (const scored of fitted.scheme.method.criteria) {
    const { criterion, insteadOf } = scored;
    const known = fitted.known[criterion] ?? 0;
    const isStoodInFor = counted.some(
      (other) => other.insteadOf?.includes(criterion) && (fitted.known[other.criterion] ?? 0) > 0,
    );
    if (known === 0) {
      if (insteadOf === undefined && !isStoodInFor) remarks.push({ code: 'absent', criterion });
      continue;
    }
    if (!counted.includes(scored)) continue;
    if (insteadOf !== undefined) remarks.push({ code: 'stands-in', criterion });
    const isRelative = scored.bands?.some((band) => band.top !== undefined) ?? false;
    if (isRelative && known < FEW_CUSTOMERS) remarks.push({ code: 'few-to-compare', criterion });
  }
  return remarks;
}
