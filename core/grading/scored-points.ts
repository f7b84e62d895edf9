import type { ScoredCriterion } from './scheme-methods.ts';

/** The most or the least points that a criterion gives, by a number or a word; `which`: Math.max or Math.min. */
export function pointsOf(
  { bands, levels, answers, labels }: ScoredCriterion,
  which: (one: number, other: number) => number,
): number {
  const words = Object.values({ ...labels, ...answers, ...levels });
  const points = [...(bands ?? []).map((band) => band.points), ...words];
  return points.reduce((best, one) => which(best, one), points[0] ?? 0);
}
