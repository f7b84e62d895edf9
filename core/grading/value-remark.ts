import type { Facts } from '../customer.ts';
import type { GradeRemark } from './grade.ts';
import { FUTURE, MISSING, NOT_FITTED, OUT_OF_RANGE } from './plan-criterion.ts';
import type { Criterion } from './scheme.ts';

/** What is to be said of a value that has no place; `code` is negative, as `locate` gives it. */
export function valueRemark(
  { id: criterion, isAhead }: Pick<Criterion, 'id' | 'isAhead'>,
  code: number,
  facts: Facts,
): GradeRemark {
  if (code === MISSING) return { code: facts.doubts?.[criterion]?.code ?? 'missing', criterion };
  if (code === NOT_FITTED) return { code: 'nothing-to-compare', criterion };
  if (code === OUT_OF_RANGE) return { code: 'out-of-range', criterion };
  if (code === FUTURE) return { code: isAhead === true ? 'past-date' : 'future-date', criterion };
  return { code: 'unreadable', criterion };
}
