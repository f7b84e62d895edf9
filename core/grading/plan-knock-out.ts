import type { CalendarDate } from '../calendar-date.ts';
import type { FactValue } from '../customer.ts';
import { monthsAway } from './scale-number.ts';
import type { KnockOut, Scheme } from './scheme.ts';
import { rangeOf } from './scheme-inputs.ts';

/** One knock-out, with its tier and its criterion's kind looked up. */
export interface KnockOutPlan {
  readonly criterion: string;
  /** The tier that the customer gets at best, by its place in the scheme. */
  readonly tierIndex: number;
  readonly above: number | undefined;
  readonly below: number | undefined;
  readonly is: readonly (string | boolean)[] | undefined;
  readonly acceptsDays: boolean;
  readonly isAhead: boolean;
  /** A number beyond is not judged: a person must look at it first. */
  readonly least: number;
  readonly most: number;
  readonly asOf: CalendarDate;
}

/** Lays out the knock-outs of a scheme, in its order. */
export function planKnockOuts(scheme: Scheme, asOf: CalendarDate): KnockOutPlan[] {
  return (scheme.knockOuts ?? []).map((knockOut: KnockOut) => {
    const input = scheme.criteria.find((criterion) => criterion.id === knockOut.criterion);
    const type = input?.type;
    return {
      criterion: knockOut.criterion,
      tierIndex: scheme.tiers.findIndex((tier) => tier.id === knockOut.tier),
      above: knockOut.when.above,
      below: knockOut.when.below,
      is: knockOut.when.is,
      acceptsDays: type === 'date' || type === 'months',
      isAhead: input?.isAhead ?? false,
      ...(input === undefined ? { least: -Number.MAX_VALUE, most: Number.MAX_VALUE } : rangeOf(input)),
      asOf,
    };
  });
}

/** Whether the value knocks the customer out; undefined when the value is of a kind that the knock-out cannot judge. */
export function knocksOut(plan: KnockOutPlan, value: FactValue): boolean | undefined {
  if (plan.is?.some((word) => word === value) === true) return true;
  const hasBound = plan.above !== undefined || plan.below !== undefined;
  if (!hasBound) return false;
  const number = typeof value === 'string' && plan.acceptsDays ? monthsAway(plan.asOf, value, plan.isAhead) : value;
  // a word that is not among those that knock out says that all is well; a word without such a list says nothing
  if (typeof number !== 'number') return plan.is === undefined ? undefined : false;
  if (!(number >= plan.least && number <= plan.most)) return undefined;
  return plan.above === undefined ? number < (plan.below ?? -Number.MAX_VALUE) : number > plan.above;
}
