import { countedCriteria, type FittedScheme, rankingCriterion } from './fit-scheme.ts';
import type { GradeRemark } from './grade.ts';
import { cutUses, inputsOf, partsOf } from './scheme-inputs.ts';

/** Below this many customers a place among them says little (default). */
const FEW_CUSTOMERS = 10;

/**
 * What a person should know of a grading run as a whole, in the scheme's order: `absent` (no customer has the
 * criterion, so it does not count), `stands-in` (it counts in place of one that nobody has) and `few-to-compare` (its
 * bands compare customers, and fewer than ten have a value). Said once a run, not once a customer.
 */
export function fitRemarks(fitted: FittedScheme): readonly GradeRemark[] {
  const { scheme, known } = fitted;
  const use = criteriaInUse(fitted);
  const relative = new Set(
    cutUses(scheme).flatMap(({ criterion, starts }) =>
      starts.some(({ top }) => top !== undefined) ? [criterion] : [],
    ),
  );
  const remarks: GradeRemark[] = [];
  for (const { id: criterion } of scheme.criteria) {
    const count = known[criterion] ?? 0;
    if (count === 0) {
      if (use.read.has(criterion) && !use.alternatives.has(criterion) && !use.stoodInFor.has(criterion)) {
        remarks.push({ code: 'absent', criterion });
      }
      continue;
    }
    if (!use.counted.has(criterion)) continue;
    if (use.alternatives.has(criterion)) remarks.push({ code: 'stands-in', criterion });
    if (relative.has(criterion) && count < FEW_CUSTOMERS) remarks.push({ code: 'few-to-compare', criterion });
  }
  return remarks;
}

interface CriteriaInUse {
  readonly read: ReadonlySet<string>;
  readonly counted: ReadonlySet<string>;
  /** Those that only count in place of another. */
  readonly alternatives: ReadonlySet<string>;
  /** Those that another one, which somebody has, counts in place of. */
  readonly stoodInFor: ReadonlySet<string>;
}

function criteriaInUse({ scheme, known }: FittedScheme): CriteriaInUse {
  const use = {
    read: new Set<string>(),
    counted: new Set<string>(),
    alternatives: new Set<string>(),
    stoodInFor: new Set<string>(),
  };
  const isKnown = (id: string): boolean => (known[id] ?? 0) > 0;
  for (const { criterion } of scheme.knockOuts ?? []) use.read.add(criterion);
  for (const { method } of partsOf(scheme)) {
    for (const input of inputsOf(method)) use.read.add(input);
    if (method.kind === 'scorecard') {
      for (const { criterion, insteadOf } of method.criteria)
        if (insteadOf !== undefined) use.alternatives.add(criterion);
      for (const { criterion, insteadOf } of countedCriteria(method.criteria, known)) {
        use.counted.add(criterion);
        if (isKnown(criterion)) for (const other of insteadOf ?? []) use.stoodInFor.add(other);
      }
    } else if (method.kind === 'bands' || method.kind === 'quantiles') {
      const counted = rankingCriterion(method.by, known);
      use.counted.add(counted);
      for (const other of method.by.slice(1)) use.alternatives.add(other);
      if (isKnown(counted)) for (const other of method.by) if (other !== counted) use.stoodInFor.add(other);
    } else for (const input of inputsOf(method)) use.counted.add(input);
  }
  return use;
}
