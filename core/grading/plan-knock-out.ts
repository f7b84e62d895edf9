import type { CalendarDate } from '../calendar-date.ts';
import type { FactValue } from '../customer.ts';
import { monthsBefore } from './months-before.ts';
import type { KnockOut, Scheme } from './scheme.ts';

/** One knock-out, with its tier and its criterion's kind looked up. */
export interface KnockOutPlan {
  readonly criterion: string;
  /** The tier that the customer gets at best, by its place in the scheme. */
  readonly tierIndex: number;
  readonly above: number | undefined;
  readonly below: number | undefined;
  readonly is: readonly (string | boolean)[] | undefined;
  readonly acceptsDays: boolean;
  readonly asOf: CalendarDate;
}

/** Lays out the knock-outs of a scheme, in its order. */
export function planKnockOuts(scheme: Scheme, asOf: CalendarDate): KnockOutPlan[] {
  return (scheme.knockOuts ?? []).map((knockOut: KnockOut) => {
    const type = scheme.criteria.find((criterion) => criterion.id === knockOut.criterion)?.type;
    return {
      criterion: knockOut.criterion,
      tierIndex: scheme.tiers.findIndex((tier) => tier.id === knockOut.tier),
      above: knockOut.when.above,
      below: knockOut.when.below,
      is: knockOut.when.is,
      acceptsDays: type === 'date' || type === 'months',
      asOf,
    };
  });
}

/** Whether the value knocks the customer out; undefined when the value is of a kind that the knock-out cannot judge. */
export function knocksOut(plan: KnockOutPlan, value: FactValue): boolean | undefined {
  if (plan.is !== undefined) return plan.is.some((word) => word === value);
  const number = typeof value === 'string' && plan.acceptsDays ? monthsBefore(plan.asOf, value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) return undefined;
  return plan.above === undefined ? number < (plan.below ?? Number.NEGATIVE_INFINITY) : number > plan.above;
}
