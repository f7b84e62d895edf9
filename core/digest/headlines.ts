import type { CustomerStage } from '../customer-stage.ts';
import type { BestMoves, Digest, Headline, OverdueCount } from './digest.ts';
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
    ...mostFirst(moves?.down.best ?? []).map((best): Headline => ({ code: 'fell-from-best', ...best })),
    ...(late > 0 ? [{ code: 'complaints-late', complaints: late } as const] : []),
    ...overdueHeadline(digest, overdue),
    ...(overReps > 0 ? [{ code: 'over-capacity', reps: overReps } as const] : []),
    ...mostFirst(moves?.up.best ?? []).map(
      ({ stage, tier, customers }): Headline => ({ code: 'rose-to-best', stage, tier, customers }),
    ),
    ...(ends !== undefined && ends.won.count > 0
      ? [{ code: 'won', prospects: ends.won.count, amount: ends.won.amount, currency: ends.won.currency } as const]
      : []),
  ];
  return told.length > 0 ? told : [{ code: 'nothing-urgent' }];
}

function overdueHeadline({ schemes }: Digest, overdue: readonly OverdueCount[]): Headline[] {
  if (overdue.length === 0) return [];
  const ofBest = overdue.filter(({ stage, tier }) => isBestTier(schemeOf(schemes, stage), tier));
  const byStage = [...grouped(ofBest.length > 0 ? ofBest : overdue, ({ stage }) => stage)].map(([stage, some]) => ({
    stage: stage as CustomerStage,
    customers: sumOf(some, ({ customers }) => customers),
  }));
  const stages = sorted(byStage, (one, other) => other.customers - one.customers);
  const [most] = stages;
  if (most === undefined) return [];
  const { stage } = most;
  const tier = ofBest.length > 0 ? (schemeOf(schemes, stage)?.tiers[0]?.id ?? null) : null;
  const customers = tier === null ? sumOf(stages, (each) => each.customers) : most.customers;
  return [{ code: 'overdue', customers, tier, stage }];
}

function mostFirst(moves: readonly BestMoves[]): BestMoves[] {
  return sorted(moves, (one, other) => other.customers - one.customers || (one.stage < other.stage ? 1 : -1));
}
