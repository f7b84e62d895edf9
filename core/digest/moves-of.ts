import type { CustomerStage } from '../customer-stage.ts';
import type { SchemesInUse } from '../follow-ups/service-levels.ts';
import type { BestMoves, DigestMove, DigestMoves, MovesInto } from './digest.ts';
import { grouped, sorted, sumOf } from './grouped.ts';
import type { MoveKind } from './move-kinds.ts';
import { comparePlaces, placeKey } from './tier-counts.ts';

/** All moves of one direction and stage, out of or into the best tier or not. */
export interface MoveTotal {
  readonly direction: 'up' | 'down';
  readonly stage: CustomerStage;
  readonly isBest: boolean;
  readonly customers: number;
  /** To how many of them a contact is owed by the end of the day. */
  readonly toCall: number;
  /** What those whose value is known come to; null where none is. */
  readonly value: number | null;
}

/** What the moves of one direction come to. @param first the weightiest of both directions */
export function movesOf(
  direction: 'up' | 'down',
  allKinds: readonly MoveKind[],
  allTotals: readonly MoveTotal[],
  first: readonly DigestMove[],
  schemes: SchemesInUse,
): DigestMoves {
  const kinds = allKinds.filter((kind) => kind.direction === direction);
  const totals = allTotals.filter((total) => total.direction === direction);
  const values = totals.flatMap(({ stage, value }) => (stage === 'customer' && value !== null ? [value] : []));
  return {
    count: sumOf(totals, ({ customers }) => customers),
    ofBest: sumOf(totals, ({ isBest, customers }) => (isBest ? customers : 0)),
    best: totals.flatMap(({ stage, isBest, customers, toCall }): BestMoves[] => {
      const kind = kinds.find((each) => each.stage === stage && each.isBest);
      const tier = (direction === 'down' ? kind?.from.tier : kind?.to.tier) ?? null;
      return isBest && customers > 0 && tier !== null ? [{ stage, tier, customers, toCall }] : [];
    }),
    value: values.length === 0 ? null : sumOf(values, (value) => value),
    into: movesInto(kinds, schemes),
    first: first.filter((move) => move.direction === direction),
  };
}

function movesInto(kinds: readonly MoveKind[], schemes: SchemesInUse): MovesInto[] {
  const places = kinds.map(({ stage, to, customers }): MovesInto => ({ stage, ...to, customers }));
  const into = [...grouped(places, placeKey).values()].flatMap((same): MovesInto[] => {
    const [first] = same;
    return first === undefined ? [] : [{ ...first, customers: sumOf(same, ({ customers }) => customers) }];
  });
  return sorted(into, comparePlaces(schemes));
}
