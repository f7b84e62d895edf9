import type { BookCount } from './book-count.ts';
import type { DataProblem } from './digest.ts';
import { sumOf } from './grouped.ts';

/**
 * What is wrong with the data of how many customers, the worst first; what is wrong with nobody's, neither now nor before, is left out.
 *
 * @param overridesExpired customers whose tier was set by hand until a day that has passed since the digest before
 * @param hasBefore whether it is known what was before
 */
export function dataProblems(
  counts: readonly BookCount[],
  overridesExpired: number,
  hasBefore: boolean,
): DataProblem[] {
  const problem = (code: DataProblem['code'], isOf: (count: BookCount) => boolean): DataProblem => {
    const some = counts.filter(isOf);
    const before = hasBefore ? sumOf(some, (count) => count.before) : null;
    return { code, customers: sumOf(some, ({ customers }) => customers), before };
  };
  const problems = [
    problem('without-owner', ({ ownerId }) => ownerId === null),
    problem('review', ({ status }) => status === 'review'),
    problem('unreadable', ({ status }) => status === 'unreadable'),
    problem('not-graded', ({ status }) => status === null),
    { code: 'overrides-expired', customers: overridesExpired, before: null } as const,
  ];
  return problems.filter(({ customers, before }) => customers > 0 || (before ?? 0) > 0);
}
