import type { CalendarDate } from '../calendar-date.ts';
import type { FactValue } from '../customer.ts';
import { foldAnswer } from '../table/words.ts';
import { monthsAway } from './scale-number.ts';
import type { KnockOut, Scheme } from './scheme.ts';
import { criteriaWithDerived, rangeOf } from './scheme-inputs.ts';
import { UncheckedSchemeError } from './unchecked-scheme.ts';

/** One knock-out, with its tier and its criterion's kind looked up. */
export interface KnockOutPlan {
  readonly criterion: string;
  /** The tier that the customer gets at best, by its place in the scheme. */
  readonly tierIndex: number;
  readonly above: number | undefined;
  readonly below: number | undefined;
  /** Words as they are compared: those of a text with case and width aside. */
  readonly is: readonly (string | boolean)[] | undefined;
  readonly isText: boolean;
  readonly acceptsDays: boolean;
  readonly acceptsPlainNumbers: boolean;
  readonly isAhead: boolean;
  /** A number beyond is not judged: a person must look at it first. */
  readonly least: number;
  readonly most: number;
  readonly asOf: CalendarDate;
}

/** Lays out the knock-outs of a scheme, in its order. */
export function planKnockOuts(scheme: Scheme, asOf: CalendarDate): KnockOutPlan[] {
  const inputs = criteriaWithDerived(scheme);
  return (scheme.knockOuts ?? []).map((knockOut: KnockOut) => {
    const { criterion, when, tier } = knockOut;
    const input = inputs.find(({ id }) => id === criterion);
    const tierIndex = scheme.tiers.findIndex(({ id }) => id === tier);
    if (input === undefined) throw new UncheckedSchemeError(`There is no criterion ${criterion}`);
    if (tierIndex < 0) throw new UncheckedSchemeError(`There is no tier ${tier}`);
    const { type, isAhead = false } = input;
    const isText = type === 'text';
    return {
      criterion,
      tierIndex,
      above: when.above,
      below: when.below,
      is: when.is?.map((word) => (isText ? foldAnswer(String(word)) : word)),
      isText,
      acceptsDays: type === 'date' || type === 'months',
      acceptsPlainNumbers: type !== 'date',
      isAhead,
      ...rangeOf(input),
      asOf,
    };
  });
}

/** Whether the value knocks the customer out; undefined when the value is of a kind that the knock-out cannot judge. */
export function knocksOut(plan: KnockOutPlan, value: FactValue): boolean | undefined {
  const compared = plan.isText && typeof value !== 'boolean' ? foldAnswer(String(value)) : value;
  if (plan.is?.some((word) => word === compared) === true) return true;
  const hasBound = plan.above !== undefined || plan.below !== undefined;
  if (!hasBound) return false;
  const number = typeof value === 'string' && plan.acceptsDays ? monthsAway(plan.asOf, value, plan.isAhead) : value;
  // a word that is not among those that knock out says that all is well; a word without such a list says nothing
  if (typeof number !== 'number') return plan.is === undefined ? undefined : false;
  if (typeof value === 'number' && !plan.acceptsPlainNumbers) return undefined;
  if (!(number >= plan.least && number <= plan.most)) return undefined;
  return plan.above === undefined ? number < (plan.below ?? -Number.MAX_VALUE) : number > plan.above;
}
