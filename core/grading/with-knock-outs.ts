import type { Facts, FactValue } from '../customer.ts';
import type { FittedScheme } from './fit-scheme.ts';
import type { GradeRemark, Reason } from './grade.ts';
import type { Grader } from './grader.ts';
import { FUTURE, UNUSABLE } from './plan-criterion.ts';
import { type KnockOutPlan, knocksOut, planKnockOuts } from './plan-knock-out.ts';
import { monthsAway } from './scale-number.ts';
import { valueRemark } from './value-remark.ts';

/**
 * A method's grader under the scheme's knock-outs: the tier is at most what they allow. A knock-out into the last tier
 * is certain even where the method leads to review.
 */
export function withKnockOuts(fitted: FittedScheme, grader: Grader): Grader {
  const plans = planKnockOuts(fitted.scheme, fitted.asOf);
  if (plans.length === 0) return grader;
  const tiers = fitted.scheme.tiers.map(({ id }) => id);
  const last = tiers.length - 1;
  /** The place of the tier: the method's, or what the knock-outs make of it; -1 for none. */
  const bounded = (tier: string | null, bound: number): number =>
    tier === null ? (bound === last ? last : -1) : Math.max(bound, tiers.indexOf(tier));
  return {
    ...grader,
    grade(facts) {
      const grade = grader.grade(facts);
      const { applying, review, warnings } = judgeKnockOuts(plans, facts);
      const index = grade.status === 'out-of-market' ? -1 : bounded(grade.tier, boundOf(applying));
      const reasons = [...applying.map((plan) => knockOutReason(plan, facts, tiers)), ...grade.reasons];
      if (index < 0) {
        if (grade.status === 'out-of-market') {
          return { ...grade, reasons, warnings: merged(grade.warnings, [...review, ...warnings]) };
        }
        const all = merged(grade.review, review);
        return { ...grade, reasons, review: all, warnings: without(merged(grade.warnings, warnings), all) };
      }
      if (review.length > 0 && index !== last) {
        const others = without(merged(grade.warnings, warnings), review);
        return { ...grade, status: 'review', tier: null, reasons, review, warnings: others };
      }
      const told = merged(merged(grade.review, review), merged(grade.warnings, warnings));
      return { ...grade, status: 'graded', tier: tiers[index] ?? null, reasons, review: [], warnings: told };
    },
    code(facts) {
      const code = grader.code(facts);
      if (code.status === 'out-of-market') return code;
      const { applying, review } = judgeKnockOuts(plans, facts);
      const index = bounded(code.tier, boundOf(applying));
      if (index < 0) return code;
      if (review.length > 0 && index !== last) return { ...code, status: 'review', tier: null };
      return { ...code, status: 'graded', tier: tiers[index] ?? null };
    },
  };
}

interface KnockOuts {
  readonly applying: readonly KnockOutPlan[];
  readonly review: readonly GradeRemark[];
  readonly warnings: readonly GradeRemark[];
}

function judgeKnockOuts(plans: readonly KnockOutPlan[], facts: Facts): KnockOuts {
  const applying: KnockOutPlan[] = [];
  const review: GradeRemark[] = [];
  const warnings: GradeRemark[] = [];
  for (const plan of plans) {
    const { criterion } = plan;
    const value = facts.values[criterion];
    const doubt = facts.doubts?.[criterion];
    if (value === undefined) {
      if (doubt !== undefined) (doubt.code === 'unreadable' ? warnings : review).push({ code: doubt.code, criterion });
      continue;
    }
    const applies = knocksOut(plan, value);
    if (applies === true) applying.push(plan);
    if (applies !== undefined) continue;
    if (typeof value === 'number') review.push({ code: 'out-of-range', criterion });
    else
      warnings.push(
        valueRemark({ id: criterion, isAhead: plan.isAhead }, isPassed(plan, value) ? FUTURE : UNUSABLE, facts),
      );
  }
  return { applying, review, warnings };
}

/** Whether the value is a day on the wrong side of the day of grading. */
function isPassed({ asOf, acceptsDays, isAhead }: KnockOutPlan, value: FactValue): boolean {
  return acceptsDays && typeof value === 'string' && (monthsAway(asOf, value, isAhead) ?? 0) < 0;
}

/** Both lists, what both say once. */
function merged(some: readonly GradeRemark[], others: readonly GradeRemark[]): readonly GradeRemark[] {
  return [...some, ...without(others, some)];
}

function without(remarks: readonly GradeRemark[], told: readonly GradeRemark[]): readonly GradeRemark[] {
  const isTold = ({ code, criterion }: GradeRemark): boolean =>
    told.some((other) => other.code === code && other.criterion === criterion && criterion !== undefined);
  return remarks.filter((remark) => !isTold(remark));
}

function boundOf(applying: readonly KnockOutPlan[]): number {
  let bound = 0;
  for (const { tierIndex } of applying) bound = Math.max(bound, tierIndex);
  return bound;
}

function knockOutReason(plan: KnockOutPlan, facts: Facts, tiers: readonly string[]): Reason {
  const { criterion, tierIndex } = plan;
  const value = facts.values[criterion] ?? null;
  return { criterion, value, band: null, points: 0, max: 0, knockOut: tiers[tierIndex] ?? '' };
}
