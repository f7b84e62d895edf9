import type { Reason } from './grade.ts';

/** Reasons by which side they stand on, each side strongest first; no reason stands on both. */
export interface ForAndAgainst {
  readonly favour: readonly Reason[];
  readonly against: readonly Reason[];
  /** What decided without points: conditions of a rule, a rank, the axes of a matrix; in the order of the grade. */
  readonly deciding: readonly Reason[];
  /** Reasons that were left out of the score (their `max` is 0). */
  readonly leftOut: readonly Reason[];
}

/**
 * Sorts reasons into what won more points than it lost and what lost at least as many as it won, and names at most
 * `limit` on each side; knock-outs stand against and before all others. A side with room left against is filled from the reasons in favour that did not fit there and
 * still lost points, so that a customer who is good at everything also sees where the missing points are.
 */
export function forAndAgainst(reasons: readonly Reason[], limit: number): ForAndAgainst {
  const knockOuts = reasons.filter((reason) => reason.knockOut !== undefined);
  const others = reasons.filter((reason) => reason.knockOut === undefined);
  const scored = others.filter((reason) => reason.decides !== true);
  const counted = scored.filter((reason) => reason.max > 0);
  const winners = sortedBy(
    counted.filter((reason) => reason.points > lost(reason)),
    (reason) => reason.points,
  );
  const losers = sortedBy(
    counted.filter((reason) => reason.points <= lost(reason)),
    lost,
  );
  const favour = winners.slice(0, limit);
  const rest = sortedBy(
    winners.slice(limit).filter((reason) => lost(reason) > 0),
    lost,
  );
  return {
    deciding: others.filter((reason) => reason.decides === true),
    favour,
    against: [...knockOuts, ...losers, ...rest].slice(0, limit),
    leftOut: scored.filter((reason) => reason.max <= 0),
  };
}

function lost(reason: Reason): number {
  return reason.max - reason.points;
}

/** The largest first; equal ones keep their order. */
function sortedBy(reasons: readonly Reason[], size: (reason: Reason) => number): Reason[] {
  const sorted = [...reasons];
  sorted.sort((a, b) => size(b) - size(a));
  return sorted;
}
