import type { Digest, DigestPart } from './digest.ts';

/** The parts of a digest. */
export type DigestParts = Pick<Digest, DigestPart | 'matrices'>;

/**
 * What a daily digest tells: parts in which something has changed since the digest before, and what is overdue (contacts,
 * complaints) as long as it is. Where it is not known what was before, everything counts as news.
 *
 * @param haveSigningsChanged whether the forecast of signings has
 */
export function onlyNews(parts: DigestParts, haveSigningsChanged: boolean): DigestParts {
  const { tiers, moves, overdue, complaints, capacity, dormant, signings, ends, causes, satisfaction, data } = parts;
  const over = capacity?.filter(({ wasOver }) => !wasOver);
  const problems = data?.filter(({ customers, before }) => customers > (before ?? 0));
  return {
    tiers: tiers?.some(({ customers, before }) => customers !== before) ? tiers : undefined,
    moves: moves !== undefined && moves.up.count + moves.down.count > 0 ? moves : undefined,
    overdue: told(overdue),
    complaints: complaints !== undefined && complaints.count > 0 ? complaints : undefined,
    capacity: told(over),
    dormant:
      dormant !== undefined && dormant.fresh > 0
        ? { ...dormant, first: dormant.first.slice(0, dormant.fresh) }
        : undefined,
    signings: haveSigningsChanged && signings !== undefined && signings.months.length > 0 ? signings : undefined,
    ends: ends !== undefined && ends.won.count + ends.lost.count > 0 ? ends : undefined,
    causes: told(causes),
    satisfaction,
    data: told(problems),
    matrices: parts.matrices,
  };
}

/**
 * Whether a digest has nothing to tell, so that it is one line. What was asked for in full and comes to nothing (nobody overdue,
 * nobody moved) is nothing.
 */
export function isQuiet(digest: DigestParts): boolean {
  const { tiers, moves, overdue, complaints, capacity, dormant, signings, ends, causes, satisfaction, data } = digest;
  return (
    isEmpty(tiers) &&
    (moves === undefined || moves.up.count + moves.down.count === 0) &&
    isEmpty(overdue) &&
    (complaints?.count ?? 0) === 0 &&
    isEmpty(capacity) &&
    (dormant?.count ?? 0) === 0 &&
    isEmpty(signings?.months) &&
    (ends === undefined || ends.won.count + ends.lost.count === 0) &&
    isEmpty(causes) &&
    satisfaction === undefined &&
    isEmpty(data)
  );
}

function told<T>(items: readonly T[] | undefined): readonly T[] | undefined {
  return isEmpty(items) ? undefined : items;
}

function isEmpty(items: readonly unknown[] | undefined): boolean {
  return (items ?? []).length === 0;
}
