import type { Digest, Headline, OverdueCount, OverdueOf } from './digest.ts';
import { grouped, sorted, sumOf } from './grouped.ts';
import { isBestTier } from './move-kinds.ts';
import { isQuiet } from './only-news.ts';
import { schemeOf } from './tier-counts.ts';

/**
 * What matters most of a digest, the weightiest first: who fell out of the best tier, complaints that are late, what is overdue
 * (of the best tier, else in all), books that have come to take too much, who rose to the best tier, what was won. Never empty.
 */
export function headlines(digest: Digest): Headline[] {
  if (isQuiet(digest)) return [{ code: 'quiet' }];
  const { moves, complaints, overdue = [], capacity = [], ends } = digest;
  const late = complaints?.late ?? 0;
  const overReps = capacity.filter(({ wasOver }) => !wasOver).length;
  const told: Headline[] = [
    ...toldOf('fell-from-best', mostFirst(moves?.down.best ?? [])),
    ...(late > 0 ? [{ code: 'complaints-late', complaints: late } as const] : []),
    ...toldOf('overdue', overdueOf(digest, overdue)),
    ...(overReps > 0 ? [{ code: 'over-capacity', reps: overReps } as const] : []),
    ...toldOf('rose-to-best', mostFirst(moves?.up.best ?? [])),
    ...(ends !== undefined && ends.won.count > 0
      ? [{ code: 'won', prospects: ends.won.count, amount: ends.won.amount, currency: ends.won.currency } as const]
      : []),
  ];
  return told.length > 0 ? told : [{ code: 'nothing-urgent' }];
}

/** One headline of all these, or none where there are none. */
function toldOf<C extends Headline['code'], T>(
  code: C,
  of: readonly T[],
): { readonly code: C; readonly of: readonly T[] }[] {
  return of.length === 0 ? [] : [{ code, of }];
}

function overdueOf({ schemes }: Digest, overdue: readonly OverdueCount[]): OverdueOf[] {
  const ofBest = overdue.filter(({ stage, tier }) => isBestTier(schemeOf(schemes, stage), tier));
  if (ofBest.length === 0) {
    const [first] = overdue;
    if (first === undefined) return [];
    return [{ stage: first.stage, tier: null, customers: sumOf(overdue, ({ customers }) => customers) }];
  }
  return mostFirst(
    [...grouped(ofBest, ({ stage }) => stage).values()].flatMap((some): OverdueOf[] => {
      const [first] = some;
      if (first === undefined) return [];
      return [{ stage: first.stage, tier: first.tier, customers: sumOf(some, ({ customers }) => customers) }];
    }),
  );
}

function mostFirst<T extends Pick<OverdueOf, 'stage' | 'customers'>>(counts: readonly T[]): T[] {
  return sorted(counts, (one, other) => other.customers - one.customers || (one.stage < other.stage ? 1 : -1));
}
