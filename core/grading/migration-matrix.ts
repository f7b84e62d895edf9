import type { GradeStatus } from './grade.ts';
import type { Scheme } from './scheme.ts';
import { type TierOrder, tierOrder } from './tier-order.ts';

/** Where a grading leaves a customer. */
export interface Standing {
  readonly status: GradeStatus;
  /** Null unless `graded`. */
  readonly tier: string | null;
}

/** A row or column of a matrix: a tier of the scheme, or a status without one. */
export type Place = { readonly tier: string } | { readonly status: Exclude<GradeStatus, 'graded'> };

/**
 * Which way a customer goes: `gains` and `loses` a tier at all; `aside` from one status without a tier to another.
 */
export type Direction = 'up' | 'down' | 'stays' | 'gains' | 'loses' | 'aside';

/** How many customers go from where to where. */
export interface MigrationMatrix {
  /** The tiers of the scheme before, best first, then the statuses without a tier that anybody has. */
  readonly rows: readonly Place[];
  /** The same of the scheme after. */
  readonly columns: readonly Place[];
  /** By row and column. */
  readonly counts: readonly (readonly number[])[];
  readonly directions: Readonly<Record<Direction, number>>;
  /** How the tiers were ordered against each other. */
  readonly order: TierOrder['kind'];
}

/** One customer's move. */
export interface Move {
  readonly direction: Direction;
  /** Tiers risen, negative for a fall; 0 without a tier on both sides. */
  readonly steps: number;
}

/** Counts moves from one scheme to another. */
export interface MoveCounter {
  /** `customers`: how many make the same move; default 1. */
  readonly add: (before: Standing, after: Standing, customers?: number) => Move;
  readonly finish: () => MigrationMatrix;
}

/** A counter that keeps one number for each pair of places, however many customers there are. */
export function moveCounter(before: Scheme, after: Scheme): MoveCounter {
  const rows = placesOf(before);
  const columns = placesOf(after);
  const rowOf = new Map(rows.map((place, index) => [keyOf(place), index]));
  const columnOf = new Map(columns.map((place, index) => [keyOf(place), index]));
  const counts = rows.map(() => columns.map(() => 0));
  const directions: Record<Direction, number> = { up: 0, down: 0, stays: 0, gains: 0, loses: 0, aside: 0 };
  const order = tierOrder(before, after);
  const moveOf = (one: Standing, other: Standing): Move => {
    if (one.tier === null && other.tier === null) {
      return { direction: one.status === other.status ? 'stays' : 'aside', steps: 0 };
    }
    if (one.tier === null) return { direction: 'gains', steps: 0 };
    if (other.tier === null) return { direction: 'loses', steps: 0 };
    const steps = order.steps(one.tier, other.tier);
    return { direction: steps > 0 ? 'up' : steps < 0 ? 'down' : 'stays', steps };
  };
  return {
    add(one, other, customers = 1) {
      const row = counts[rowOf.get(keyOfStanding(one)) ?? -1];
      const column = columnOf.get(keyOfStanding(other));
      if (row === undefined || column === undefined) throw new RangeError('A tier is none of its scheme.');
      row[column] = (row[column] ?? 0) + customers;
      const move = moveOf(one, other);
      directions[move.direction] += customers;
      return move;
    },
    finish() {
      const isShownRow = (place: Place, row: number): boolean =>
        'tier' in place || (counts[row] ?? []).some((count) => count > 0);
      const isShownColumn = (place: Place, column: number): boolean =>
        'tier' in place || counts.some((row) => (row[column] ?? 0) > 0);
      const kept = columns.map(isShownColumn);
      return {
        rows: rows.filter(isShownRow),
        columns: columns.filter(isShownColumn),
        counts: rows.flatMap((place, row) =>
          isShownRow(place, row) ? [(counts[row] ?? []).filter((_, column) => kept[column])] : [],
        ),
        directions,
        order: order.kind,
      };
    },
  };
}

const STATUSES = ['review', 'out-of-market', 'unreadable'] as const;

function placesOf({ tiers }: Scheme): Place[] {
  return [...tiers.map(({ id }): Place => ({ tier: id })), ...STATUSES.map((status): Place => ({ status }))];
}

/** Ids begin with a letter, so that none is a status's key. */
function keyOf(place: Place): string {
  return 'tier' in place ? place.tier : `-${place.status}`;
}

function keyOfStanding({ status, tier }: Standing): string {
  return tier ?? `-${status}`;
}
