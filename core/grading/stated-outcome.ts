import type { Facts } from '../customer.ts';
import type { FittedScheme } from './fit-scheme.ts';
import type { GradeRemark } from './grade.ts';
import { type CriterionPlan, locate, MISSING, planCriterion } from './plan-criterion.ts';
import type { DecisionTable } from './scheme-methods.ts';
import { UncheckedSchemeError } from './unchecked-scheme.ts';
import { valueRemark } from './value-remark.ts';

/** What is stated apart from a table's answers. */
export interface Statement {
  /** The outcome that is stated; undefined when it is not known. */
  readonly outcome: (facts: Facts) => string | undefined;
  /** The criterion that states it: the first that the customer has a usable value of. */
  readonly criterion: (facts: Facts) => string;
  /** What is wrong with statements that cannot be used. */
  readonly doubts: (facts: Facts) => readonly GradeRemark[];
}

/** The statement that a table goes by; undefined when it has none. */
export function statementOf(fitted: FittedScheme, { statedBy }: DecisionTable): Statement | undefined {
  if (statedBy === undefined) return undefined;
  const plans: CriterionPlan[] = [];
  for (const id of statedBy.criteria) {
    const criterion = fitted.scheme.criteria.find((candidate) => candidate.id === id);
    if (criterion === undefined) throw new UncheckedSchemeError(`There is no criterion ${id}`);
    const isLower = criterion.direction === 'lower-is-better';
    const cuts = statedBy.bands.slice(0, -1).map((band) => (isLower ? band.upTo : band.from) ?? 0);
    const scored = { criterion: id, weight: 1, bands: statedBy.bands.map(() => ({ points: 0 })) };
    plans.push(planCriterion({ ...fitted, cuts: { [id]: cuts } }, criterion, scored));
  }
  const usable = (facts: Facts): CriterionPlan | undefined =>
    plans.find((plan) => locate(plan, facts.values[plan.id]) >= 0);
  return {
    outcome(facts) {
      const plan = usable(facts);
      return plan && statedBy.bands[locate(plan, facts.values[plan.id])]?.outcome;
    },
    criterion: (facts) => (usable(facts) ?? plans[0])?.id ?? '',
    doubts: (facts) =>
      plans.flatMap((plan) => {
        const code = locate(plan, facts.values[plan.id]);
        return code < MISSING || facts.doubts?.[plan.id] !== undefined ? [valueRemark(plan, code, facts)] : [];
      }),
  };
}
