import type { CompiledScheme } from '../../core/grading/compile-scheme.ts';
import type { GradeStatus } from '../../core/grading/grade.ts';
import type { RegradingBatch } from '../store/grading-columns.ts';

/**
 * The places of the customers whose grade may not be what it was; all others are counted and need nothing. Each grade is
 * compared as it comes out of the columns: of a million customers few have to be looked at one by one.
 */
export function placesToSettle(
  batch: RegradingBatch,
  { gradeColumns, fitted }: CompiledScheme,
  overridden: readonly string[],
  counts: Counts,
): number[] {
  const { columns, tiers: formerTiers, scores: formerScores, oddPlaces } = batch;
  const grades = gradeColumns(columns);
  const tierIds = fitted.scheme.tiers.map(({ id }) => id);
  const unchanged = tierIds.map(() => 0);
  const mustSettle = new Set([...oddPlaces, ...placesOf(overridden, batch)]);
  const places: number[] = [];
  for (let place = 0; place < columns.size; place += 1) {
    const index = grades.tiers[place] ?? -1;
    const score = grades.scores[place] ?? Number.NaN;
    const isSame =
      index >= 0 &&
      tierIds[index] === formerTiers[place] &&
      (Number.isNaN(score) ? null : score) === formerScores[place] &&
      !mustSettle.has(place);
    if (isSame) unchanged[index] = (unchanged[index] ?? 0) + 1;
    else places.push(place);
  }
  for (const [index, tier] of tierIds.entries()) countGrade(counts, 'graded', tier, unchanged[index] ?? 0);
  return places;
}

/** Where those of the customers are that the batch has. */
function placesOf(ids: readonly string[], { columns, idAt }: RegradingBatch): number[] {
  return ids.flatMap((id) => {
    let [low, high] = [0, columns.size];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (idAt(middle) < id) low = middle + 1;
      else high = middle;
    }
    return low < columns.size && idAt(low) === id ? [low] : [];
  });
}

/** How many customers a run has graded so far, by status and by tier. */
interface Counts {
  readonly statuses: Record<string, number>;
  readonly tiers: Record<string, number>;
}

/** Adds customers to the counts of a run. */
export function countGrade(
  { statuses, tiers }: Counts,
  status: GradeStatus,
  tier: string | null,
  customers: number,
): void {
  if (customers === 0) return;
  statuses[status] = (statuses[status] ?? 0) + customers;
  if (tier !== null) tiers[tier] = (tiers[tier] ?? 0) + customers;
}
